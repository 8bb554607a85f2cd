import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Prefix of the temporary folders. */
export const bodyFolderPrefix = 'tokenboard-body-';

/** A body too large to show, in a file that only the user can read (0600), until it is closed. */
export class BodyFile {
  private readonly folder: string;
  private readonly path: string;
  private readonly descriptor: number;
  private open = true;

  constructor(prefix: string) {
    this.folder = mkdtempSync(join(tmpdir(), prefix));
    this.path = join(this.folder, 'body');
    this.descriptor = openSync(this.path, 'wx', 0o600);
  }

  write(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.byteLength) at += writeSync(this.descriptor, bytes, at);
  }

  saveAs(path: string): void {
    copyFileSync(this.path, path);
    chmodSync(path, 0o600);
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    closeSync(this.descriptor);
    rmSync(this.folder, { recursive: true, force: true });
  }
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
