import type { SessionResponse } from '../local/requests.ts';
import type { KeyStore, ProbeKeyStore } from '../vault/key-store.ts';
import type { StoredFiles } from './files.ts';

/** What the doctor examines. */
export interface Patient {
  /** As it was chosen. It may be missing. */
  dataFolder: string;
  environment: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  home: string;
  /** Of the account. `undefined`: the system has none (Windows). */
  uid: number | undefined;
  keyStore: KeyStore;
  probeStore: ProbeKeyStore;
  /** Whether hosts of the user's connections and resources may be called. */
  mayCall: boolean;
  /** How long a check waits for the keychain, a host, a proxy or another process, in ms. */
  patienceMs: number;
  /** Epoch ms. */
  now(): number;
  /** Ends what waits for a host. */
  signal: AbortSignal;
}

/** What earlier checks learned. */
export interface Known {
  files: StoredFiles;
  /** The running app or server, and what it says. `undefined`: none runs here, or it does not respond. */
  owner: { version: string; pid: number; feeds: SessionResponse<'feeds.list'> | undefined } | undefined;
  /** Reads a secret, if its key is known. */
  readSecret(owner: string, name: string): string | undefined;
}
