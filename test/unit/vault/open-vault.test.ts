import { describe, expect, it } from 'vitest';
import type { KeyStore } from '../../../app/vault/key-store.ts';
import { openVault } from '../../../app/vault/open-vault.ts';
import { memoryKeyStore, noKeyStore } from '../../servers/key-stores.ts';
import { temporaryFolder } from './folders.ts';
import { sessionVault } from './session-vault.ts';

const open = (folder: string, keyStore: KeyStore, environment: NodeJS.ProcessEnv = {}) =>
  openVault({ folder, keyStore, environment, keychainTimeoutMs: 5000 });
const environment = { TOKENBOARD_KEY: 'a passphrase' };

describe('secrets of the session', () => {
  it('are told apart by owner and name, and removed and brought back like stored ones', async () => {
    const vault = await sessionVault();
    for (const [owner, name] of [
      ['a', 'x'],
      ['a', 'y'],
      ['b', 'x'],
    ] as const)
      vault.write(owner, name, `${owner}${name}`);
    const all = () => ['ax', 'ay', 'bx'].map(([owner = '', name = '']) => vault.read(owner, name));
    expect(all()).toEqual(['ax', 'ay', 'bx']);
    const one = vault.remove('a', 'x');
    expect(all()).toEqual([undefined, 'ay', 'bx']);
    one();
    expect(all()).toEqual(['ax', 'ay', 'bx']);
    const both = vault.removeOwner('a');
    expect(all()).toEqual([undefined, undefined, 'bx']);
    both();
    expect(all()).toEqual(['ax', 'ay', 'bx']);
    vault.remove('a', 'never')();
    expect(vault.has('a', 'never')).toBe(false);
  });

  it('are copied to another owner, those that are there', async () => {
    const vault = await sessionVault();
    vault.write('a', 'x', 'one');
    vault.write('a', 'z', 'not named');
    vault.copyOwner('a', 'b', ['x', 'y']);
    expect(vault.read('b', 'x')).toBe('one');
    expect([vault.has('b', 'y'), vault.has('b', 'z')]).toEqual([false, false]);
  });

  it('do not hide what is written after the user gave a key', async () => {
    const vault = await sessionVault();
    vault.write('a', 'x', 'old');
    await vault.useKey('a passphrase');
    vault.write('a', 'x', 'new');
    expect(vault.read('a', 'x')).toBe('new');
  });
});

it('brings stored secrets back, and copies them', async () => {
  const vault = await open(temporaryFolder(), memoryKeyStore());
  vault.write('a', 'x', 'one');
  const one = vault.remove('a', 'x');
  one();
  const all = vault.removeOwner('a');
  expect(vault.has('a', 'x')).toBe(false);
  all();
  vault.copyOwner('a', 'b', ['x']);
  expect([vault.read('a', 'x'), vault.read('b', 'x')]).toEqual(['one', 'one']);
});

it('says that a stored secret needs the keychain where that is gone [38]', async () => {
  const folder = temporaryFolder();
  (await open(folder, memoryKeyStore())).write('a', 'x', 'one');
  const without = await open(folder, noKeyStore);
  expect(without.status()).toMatchObject({ status: 'session' });
  expect(() => without.read('a', 'x')).toThrow(expect.objectContaining({ code: 'vault.no_keychain' }));
});

describe('a key of the environment', { timeout: 60_000 }, () => {
  it('opens what it encrypted, and does not ask a keychain for that [38]', async () => {
    const folder = temporaryFolder();
    const keychain = memoryKeyStore();
    (await open(folder, keychain, environment)).write('a', 'x', 'one');
    const reads: string[] = [];
    const watched: KeyStore = {
      ...keychain,
      read: () => {
        reads.push('asked');
        return keychain.read();
      },
    };
    expect((await open(folder, watched, environment)).read('a', 'x')).toBe('one');
    expect(reads).toEqual([]);
    expect(keychain.value).toBeNull();
  });

  it('is not asked for once it is gone and nothing needs it [38]', async () => {
    const folder = temporaryFolder();
    await open(folder, memoryKeyStore(), environment);
    expect((await open(folder, memoryKeyStore())).status()).toEqual({ status: 'keychain' });
  });

  it('stands beside the key of the keychain, and a reset keeps what that one opens [38]', async () => {
    const folder = temporaryFolder();
    const keychain = memoryKeyStore();
    (await open(folder, keychain)).write('a', 'early', 'one');
    (await open(folder, keychain, environment)).write('a', 'late', 'two');
    const both = await open(folder, keychain, environment);
    expect([both.read('a', 'early'), both.read('a', 'late')]).toEqual(['one', 'two']);

    const locked = await open(folder, keychain);
    expect(locked.status()).toMatchObject({ status: 'locked' });
    expect(await locked.reset()).toEqual({ status: 'keychain' });
    expect(locked.read('a', 'early')).toBe('one');
    expect(locked.has('a', 'late')).toBe(false);
  });

  it('can be reset without a keychain, too: secrets then end with the session [38]', async () => {
    const folder = temporaryFolder();
    (await open(folder, noKeyStore, environment)).write('a', 'x', 'one');
    const locked = await open(folder, noKeyStore);
    expect(await locked.reset()).toMatchObject({ status: 'session' });
    locked.write('a', 'x', 'two');
    expect(locked.read('a', 'x')).toBe('two');
  });
});
