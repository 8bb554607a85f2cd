import type { VaultStatusView } from '../shared/contract/app.ts';

/** The status of an open vault. */
export type VaultStatus = Exclude<VaultStatusView, { status: 'opening' }>;

/**
 * Stored secrets: AES-256-GCM with a key from the system's keychain (row 38). One file per owner and name, so that
 * writing a token rewrites nothing else. `owner` is the ID of a connection or resource, `name` e.g. `clientSecret`.
 */
export interface Vault {
  status(): VaultStatus;
  /**
   * Switches to a key from the user. Encrypts with it all readable secrets and those of the session: all or nothing.
   * Throws VaultError `vault.wrong_key`, `vault.unwritable`.
   */
  useKey(passphrase: string): Promise<VaultStatus>;
  /**
   * For a forgotten key: moves aside the secrets that it encrypts, then keeps secrets as if the key had never been
   * given. Throws VaultError `vault.not_locked`, `vault.unwritable`.
   */
  reset(): Promise<VaultStatus>;
  /** `undefined`: never written. Throws VaultError `vault.locked`, `vault.decrypt_failed` (nothing is deleted). */
  read(owner: string, name: string): string | undefined;
  /** Durable when it returns (fsync, rename; 0600). Throws VaultError `vault.locked`, `vault.unwritable`. */
  write(owner: string, name: string, value: string): void;
  has(owner: string, name: string): boolean;
  /**
   * Returns a function that restores the secret, even if nobody can decrypt it now. Throws VaultError
   * `vault.unwritable`.
   */
  remove(owner: string, name: string): () => void;
  /** Removes all secrets of an owner, like `remove`. */
  removeOwner(owner: string): () => void;
  copyOwner(from: string, to: string, names: readonly string[]): void;
}
