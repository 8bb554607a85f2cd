import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decrypt, readRecord, type VaultKey, type VaultRecord } from './record.ts';
import { openUserKey, readUserKeyFile } from './user-key.ts';
import { secretExtension, secretFileName } from './vault-folder.ts';

/** What is in the folder of a vault. Nothing was changed, and no secret is here. */
export interface VaultLook {
  secrets: number;
  /** Files that cannot be read, are no secret, or that their own key does not decrypt. */
  damaged: number;
  /** Secrets for each key that encrypts them. */
  byKey: ReadonlyMap<string, number>;
  /** Of the user's passphrase. `undefined`: none was given. */
  passphraseKeyId: string | undefined;
  /** Whether secrets need the passphrase, or the next one will. */
  needsPassphrase: boolean;
  /** `undefined`: none to check, or none was given. */
  isPassphraseRight: boolean | undefined;
}

export interface LookOptions {
  folder: string;
  /** `TOKENBOARD_KEY`. */
  passphrase: string | undefined;
  /** The keychain's key, if it has one. */
  keychainKey: VaultKey | undefined;
}

interface OpenedVault {
  look: VaultLook;
  /** `undefined`: there is no such secret, or none of the keys decrypts it. */
  read(owner: string, name: string): string | undefined;
}

/** Reads every file of a vault and decrypts what it can, beside a running app, too. Throws file system errors. */
export async function lookAtVault({ folder, passphrase, keychainKey }: LookOptions): Promise<OpenedVault> {
  const userKey = readUserKeyFile(folder);
  const files = secretFiles(folder);
  const records = new Map<string, VaultRecord>();
  let damaged = 0;
  for (const file of files) {
    const record = readFile(join(folder, file));
    if (record === undefined || secretFileName(record.owner, record.name) !== file) damaged += 1;
    else records.set(file, record);
  }
  const byKey = new Map<string, number>();
  for (const { keyId } of records.values()) byKey.set(keyId, (byKey.get(keyId) ?? 0) + 1);
  const needsPassphrase = userKey !== undefined && (userKey.givenBy === 'user' || byKey.has(userKey.keyId));
  const opened = userKey !== undefined && passphrase ? await openUserKey(userKey, passphrase) : undefined;
  const keys = new Map([opened, keychainKey].flatMap((key) => (key === undefined ? [] : [[key.id, key] as const])));
  const read = (file: string): string | undefined => {
    const record = records.get(file);
    const key = record === undefined ? undefined : keys.get(record.keyId);
    return record === undefined || key === undefined ? undefined : decrypt(key, record, record.owner, record.name);
  };
  for (const file of records.keys())
    try {
      read(file);
    } catch {
      damaged += 1;
    }
  return {
    look: {
      secrets: files.length,
      damaged,
      byKey,
      passphraseKeyId: userKey?.keyId,
      needsPassphrase,
      isPassphraseRight: needsPassphrase && passphrase ? opened !== undefined : undefined,
    },
    read: (owner, name) => {
      try {
        return read(secretFileName(owner, name));
      } catch {
        return undefined;
      }
    },
  };
}

function secretFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(secretExtension));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** `undefined`: it cannot be read, or is no record. */
function readFile(path: string): VaultRecord | undefined {
  try {
    return readRecord(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
