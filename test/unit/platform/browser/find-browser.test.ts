import { expect, it } from 'vitest';
import { findBrowser } from '../../../../app/platform/browser/find-browser.ts';

const machine = (platform: NodeJS.Platform, environment: Record<string, string>, ...files: string[]) => ({
  platform,
  environment,
  exists: (path: string) => files.includes(path),
});

it('finds what is installed on Linux, Chromium first', () => {
  const PATH = '/usr/local/bin:/usr/bin';
  expect(findBrowser(machine('linux', { PATH }, '/usr/bin/google-chrome'))).toBe('/usr/bin/google-chrome');
  expect(findBrowser(machine('linux', { PATH }, '/usr/bin/google-chrome', '/usr/bin/chromium'))).toBe(
    '/usr/bin/chromium',
  );
  expect(findBrowser(machine('linux', { PATH }, '/usr/bin/firefox'))).toBeUndefined();
});

it('looks into no folder of the PATH that depends on where one stands', () => {
  expect(
    findBrowser(machine('linux', { PATH: '.:bin::/usr/bin' }, 'chromium', 'bin/chromium', './chromium')),
  ).toBeUndefined();
});

it('finds Chrome and Edge on Windows and macOS', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  expect(findBrowser(machine('win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, edge))).toBe(edge);
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser(machine('darwin', { HOME: '/Users/ann' }, chrome))).toBe(chrome);
});

it('takes TOKENBOARD_BROWSER alone where it is set', () => {
  const files = ['/usr/bin/chromium', '/opt/brave'];
  expect(findBrowser(machine('linux', { PATH: '/usr/bin', TOKENBOARD_BROWSER: '/opt/brave' }, ...files))).toBe(
    '/opt/brave',
  );
  expect(
    findBrowser(machine('linux', { PATH: '/usr/bin', TOKENBOARD_BROWSER: '/opt/none' }, ...files)),
  ).toBeUndefined();
});
