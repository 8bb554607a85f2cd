import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findElectron } from '../../../scripts/lib/electron.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-electron-'));
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function binary(version: string) {
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  };
  const path = join(folder, names[process.platform] ?? 'electron');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  writeFileSync(join(folder, 'version'), version);
  return path;
}

it('finds the Electron that ELECTRON_OVERRIDE_DIST_PATH points to', () => {
  const path = binary('v45.4.1\n');
  expect(findElectron()).toEqual({ path, folder, version: '45.4.1', usable: true });
});

it('does not open the product in an Electron whose Node is older than the bundles need', () => {
  binary('39.2.0'); // Node 22
  expect(findElectron()).toMatchObject({ version: '39.2.0', usable: false });
  binary('40.0.0'); // Node 24
  expect(findElectron()).toMatchObject({ version: '40.0.0', usable: true });
});

it('finds none where the folder has no binary', () => {
  expect(findElectron()).toBeUndefined();
});
