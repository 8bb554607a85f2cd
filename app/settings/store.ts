/**
 * What electron-store (in Electron) and conf (elsewhere) do here: write one JSON file durably. Both write the same
 * format. Reading, versions and damaged files are the app's (`settings.ts`), because both libraries throw at every
 * start on a torn file.
 */
export interface StoreFile {
  /** Replaces the whole file: temporary file, fsync, rename. */
  write(text: string): void;
}

/** `name`: without `.json`. Cheap, and called only before the first write. Reads and creates no file. */
export type OpenStore = (file: { folder: string; name: string }) => StoreFile;

/** What the libraries treat as settings. They write the text unchanged. */
export interface TextOfFile extends Record<string, unknown> {
  text: string;
}

/** Options for both libraries, apart from folder and name. */
export const storeOptions = {
  configFileMode: 0o600,
  /** IDs and header names contain dots. */
  accessPropertiesByDotNotation: false,
  /** The app never reads through the library. Without this option, every write would first parse the old file. */
  deserialize: (): TextOfFile => ({ text: '' }),
  serialize: ({ text }: TextOfFile): string => text,
};
