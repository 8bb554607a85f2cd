import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeyStore, keychainKey } from './key-store.ts';
import { decrypt, readRecord } from './record.ts';
import { openUserKey, readUserKeyFile } from './user-key.ts';
import { secretFileName } from './vault-folder.ts';

export interface ReadStoredOptions {
  folder: string;
  environment: NodeJS.ProcessEnv;
  keyStore: KeyStore;
  keychainTimeoutMs: number;
}

/** Reads a secret. `undefined`: there is none. Throws VaultError, and as `fs` does. */
export type ReadStored = (owner: string, name: string) => string | undefined;

/**
 * Opens the stored secrets without changing anything, in a folder that no app uses. `undefined`: the key is not given, or
 * not the one of the folder. Rejects with VaultError `vault.no_keychain`.
 */
export async function openStored({
  folder,
  environment,
  keyStore,
  keychainTimeoutMs,
}: ReadStoredOptions): Promise<ReadStored | undefined> {
  const passphrase = environment.TOKENBOARD_KEY;
  const userKey = readUserKeyFile(folder);
  // As `openVault` chooses, where there is one way only.
  if ((passphrase === undefined || passphrase === '') !== (userKey === undefined)) return undefined;
  const readOnly: KeyStore = { ...keyStore, write: () => Promise.reject(new Error('read only')) };
  const key =
    userKey === undefined
      ? await keychainKey(readOnly, keychainTimeoutMs)
      : await openUserKey(userKey, passphrase ?? '');
  if (key === undefined) return undefined;
  return (owner, name) => {
    const record = readRecord(readFileSync(join(folder, secretFileName(owner, name)), 'utf8'));
    return record.keyId === key.id ? decrypt(key, record, owner, name) : undefined;
  };
}
