import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConnections } from '../connections/connections-file.ts';
import { type HandedOutToken, handOutToken } from '../connections/hand-out-token.ts';
import { readStoredToken } from '../connections/token-store.ts';
import { isExpired } from '../oauth/expiry.ts';
import { requireNamed } from '../shared/require-named.ts';
import { type KeyStore, systemKeyStore } from '../vault/key-store.ts';
import { openStored } from '../vault/read-stored.ts';

export interface StoredTokenRequest {
  /** A name, an ID, or the beginning of one of them. */
  connection: string;
  /** How long the token must be valid. */
  minimumMs: number;
  dataFolder: string;
  environment: NodeJS.ProcessEnv;
  /** Replaces the keychain in tests. */
  keyStore?: KeyStore;
}

/** Long, because the keychain may ask the user for a password. */
const keychainTimeoutMs = 120_000;

/**
 * The stored token, in a folder that no app uses: opening the whole app takes 20 times as long. Only reads. `undefined`:
 * the app has to do more, such as to renew the token, or to say what is wrong.
 */
export async function storedToken({
  connection: text,
  minimumMs,
  dataFolder,
  environment,
  keyStore = systemKeyStore(),
}: StoredTokenRequest): Promise<(HandedOutToken & { id: string; name: string }) | undefined> {
  try {
    // An app that cannot be reached: another computer's, one that starts, or one that was killed.
    if (['instance.lock', 'instance.claim'].some((name) => existsSync(join(dataFolder, name)))) return undefined;
    const connections = readConnections(readFileSync(join(dataFolder, 'connections.json'), 'utf8'));
    if (connections === undefined) return undefined;
    const connection = requireNamed(connections, text);
    const folder = join(dataFolder, 'vault');
    const read = await openStored({ folder, environment, keyStore, keychainTimeoutMs });
    const stored = read?.(connection.id, 'tokenSet');
    if (read === undefined || stored === undefined) return undefined;
    const { tokenSet, rejected } = readStoredToken(stored);
    if (rejected !== undefined || isExpired(tokenSet, Date.now())) return undefined;
    const { id, name } = connection;
    const tokens = { usableToken: () => tokenSet, tokenInsteadOf: () => Promise.reject(new Error('not here')) };
    return { id, name, ...(await handOutToken(connection, minimumMs, { tokens, vault: { read }, now: Date.now })) };
  } catch {
    // The app says why in a sentence.
    return undefined;
  }
}
