import { describe, expect, it } from 'vitest';
import { rejection } from '../oauth/token-settings.ts';
import { access } from './peaka-links.ts';
import { consent, forwarded, logins, own, ownCallback, request, success, values } from './peaka-logins.ts';

describe('a login in the system browser', () => {
  const browser = { window: 'browser' as const, values };
  /** The page that the browser is sent to, and what follows. */
  const visit = (url: string) => fetch(url, { redirect: 'manual' });

  it('returns to a loopback port with a random segment, and can be opened again', async () => {
    const t = logins();
    const waiting = t.logIn({ ...request, ...browser });
    await expect.poll(() => t.state('link-1')?.step).toBe('waiting_for_login');
    const { connectionCallback = '' } = t.sent();
    expect(connectionCallback).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/peaka\/[\w-]{22}$/);
    await t.openAgain('link-1');
    expect(t.platform.opened).toEqual([consent(request), consent(request)]);
    expect((await visit(`${connectionCallback}${success}`)).status).toBe(200);
    expect((await waiting).link.state).toBe('ready');
    expect(await rejection(t.openAgain('link-1'))).toMatchObject({ code: 'peaka.no_login' });
    expect(await rejection(visit(connectionCallback))).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  it('forwards an own loopback address with 307, and frees both ports', async () => {
    const t = logins();
    const waiting = t.logIn({ ...forwarded, ...browser, ownCallbackUrl: 'http://127.0.0.1/own' });
    await expect.poll(() => t.state('link-1')?.step).toBe('waiting_for_login');
    const from = String(t.sent().credential?.redirectUrl);
    expect(from).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/own$/);
    const response = await visit(`${from}?code=4%2fA+b&state=s`);
    expect([response.status, response.headers.get('location')]).toEqual([
      307,
      `${access.callbackUrl}?code=4%2fA+b&state=s`,
    ]);
    await visit(`${t.sent().connectionCallback}${success}`);
    expect((await waiting).link).toMatchObject({ state: 'ready', ownCallbackUrl: 'http://127.0.0.1/own' });
    expect(await rejection(visit(from))).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    expect(t.exchanges.map(({ status }) => status)).toContain(307);
  });

  it('only waits where the user’s own server forwards', async () => {
    const t = logins();
    const waiting = t.logIn({ ...forwarded, ...browser });
    await expect.poll(() => t.state('link-1')?.step).toBe('waiting_for_login');
    expect(t.sent().credential?.redirectUrl).toBe(own);
    await visit(`${t.sent().connectionCallback}${success}`);
    expect((await waiting).link.state).toBe('ready');
  });

  it('hands on the query of an own loopback address, raw', async () => {
    const t = logins();
    const waiting = t.logIn({ ...ownCallback, ...browser, ownCallbackUrl: 'http://127.0.0.1/own' });
    await expect.poll(() => t.state('link-1')?.step).toBe('waiting_for_login');
    await visit(`${t.sent().credential?.redirectUrl}?state=a%2fb&code=4+x`);
    await waiting;
    expect(t.calls).toContainEqual(['passCallback', 'state=a%2fb&code=4+x']);
  });

  it('waits for the user to paste any other own callback', async () => {
    const t = logins();
    const waiting = t.logIn({ ...ownCallback, ...browser });
    await expect.poll(() => t.state('link-1')?.waitsForPaste).toBe(true);
    expect(() => t.paste('link-1', 'https://elsewhere.example/?code=1')).toThrow(
      expect.objectContaining({ code: 'input.invalid' }),
    );
    t.paste('link-1', ` ${own}?code=4%2f&state=s `);
    await waiting;
    expect(t.calls).toContainEqual(['passCallback', 'code=4%2f&state=s']);
  });

  it('leaves nothing if the port cannot be had', async () => {
    const t = logins();
    const blocker = logins();
    const blocked = blocker.logIn({ ...ownCallback, ...browser, ownCallbackUrl: 'http://127.0.0.1/own' });
    await expect.poll(() => blocker.state('link-1')?.step).toBe('waiting_for_login');
    const taken = String(blocker.sent().credential?.redirectUrl);
    for (const way of [ownCallback, forwarded])
      expect(await rejection(t.logIn({ ...way, ...browser, ownCallbackUrl: taken }))).toMatchObject({
        code: 'callback.port_in_use',
      });
    expect(t.links.list()).toEqual([]);
    expect(t.calls).toEqual([]);
    blocker.cancel('link-1');
    await rejection(blocked);
  });
});
