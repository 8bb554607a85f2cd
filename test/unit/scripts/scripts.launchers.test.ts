import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (name: string) => readFileSync(join(root, name), 'utf8');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-launcher-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.skipIf(process.platform === 'win32')(
  'the launcher of macOS starts the app’s program through links, with its arguments and exit code',
  () => {
    // The layout of the package, with a program that says what it was given.
    const contents = join(folder, 'My Apps/Tokenboard.app/Contents');
    mkdirSync(join(contents, 'MacOS'), { recursive: true });
    writeFileSync(join(contents, 'MacOS/Tokenboard'), '#!/bin/sh\nprintf "[%s]" "$0" "$@"\nexit 4\n');
    chmodSync(join(contents, 'MacOS/Tokenboard'), 0o755);
    cpSync(join(root, 'build/bin/tokenboard'), join(contents, 'Resources/bin/tokenboard'));
    mkdirSync(join(folder, 'bin'));
    symlinkSync(join(contents, 'Resources/bin/tokenboard'), join(folder, 'bin/first'));
    symlinkSync('first', join(folder, 'bin/tokenboard'));
    const { stdout, stderr, status } = spawnSync(join(folder, 'bin/tokenboard'), ['token', 'Sales service', '$x'], {
      encoding: 'utf8',
      cwd: tmpdir(),
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 4 });
    expect(stdout).toMatch(/\/Contents\/MacOS\/Tokenboard\]\[token\]\[Sales service\]\[\$x\]$/);
  },
);

it('the launcher of Windows has the line ends that cmd.exe needs, and leads to the program', () => {
  const launcher = read('build/bin/tokenboard.cmd');
  expect(launcher.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(launcher).toContain('"%~dp0..\\..\\Tokenboard.exe" %*');
});

it('the packages hold the launchers and the manual page', () => {
  const builder = read('electron-builder.yml');
  for (const part of [
    'from: build/bin/tokenboard.cmd',
    'from: build/bin/tokenboard\n',
    'from: dist/tokenboard.1',
    'dist/tokenboard.1=/usr/share/man/man1/tokenboard.1',
  ])
    expect(builder).toContain(part);
  expect(JSON.parse(read('package.json'))).toMatchObject({ man: 'dist/tokenboard.1', productName: 'Tokenboard' });
  expect(read('scripts/build.mjs')).toContain("'tokenboard.1'");
});
