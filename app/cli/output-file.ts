import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';

/** A file that gets its name when it is whole. Until then it is hidden beside it. */
export interface OutputFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Replaces a file of the name. */
  commit(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** Throws RequestError `export.no_permission`, `export.disk_full`, `export.failed`. */
export async function openOutputFile(path: string): Promise<OutputFile> {
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  const file: FileHandle = await open(part, 'wx', 0o600).catch((error: unknown) => {
    throw problem(error);
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  return {
    write: async (bytes) => {
      await file.writeFile(bytes).catch((error: unknown) => {
        throw problem(error);
      });
    },
    commit: async () => {
      try {
        await file.sync();
        await close();
        await rename(part, path);
      } catch (error) {
        throw problem(error);
      }
    },
    discard: async () => {
      await close().catch(() => undefined);
      await rm(part, { force: true }).catch(() => undefined);
    },
  };
}

function problem(error: unknown): RequestError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new RequestError('export.disk_full', message('export.diskFull'), { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new RequestError('export.no_permission', message('export.noPermission'), { cause: error });
  return new RequestError('export.failed', message('export.failed'), { cause: error });
}
