import { z } from 'zod';
import { openSettings, type Settings, type SettingsFolder } from '../../settings/settings.ts';
import { message } from '../../shared/messages/message.ts';
import { mostPastRuns, type PastRun, pastRunSchema } from '../../shared/resource/past-run.ts';
import { createResourceRecords } from '../resource-records.ts';

type Stored = Readonly<Record<string, readonly PastRun[]>>;

export interface RunHistory {
  /** Oldest first, at most 200. */
  of(id: string): readonly PastRun[];
  note(id: string, run: PastRun): void;
  forget(id: string): void;
  /** Writes what is unsaved. */
  close(): void;
}

/** `run-history.json`, keyed by resource. A run is a list, because 200 objects would repeat their names 200 times. */
export const openRunHistory = (where: SettingsFolder): Settings<Stored> =>
  openSettings<Stored>({
    ...where,
    name: 'run-history',
    title: message('files.of.runHistory'),
    version: 1,
    migrations: [(content) => content],
    initial: {},
    readContent: (content) => {
      let lost = 0;
      const entries = Object.entries(z.record(z.string(), z.array(z.unknown())).parse(content.runs));
      const read = entries.map(([id, rows]) => {
        const runs = rows.flatMap(readRow);
        lost += rows.length - runs.length;
        return [id, runs.slice(-mostPastRuns)] as const;
      });
      return { content: Object.fromEntries(read), lost };
    },
    writeContent: (runs) => ({
      runs: Object.fromEntries(Object.entries(runs).map(([id, each]) => [id, each.map(row)])),
    }),
  });

const row = ({ at, durationMs, status, rows, bytes, code, by }: PastRun) => [
  at,
  Math.round(durationMs),
  status,
  rows,
  bytes,
  code,
  by,
];

function readRow(value: unknown): PastRun[] {
  if (!Array.isArray(value)) return [];
  const [at, durationMs, status, rows, bytes, code, by] = value;
  const { success, data } = pastRunSchema.safeParse({ at, durationMs, status, rows, bytes, code, by });
  return success ? [data] : [];
}

/** A crash loses the runs of this time at most. In ms. */
const writeMs = 10 * 60_000;

/**
 * Writes the file at most every ten minutes, and at the end: a resource that reloads every second must not write every
 * second.
 */
export function createRunHistory(
  settings: Settings<Stored>,
  { exists, now }: { exists: (id: string) => boolean; now: () => number },
): RunHistory {
  const records = createResourceRecords(settings, exists);
  let writtenAt = now();
  const of = (id: string): readonly PastRun[] => records.of(id) ?? [];
  return {
    of,
    note: (id, run) => {
      if (!records.set(id, [...of(id).slice(1 - mostPastRuns), run])) return;
      // Either way of the clock: it may have been set back.
      if (Math.abs(now() - writtenAt) < writeMs) return;
      writtenAt = now();
      records.write();
    },
    forget: records.forget,
    close: records.close,
  };
}
