import { realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../process/atomic-file.ts';
import type { OpenStore, StoreFile } from './store.ts';

/**
 * Replaces the old file by the complete new one. On a full disk, the library's own write silently replaces it with a
 * partial file (docs/decisions/016). So the library writes a file beside it, which replaces the old one once complete.
 * Throws file system errors, and `ENOSPC` if the library reported none.
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

/** Names of files that a killed write leaves. conf's own temporary files are `<file>.tmp-<time><random>`. */
export const isLeftover = (entry: string, name: string): boolean =>
  entry.startsWith(`${name}.json.tmp-`) || entry.startsWith(`${name}.next.json`);

/** A file may be a link: replace the file it points to. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
