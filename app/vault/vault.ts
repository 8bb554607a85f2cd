/**
 * Secrets at rest: AES-256-GCM under a key from the system's keychain (row 38). One file per owner and name, so that
 * a token write rewrites nothing else. `owner` is a connection's or resource's id, `name` e.g. `clientSecret`.
 */
export type VaultStatus =
  /** Key in the system's keychain. */
  | { status: 'keychain' }
  /** Key derived from what the user gave, or from TOKENBOARD_KEY. */
  | { status: 'key'; source: 'user' | 'environment' }
  /** No keychain and no key: secrets live in memory and end with the app. `reason` says why. */
  | { status: 'session'; reason: string }
  /** The user gave a key before: nothing can be read or written until it is given again. */
  | { status: 'locked'; reason: string };

export interface Vault {
  status(): VaultStatus;
  /**
   * Uses a key given by the user and encrypts with it what can be read and what the session holds; all of it or nothing.
   * Throws VaultError `vault.wrong_key`, `vault.unwritable`.
   */
  useKey(passphrase: string): Promise<VaultStatus>;
  /**
   * For a forgotten key: what it encrypts is moved aside, and secrets are kept as if it had never been given.
   * Throws VaultError `vault.not_locked`, `vault.unwritable`.
   */
  reset(): Promise<VaultStatus>;
  /** `undefined`: never written. Throws VaultError `vault.locked`, `vault.decrypt_failed` (nothing is deleted). */
  read(owner: string, name: string): string | undefined;
  /** Durable when it returns (fsync, rename; 0600). Throws VaultError `vault.locked`, `vault.unwritable`. */
  write(owner: string, name: string, value: string): void;
  has(owner: string, name: string): boolean;
  /** Returns what puts it back as it was, also where nobody can decrypt it now. Throws VaultError `vault.unwritable`. */
  remove(owner: string, name: string): () => void;
  /** The same for all of an owner's. */
  removeOwner(owner: string): () => void;
  copyOwner(from: string, to: string, names: readonly string[]): void;
}
