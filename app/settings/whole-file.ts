import { realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../process/atomic-file.ts';
import type { OpenStore, StoreFile } from './store.ts';

/**
 * Replaces the old file by the new one, never by a part of it. The library's own write puts as much of a file in the place of
 * the old one as a full disk takes, and says nothing (docs/decisions/016): so it writes beside it, and what is whole takes
 * its place. Throws what the file system says, `ENOSPC` where it said nothing.
 */
export function openWholeFile(file: { folder: string; name: string; openStore: OpenStore }): StoreFile {
  const path = realPath(join(file.folder, `${file.name}.json`));
  const folder = dirname(path);
  const name = `${file.name}.next`;
  const next = join(folder, `${name}.json`);
  const store = file.openStore({ folder, name });
  return {
    write: (text) => {
      try {
        store.write(text);
        if (statSync(next).size !== Buffer.byteLength(text))
          throw Object.assign(new Error('Only a part of the file was written.'), { code: 'ENOSPC' });
        replaceFile(next, path);
      } catch (error) {
        rmSync(next, { force: true });
        throw error;
      }
    },
  };
}

/** Names of what a killed write leaves behind; conf's own temporary files are `<file>.tmp-<time><random>`. */
export const isLeftover = (entry: string, name: string): boolean =>
  entry.startsWith(`${name}.json.tmp-`) || entry.startsWith(`${name}.next.json`);

/** A file may be a link to one elsewhere: that is the one to replace. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
