import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rendererFiles, rendererPath } from '../../../app/platform/renderer-files.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-renderer-'));
  mkdirSync(join(folder, 'ui', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'ui', 'index.html'), '<p>home</p>');
  writeFileSync(join(folder, 'ui', 'assets', 'main-Bx_1.js'), 'run()');
  writeFileSync(join(folder, 'secret.json'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['/', 'index.html'],
  ['/index.html', 'index.html'],
  ['/assets/main-Bx_1.js', 'assets/main-Bx_1.js'],
])('takes %s for a file of the UI', (pathname, path) => expect(rendererPath(pathname)).toBe(path));

it.each([
  '/../secret.json',
  '/%2e%2e/secret.json',
  '/..%2fsecret.json',
  '/assets/..%5c..%5csecret.json',
  '/assets//secret.json',
  '/C:/secret.json',
  '/.hidden.json',
  '/index.html%00.js',
  '/%E0%A4%A',
  '/binary.exe',
  '/noextension',
])('refuses %s [10]', (pathname) => expect(rendererPath(pathname)).toBeUndefined());

it('serves a file with its type and the strict headers [10]', async () => {
  const read = rendererFiles(join(folder, 'ui'));
  const script = await read('tokenboard://app/assets/main-Bx_1.js');
  expect(script.status).toBe(200);
  expect(script.body.toString()).toBe('run()');
  expect(script.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  expect((await read('tokenboard://app/')).headers['content-security-policy']).toContain("script-src 'self'");
});

it('responds with 404, and the same headers, for what is not there or not inside [10]', async () => {
  const read = rendererFiles(join(folder, 'ui'));
  for (const url of ['tokenboard://app/none.js', 'tokenboard://app/..%2fsecret.json']) {
    const { status, headers, body } = await read(url);
    expect(status).toBe(404);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body.toString()).toBe('Not found');
  }
});
