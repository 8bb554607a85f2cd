import type { RowsFiles, StoredRows, Wanted } from './rows-files.ts';

/** Writes rows to their files: when they changed, and not more often than each minute. */
export interface RowKeeper {
  restore(id: string, wanted: Wanted): Promise<StoredRows | undefined>;
  /** The newest rows of the resource. */
  note(id: string, rows: StoredRows): void;
  forget(id: string): void;
  /** Removes the files of all others. */
  keepOnly(ids: readonly string[]): void;
  /** The vault has another key: writes again what is there. */
  renewKeys(): void;
  /** Writes what is not written. */
  close(): Promise<void>;
}

interface Entry {
  rows: StoredRows;
  written: { hash: string; at: number } | undefined;
  /** Of `now`. */
  writtenAt: number;
  timer: NodeJS.Timeout | undefined;
  writing: Promise<void>;
}

const leastMs = 60_000;
/** The same rows, sent again: only their time is written again, so that they do not look older after a restart. */
const sameRowsMs = 15 * 60_000;

export function createRowKeeper(files: RowsFiles, now: () => number): RowKeeper {
  const entries = new Map<string, Entry>();
  let isClosed = false;

  const write = (id: string, entry: Entry): void => {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    entry.writtenAt = now();
    entry.writing = entry.writing.then(async () => {
      const { rows } = entry;
      // Forgotten meanwhile.
      if (entries.get(id) !== entry) return;
      try {
        await files.write(id, rows);
        entry.written = { hash: rows.kept.hash, at: rows.at };
        if (entries.get(id) !== entry) files.remove(id);
      } catch {
        // A full disk: the rows are fetched again after a restart.
      }
    });
  };
  const isChanged = ({ rows, written }: Entry, sameMs: number): boolean =>
    written === undefined || written.hash !== rows.kept.hash || rows.at - written.at > sameMs;
  const plan = (id: string, entry: Entry): void => {
    if (isClosed || entry.timer !== undefined || !isChanged(entry, sameRowsMs)) return;
    const ms = entry.writtenAt + leastMs - now();
    if (ms <= 0 || ms > leastMs) write(id, entry);
    else entry.timer = setTimeout(() => write(id, entry), ms).unref();
  };

  return {
    restore: async (id, wanted) => {
      const rows = await files.read(id, wanted);
      if (rows !== undefined && !entries.has(id))
        entries.set(id, {
          rows,
          written: { hash: rows.kept.hash, at: rows.at },
          writtenAt: now(),
          timer: undefined,
          writing: Promise.resolve(),
        });
      return rows;
    },
    note: (id, rows) => {
      const entry = entries.get(id) ?? {
        rows,
        written: undefined,
        writtenAt: Number.NEGATIVE_INFINITY,
        timer: undefined,
        writing: Promise.resolve(),
      };
      entry.rows = rows;
      entries.set(id, entry);
      plan(id, entry);
    },
    forget: (id) => {
      clearTimeout(entries.get(id)?.timer);
      entries.delete(id);
      files.remove(id);
    },
    keepOnly: (ids) => {
      const wanted = new Set(ids);
      for (const [id, { timer }] of entries) {
        if (wanted.has(id)) continue;
        clearTimeout(timer);
        entries.delete(id);
        files.remove(id);
      }
      files.keepOnly(ids);
    },
    renewKeys: () => {
      files.renewKeys();
      for (const [id, entry] of entries) write(id, entry);
    },
    close: async () => {
      isClosed = true;
      for (const [id, entry] of entries) {
        clearTimeout(entry.timer);
        if (isChanged(entry, 0)) write(id, entry);
      }
      await Promise.all([...entries.values()].map(({ writing }) => writing));
    },
  };
}
