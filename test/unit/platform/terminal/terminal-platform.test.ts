import { describe, expect, it } from 'vitest';
import {
  createTerminalPlatform,
  type TerminalPlatformOptions,
} from '../../../../app/platform/terminal/terminal-platform.ts';
import { hasDisplay } from '../../../../app/process/display.ts';
import { AppError } from '../../../../app/shared/errors.ts';

const platformWith = (options: Partial<TerminalPlatformOptions> = {}) =>
  createTerminalPlatform({ appFolder: '/app', dataFolder: '/data', environment: { PATH: '' }, ...options }).platform;
const display = { DISPLAY: ':1', PATH: '' };
const codeOf = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
const login = {
  connectionId: 'one',
  title: 'One',
  authorizationUrl: 'https://login.example/',
  callbackUrl: 'https://app.example/',
  timeoutMs: 1000,
  freshSession: false,
  signal: new AbortController().signal,
};

describe('the terminal platform', () => {
  it('refuses what needs a window, and says so', async () => {
    const platform = platformWith();
    for (const refused of [
      platform.openMainWindow(async () => undefined),
      platform.pickSaveFile('a.json'),
      platform.showInFolder('/data/a.json'),
      platform.openAuthorizationWindow(login),
    ])
      expect(await codeOf(refused)).toBe('window.no_window');
  });

  it('names the other ways to log in where no login window can open', async () => {
    const withoutDisplay = platformWith({ environment: { TOKENBOARD_BROWSER: process.execPath } });
    for (const platform of [platformWith({ environment: display }), withoutDisplay])
      await expect(platform.openAuthorizationWindow(login)).rejects.toThrow(/system browser.*device code.*pasting/);
  });

  it('opens web pages in the system browser, and nothing else [7]', async () => {
    const opened: string[] = [];
    const platform = platformWith({
      environment: display,
      openExternally: async (url) => void opened.push(url),
    });
    await platform.openInSystemBrowser('https://login.example/');
    expect(await codeOf(platform.openInSystemBrowser('file:///etc/passwd'))).toBe('window.url_refused');
    expect(opened).toEqual(['https://login.example/']);
  });

  it('shows the URL to a user whose computer opens none', async () => {
    const shown: string[] = [];
    const showUrl = (url: string) => void shown.push(url);
    await platformWith({ showUrl }).openInSystemBrowser('https://login.example/1');
    const failing = { environment: display, openExternally: () => Promise.reject(new Error('ENOENT')) };
    await platformWith({ ...failing, showUrl }).openInSystemBrowser('https://login.example/2');
    expect(shown).toEqual(['https://login.example/1', 'https://login.example/2']);
    for (const platform of [platformWith(), platformWith(failing)])
      expect(await codeOf(platform.openInSystemBrowser('https://login.example/'))).toBe('window.no_window');
  });

  it('hands notifications to its listener', () => {
    const lines: string[] = [];
    platformWith({ onNotice: (title, body) => void lines.push(`${title}: ${body}`) }).notify('Sales', 'failed');
    expect(lines).toEqual(['Sales: failed']);
  });
});

it.each([
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: '' }, true],
  ['linux', {}, false],
  ['darwin', {}, true],
  ['darwin', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, false],
  ['win32', {}, true],
] as const)('on %s with %o a window can be shown: %s', (platform, environment, expected) => {
  expect(hasDisplay(environment, platform)).toBe(expected);
});
