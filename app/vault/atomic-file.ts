import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const temporaryMark = '.tmp-';

/** The old file or the new one, never a part of either: temporary file, fsync, rename, fsync of the folder. */
export function writeFileDurably(path: string, data: string): void {
  try {
    writeOnce(path, data);
  } catch (error) {
    // Another process of the app swept the temporary file away when it started.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
    writeOnce(path, data);
  }
}

function writeOnce(path: string, data: string): void {
  const temporary = `${path}${temporaryMark}${randomUUID()}`;
  try {
    const file = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(file, data);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameOver(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** What a killed write left behind. */
export function sweepTemporaryFiles(folder: string): void {
  for (const name of readdirSync(folder)) if (name.includes(temporaryMark)) rmSync(join(folder, name), { force: true });
}

/** On Windows a virus scanner may hold the old file for a moment. */
function renameOver(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (attempt === 10 || (code !== 'EPERM' && code !== 'EACCES' && code !== 'EBUSY')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** Makes a rename or removal in the folder last. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows cannot open a folder: there the rename itself is journaled.
  }
}
