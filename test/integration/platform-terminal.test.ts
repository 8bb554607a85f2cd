import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../app/platform/browser/find-browser.ts';
import type { AuthorizationWindowRequest, LoginCookie } from '../../app/platform/platform.ts';
import { createTerminalPlatform, type TerminalPlatform } from '../../app/platform/terminal/terminal-platform.ts';
import { redirect, type Site, startSite } from '../servers/site.ts';

// The windows and guards are those of the browser platform, whose tests cover them. These show that they are in place
// without a main window.
describe.skipIf(findBrowser() === undefined)('a login window of the terminal platform', () => {
  let site: Site;
  let callbackSite: Site;
  let folder: string;
  let terminal: TerminalPlatform;

  beforeAll(async () => {
    [site, callbackSite] = await Promise.all([startSite(), startSite()]);
    folder = mkdtempSync(join(tmpdir(), 'tokenboard-terminal-'));
    const sandbox = process.getuid?.() === 0 ? {} : { TOKENBOARD_CHROMIUM_NO_SANDBOX: '1' };
    terminal = createTerminalPlatform({
      appFolder: folder,
      dataFolder: folder,
      environment: { ...process.env, ...sandbox, TOKENBOARD_HEADLESS: '1' },
    });
  });
  afterAll(async () => {
    await terminal?.close();
    await Promise.all([site?.close(), callbackSite?.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (path: string, more: Partial<AuthorizationWindowRequest> = {}) =>
    terminal.platform.openAuthorizationWindow({
      connectionId: path,
      title: 'Terminal',
      authorizationUrl: `${site.origin}${path}`,
      callbackUrl: `${callbackSite.origin}/callback`,
      timeoutMs: 30_000,
      freshSession: false,
      signal: new AbortController().signal,
      ...more,
    });
  const toCallback = (code: string) => redirect(`${callbackSite.origin}/callback?code=${code}`);

  it('starts the browser with the first login, and one for two logins at once', async () => {
    expect(existsSync(join(folder, 'browser-profile'))).toBe(false);
    site.responses['/one'] = toCallback('one');
    site.responses['/two'] = toCallback('two');
    const windows = await Promise.all([open('/one'), open('/two')]);
    const callbacks = await Promise.all(windows.map(({ callback }) => callback));
    expect(callbacks.map(({ url }) => new URL(url).search)).toEqual(['?code=one', '?code=two']);
  });

  it('catches the callback before it reaches the network [16]', () => {
    expect(callbackSite.hits).toEqual([]);
  });

  it('keeps the sessions of connections apart, and its cookies for the next run [2]', async () => {
    const expires = new Date(Date.now() + 3_600_000).toUTCString();
    const cookies: LoginCookie[][] = [];
    const callback = `${callbackSite.origin}/callback?code=cookie`;
    site.responses['/set'] = (_request, response) => {
      response.writeHead(302, { location: callback, 'set-cookie': `a=b; Expires=${expires}` }).end();
    };
    await (await open('/set', { onCookies: (left) => void cookies.push(left) })).callback;
    await expect.poll(() => cookies[0]?.map(({ name, value }) => `${name}=${value}`)).toEqual(['a=b']);
    let sent: string | undefined = 'nothing';
    site.responses['/other'] = (request, response) => {
      sent = request.headers.cookie;
      response.writeHead(302, { location: callback }).end();
    };
    await (await open('/other')).callback;
    expect(sent).toBeUndefined();
  });

  it('starts again after it was closed', async () => {
    await terminal.close();
    site.responses['/again'] = toCallback('again');
    expect((await (await open('/again')).callback).url).toContain('code=again');
  });
});
