import { chmodSync, copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { message } from '../../../app/shared/messages/message.ts';
import type { KeyStore } from '../../../app/vault/key-store.ts';
import { openVault } from '../../../app/vault/open-vault.ts';
import { memoryKeyStore, noKeyStore } from '../../servers/key-stores.ts';
import { temporaryFolder } from './folders.ts';

const open = (folder: string, keyStore: KeyStore, environment: NodeJS.ProcessEnv = {}, keychainTimeoutMs = 5000) =>
  openVault({ folder, keyStore, environment, keychainTimeoutMs });
const secretFiles = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.secret'));
const code = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'no code';
  }
  return 'no error';
};

it('keeps a secret over a restart, encrypted with the key of the keychain [38]', async () => {
  const folder = temporaryFolder();
  const keychain = memoryKeyStore();
  const vault = await open(folder, keychain);
  expect(vault.status()).toEqual({ status: 'keychain' });
  vault.write('owner', 'clientSecret', 'canary-söcret');
  for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), 'utf8')).not.toContain('canary');

  const again = await open(folder, keychain);
  expect(again.read('owner', 'clientSecret')).toBe('canary-söcret');
  expect(again.has('owner', 'clientSecret')).toBe(true);
  expect(again.read('owner', 'password')).toBeUndefined();
});

it('makes its files 0600 in a folder 0700, and sweeps what a killed write left [39]', async () => {
  const folder = join(temporaryFolder(), 'vault');
  const keychain = memoryKeyStore();
  const vault = await open(folder, keychain);
  vault.write('owner', 'clientSecret', 'one');
  const [file = ''] = secretFiles(folder);
  expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  writeFileSync(join(folder, `${file}.tmp-123`), 'half');
  await open(folder, keychain);
  expect(readdirSync(folder)).toEqual([file]);
});

