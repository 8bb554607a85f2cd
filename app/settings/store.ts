/**
 * What electron-store (in Electron) and conf (elsewhere) are used for: writing one JSON file durably. Both write the
 * same format; reading, versions and damaged files are ours (`settings.ts`), because both libraries throw at every
 * start on a torn file.
 */
export interface StoreFile {
  /** Replaces the whole file: temporary file, fsync, rename. On disk when it returns. */
  write(content: Record<string, unknown>): void;
}

/** `name`: without `.json`. Cheap, and called only before the first write: no file is read or made by it. */
export type OpenStore = (file: { folder: string; name: string }) => StoreFile;

/** Options that both libraries get, beside the folder and the name. */
export const storeOptions = {
  configFileMode: 0o600,
  /** Ids and header names hold dots. */
  accessPropertiesByDotNotation: false,
  /** We never read through the library: without this every write would first parse the old file. */
  deserialize: (): Record<string, unknown> => ({}),
  serialize: (content: Record<string, unknown>): string => `${JSON.stringify(content, undefined, 1)}\n`,
};
