/**
 * What electron-store (in Electron) and conf (elsewhere) are used for: writing one JSON file durably. Both write the
 * same format; reading, versions and damaged files are ours (`settings.ts`), because both libraries throw at every
 * start on a torn file.
 */
export interface StoreFile {
  /** Replaces the whole file: temporary file, fsync, rename. */
  write(text: string): void;
}

/** `name`: without `.json`. Cheap, and called only before the first write: no file is read or made by it. */
export type OpenStore = (file: { folder: string; name: string }) => StoreFile;

/** What the libraries take for the settings: they write the text as it is. */
export interface TextOfFile extends Record<string, unknown> {
  text: string;
}

/** Options that both libraries get, beside the folder and the name. */
export const storeOptions = {
  configFileMode: 0o600,
  /** Ids and header names hold dots. */
  accessPropertiesByDotNotation: false,
  /** We never read through the library: without this every write would first parse the old file. */
  deserialize: (): TextOfFile => ({ text: '' }),
  serialize: ({ text }: TextOfFile): string => text,
};
