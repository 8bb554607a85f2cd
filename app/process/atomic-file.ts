import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const temporaryMark = '.tmp-';

/**
 * Writes a file so that either the old or the new one exists, never a part: temporary file, fsync, rename, fsync of the
 * folder.
 */
export function writeFileDurably(path: string, data: string): void {
  try {
    writeOnce(path, data);
  } catch (error) {
    // Another process of the app removed the temporary file when it started.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
    writeOnce(path, data);
  }
}

function writeOnce(path: string, data: string): void {
  const { commit } = prepareFile(path, data);
  commit();
  syncFolder(dirname(path));
}

/** A written file that waits to replace the old one. */
interface PreparedFile {
  commit(): void;
  discard(): void;
}

/**
 * Writes several files. All are on the disk before the first replaces its old one, so that a full disk changes nothing.
 */
export function writeFilesDurably(files: readonly { path: string; data: string }[]): void {
  const prepared: PreparedFile[] = [];
  try {
    for (const { path, data } of files) prepared.push(prepareFile(path, data));
  } catch (error) {
    for (const each of prepared) each.discard();
    throw error;
  }
  for (const each of prepared) each.commit();
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) syncFolder(folder);
}

function prepareFile(path: string, data: string): PreparedFile {
  const temporary = `${path}${temporaryMark}${randomUUID()}`;
  const discard = () => rmSync(temporary, { force: true });
  const orDiscard = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      discard();
      throw error;
    }
  };
  orDiscard(() => {
    const file = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(file, data);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
  return { commit: () => orDiscard(() => renameOver(temporary, path)), discard };
}

/** Removes other users' read permission from files and folders. Returns those that it changed. */
export function narrowPermissions(folder: string): string[] {
  if (process.platform === 'win32') return [];
  const narrowed: string[] = [];
  const narrow = (path: string, mode: number): void => {
    const facts = lstatSync(path, { throwIfNoEntry: false });
    if (facts === undefined || facts.isSymbolicLink() || (facts.mode & 0o077) === 0) return;
    chmodSync(path, mode);
    narrowed.push(path);
  };
  narrow(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile()) narrow(join(folder, entry.name), 0o600);
  return narrowed;
}

/** Removes what a killed write left. */
export function sweepTemporaryFiles(folder: string): void {
  for (const name of readdirSync(folder)) if (name.includes(temporaryMark)) rmSync(join(folder, name), { force: true });
}

/** Durably replaces a file with another that is complete and on the disk. */
export function replaceFile(from: string, to: string): void {
  renameOver(from, to);
  syncFolder(dirname(to));
}

/** On Windows a virus scanner may lock the old file for a moment. */
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

/** Makes a rename or removal in the folder durable. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows cannot open a folder, but journals the rename itself.
  }
}
