import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

/** Permissions do not bind root: a file system that is full or read-only does. Containers may forbid mounts. */
export function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const place = mkdtempSync(join(tmpdir(), 'tokenboard-mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', 'tokenboard-test', place]);
  if (status === 0) execFileSync('umount', [place]);
  rmSync(place, { recursive: true });
  if (status !== 0) console.warn('Tests of full and read-only folders are skipped: nothing can be mounted here.');
  return status === 0;
}

/** Mounts small file systems for one test each. Call it inside `describe`. */
export function useMounts(): (options: string) => string {
  const mounted: string[] = [];
  afterEach(() => {
    for (const place of mounted.splice(0)) {
      execFileSync('umount', [place]);
      rmSync(place, { recursive: true });
    }
  });
  return (options) => {
    const place = join(mkdtempSync(join(tmpdir(), 'tokenboard-mounted-')), 'disk');
    mkdirSync(place);
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tokenboard-test', place]);
    mounted.push(place);
    return place;
  };
}
