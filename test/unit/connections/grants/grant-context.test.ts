import { describe, expect, it } from 'vitest';
import { grantContext } from '../../../../app/connections/grants/grant-context.ts';
import type { GrantDeps, GrantRun } from '../../../../app/connections/grants/grant-runner.ts';
import { silentRun } from '../../../../app/connections/renewal/silent-run.ts';
import type { HttpClient } from '../../../../app/http/client.ts';
import { createServiceClocks } from '../../../../app/oauth/oauth1-clock.ts';
import type { Connection } from '../../../../app/shared/connection/connection.ts';
import { createFakePlatform } from '../../../servers/fake-platform.ts';
import { connection } from '../../../servers/items.ts';
import { directClient } from '../../oauth/token-settings.ts';
import { watchExchanges } from '../../oauth/watched-exchanges.ts';

function played(changes: Partial<Connection> = {}, more: Partial<GrantRun> = {}, http?: HttpClient) {
  const platform = createFakePlatform();
  platform.login = () => new Promise(() => undefined);
  const { exchanges, watched } = watchExchanges(directClient());
  const kept: unknown[] = [];
  const forgotten: string[] = [];
  const controller = new AbortController();
  const deps: GrantDeps = {
    platform,
    http: http ?? watched,
    practice: { current: () => undefined, ensure: () => Promise.reject(new Error('not asked for')) },
    findPreset: () => undefined,
    cookies: {
      of: () => [],
      keep: (id, left) => void kept.push([id, left]),
      forget: (id) => void forgotten.push(id),
    },
    clocks: createServiceClocks(),
    now: () => 17,
  };
  const run: GrantRun = { ...silentRun(connection(changes), {}, controller.signal, 1_000), ...more };
  return { platform, exchanges, kept, forgotten, controller, context: grantContext(run, deps) };
}
const request = { authorizationUrl: 'https://login.example/', callbackUrl: 'https://cb.example/' };

describe('the window of a login', () => {
  it('is that of its connection, whose cookies it gets and leaves behind', async () => {
    const { platform, kept, forgotten, controller, context } = played();
    const { callback } = await context.openAuthorizationWindow(request);
    callback.catch(() => undefined);
    const [window] = platform.windows;
    expect(window).toMatchObject({ ...request, connectionId: 'connection-1', timeoutMs: 1_000, freshSession: false });
    expect(window?.title).toContain('Service');
    expect(window?.cookies).toEqual([]);
    window?.onCookies?.([]);
    expect(kept).toEqual([['connection-1', []]]);
    // A login that was cancelled leaves nothing.
    controller.abort();
    window?.onCookies?.([]);
    expect(kept).toHaveLength(1);
    expect(forgotten).toEqual([]);
  });

  it('starts without cookies and leaves none where every login is to start anew [2]', async () => {
    const { platform, forgotten, context } = played({ session: 'fresh' });
    await context.openAuthorizationWindow(request);
    expect(platform.windows[0]).toMatchObject({ freshSession: true });
    expect(platform.windows[0]).not.toHaveProperty('cookies');
    expect(platform.windows[0]).not.toHaveProperty('onCookies');
    expect(forgotten).toEqual(['connection-1']);
  });

  it('starts without cookies once, for somebody else', async () => {
    const { platform, forgotten, context } = played({}, { freshSession: true });
    await context.openAuthorizationWindow(request);
    expect(platform.windows[0]).toMatchObject({ freshSession: true });
    expect(forgotten).toEqual([]);
  });

  it('tells its pages to the console, and a sign-in that it cannot do to the user', async () => {
    const prompts: unknown[] = [];
    const pages: unknown[] = [];
    const windows: unknown[] = [];
    const { platform, exchanges, context } = played(
      {},
      {
        onSignInPrompt: (prompt) => prompts.push(prompt),
        onErrorPage: (page) => pages.push(page),
        onWindow: (window) => windows.push(window),
      },
    );
    const window = await context.openAuthorizationWindow(request);
    expect(windows).toEqual([window]);
    const page = { at: 1, method: 'GET', url: 'https://login.example/', requestHeaders: {} };
    const [opened] = platform.windows;
    opened?.onExchange?.({ ...page, status: 200 });
    opened?.onExchange?.({ ...page, status: 401, responseHeaders: { 'www-authenticate': 'NTLM' } });
    expect(exchanges).toMatchObject([
      { kind: 'window', connectionId: 'connection-1', status: 200 },
      { kind: 'window', connectionId: 'connection-1', status: 401, error: 'window.sign_in_prompt' },
    ]);
    expect(exchanges[0]).not.toHaveProperty('error');
    expect(prompts).toEqual([undefined, { host: 'login.example', scheme: 'NTLM' }]);
    opened?.onErrorPage?.(undefined);
    expect(pages).toEqual([undefined]);
  });
});

it('opens the system browser also where no console listens', async () => {
  const { platform, context } = played({}, {}, directClient());
  await context.openInSystemBrowser('https://login.example/');
  expect(platform.opened).toEqual(['https://login.example/']);
});

it('tells the console and the user what the system browser shows', async () => {
  const urls: string[] = [];
  const { platform, exchanges, context } = played({}, { onLoginUrl: (url) => urls.push(url) });
  await context.openInSystemBrowser('https://login.example/');
  expect(urls).toEqual(['https://login.example/']);
  expect(platform.opened).toEqual(['https://login.example/']);
  expect(exchanges).toEqual([
    {
      kind: 'window',
      connectionId: 'connection-1',
      at: 17,
      method: 'GET',
      url: 'https://login.example/',
      requestHeaders: {},
    },
  ]);
});
