import type { KeyStore } from '../../app/vault/key-store.ts';

/** A keychain that is a variable. */
export function memoryKeyStore(): KeyStore & { value: string | null } {
  const store = {
    value: null as string | null, // nothing is in it yet
    read: async () => store.value,
    write: async (value: string) => {
      store.value = value;
    },
  };
  return store;
}

export const noKeyStore: KeyStore = {
  read: () => Promise.reject(new Error('no bus')),
  write: () => Promise.reject(new Error('no bus')),
};
