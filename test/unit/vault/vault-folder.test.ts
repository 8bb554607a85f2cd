import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VaultError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { type VaultKey, vaultKey } from '../../../app/vault/record.ts';
import { openVaultFolder, type VaultFolder } from '../../../app/vault/vault-folder.ts';
import { temporaryFolder } from './folders.ts';

const key = vaultKey(Buffer.alloc(32, 7));
const another = vaultKey(Buffer.alloc(32, 8));
const keysOf = (...keys: VaultKey[]) => new Map(keys.map((each) => [each.id, each]));
const missing = () => new VaultError('vault.wrong_key', verbatim('No key.'));
const read = (folder: VaultFolder, owner: string, name: string, keys = keysOf(key, another)) =>
  folder.read(owner, name, keys, missing);
const secret = (owner: string, name: string, value = 'one') => ({ owner, name, value });
const secretFiles = (path: string) => readdirSync(path).filter((name) => name.endsWith('.secret'));
const contents = (path: string) => secretFiles(path).map((name) => readFileSync(join(path, name), 'utf8'));
const thrownBy = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

function folderWith(...secrets: [VaultKey, { owner: string; name: string; value: string }][]) {
  const path = temporaryFolder();
  const folder = openVaultFolder(path);
  for (const [by, each] of secrets) folder.write(by, each);
  return { path, folder };
}

/** A stored secret whose file cannot be read: a folder is in its place. */
function unreadable() {
  const { path, folder } = folderWith([key, secret('a', 'x')]);
  const [file = ''] = secretFiles(path);
  rmSync(join(path, file));
  mkdirSync(join(path, file));
  return { path, folder };
}

it('names files as the first version did, so that an update finds them', () => {
  const { path } = folderWith([key, secret('owner-1', 'clientSecret')]);
  expect(readdirSync(path)).toEqual(['391887cbcf922e19d672df700739c4a3-9a5f75fe98e58215cfdd5b1f64bdb438.secret']);
});

describe('beside another process of the app', () => {
  it('finds what that one wrote, and misses what it removed [30]', () => {
    const { path, folder } = folderWith();
    const other = openVaultFolder(path);
    other.write(key, secret('a', 'x'));
    expect(read(folder, 'a', 'x')).toBe('one');
    expect(folder.has('a', 'x')).toBe(true);
    other.remove('a', 'x');
    expect(read(folder, 'a', 'x')).toBeUndefined();
    expect(folder.has('a', 'x')).toBe(false);
  });

  it('removes what that one wrote', () => {
    const { path, folder } = folderWith();
    const other = openVaultFolder(path);
    other.write(key, secret('a', 'x'));
    other.write(key, secret('b', 'x'));
    folder.remove('a', 'x');
    folder.removeOwner('b');
    expect(secretFiles(path)).toEqual([]);
  });

  it('brings nothing back that the other one had removed', () => {
    const { path, folder } = folderWith([key, secret('a', 'x')]);
    openVaultFolder(path).remove('a', 'x');
    folder.remove('a', 'x')();
    expect(secretFiles(path)).toEqual([]);
    expect(folder.has('a', 'x')).toBe(false);
  });
});

describe('what was removed', () => {
  it('comes back as it was, byte for byte, also where no key opens it', () => {
    const { path, folder } = folderWith([key, secret('a', 'x')], [key, secret('a', 'y')], [key, secret('b', 'x')]);
    const before = contents(path);
    const one = folder.remove('a', 'x');
    expect(folder.has('a', 'x')).toBe(false);
    expect(folder.has('a', 'y')).toBe(true);
    one();
    expect(contents(path)).toEqual(before);
    const all = folder.removeOwner('a');
    expect([folder.has('a', 'x'), folder.has('a', 'y'), folder.has('b', 'x')]).toEqual([false, false, true]);
    all();
    expect(contents(path)).toEqual(before);
    expect(read(folder, 'a', 'y')).toBe('one');
  });

  it('says that it could not be removed', () => {
    const { folder } = unreadable();
    expect(thrownBy(() => folder.remove('a', 'x'))).toMatchObject({
      code: 'vault.unwritable',
      cause: expect.any(Error),
    });
  });

  it('is not a file that cannot be read and so could not be put back', () => {
    const { path, folder } = unreadable();
    folder.removeOwner('a');
    expect(secretFiles(path)).toHaveLength(1);
  });
});

