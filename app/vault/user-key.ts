import { randomBytes, scrypt } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type VaultKey, vaultKey } from './record.ts';

/** What is needed to derive the key from the passphrase again, and to recognize a wrong passphrase. */
const userKeySchema = z.object({
  version: z.literal(1),
  salt: z.string(),
  /** OWASP's recommendation for scrypt: 128 MiB, about half a second. */
  cost: z.literal(2 ** 17),
  keyId: z.string(),
  /** Absent in files of older versions. The app does not ask for a key that came from the environment. */
  givenBy: z.enum(['user', 'environment']).optional(),
});
export type UserKeyFile = z.infer<typeof userKeySchema>;

const cost = 2 ** 17;
export const userKeyFileName = 'key.json';
const deriveKey = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

async function derive(passphrase: string, salt: Buffer): Promise<VaultKey> {
  // NFC: the same passphrase typed on another system must produce the same bytes.
  const bytes = await deriveKey(passphrase.normalize('NFC'), salt, 32, { N: cost, r: 8, p: 1, maxmem: 160 * 2 ** 20 });
  return vaultKey(bytes);
}

/** `undefined`: the user never gave a key, or the file is damaged, so that a wrong key cannot be recognized. */
export function readUserKeyFile(folder: string): UserKeyFile | undefined {
  try {
    return userKeySchema.parse(JSON.parse(readFileSync(join(folder, userKeyFileName), 'utf8')));
  } catch {
    return undefined;
  }
}

/** `undefined`: the passphrase does not match the file. */
export async function openUserKey(file: UserKeyFile, passphrase: string): Promise<VaultKey | undefined> {
  const key = await derive(passphrase, Buffer.from(file.salt, 'base64'));
  return key.id === file.keyId ? key : undefined;
}

export interface NewUserKey {
  key: VaultKey;
  /** The file that must be written together with what the key encrypts. */
  file: { path: string; data: string };
}

/** Creates a key without writing anything. */
export async function createUserKey(
  folder: string,
  passphrase: string,
  givenBy: 'user' | 'environment',
): Promise<NewUserKey> {
  const salt = randomBytes(16);
  const key = await derive(passphrase, salt);
  const content: UserKeyFile = { version: 1, salt: salt.toString('base64'), cost, keyId: key.id, givenBy };
  return { key, file: { path: join(folder, userKeyFileName), data: JSON.stringify(content) } };
}

/**
 * Keeps the former salt, which a file in a backup may still need. If it fails, throws as `fs` does and changes nothing.
 */
export function keepFormerKeyFile(folder: string): void {
  const path = join(folder, userKeyFileName);
  if (existsSync(path)) copyFileSync(path, join(folder, `key.replaced-${Date.now()}.json`));
}
