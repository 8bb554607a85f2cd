import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { FeedKey } from '../shared/feed/feed.ts';

/** By which people and scanners of leaked secrets recognize a key. */
const prefix = 'tbk_';

/** A new key. `secret` has 256 random bits and only characters that need no escape in a URL (RFC 3986 §2.3). */
export function createFeedKey(
  feedId: string,
  name: string,
  { expiresAt, now }: { expiresAt: number | null; now: number },
): { key: FeedKey; secret: string } {
  const secret = prefix + randomBytes(32).toString('base64url');
  const hash = hashOf(secret).toString('base64url');
  const key = {
    id: randomUUID(),
    feedId,
    name,
    hash,
    ending: secret.slice(-4),
    createdAt: now,
    expiresAt,
    lastUsed: null,
  };
  return { key, secret };
}

/** The key that a reader sent, if it is one of these. Takes as long for a wrong key as for a right one. */
export function findFeedKey(keys: readonly FeedKey[], secret: string, now: number): FeedKey | undefined {
  const hash = hashOf(secret);
  let found: FeedKey | undefined;
  for (const key of keys) if (timingSafeEqual(storedHash(key), hash)) found = key;
  return found !== undefined && (found.expiresAt === null || now < found.expiresAt) ? found : undefined;
}

/** Decoded once: dashboards read each second. */
const storedHashes = new WeakMap<FeedKey, Buffer>();

function storedHash(key: FeedKey): Buffer {
  let bytes = storedHashes.get(key);
  if (bytes === undefined) {
    // A file edited by hand may have other characters; the length must still be that of a hash.
    bytes = Buffer.alloc(32);
    Buffer.from(key.hash, 'base64url').copy(bytes);
    storedHashes.set(key, bytes);
  }
  return bytes;
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
