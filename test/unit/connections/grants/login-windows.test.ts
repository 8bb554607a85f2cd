import { describe, expect, it } from 'vitest';
import { type LoginWatch, loginError, loginWindows } from '../../../../app/connections/grants/login-windows.ts';
import { PlatformError, RequestError } from '../../../../app/shared/errors.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { createFakePlatform } from '../../../servers/fake-platform.ts';
import { directClient } from '../../oauth/token-settings.ts';
import { watchExchanges } from '../../oauth/watched-exchanges.ts';

describe('the windows of a login', () => {
  const windows = (connectionId: string | undefined) => {
    const platform = createFakePlatform();
    platform.login = () => new Promise(() => undefined);
    const { exchanges, watched } = watchExchanges(directClient());
    const seen: [keyof LoginWatch, unknown][] = [];
    const watch: LoginWatch = {
      onWindow: () => seen.push(['onWindow', true]),
      onLoginUrl: (url) => seen.push(['onLoginUrl', url]),
      onRefused: (refusal) => seen.push(['onRefused', refusal]),
      onErrorPage: (error) => seen.push(['onErrorPage', error?.code]),
      onSignInPrompt: (prompt) => seen.push(['onSignInPrompt', prompt]),
    };
    const now = () => 17;
    return { platform, exchanges, seen, ...loginWindows(connectionId, watch, { platform, http: watched, now }) };
  };
  const request = {
    connectionId: 'window-1',
    title: 'Log in',
    authorizationUrl: 'https://login.example/',
    callbackUrl: 'https://cb.example/',
    timeoutMs: 1_000,
    freshSession: false,
    signal: new AbortController().signal,
  };

  it('are shown in the console, as those of their connection if there is one', async () => {
    for (const [connectionId, shown] of [
      ['connection-1', { connectionId: 'connection-1' }],
      [undefined, {}],
    ] as const) {
      const t = windows(connectionId);
      await t.openInSystemBrowser('https://login.example/');
      t.record({ at: 18, method: 'GET', url: 'https://other.example/', requestHeaders: {} });
      expect(t.exchanges).toEqual([
        { at: 17, method: 'GET', url: 'https://login.example/', requestHeaders: {}, kind: 'window', ...shown },
        { at: 18, method: 'GET', url: 'https://other.example/', requestHeaders: {}, kind: 'window', ...shown },
      ]);
      expect(t.seen).toEqual([['onLoginUrl', 'https://login.example/']]);
    }
  });

  it('report what they show, and when they left it', async () => {
    const t = windows(undefined);
    await t.open(request);
    const [window] = t.platform.windows;
    window?.onRefused?.({ host: 'login.example' });
    window?.onErrorPage?.({ host: 'login.example' });
    window?.onErrorPage?.(undefined);
    window?.onExchange?.({ at: 1, method: 'GET', url: 'https://login.example/', requestHeaders: {}, status: 200 });
    expect(t.seen).toEqual([
      ['onWindow', true],
      ['onRefused', { host: 'login.example' }],
      ['onErrorPage', 'window.error_page'],
      ['onErrorPage', undefined],
      ['onSignInPrompt', undefined],
    ]);
  });
});

describe('the error of a login', () => {
  const closed = new PlatformError('window.closed', verbatim('Closed.'));
  const timeout = new PlatformError('window.timeout', verbatim('Late.'));
  const errorPage = new PlatformError('window.error_page', verbatim('The page says why.'));

  it('is that of the page at which the user gave up', () => {
    expect(loginError(closed, { errorPage })).toBe(errorPage);
    expect(loginError(timeout, { errorPage })).toBe(errorPage);
    expect(loginError(closed, {})).toBe(closed);
  });

  it('stays what it is after a cancel, and where another finding has its own advice', () => {
    const cancelled = new PlatformError('window.cancelled', verbatim('Cancelled.'));
    const other = new RequestError('peaka.login_failed', verbatim('Failed.'));
    expect(loginError(cancelled, { errorPage })).toBe(cancelled);
    expect(loginError(other, { errorPage })).toBe(other);
    expect(loginError(closed, { errorPage, refused: { host: 'a' } })).toBe(closed);
    expect(loginError(closed, { errorPage, signInPrompt: { host: 'a', scheme: 'Basic' } })).toBe(closed);
  });
});
