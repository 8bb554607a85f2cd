import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile, sweepTemporaryFiles } from '../../process/atomic-file.ts';
import { valueTypes } from '../../shared/shape/shape.ts';
import type { Vault } from '../../vault/vault.ts';
import type { KeptRows } from './kept-rows.ts';

/** The last good rows of a resource. */
export interface StoredRows {
  /** Epoch ms: when the service sent them. */
  at: number;
  /** The request that they are the response of (`requestOf`). */
  request: string;
  kept: KeptRows;
}

/** What a file must be of, to be read. */
export type Wanted = Pick<StoredRows, 'request'> & Pick<KeptRows, 'view'>;

/**
 * Stores the rows of each published resource in one file. The file is encrypted (AES-256-GCM) with its own key. Only the
 * key is in the vault, so that the vault stays small and the rows are as safe as the secrets.
 */
export interface RowsFiles {
  /** `undefined`: none, of another request or shape, damaged, of a foreign key, or the vault is locked. Never rejects. */
  read(id: string, wanted: Wanted): Promise<StoredRows | undefined>;
  /** Durable when it resolves (fsync, rename; 0600). Keeps nothing while the vault keeps nothing. Rejects if the disk is full. */
  write(id: string, rows: StoredRows): Promise<void>;
  remove(id: string): void;
  /** Removes the files of all others. */
  keepOnly(ids: readonly string[]): void;
  /** Uses new keys from now on. */
  renewKeys(): void;
}

const extension = '.rows';
const magic = 'TBROWS1';
const ivBytes = 12;
const tagBytes = 16;
const pieceBytes = 2 ** 20;
/** Two names for the key, so that the file of the former key stays readable until the next one is whole. */
const slots = ['A', 'B'] as const;
type Slot = (typeof slots)[number];

const headerSchema = z.object({
  at: z.number(),
  request: z.string(),
  view: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.enum(valueTypes) })),
  rowCount: z.number(),
  hash: z.string(),
});

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
/** IDs may contain anything, and some file systems ignore case. */
const nameOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 32) + extension;
const ownerOf = (id: string): string => `feed-rows:${id}`;
const secretOf = (slot: Slot): string => `rowsKey${slot}`;
const boundTo = (id: string, slot: Slot): Buffer => Buffer.from(JSON.stringify([magic, slot, id]));

export function createRowsFiles(
  folder: string,
  vault: Pick<Vault, 'status' | 'read' | 'write' | 'has' | 'removeOwner'>,
): RowsFiles {
  /** The keys that this process made. */
  const keys = new Map<string, { slot: Slot; bytes: Buffer }>();
  /** Of the files that are there. */
  const slotsInUse = new Map<string, Slot>();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  sweepTemporaryFiles(folder);

  const isKept = (): boolean => ['keychain', 'key'].includes(vault.status().status);
  const keyFor = (id: string): { slot: Slot; bytes: Buffer } => {
    const known = keys.get(id);
    if (known !== undefined) return known;
    const slot: Slot = slotsInUse.get(id) === 'A' ? 'B' : 'A';
    const key = { slot, bytes: randomBytes(32) };
    vault.write(ownerOf(id), secretOf(slot), key.bytes.toString('base64url'));
    keys.set(id, key);
    return key;
  };

  const removeOthers = (ids: readonly string[]): void => {
    const names = new Set(ids.map(nameOf));
    for (const name of readdirSync(folder))
      if (name.endsWith(extension) && !names.has(name))
        removeQuietly(() => rmSync(join(folder, name), { force: true }));
  };

  return {
    read: async (id, wanted) => {
      try {
        const file = await readFile(join(folder, nameOf(id)));
        const slot = slots.find((each) => file.subarray(0, magic.length + 1).equals(Buffer.from(magic + each)));
        const secret = slot && vault.read(ownerOf(id), secretOf(slot));
        if (slot === undefined || secret === undefined) return undefined;
        slotsInUse.set(id, slot);
        const start = magic.length + 1;
        const iv = file.subarray(start, start + ivBytes);
        const decipher = createDecipheriv('aes-256-gcm', Buffer.from(secret, 'base64url'), iv, {
          authTagLength: tagBytes,
        });
        decipher.setAAD(boundTo(id, slot)).setAuthTag(file.subarray(-tagBytes));
        const plain = Buffer.concat([decipher.update(file.subarray(start + ivBytes, -tagBytes)), decipher.final()]);
        const length = plain.readUInt32BE(0);
        const header = headerSchema.parse(JSON.parse(plain.toString('utf8', 4, 4 + length)));
        if (header.request !== hashOf(wanted.request) || header.view !== hashOf(wanted.view)) return undefined;
        const { at, columns, rowCount, hash } = header;
        const kept = { view: wanted.view, columns, rowCount, hash, gzipped: plain.subarray(4 + length) };
        return { at, request: wanted.request, kept };
      } catch {
        // No file, a damaged or foreign one, or a locked vault: the rows are fetched again.
        return undefined;
      }
    },
    write: async (id, { at, request, kept: { view, columns, rowCount, hash, gzipped } }) => {
      if (!isKept()) return;
      const { slot, bytes: key } = keyFor(id);
      const text = JSON.stringify({ at, request: hashOf(request), view: hashOf(view), columns, rowCount, hash });
      const header = Buffer.from(text);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(header.length);
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(boundTo(id, slot));
      const path = join(folder, nameOf(id));
      const temporary = `${path}.tmp-${randomUUID()}`;
      try {
        const file = await open(temporary, 'wx', 0o600);
        try {
          await file.writeFile(
            Buffer.concat([Buffer.from(magic + slot), iv, cipher.update(length), cipher.update(header)]),
          );
          // In pieces, between which the app goes on.
          for (let from = 0; from < gzipped.length; from += pieceBytes)
            await file.writeFile(cipher.update(gzipped.subarray(from, from + pieceBytes)));
          await file.writeFile(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
          await file.sync();
        } finally {
          await file.close();
        }
        replaceFile(temporary, path);
        slotsInUse.set(id, slot);
      } catch (error) {
        rmSync(temporary, { force: true });
        throw error;
      }
    },
    remove: (id) => {
      keys.delete(id);
      slotsInUse.delete(id);
      removeQuietly(() => rmSync(join(folder, nameOf(id)), { force: true }));
      if (slots.some((slot) => vault.has(ownerOf(id), secretOf(slot))))
        removeQuietly(() => vault.removeOwner(ownerOf(id)));
    },
    keepOnly: removeOthers,
    renewKeys: () => {
      keys.clear();
      // The former key is gone for good.
      if (vault.status().status === 'session') removeOthers([]);
    },
  };
}

/** A file that cannot be removed is encrypted all the same. */
function removeQuietly(remove: () => unknown): void {
  try {
    remove();
  } catch {}
}
