import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from '../shared/errors.ts';

/**
 * Creates the folder if missing and returns its real path, so that links and spellings lead to the same folder. Writes
 * a file to check that it is writable. Throws SettingsError `settings.folder_unusable`.
 */
export function openDataFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const real = realpathSync.native(folder);
    tryToWrite(real);
    return real;
  } catch (error) {
    throw unusableFolder(folder, error);
  }
}

/** Not empty, because an empty file fits even on a full disk. */
const probe = Buffer.alloc(4096);

function tryToWrite(folder: string): void {
  const path = join(folder, `probe-${randomUUID()}.tmp`);
  try {
    writeFileSync(path, probe, { flag: 'wx', mode: 0o600 });
  } finally {
    rmSync(path, { force: true });
  }
}

const outOfSpace = { reason: 'the disk is full', remedy: 'Free some space' };
const notAllowed = { reason: 'you may not write there', remedy: 'Change its permissions' };
const obstructed = { reason: 'a file is in its place', remedy: 'Move that file' };
/** The system's error codes, with the reason and the remedy. */
const reasons: Record<string, { reason: string; remedy: string }> = {
  ENOSPC: outOfSpace,
  EDQUOT: { reason: 'your disk quota is used up', remedy: 'Free some space' },
  EROFS: { reason: 'it is read-only', remedy: 'Make it writable' },
  EACCES: notAllowed,
  EPERM: notAllowed,
  ENOTDIR: obstructed,
  EEXIST: obstructed,
  ELOOP: { reason: 'its links lead in a circle', remedy: 'Correct the links' },
  ENAMETOOLONG: { reason: 'its path is too long', remedy: 'Shorten it' },
  EIO: { reason: 'the disk reports an error', remedy: 'Check the disk' },
  EMFILE: { reason: 'too many files are open', remedy: 'Close other programs' },
};

/** Turns a file system error into a sentence that names the folder and the remedy. */
export function unusableFolder(folder: string, error: unknown): SettingsError {
  if (error instanceof SettingsError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const { reason, remedy } = reasons[code] ?? { reason: 'the system refuses it', remedy: 'Check the folder' };
  const shown = code === '' ? reason : `${reason} (${code})`;
  return new SettingsError(
    'settings.folder_unusable',
    `Tokenboard cannot use the folder ${folder}: ${shown}. ${remedy}, or set TOKENBOARD_DATA to another folder. Then start Tokenboard again.`,
    { cause: error, details: { folder, reason: shown } },
  );
}
