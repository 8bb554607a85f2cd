import type { Settings } from '../settings/settings.ts';

/**
 * What a file keeps of each resource besides the resource itself, keyed by its ID. Never throws, because a full disk
 * must not make a GET fail.
 */
export interface ResourceRecords<Value> {
  of(id: string): Value | undefined;
  /** Returns whether the resource still exists. Otherwise nothing is kept. Writes nothing yet. */
  set(id: string, value: Value): boolean;
  forget(id: string): void;
  write(): void;
  /** Writes what is unsaved. */
  close(): void;
}

export function createResourceRecords<Value>(
  settings: Settings<Readonly<Record<string, Value>>>,
  exists: (id: string) => boolean,
): ResourceRecords<Value> {
  const values = new Map(Object.entries(settings.read()));
  let isWritten = true;
  const write = (): void => {
    // Drop resources that no longer exist, including those of an older file.
    const kept = [...values].filter(([id]) => exists(id));
    try {
      settings.save(Object.fromEntries(kept));
      isWritten = true;
    } catch {
      isWritten = false;
    }
  };
  return {
    of: (id) => values.get(id),
    set: (id, value) => {
      if (!exists(id)) return false;
      values.set(id, value);
      isWritten = false;
      return true;
    },
    forget: (id) => {
      if (values.delete(id)) isWritten = false;
    },
    write,
    close: () => {
      if (!isWritten) write();
    },
  };
}
