import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { VaultError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';

/** A stored secret: AES-256-GCM. The additional data binds it to owner, name and version. */
export const vaultRecordSchema = z.object({
  version: z.literal(1),
  owner: z.string(),
  name: z.string(),
  keyId: z.string(),
  iv: z.string(),
  ciphertext: z.string(),
  tag: z.string(),
});
export type VaultRecord = z.infer<typeof vaultRecordSchema>;

export interface VaultKey {
  /** Distinguishes a wrong key from a changed file. Reveals nothing about the key. */
  id: string;
  bytes: Buffer;
}

export const vaultKey = (bytes: Buffer): VaultKey => ({
  bytes,
  id: createHmac('sha256', bytes).update('Tokenboard vault key id').digest('hex').slice(0, 16),
});

export function encrypt(key: VaultKey, owner: string, name: string, value: string): VaultRecord {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(boundTo(owner, name));
  const ciphertext = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return {
    version: 1,
    owner,
    name,
    keyId: key.id,
    iv: iv.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/**
 * Uses the requested `owner` and `name`, not those in the record, so that a copied file does not decrypt. Throws
 * `vault.decrypt_failed`.
 */
export function decrypt(key: VaultKey, record: VaultRecord, owner: string, name: string): string {
  try {
    const tag = Buffer.from(record.tag, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(record.iv, 'base64'), {
      authTagLength: 16,
    });
    decipher.setAAD(boundTo(owner, name)).setAuthTag(tag);
    return Buffer.concat([decipher.update(Buffer.from(record.ciphertext, 'base64')), decipher.final()]).toString(
      'utf8',
    );
  } catch (error) {
    throw damaged(error);
  }
}

/** Throws VaultError `vault.decrypt_failed`. */
export function readRecord(text: string): VaultRecord {
  try {
    return vaultRecordSchema.parse(JSON.parse(text));
  } catch (error) {
    throw damaged(error);
  }
}

const boundTo = (owner: string, name: string): Buffer => Buffer.from(JSON.stringify(['tokenboard', 1, owner, name]));

const damaged = (cause: unknown) =>
  new VaultError('vault.decrypt_failed', message('vault.damaged'), {
    cause,
  });
