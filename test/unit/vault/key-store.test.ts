import { afterEach, expect, it, vi } from 'vitest';
import { type KeyStore, keychainKey } from '../../../app/vault/key-store.ts';
import { memoryKeyStore, noKeyStore } from '../../servers/key-stores.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('makes a key of 256 bits once, and finds the same again [38]', async () => {
  const keychain = memoryKeyStore();
  const made = await keychainKey(keychain, 5000);
  expect(made.bytes).toHaveLength(32);
  expect(await keychainKey(keychain, 5000)).toEqual(made);
  expect((await keychainKey(memoryKeyStore(), 5000)).bytes).not.toEqual(made.bytes);
});

it('takes the key of another process that was first', async () => {
  const keychain = memoryKeyStore();
  const theirs = Buffer.alloc(32, 5);
  const late: KeyStore = {
    ...keychain,
    write: async () => {
      keychain.value = theirs.toString('base64');
    },
  };
  expect((await keychainKey(late, 5000)).bytes).toEqual(theirs);
});

it('says what is wrong with a keychain, and keeps why', async () => {
  const forgetful: KeyStore = { read: async () => null, write: async () => undefined };
  const damaged: KeyStore = { ...forgetful, read: async () => 'c2hvcnQ=' };
  const expected = (message: string) => ({ code: 'vault.no_keychain', message: expect.stringContaining(message) });
  await expect(keychainKey(forgetful, 5000)).rejects.toMatchObject(expected('did not store the key'));
  await expect(keychainKey(damaged, 5000)).rejects.toMatchObject(expected('is damaged'));
  await expect(keychainKey(noKeyStore, 5000)).rejects.toMatchObject({
    ...expected('has no keychain'),
    cause: expect.objectContaining({ message: 'no bus' }),
  });
});

it('leaves no timer that would keep the app from ending', async () => {
  vi.useFakeTimers();
  await keychainKey(memoryKeyStore(), 5000);
  expect(vi.getTimerCount()).toBe(0);
});
