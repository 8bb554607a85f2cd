import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../app/http/client.ts';
import { currentExchangeContext, type RawExchange, withExchangeContext } from '../../../app/http/exchanges.ts';
import { requestText } from '../../../app/http/request-text.ts';
import { requestTokenByCode } from '../../../app/oauth/oauth2-client.ts';
import { json, startTokenServer, type TokenServer } from '../../servers/token-server.ts';
import { directClient, oauth2Settings } from '../oauth/token-settings.ts';

let server: TokenServer;
let direct: HttpClient;
let exchanges: RawExchange[];
let http: HttpClient;

beforeAll(async () => {
  [server, direct] = [await startTokenServer(), directClient()];
});
afterAll(async () => {
  await direct.close();
  await server.close();
});
beforeEach(() => {
  exchanges = [];
  http = {
    ...direct,
    exchanges: { begin: () => 0, record: (recorded) => exchanges.push(recorded), learn: () => undefined },
  };
});

const exchange = (url = server.url(), more: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
  requestTokenByCode(
    oauth2Settings(url),
    { code: 'the-code', redirectUri: 'https://example.com/cb', extra: {} },
    { http, now: Date.now, ...more },
  );

it('keeps what a request belongs to through promises and timers, the inner over the outer', async () => {
  await withExchangeContext({ kind: 'refresh', connectionId: 'c' }, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    expect(currentExchangeContext()).toEqual({ kind: 'refresh', connectionId: 'c' });
    await withExchangeContext({ kind: 'token' }, async () =>
      expect(currentExchangeContext()).toEqual({ kind: 'token', connectionId: 'c' }),
    );
  });
  expect(currentExchangeContext()).toBeUndefined();
});

describe('a token request by the library', () => {
  it('is recorded with what was sent and what came back, once', async () => {
    server.respondWith(json({ access_token: 'at', token_type: 'Bearer' }, 200, { 'x-note': 'yes' }));
    await withExchangeContext({ kind: 'token', connectionId: 'c' }, () => exchange());
    expect(exchanges).toHaveLength(1);
    const [recorded] = exchanges;
    expect(recorded).toMatchObject({
      kind: 'token',
      connectionId: 'c',
      method: 'POST',
      url: server.url(),
      status: 200,
    });
    expect(recorded?.requestHeaders).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' });
    expect(recorded?.requestBody).toBe(server.requests.at(-1)?.body);
    expect(recorded?.responseHeaders).toMatchObject({ 'x-note': 'yes' });
    expect(recorded?.responseBody?.toString()).toBe('{"access_token":"at","token_type":"Bearer"}');
    expect(recorded?.bytes).toBe(43);
    expect(recorded?.bodyTruncated).toBe(false);
  });

  it('is recorded with its code when it fails: no server, a response too large, too late, broken off, cancelled', async () => {
    const cancelled = new AbortController();
    await expect(exchange('http://127.0.0.1:9/token')).rejects.toThrow();
    server.respondWith({ body: 'x'.repeat(2 * 1024 * 1024) });
    await expect(exchange()).rejects.toThrow();
    server.respondWith(() => undefined);
    await expect(exchange(server.url(), { timeoutMs: 50 })).rejects.toThrow();
    server.respondWith((_request, response) => {
      response.socket?.destroy();
      return undefined;
    });
    await expect(exchange()).rejects.toThrow();
    server.respondWith(() => {
      cancelled.abort();
      return undefined;
    });
    await expect(exchange(server.url(), { signal: cancelled.signal })).rejects.toThrow();
    expect(exchanges.map(({ error, status }) => error ?? status)).toEqual([
      'http.refused',
      'http.too_large',
      'http.timeout',
      'http.interrupted',
      'http.cancelled',
    ]);
  });
});

describe('a request of our own', () => {
  it('is recorded for what it is made for, with the start of a long response', async () => {
    server.respondWith({ body: 'y'.repeat(20_000) });
    await withExchangeContext({ kind: 'token', connectionId: 'c' }, () =>
      requestText(http, {
        method: 'GET',
        url: new URL(server.url('/me')),
        headers: { accept: '*/*' },
        kind: 'account',
      }),
    );
    expect(exchanges[0]).toMatchObject({ kind: 'account', connectionId: 'c', bytes: 20_000, bodyTruncated: true });
    expect(exchanges[0]?.responseBody?.length).toBe(16 * 1024);
  });

  it('is recorded with its code when it fails', async () => {
    await expect(requestText(http, { method: 'GET', url: new URL('http://127.0.0.1:9/') })).rejects.toThrow();
    expect(exchanges).toMatchObject([{ kind: 'token', error: 'http.refused' }]);
  });
});
