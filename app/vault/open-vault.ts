import { mkdirSync } from 'node:fs';
import { narrowPermissions } from '../process/atomic-file.ts';
import { unusableFolder } from '../process/data-folder.ts';
import { AppError, VaultError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { type KeyStore, keychainKey } from './key-store.ts';
import type { VaultKey } from './record.ts';
import { createUserKey, openUserKey, readUserKeyFile } from './user-key.ts';
import type { Vault, VaultStatus } from './vault.ts';
import { openVaultFolder, type StoredSecret, type VaultFolder } from './vault-folder.ts';

export interface VaultOptions {
  folder: string;
  environment: NodeJS.ProcessEnv;
  keyStore: KeyStore;
  /** How long a keychain may take (it may ask the user to unlock it) before secrets are kept in memory only. */
  keychainTimeoutMs: number;
}

/**
 * Always resolves with a vault; `status()` says how secrets are kept (row 38). The key is `TOKENBOARD_KEY` if set,
 * otherwise the one the user gave earlier (to be entered again: `locked`), otherwise the keychain's, otherwise none.
 */
export async function openVault({ folder, environment, keyStore, keychainTimeoutMs }: VaultOptions): Promise<Vault> {
  const files = openFolder(folder);
  const keys = new Map<string, VaultKey>();
  const use = (key: VaultKey, status: VaultStatus): Vault => {
    keys.set(key.id, key);
    return createVault({ folder, files, keys, active: key, status, withoutUserKey });
  };
  const without = (status: VaultStatus): Vault =>
    createVault({ folder, files, keys, active: undefined, status, withoutUserKey });
  const withoutUserKey = async (): Promise<{ active: VaultKey | undefined; status: VaultStatus }> => {
    try {
      return { active: await keychainKey(keyStore, keychainTimeoutMs), status: { status: 'keychain' } };
    } catch (error) {
      const reason = error instanceof AppError ? error.text : message('vault.keychain.failed');
      return { active: undefined, status: { status: 'session', reason } };
    }
  };

  const passphrase = environment.TOKENBOARD_KEY;
  const userKey = readUserKeyFile(folder);
  const usedKeys = passphrase || userKey ? files.keyIds() : new Set<string>();
  // Ask for a key that the user gave even if nothing is stored yet: the next secret must be encrypted with it.
  const needsUserKey = userKey !== undefined && (userKey.givenBy === 'user' || usedKeys.has(userKey.keyId));
  if (passphrase || needsUserKey) {
    // Secrets older than the user's key still need the keychain's. Do not create a keychain key for that.
    if ([...usedKeys].some((id) => id !== userKey?.keyId)) await addKeychainKey(keys, keyStore, keychainTimeoutMs);
    if (!passphrase)
      return without({
        status: 'locked',
        reason: message('vault.locked'),
      });
    const status = { status: 'key', source: 'environment' } as const;
    if (!needsUserKey) {
      const { key, file } = await createUserKey(folder, passphrase, 'environment');
      files.encryptAll({ key, keys: new Map(), keyFile: file, more: [] });
      return use(key, status);
    }
    const key = await openUserKey(userKey, passphrase);
    if (key) return use(key, status);
    return without({
      status: 'locked',
      reason: message('vault.locked.otherKey'),
    });
  }
  const { active, status } = await withoutUserKey();
  return active === undefined ? without(status) : use(active, status);
}

/** Throws SettingsError `settings.folder_unusable`. */
function openFolder(folder: string): VaultFolder {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const narrowed = narrowPermissions(folder);
    if (narrowed.length > 0)
      console.warn(`Others could read ${narrowed.length} files in ${folder}. Tokenboard narrowed their permissions.`);
    return openVaultFolder(folder);
  } catch (error) {
    throw unusableFolder(folder, error);
  }
}

async function addKeychainKey(keys: Map<string, VaultKey>, keyStore: KeyStore, timeoutMs: number): Promise<void> {
  try {
    const readOnly: KeyStore = { ...keyStore, write: () => Promise.reject(new Error('not now')) };
    const key = await keychainKey(readOnly, timeoutMs);
    keys.set(key.id, key);
  } catch {
    // Reading one of those secrets reports the error.
  }
}

interface VaultState {
  folder: string;
  files: VaultFolder;
  /** Every key that can decrypt. `active` encrypts. */
  keys: Map<string, VaultKey>;
  active: VaultKey | undefined;
  status: VaultStatus;
  /** How secrets are kept without a key from the user. */
  withoutUserKey(): Promise<{ active: VaultKey | undefined; status: VaultStatus }>;
}

function createVault(initial: VaultState): Vault {
  const { folder, files, keys, withoutUserKey } = initial;
  let { active, status } = initial;
  /** Secrets written without a key. They end with the session, or are encrypted once the user gives a key. */
  const session = new Map<string, StoredSecret>();
  const sessionKey = (owner: string, name: string) => JSON.stringify([owner, name]);

  const refuseLocked = () => {
    if (status.status === 'locked') throw new VaultError('vault.locked', status.reason);
  };
  const read = (owner: string, name: string): string | undefined => {
    const held = session.get(sessionKey(owner, name));
    if (held) return held.value;
    return files.read(owner, name, keys, () => {
      refuseLocked();
      if (status.status === 'session') return new VaultError('vault.no_keychain', status.reason);
      return new VaultError('vault.wrong_key', message('vault.otherKey'));
    });
  };
  const write = (owner: string, name: string, value: string): void => {
    refuseLocked();
    if (active) files.write(active, { owner, name, value });
    else session.set(sessionKey(owner, name), { owner, name, value });
  };

  return {
    status: () => status,
    read,
    write,
    has: (owner, name) => session.has(sessionKey(owner, name)) || files.has(owner, name),
    remove: (owner, name) => {
      const held = session.get(sessionKey(owner, name));
      session.delete(sessionKey(owner, name));
      const putBack = files.remove(owner, name);
      return () => {
        putBack();
        if (held !== undefined) write(owner, name, held.value);
      };
    },
    removeOwner: (owner) => {
      const putBack = files.removeOwner(owner);
      const held = [...session.values()].filter((secret) => secret.owner === owner);
      for (const { name } of held) session.delete(sessionKey(owner, name));
      return () => {
        putBack();
        for (const { name, value } of held) write(owner, name, value);
      };
    },
    copyOwner: (from, to, names) => {
      for (const name of names) {
        const value = read(from, name);
        if (value !== undefined) write(to, name, value);
      }
    },
    useKey: async (passphrase) => {
      const file = readUserKeyFile(folder);
      const mustMatch = file !== undefined && (file.givenBy === 'user' || files.keyIds().has(file.keyId));
      const opened = mustMatch ? await openUserKey(file, passphrase) : undefined;
      if (mustMatch && opened === undefined) throw new VaultError('vault.wrong_key', message('vault.wrongPassphrase'));
      const made = opened === undefined ? await createUserKey(folder, passphrase, 'user') : undefined;
      const key = opened ?? made?.key;
      if (key === undefined) return status;
      const held = [...session.values()];
      files.encryptAll({ key, keys: new Map([...keys, [key.id, key]]), keyFile: made?.file, more: held });
      keys.set(key.id, key);
      active = key;
      status = { status: 'key', source: 'user' };
      session.clear();
      return status;
    },
    reset: async () => {
      if (status.status !== 'locked') throw new VaultError('vault.not_locked', message('vault.notLocked'));
      const next = await withoutUserKey();
      if (next.active !== undefined) keys.set(next.active.id, next.active);
      files.setAside(keys);
      ({ active, status } = next);
      return status;
    },
  };
}
