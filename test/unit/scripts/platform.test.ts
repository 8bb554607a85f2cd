import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { choosePlatform } from '../../../scripts/lib/platform.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-platform-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  return path;
}

it('takes the browser when TOKENBOARD_PLATFORM asks for it, and says why', async () => {
  const path = file('chromium');
  vi.stubEnv('TOKENBOARD_PLATFORM', 'browser');
  vi.stubEnv('TOKENBOARD_BROWSER', path);
  expect(await choosePlatform()).toEqual({
    kind: 'browser',
    browser: { path, name: 'Chromium' },
    why: 'TOKENBOARD_PLATFORM=browser asks for it',
  });
});

it('takes a browser where the only Electron is too old', async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  vi.stubEnv('TOKENBOARD_BROWSER', file('chromium'));
  const binary = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string];
  mkdirSync(dirname(join(folder, binary ?? 'electron')), { recursive: true });
  file(binary ?? 'electron');
  writeFileSync(join(folder, 'version'), '33.2.1');
  const host = await choosePlatform('');
  expect(host.kind).toBe('browser');
  expect(host.why).toContain('version 33.2.1, which is too old');
});

it('says in plain words what to install where there is neither', async () => {
  vi.stubEnv('TOKENBOARD_BROWSER', join(folder, 'nowhere'));
  await expect(choosePlatform('browser')).rejects.toThrow(
    /neither is here[\s\S]*which is not there\.[\s\S]*npm start again/,
  );
});

it('refuses a host that does not exist', async () => {
  await expect(choosePlatform('firefox')).rejects.toThrow(
    'TOKENBOARD_PLATFORM is "firefox"; it can be electron or browser.',
  );
});
