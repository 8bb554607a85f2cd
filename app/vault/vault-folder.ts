import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sweepTemporaryFiles, syncFolder, writeFileDurably, writeFilesDurably } from '../process/atomic-file.ts';
import { VaultError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { decrypt, encrypt, readRecord, type VaultKey } from './record.ts';
import { keepFormerKeyFile, userKeyFileName } from './user-key.ts';

export interface KeyChange {
  key: VaultKey;
  /** Every key that can decrypt. */
  keys: ReadonlyMap<string, VaultKey>;
  keyFile?: { path: string; data: string } | undefined;
  more: readonly StoredSecret[];
}

export interface StoredSecret {
  owner: string;
  name: string;
  value: string;
}

/**
 * The encrypted files. File names are hashes: IDs and header names may contain anything, and some file systems ignore
 * case.
 */
export interface VaultFolder {
  has(owner: string, name: string): boolean;
  /** Throws `missingKey()` if no key fits; VaultError `vault.decrypt_failed`, `vault.unreadable`. */
  read(
    owner: string,
    name: string,
    keys: ReadonlyMap<string, VaultKey>,
    missingKey: () => VaultError,
  ): string | undefined;
  /** Throws VaultError `vault.unwritable`. */
  write(key: VaultKey, secret: StoredSecret): void;
  /** Returns a function that restores the file. Throws VaultError `vault.unwritable`. */
  remove(owner: string, name: string): () => void;
  removeOwner(owner: string): () => void;
  /** The keys that the files need. */
  keyIds(): Set<string>;
  /**
   * Re-encrypts everything that can be decrypted, and `more`, with `key`. Leaves the rest. Writes `keyFile` together
   * with them. All or nothing: throws VaultError `vault.unwritable` and changes nothing if the disk is full.
   */
  encryptAll(change: KeyChange): void;
  /**
   * Moves files that no key can decrypt, and the user's key file, into a folder beside them. Throws `vault.unwritable`.
   */
  setAside(keys: ReadonlyMap<string, VaultKey>): void;
}

export const secretExtension = '.secret';
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
/** The file of a secret. */
export const secretFileName = (owner: string, name: string): string => `${hash(owner)}-${hash(name)}${secretExtension}`;

const unwritable = (cause: unknown) => new VaultError('vault.unwritable', message('vault.unwritable'), { cause });
const unremovable = (cause: unknown) => new VaultError('vault.unwritable', message('vault.unremovable'), { cause });

export function openVaultFolder(folder: string): VaultFolder {
  sweepTemporaryFiles(folder);
  const stored = () => readdirSync(folder).filter((name) => name.endsWith(secretExtension));
  const files = new Set(stored());

  /** `undefined`: no such file. Another process of the app may have written or removed it since `files` was read. */
  const readText = (file: string): string | undefined => {
    try {
      const text = readFileSync(join(folder, file), 'utf8');
      files.add(file);
      return text;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        files.delete(file);
        return undefined;
      }
      throw new VaultError('vault.unreadable', message('vault.unreadable'), { cause: error });
    }
  };
  const removeFiles = (names: string[]): void => {
    if (names.length === 0) return;
    try {
      for (const name of names) {
        rmSync(join(folder, name), { force: true });
        files.delete(name);
      }
    } catch (error) {
      throw unremovable(error);
    }
    syncFolder(folder);
  };
  /** Another process of the app may have written files since. A missing folder has none. */
  const filesOf = (owner: string): string[] => {
    try {
      for (const file of stored()) files.add(file);
    } catch {}
    return [...files].filter((file) => file.startsWith(`${hash(owner)}-`));
  };
  const writeText = (file: string, text: string): void => {
    try {
      writeFileDurably(join(folder, file), text);
    } catch (error) {
      throw unwritable(error);
    }
    files.add(file);
  };
  const write = (key: VaultKey, { owner, name, value }: StoredSecret): void =>
    writeText(secretFileName(owner, name), JSON.stringify(encrypt(key, owner, name, value)));
  /** A file that cannot be read cannot be restored, so it stays. */
  const keepText = (texts: Map<string, string>, file: string): void => {
    try {
      const text = readText(file);
      if (text !== undefined) texts.set(file, text);
    } catch {}
  };
  const writeTexts = (texts: ReadonlyMap<string, string>): void => {
    for (const [file, text] of texts) writeText(file, text);
  };
  /** Skips files that are not records. Reading one of them reports the damage. */
  const records = () =>
    [...files].flatMap((file) => {
      try {
        return [readRecord(readText(file) ?? '')];
      } catch {
        return [];
      }
    });

  return {
    has: (owner, name) => files.has(secretFileName(owner, name)),
    read: (owner, name, keys, missingKey) => {
      const text = readText(secretFileName(owner, name));
      if (text === undefined) return undefined;
      const record = readRecord(text);
      const key = keys.get(record.keyId);
      if (!key) throw missingKey();
      return decrypt(key, record, owner, name);
    },
    write,
    remove: (owner, name) => {
      const file = secretFileName(owner, name);
      const texts = new Map<string, string>();
      keepText(texts, file);
      if (files.has(file)) removeFiles([file]);
      return () => writeTexts(texts);
    },
    removeOwner: (owner) => {
      const texts = new Map<string, string>();
      for (const file of filesOf(owner)) keepText(texts, file);
      removeFiles([...texts.keys()]);
      return () => writeTexts(texts);
    },
    keyIds: () => new Set(records().map((record) => record.keyId)),
    encryptAll: ({ key, keys, keyFile, more }) => {
      const secrets: StoredSecret[] = [...more];
      for (const { owner, name, ...record } of records()) {
        const old = keys.get(record.keyId);
        if (!old || old.id === key.id) continue;
        try {
          secrets.push({ owner, name, value: decrypt(old, { owner, name, ...record }, owner, name) });
        } catch {
          // A damaged file stays as it is. Reading it reports the damage.
        }
      }
      const texts = secrets.map(({ owner, name, value }) => ({
        file: secretFileName(owner, name),
        data: JSON.stringify(encrypt(key, owner, name, value)),
      }));
      try {
        if (keyFile !== undefined) keepFormerKeyFile(folder);
        const all = texts.map(({ file, data }) => ({ path: join(folder, file), data }));
        // The salt first: without it none of the other files could be decrypted.
        writeFilesDurably(keyFile === undefined ? all : [keyFile, ...all]);
      } catch (error) {
        throw unwritable(error);
      }
      for (const { file } of texts) files.add(file);
    },
    setAside: (keys) => {
      const opens = (file: string): boolean => {
        try {
          return keys.has(readRecord(readText(file) ?? '').keyId);
        } catch {
          return false;
        }
      };
      try {
        const aside = join(folder, `set-aside-${Date.now()}`);
        mkdirSync(aside, { mode: 0o700 });
        for (const file of [...files].filter((each) => !opens(each))) {
          renameSync(join(folder, file), join(aside, file));
          files.delete(file);
        }
        if (existsSync(join(folder, userKeyFileName)))
          renameSync(join(folder, userKeyFileName), join(aside, userKeyFileName));
        syncFolder(folder);
      } catch (error) {
        throw unwritable(error);
      }
    },
  };
}