it('writes another file for every owner and name, and one only when one changes', async () => {
  const folder = temporaryFolder();
  const vault = await open(folder, memoryKeyStore());
  vault.write('a', 'header:x-api-key', '1');
  const before = secretFiles(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  vault.write('a', 'tokenSet', '2');
  vault.write('../../a', 'tokenSet', '3');
  vault.write('A', 'tokenSet', '4');
  const files = secretFiles(folder);
  expect(files).toHaveLength(4);
  expect(files.map((file) => readFileSync(join(folder, file), 'utf8'))).toEqual(expect.arrayContaining(before));
  expect(['a', '../../a', 'A'].map((owner) => vault.read(owner, 'tokenSet'))).toEqual(['2', '3', '4']);
  vault.removeOwner('a');
  expect(vault.has('a', 'tokenSet')).toBe(false);
  expect(secretFiles(folder)).toHaveLength(2);
});

it('tells a changed file from a wrong key, and deletes neither [38]', async () => {
  const folder = temporaryFolder();
  const keychain = memoryKeyStore();
  const vault = await open(folder, keychain);
  vault.write('owner', 'tokenSet', 'value');
  const [file = ''] = secretFiles(folder);
  const path = join(folder, file);
  const sound = readFileSync(path, 'utf8');

  const record = JSON.parse(sound);
  for (const changed of [
    JSON.stringify({ ...record, ciphertext: Buffer.from('other').toString('base64') }),
    JSON.stringify({ ...record, tag: record.tag.slice(0, 4) }),
    JSON.stringify({ ...record, version: 2 }),
    sound.slice(0, 40),
    '',
  ]) {
    writeFileSync(path, changed);
    expect(code(() => vault.read('owner', 'tokenSet'))).toBe('vault.decrypt_failed');
    expect(readFileSync(path, 'utf8')).toBe(changed);
  }
  writeFileSync(path, sound);
  expect(vault.read('owner', 'tokenSet')).toBe('value');

  const otherKeychain = await open(folder, memoryKeyStore());
  expect(code(() => otherKeychain.read('owner', 'tokenSet'))).toBe('vault.wrong_key');
  expect(readFileSync(path, 'utf8')).toBe(sound);
});

it('does not decrypt a file that was put in the place of another [38]', async () => {
  const folder = temporaryFolder();
  const vault = await open(folder, memoryKeyStore());
  vault.write('attacker', 'tokenSet', 'mine');
  const [from = ''] = secretFiles(folder);
  vault.write('victim', 'tokenSet', 'theirs');
  const to = secretFiles(folder).find((file) => file !== from) ?? '';
  copyFileSync(join(folder, from), join(folder, to));
  expect(code(() => vault.read('victim', 'tokenSet'))).toBe('vault.decrypt_failed');
});

it('says why there is no keychain and keeps secrets for the session, until the user gives a key [38]', {
  timeout: 60_000,
}, async () => {
  const folder = temporaryFolder();
  const vault = await open(folder, noKeyStore);
  expect(vault.status()).toEqual({
    status: 'session',
    reason: message('vault.keychain.none'),
  });
  vault.write('owner', 'clientSecret', 'one');
  expect(vault.read('owner', 'clientSecret')).toBe('one');
  expect(readdirSync(folder)).toEqual([]);

  expect(await vault.useKey('a passphrase')).toEqual({ status: 'key', source: 'user' });
  expect(vault.read('owner', 'clientSecret')).toBe('one');
  expect(secretFiles(folder)).toHaveLength(1);

  const locked = await open(folder, noKeyStore);
  expect(locked.status()).toMatchObject({ status: 'locked' });
  expect(locked.has('owner', 'clientSecret')).toBe(true);
  expect(code(() => locked.read('owner', 'clientSecret'))).toBe('vault.locked');
  expect(code(() => locked.write('owner', 'other', 'x'))).toBe('vault.locked');
  await expect(locked.useKey('another')).rejects.toMatchObject({ code: 'vault.wrong_key' });
  expect(locked.status()).toMatchObject({ status: 'locked' });
  await locked.useKey('a passphrase');
  expect(locked.read('owner', 'clientSecret')).toBe('one');

  const byEnvironment = await open(folder, noKeyStore, { TOKENBOARD_KEY: 'a passphrase' });
  expect(byEnvironment.status()).toEqual({ status: 'key', source: 'environment' });
  expect(byEnvironment.read('owner', 'clientSecret')).toBe('one');
  const wrong = await open(folder, noKeyStore, { TOKENBOARD_KEY: 'another' });
  expect(wrong.status()).toMatchObject({ status: 'locked', reason: message('vault.locked.otherKey') });
});

it('encrypts what the keychain protected anew with a key of the user, and reads both meanwhile [38]', {
  timeout: 60_000,
}, async () => {
  const folder = temporaryFolder();
  const keychain = memoryKeyStore();
  const vault = await open(folder, keychain);
  vault.write('owner', 'tokenSet', 'one');
  const early = await open(folder, keychain, { TOKENBOARD_KEY: 'a passphrase' });
  expect(early.read('owner', 'tokenSet')).toBe('one');

  await vault.useKey('mine');
  const without = await open(folder, noKeyStore);
  expect(without.status()).toMatchObject({ status: 'locked' });
  await without.useKey('mine');
  expect(without.read('owner', 'tokenSet')).toBe('one');
});

it('remembers a passphrase that was set while nothing is stored, and notices a wrong one [38]', {
  timeout: 60_000,
}, async () => {
  const folder = temporaryFolder();
  await (await open(folder, noKeyStore)).useKey('a long passphrase');
  expect(secretFiles(folder)).toEqual([]);
  const again = await open(folder, noKeyStore);
  expect(again.status()).toMatchObject({ status: 'locked' });
  expect(code(() => again.write('owner', 'clientSecret', 'x'))).toBe('vault.locked');
  await expect(again.useKey('another one')).rejects.toMatchObject({ code: 'vault.wrong_key' });
  expect(await again.useKey('a long passphrase')).toEqual({ status: 'key', source: 'user' });
});

it('resets a forgotten passphrase: what it encrypts is moved aside, and what the keychain opens stays [38]', {
  timeout: 60_000,
}, async () => {
  const folder = temporaryFolder();
  const vault = await open(folder, noKeyStore);
  vault.write('owner', 'clientSecret', 'one');
  await vault.useKey('a long passphrase');
  const [file = ''] = secretFiles(folder);
  const encrypted = readFileSync(join(folder, file), 'utf8');
  await expect(vault.reset()).rejects.toMatchObject({ code: 'vault.not_locked' });

  const keychain = memoryKeyStore();
  const locked = await open(folder, keychain);
  expect(await locked.reset()).toEqual({ status: 'keychain' });
  expect(locked.has('owner', 'clientSecret')).toBe(false);
  locked.write('owner', 'clientSecret', 'two');
  const again = await open(folder, keychain);
  expect(again.status()).toEqual({ status: 'keychain' });
  expect(again.read('owner', 'clientSecret')).toBe('two');
  // Still encrypted, for somebody who remembers.
  const aside = readdirSync(folder).find((name) => name.startsWith('set-aside-')) ?? '';
  expect(readFileSync(join(folder, aside, file), 'utf8')).toBe(encrypted);
  expect(readdirSync(join(folder, aside))).toContain('key.json');
});

it.runIf(process.platform !== 'win32')('narrows files and a folder that others may read [57]', async () => {
  const folder = temporaryFolder();
  const keychain = memoryKeyStore();
  const vault = await open(folder, keychain);
  vault.write('owner', 'clientSecret', 'one');
  const [file = ''] = secretFiles(folder);
  chmodSync(join(folder, file), 0o664);
  chmodSync(folder, 0o755);
  const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const again = await open(folder, keychain);
  expect(again.read('owner', 'clientSecret')).toBe('one');
  expect([folder, join(folder, file)].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  expect(told).toHaveBeenCalledWith(expect.stringContaining(folder));
  told.mockClear();
  await open(folder, keychain);
  expect(told).not.toHaveBeenCalled();
  told.mockRestore();
});

it('names a vault folder that cannot be used [48]', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  await expect(open(file, noKeyStore)).rejects.toMatchObject({
    code: 'settings.folder_unusable',
    message: expect.stringContaining(file),
  });
});

it('never waits for ever on a keychain that asks somebody who is not there', async () => {
  const silent: KeyStore = { read: () => new Promise(() => undefined), write: async () => undefined };
  const vault = await open(temporaryFolder(), silent, {}, 20);
  expect(vault.status()).toEqual({ status: 'session', reason: message('vault.keychain.silent') });
});

it('does not trust a keychain that forgets, and does not write over a damaged entry [38]', async () => {
  const forgetful: KeyStore = { read: async () => null, write: async () => undefined };
  expect((await open(temporaryFolder(), forgetful)).status()).toMatchObject({ status: 'session' });
  const damaged = memoryKeyStore();
  damaged.value = 'c2hvcnQ=';
  expect((await open(temporaryFolder(), damaged)).status()).toMatchObject({ status: 'session' });
  expect(damaged.value).toBe('c2hvcnQ=');
});
