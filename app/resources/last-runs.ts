import { z } from 'zod';
import { openSettings, type Settings, type SettingsFolder } from '../settings/settings.ts';
import { message } from '../shared/messages/message.ts';
import { type LastRun, lastRunSchema } from '../shared/resource/last-run.ts';
import { createResourceRecords } from './resource-records.ts';

type Stored = Readonly<Record<string, LastRun>>;

export interface LastRuns {
  of(id: string): LastRun | null;
  note(id: string, run: LastRun): void;
  forget(id: string): void;
  /** Writes unsaved outcomes. */
  close(): void;
}

/** `last-runs.json`, keyed by resource. */
export const openLastRuns = (where: SettingsFolder): Settings<Stored> =>
  openSettings<Stored>({
    ...where,
    name: 'last-runs',
    title: message('files.of.lastRuns'),
    version: 1,
    migrations: [(content) => content],
    initial: {},
    readContent: (content) => {
      const entries = Object.entries(z.record(z.string(), z.unknown()).parse(content.runs));
      const sound = entries.flatMap(([id, value]) => {
        const { success, data } = lastRunSchema.safeParse(value);
        return success ? [[id, data] as const] : [];
      });
      return { content: Object.fromEntries(sound), lost: entries.length - sound.length };
    },
    writeContent: (runs) => ({ runs }),
  });

/**
 * Writes the file only when an outcome changes, and the latest times at the end: a resource that reloads every minute
 * must not write every minute.
 */
export function createLastRuns(settings: Settings<Stored>, exists: (id: string) => boolean): LastRuns {
  const records = createResourceRecords(settings, exists);
  return {
    of: (id) => records.of(id) ?? null,
    note: (id, run) => {
      const before = records.of(id);
      if (records.set(id, run) && before?.code !== run.code) records.write();
    },
    forget: records.forget,
    close: records.close,
  };
}
