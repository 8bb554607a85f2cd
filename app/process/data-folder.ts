import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';

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

/** What the system's error codes mean: `start.folder.<reason>`, with `start.folder.<remedy>.remedy`. */
const reasons = {
  ENOSPC: { reason: 'full', remedy: 'full' },
  EDQUOT: { reason: 'quota', remedy: 'full' },
  EROFS: { reason: 'readOnly', remedy: 'readOnly' },
  EACCES: { reason: 'notAllowed', remedy: 'notAllowed' },
  EPERM: { reason: 'notAllowed', remedy: 'notAllowed' },
  ENOTDIR: { reason: 'obstructed', remedy: 'obstructed' },
  EEXIST: { reason: 'obstructed', remedy: 'obstructed' },
  ELOOP: { reason: 'links', remedy: 'links' },
  ENAMETOOLONG: { reason: 'longPath', remedy: 'longPath' },
  EIO: { reason: 'diskError', remedy: 'diskError' },
  EMFILE: { reason: 'tooManyFiles', remedy: 'tooManyFiles' },
} as const;
const otherReason = { reason: 'other', remedy: 'other' } as const;
const isKnown = (code: string): code is keyof typeof reasons => Object.hasOwn(reasons, code);

/** Turns a file system error into a sentence that names the folder and the remedy. */
export function unusableFolder(folder: string, error: unknown): SettingsError {
  if (error instanceof SettingsError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const { reason, remedy } = isKnown(code) ? reasons[code] : otherReason;
  const why = message(`start.folder.${reason}`);
  const shown = code === '' ? why : message('start.folder.reasonWithCode', { reason: why, code });
  return new SettingsError(
    'settings.folder_unusable',
    message('start.folder', { folder, reason: shown, remedy: message(`start.folder.${remedy}.remedy`) }),
    { cause: error, details: { folder, reason: shown } },
  );
}