it('says that a file cannot be read or written, and keeps why', () => {
  const { path, folder } = unreadable();
  const cause = expect.any(Error);
  expect(thrownBy(() => read(folder, 'a', 'x'))).toMatchObject({ code: 'vault.unreadable', cause });
  rmSync(path, { recursive: true });
  expect(thrownBy(() => folder.write(key, secret('a', 'x')))).toMatchObject({ code: 'vault.unwritable', cause });
  expect(thrownBy(() => folder.setAside(keysOf()))).toMatchObject({ code: 'vault.unwritable', cause });
  const change = { key, keys: keysOf(), more: [secret('a', 'x')] };
  expect(thrownBy(() => folder.encryptAll(change))).toMatchObject({ code: 'vault.unwritable', cause });
});

describe('another key', () => {
  it('encrypts what can be decrypted and what is new; the rest stays as it is', () => {
    const { path, folder } = folderWith([key, secret('a', 'old')], [another, secret('a', 'new', 'two')]);
    const foreign = vaultKey(Buffer.alloc(32, 9));
    folder.write(foreign, secret('a', 'foreign'));
    writeFileSync(join(path, 'damaged.secret'), 'x');
    const before = contents(path);
    const reopened = openVaultFolder(path);
    expect(reopened.keyIds()).toEqual(new Set([key.id, another.id, foreign.id]));
    reopened.encryptAll({ key: another, keys: keysOf(key, another), more: [secret('a', 'session', 'three')] });
    expect(reopened.keyIds()).toEqual(new Set([another.id, foreign.id]));
    expect(reopened.has('a', 'session')).toBe(true);
    const read2 = (name: string) => read(reopened, 'a', name, keysOf(another));
    expect(['old', 'new', 'session'].map(read2)).toEqual(['one', 'two', 'three']);
    // Those of the new key, of a foreign one, and the damaged one.
    expect(contents(path).filter((content) => before.includes(content))).toHaveLength(3);
  });

  it('keeps the file of the former passphrase where it has a file of its own', () => {
    const { path, folder } = folderWith();
    const keyFile = { path: join(path, 'key.json'), data: 'second' };
    writeFileSync(keyFile.path, 'first');
    folder.encryptAll({ key, keys: keysOf(), more: [] });
    expect(readdirSync(path)).toEqual(['key.json']);
    folder.encryptAll({ key, keys: keysOf(), keyFile, more: [] });
    const kept = readdirSync(path).filter((name) => name.startsWith('key.replaced-'));
    expect(kept.map((name) => readFileSync(join(path, name), 'utf8'))).toEqual(['first']);
    expect(readFileSync(keyFile.path, 'utf8')).toBe('second');
  });
});

it('sets aside what no key opens and the file of the passphrase, for the user alone, and nothing else', () => {
  const { path, folder } = folderWith([key, secret('a', 'x')], [another, secret('a', 'y')]);
  writeFileSync(join(path, 'damaged.secret'), 'x');
  writeFileSync(join(path, 'notes.txt'), 'x');
  const opened = openVaultFolder(path);
  opened.setAside(keysOf(key));
  const asideOf = () => readdirSync(path).filter((name) => name.startsWith('set-aside-'));
  const aside = join(path, asideOf()[0] ?? '');
  expect(statSync(aside).mode & 0o777).toBe(0o700);
  expect(readdirSync(aside)).toHaveLength(2);
  expect(existsSync(join(path, 'notes.txt'))).toBe(true);
  expect([opened.has('a', 'x'), opened.has('a', 'y')]).toEqual([true, false]);
  expect(folder.keyIds()).toEqual(new Set([key.id]));
  rmSync(aside, { recursive: true });
  writeFileSync(join(path, 'key.json'), '{}');
  opened.setAside(keysOf(key));
  expect(readdirSync(join(path, asideOf()[0] ?? ''))).toEqual(['key.json']);
  expect(read(opened, 'a', 'x')).toBe('one');
});
