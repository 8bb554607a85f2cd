import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { licencesOf, licencesText, packageFolder } from '../../../scripts/lib/licences.mjs';

let project = '';
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'tokenboard-licences-'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function install(folder: string, facts: object, licence?: string) {
  const path = join(project, 'node_modules', folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'package.json'), JSON.stringify({ version: '1.0.0', ...facts }));
  if (licence !== undefined) writeFileSync(join(path, 'LICENSE.md'), licence);
}

it.each([
  ['node_modules/zod/index.js', 'node_modules/zod'],
  ['/p/node_modules/@mantine/core/esm/a.mjs', '/p/node_modules/@mantine/core'],
  ['node_modules/a/node_modules/b/c.js', 'node_modules/a/node_modules/b'],
  ['C:\\p\\node_modules\\zod\\index.js', 'C:/p/node_modules/zod'],
  ['\0/p/node_modules/zod/x.js?commonjs', '/p/node_modules/zod'],
  ['app/main.ts', undefined],
])('finds the package of %j', (path, folder) => {
  expect(packageFolder(path)).toBe(folder);
});

it('gives each package of the bundles once, nested versions too, with the text that it ships [58]', () => {
  install('b', { name: 'b', license: 'MIT' }, 'MIT of b\r\n');
  install('a', { name: 'a', license: 'ISC' }, 'ISC of a');
  install('a/node_modules/b', { name: 'b', version: '2.0.0', license: 'MIT' }, 'MIT of another b');
  install('unused', { name: 'unused', license: 'MIT' }, 'MIT');
  install('@napi-rs/keyring', { name: '@napi-rs/keyring', license: 'MIT' }, 'MIT of keyring');
  install('@napi-rs/keyring-linux-x64-gnu', { name: '@napi-rs/keyring-linux-x64-gnu', license: 'MIT' }, 'Rust crates');
  const files = ['app/main.ts', 'node_modules/b/x.js', 'node_modules/b/y.js', 'node_modules/a/node_modules/b/x.js'];
  const licences = licencesOf([...files, join(project, 'node_modules/a/x.js')], project);
  expect(licences.map(({ name, version, text }) => `${name} ${version}: ${text}`)).toEqual([
    '@napi-rs/keyring 1.0.0: MIT of keyring',
    '@napi-rs/keyring-linux-x64-gnu 1.0.0: Rust crates',
    'a 1.0.0: ISC of a',
    'b 1.0.0: MIT of b',
    'b 2.0.0: MIT of another b',
  ]);
  expect(licencesText(licences)).toContain('a 1.0.0 (ISC)');
});

it('takes the standard text with the author’s name where a package ships none, and fails where there is none [58]', () => {
  install('bare', { name: 'bare', license: 'MIT', author: 'Ann Example' });
  const [licence] = licencesOf(['node_modules/bare/x.js'], project);
  expect(licence?.text).toMatch(/^Copyright Ann Example\n\nPermission is hereby granted/);
  install('odd', { name: 'odd', license: 'Odd-1.0' });
  expect(() => licencesOf(['node_modules/odd/x.js'], project)).toThrow('odd 1.0.0 ships no licence text');
});
