import { randomBytes } from 'node:crypto';
import { VaultError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { type VaultKey, vaultKey } from './record.ts';

/** Stores the key. In tests a map replaces the system's keychain. */
export interface KeyStore {
  /** `null`: no key yet. Rejects if there is no keychain, or it stays locked. */
  read(): Promise<string | null>;
  write(value: string): Promise<void>;
}

/** The system's keychain: Keychain, Credential Manager, Secret Service. A native module, loaded on first use. */
export function systemKeyStore(name = 'vault-key'): KeyStore {
  return {
    read: async () => (await (await entryOf(name)).getPassword()) ?? null,
    write: async (value) => (await entryOf(name)).setPassword(value),
  };
}

async function entryOf(name: string) {
  const { AsyncEntry } = await import('@napi-rs/keyring');
  // Set for Linux: otherwise the library falls back to the kernel's keyring, which loses the key at a restart.
  return new AsyncEntry('Tokenboard', name, { linux: { store: 'secret-service' } });
}

/** A keychain whose entry can be removed again. */
export interface ProbeKeyStore extends KeyStore {
  remove(): Promise<void>;
}

/** An entry of the system's keychain that holds no secret, to see whether the keychain works. */
export function systemProbeStore(): ProbeKeyStore {
  return { ...systemKeyStore(probeName), remove: async () => void (await (await entryOf(probeName)).deletePassword()) };
}
const probeName = 'doctor-check';

/** Writes, reads and removes a random value. Rejects with VaultError `vault.no_keychain`. */
export async function tryKeychain(store: ProbeKeyStore, timeoutMs: number): Promise<void> {
  const value = randomBytes(keyBytes).toString('base64');
  await inTime(store.write(value), timeoutMs);
  const kept = await inTime(store.read(), timeoutMs);
  await inTime(store.remove(), timeoutMs);
  if (kept !== value) throw noKeychain(message('vault.keychain.notKept'));
}

/** The key that the keychain has. `undefined`: none yet. Writes nothing. Rejects with VaultError `vault.no_keychain`. */
export async function keptKey(store: KeyStore, timeoutMs: number): Promise<VaultKey | undefined> {
  const stored = await inTime(store.read(), timeoutMs);
  return stored === null ? undefined : decodeKey(stored);
}

const keyBytes = 32;

/** The keychain's key, created on first use. Rejects with VaultError `vault.no_keychain`. */
export async function keychainKey(store: KeyStore, timeoutMs: number): Promise<VaultKey> {
  const stored = await inTime(store.read(), timeoutMs);
  if (stored !== null) return decodeKey(stored);
  await inTime(store.write(randomBytes(keyBytes).toString('base64')), timeoutMs);
  // Read the key back: another process may have been first, and a keychain that does not store it must not be trusted.
  const kept = await inTime(store.read(), timeoutMs);
  if (kept === null) throw noKeychain(message('vault.keychain.notKept'));
  return decodeKey(kept);
}

function decodeKey(stored: string): VaultKey {
  const bytes = Buffer.from(stored, 'base64');
  if (bytes.length !== keyBytes) throw noKeychain(message('vault.keychain.damaged'));
  return vaultKey(bytes);
}

/** A keychain may ask the user for a password and wait forever. */
async function inTime<Value>(work: Promise<Value>, timeoutMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(noKeychain(message('vault.keychain.silent'))), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    if (error instanceof VaultError) throw error;
    throw noKeychain(message('vault.keychain.none'), error);
  } finally {
    clearTimeout(timer);
  }
}

const noKeychain = (text: Message, cause?: unknown) => new VaultError('vault.no_keychain', text, { cause });
