import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const endings = ['.ts', '.tsx', '.mjs', '.json'];

/** Where the source of a test in this folder would be: `renderer/` and `scripts/` stand beside `app/`. */
function sourceFolders(folder: string): string[] {
  const [first] = folder.split(sep);
  if (first === 'renderer') return [folder];
  if (first === 'scripts') return [folder, join(folder, 'lib')];
  return [join('app', folder), ...(folder === '.' ? ['.'] : [])];
}

/** `callback.test.ts` tests `callback.ts`; `callback.properties.test.ts` one side of it; `oauth.bounds.test.ts` a whole folder. */
function mirrors(path: string): boolean {
  const folder = dirname(path);
  const name = basename(path).split('.')[0] ?? '';
  if (name === basename(join(here, folder))) return true;
  return sourceFolders(folder).some((each) => endings.some((ending) => existsSync(join(root, each, name + ending))));
}

it('has its tests where their sources are', () => {
  const tests = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((path) => /\.test\.tsx?$/.test(path));
  expect(tests.length).toBeGreaterThan(100);
  expect(tests.filter((path) => !mirrors(path))).toEqual([]);
});
