import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { launchFlags } from '../../../../app/platform/browser/launch-flags.ts';
import { turnPreloadingOff } from '../../../../app/platform/browser/preloading.ts';
import { downloadsFolder, freePath, openerCommand } from '../../../../app/platform/browser/system.ts';
import { instanceAddress } from '../../../../app/platform/instance-address.ts';
import { processEnvironment, readEnvironment, usualDataFolder } from '../../../../app/process/environment.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-system-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('opens links by a program with arguments, never by a shell [7]', () => {
  const url = 'https://example.com/?a=1&b=$(id)';
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const { command, args } = openerCommand(url, platform);
    expect(args.at(-1)).toBe(url);
    expect(command).not.toMatch(/sh$|cmd/);
  }
});

describe('saving without a dialog', () => {
  it('uses the folder that the desktop names, else Downloads', () => {
    expect(downloadsFolder({}, folder)).toBe(join(folder, 'Downloads'));
    mkdirSync(join(folder, '.config'));
    writeFileSync(join(folder, '.config', 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/Geladen"\n');
    expect(downloadsFolder({}, folder)).toBe(join(folder, 'Geladen'));
  });

  it('writes over nothing', () => {
    expect(freePath(folder, 'sales.json')).toBe(join(folder, 'sales.json'));
    writeFileSync(join(folder, 'sales.json'), '');
    writeFileSync(join(folder, 'sales (1).json'), '');
    expect(freePath(folder, 'sales.json')).toBe(join(folder, 'sales (2).json'));
  });

  it('keeps a name from a server inside the folder', () => {
    for (const name of ['../../.bashrc', '/etc/passwd', '..\\..\\x', 'a\u0000b.json', '..', '.'])
      expect(freePath(folder, name).slice(0, folder.length + 1)).toBe(`${folder}/`);
    expect(freePath(folder, '../../.bashrc')).toBe(join(folder, 'bashrc'));
    expect(freePath(folder, '..')).toBe(join(folder, 'download'));
  });
});

it('starts the browser without a first run, background requests, updates, synchronising, QUIC or STUN', () => {
  const flags = launchFlags({ x: 5, y: 6, width: 900, height: 700 });
  for (const flag of [
    'no-first-run',
    'disable-background-networking',
    'disable-component-update',
    'disable-sync',
    'quic-max-packet-length=1',
    'webrtc-ip-handling-policy=disable_non_proxied_udp',
  ])
    expect(flags).toContain(`--${flag}`);
  expect(flags).toContain('--window-size=900,700');
  expect(flags.join(' ')).not.toMatch(
    /no-sandbox|blink-features|disable-web-security|ignore-certificate|remote-debugging-port/,
  );
});

it('turns off what would bypass the callback check, and keeps what Playwright turns off [49]', () => {
  const [disabled = ''] = launchFlags(undefined).filter((flag) => flag.startsWith('--disable-features='));
  const names = disabled.replace('--disable-features=', '').split(',');
  expect(names).toEqual(expect.arrayContaining(['Reporting', 'NetworkErrorLogging', 'FedCm', 'SharedWorker']));
  // Chromium takes the last list alone: ours must hold all of Playwright's, in the version that is installed.
  const bundle = readFileSync(
    join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'lib/coreBundle.js'),
    'utf8',
  );
  const list = /disabledFeatures = \[([^\]]*)\]/.exec(bundle)?.[1] ?? '';
  const ofPlaywright = [...list.matchAll(/^\s*"(\w+)"/gm)].map(([, name]) => name);
  expect(ofPlaywright.length).toBeGreaterThan(5);
  expect(names).toEqual(expect.arrayContaining(ofPlaywright));
});

it('sets the preloading of pages to off, and keeps the other preferences of the profile [49]', () => {
  const profile = mkdtempSync(join(tmpdir(), 'tokenboard-profile-'));
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }));
  const path = join(profile, 'Default', 'Preferences');
  const read = () => JSON.parse(readFileSync(path, 'utf8'));
  turnPreloadingOff(profile);
  expect(read()).toEqual({ net: { network_prediction_options: 2 } });
  writeFileSync(path, JSON.stringify({ browser: { theme: 1 }, net: { network_prediction_options: 0, other: true } }));
  turnPreloadingOff(profile);
  expect(read()).toEqual({ browser: { theme: 1 }, net: { network_prediction_options: 2, other: true } });
  writeFileSync(path, '{"torn');
  turnPreloadingOff(profile);
  expect(read()).toEqual({ net: { network_prediction_options: 2 } });
});

it('uses a socket that fits, also for a deep data folder [40]', () => {
  expect(instanceAddress('/home/ann/.config/Tokenboard', 'linux')).toBe('/home/ann/.config/Tokenboard/instance.socket');
  const deep = `/home/${'x'.repeat(200)}`;
  expect(Buffer.byteLength(instanceAddress(deep, 'linux'))).toBeLessThan(104);
  expect(instanceAddress(deep, 'linux')).not.toBe(instanceAddress(`${deep}y`, 'linux'));
  expect(instanceAddress('C:\\Users\\ann', 'win32')).toMatch(/^\\\\\.\\pipe\\tokenboard-[0-9a-f]+$/);
});

it('hands none of the app’s own variables to a process [37]', () => {
  expect(
    processEnvironment({ PATH: '/bin', TOKENBOARD_KEY: 'secret', TOKENBOARD_DATA: '/x', EMPTY: undefined }),
  ).toEqual({
    PATH: '/bin',
  });
});

it('keeps the data where Electron does, so that both platforms find the same connections', () => {
  expect(usualDataFolder('linux', {}, '/home/ann')).toBe('/home/ann/.config/Tokenboard');
  expect(usualDataFolder('linux', { XDG_CONFIG_HOME: '/cfg' }, '/home/ann')).toBe('/cfg/Tokenboard');
  expect(usualDataFolder('darwin', {}, '/Users/ann')).toBe('/Users/ann/Library/Application Support/Tokenboard');
  expect(readEnvironment({ TOKENBOARD_DATA: '/data', TOKENBOARD_HEADLESS: '1' })).toEqual({
    dataFolder: '/data',
    browser: undefined,
    headless: true,
    noSandbox: false,
  });
});
