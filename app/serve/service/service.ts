/** What a service manager is to start. */
export interface ServiceFacts {
  /** The program and its first argument: Node and `serve.js`, absolute. */
  program: readonly [string, string];
  /** Flags of `serve`. */
  flags: readonly string[];
  /** `undefined`: the service's own (system unit), or the user's. */
  dataFolder: string | undefined;
  /** A file with mode 0600. `undefined`: the keychain, or a new file (system unit). */
  keyFile: string | undefined;
  home: string;
  /** Of the user, on macOS. */
  uid: number;
}

/** What is done to install or remove a service. Shown with `--dry-run`, in this order. */
export type ServiceStep =
  | { do: 'write'; path: string; content: string; encoding: 'utf8' | 'utf16le' }
  /** Random bytes, with mode 0600, unless the file exists. */
  | { do: 'create_key'; path: string }
  | { do: 'remove'; path: string }
  /** `mayFail`: what it ends may not be there. */
  | { do: 'run'; command: readonly string[]; mayFail: boolean };

export interface Service {
  install: readonly ServiceStep[];
  /** The data folder and the key stay. */
  uninstall: readonly ServiceStep[];
}

export const run = (...command: string[]): ServiceStep => ({ do: 'run', command, mayFail: false });
export const tryToRun = (...command: string[]): ServiceStep => ({ do: 'run', command, mayFail: true });

export const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
