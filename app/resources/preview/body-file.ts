import { type Cipheriv, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Prefix of the temporary folders. */
export const bodyFolderPrefix = 'tokenboard-body-';

/** The response is only hidden, not protected from changes: whoever can write the file can write the saved one too. */
const algorithm = 'aes-256-ctr';
const partBytes = 2 ** 20;

/**
 * A body too large to show, in a file that only the user can read (0600), until it is closed. The file is encrypted with a
 * key that is only in this process's memory, so that a killed process leaves nothing readable.
 */
export class BodyFile {
  private readonly folder: string;
  private readonly path: string;
  private readonly descriptor: number;
  private readonly key = randomBytes(32);
  private readonly start = randomBytes(16);
  private readonly cipher: Cipheriv = createCipheriv(algorithm, this.key, this.start);
  private open = true;

  constructor(prefix: string) {
    this.folder = mkdtempSync(join(tmpdir(), prefix));
    this.path = join(this.folder, 'body');
    this.descriptor = openSync(this.path, 'wx', 0o600);
  }

  write(bytes: Uint8Array): void {
    writeWhole(this.descriptor, this.cipher.update(bytes));
  }

  saveAs(path: string): void {
    const decipher = createDecipheriv(algorithm, this.key, this.start);
    const from = openSync(this.path, 'r');
    try {
      const to = openSync(path, 'w', 0o600);
      try {
        // The file may be older, with other permissions.
        fchmodSync(to, 0o600);
        const part = Buffer.allocUnsafe(partBytes);
        for (let count = readSync(from, part); count > 0; count = readSync(from, part))
          writeWhole(to, decipher.update(part.subarray(0, count)));
      } finally {
        closeSync(to);
      }
    } finally {
      closeSync(from);
    }
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    closeSync(this.descriptor);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.byteLength; ) at += writeSync(descriptor, bytes, at);
}

/** Removes the files of one preview process, which may have crashed. */
export function removeFilesOf(engineId: string): void {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(`${bodyFolderPrefix}${engineId}-`)))
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
}

const leftAfterMs = 24 * 60 * 60 * 1000;

/** Removes files that a killed process left. Keeps other users' files. */
export function removeLeftFiles(now: number): void {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(bodyFolderPrefix))) {
    const folder = join(tmpdir(), name);
    try {
      if (now - statSync(folder).mtimeMs > leftAfterMs) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's file, or already removed.
    }
  }
}
