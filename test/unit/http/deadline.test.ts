import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpClient } from '../../../app/http/client.ts';
import { timeoutError } from '../../../app/http/errors.ts';
import { type HttpRequest, sendRequest } from '../../../app/http/send.ts';
import { requestAccount } from '../../../app/oauth/account.ts';
import { requestDeviceAuthorization } from '../../../app/oauth/device-authorization.ts';
import { discoverService } from '../../../app/oauth/discovery.ts';
import { introspectToken } from '../../../app/oauth/introspect.ts';
import { requestOAuth1Token } from '../../../app/oauth/oauth1.ts';
import { createServiceClocks } from '../../../app/oauth/oauth1-clock.ts';
import { requestTokenByCode, requestTokenByDeviceCode } from '../../../app/oauth/oauth2-client.ts';
import { requestPasswordToken } from '../../../app/oauth/password.ts';
import { refreshToken } from '../../../app/oauth/refresh.ts';
import { revokeOAuth1Token, revokeToken } from '../../../app/oauth/revoke.ts';
import { resource } from '../../servers/items.ts';
import { caCertificate, serviceCertificate, serviceKey } from '../../servers/keys.ts';
import { plainGet } from '../../servers/plain-get.ts';
import { startProxy } from '../../servers/proxy.ts';
import { startRawServer } from '../../servers/raw-server.ts';
import { startTokenServer } from '../../servers/token-server.ts';
import { grantContext, oauth1Settings, oauth2Settings, rejection } from '../oauth/token-settings.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
function kept<Value extends { close(): Promise<unknown> }>(value: Value): Value {
  ends.push(() => value.close());
  return value;
}
const client = (resolveProxy: () => Promise<string | undefined>) =>
  kept(createHttpClient({ resolveProxy, environment: {}, systemCertificates: () => [caCertificate] }));

/** A way to a service that stops somewhere. `reached` resolves when a request is there. */
interface Stop {
  http: HttpClient;
  origin: string;
  reached: () => Promise<unknown>;
}

const stops: Record<string, () => Promise<Stop>> = {
  'a proxy script that never ends': async () => {
    const asked = Promise.withResolvers<void>();
    const http = client(() => {
      asked.resolve();
      return new Promise(() => undefined);
    });
    return { http, origin: 'https://service.test', reached: () => asked.promise };
  },
  'a proxy that says nothing to CONNECT': async () => {
    const proxy = kept(await startProxy(1, { isSilent: () => true }));
    const reached = () => expect.poll(() => proxy.connects.length).toBeGreaterThan(0);
    return { http: client(async () => `PROXY ${proxy.host}`), origin: 'https://service.test', reached };
  },
  'a server that says nothing to TLS': async () => {
    const server = kept(await startRawServer());
    const proxy = kept(await startProxy(server.port));
    const reached = () => expect.poll(() => server.received().length).toBeGreaterThan(0);
    return { http: client(async () => `PROXY ${proxy.host}`), origin: 'https://service.test', reached };
  },
  'a server that sends no response': async () => {
    const server = kept(await startRawServer());
    const reached = () => expect.poll(() => server.received()).toContain('\r\n\r\n');
    return { http: client(async () => 'DIRECT'), origin: server.origin, reached };
  },
  'a header that never ends': async () => {
    const server = kept(await startRawServer('HTTP/1.1 200 OK\r\nX-Slow: x'));
    const reached = () => expect.poll(() => server.received()).toContain('\r\n\r\n');
    return { http: client(async () => 'DIRECT'), origin: server.origin, reached };
  },
  'a body that never ends': async () => {
    const server = kept(
      await startRawServer('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"a'),
    );
    const reached = () => expect.poll(() => server.received()).toContain('\r\n\r\n');
    return { http: client(async () => 'DIRECT'), origin: server.origin, reached };
  },
};

const token = { accessToken: 'at', refreshToken: 'rt', tokenType: 'Bearer', obtainedAt: 0 };
const oauth1Token = { accessToken: 'at', tokenSecret: 'ts', tokenType: 'OAuth1', obtainedAt: 0 };

type Ask = (stop: Stop, limits: { signal: AbortSignal; timeoutMs?: number }) => Promise<unknown>;
const settingsAt = (origin: string) =>
  oauth2Settings(`${origin}/token`, {
    revocationUrl: `${origin}/revoke`,
    introspectionUrl: `${origin}/introspect`,
    deviceAuthorizationUrl: `${origin}/device`,
    accountUrl: `${origin}/me`,
  });
const contextOf = ({ http }: Stop, limits: { signal: AbortSignal; timeoutMs?: number }) => ({
  http,
  now: Date.now,
  ...limits,
});
/** Each kind of request that has a time limit of its own to give. */
const timed: Record<string, Ask> = {
  'a token request': (stop, limits) =>
    requestTokenByCode(
      settingsAt(stop.origin),
      { code: 'c', redirectUri: 'https://example.com/', extra: {} },
      contextOf(stop, limits),
    ),
  'a device code request': (stop, limits) =>
    requestTokenByDeviceCode(settingsAt(stop.origin), 'device', {}, contextOf(stop, limits)),
  'a renewal': (stop, limits) => refreshToken(settingsAt(stop.origin), token, contextOf(stop, limits)),
  'a revocation': (stop, limits) => revokeToken(settingsAt(stop.origin), token, contextOf(stop, limits)),
  'an OAuth1 revocation': (stop, limits) =>
    revokeOAuth1Token(oauth1Settings(stop.origin, { revocationUrl: `${stop.origin}/revoke` }), oauth1Token, {
      ...contextOf(stop, limits),
      clocks: createServiceClocks(),
    }),
  'an introspection': (stop, limits) => introspectToken(settingsAt(stop.origin), token, contextOf(stop, limits)),
  'a device authorization': (stop, limits) =>
    requestDeviceAuthorization(settingsAt(stop.origin), contextOf(stop, limits)),
  'a GET': (stop, { signal, timeoutMs = 60_000 }) => get(stop, { signal, timeoutMs }),
};
const untimed: Record<string, Ask> = {
  'a password login': (stop, { signal }) =>
    requestPasswordToken(
      settingsAt(stop.origin),
      { username: 'u', password: 'p' },
      { ...grantContext(stop.http, () => new Error('no window')), signal },
    ),
  'the first leg of OAuth1': (stop, { signal }) =>
    requestOAuth1Token(oauth1Settings(stop.origin), {
      ...grantContext(stop.http, () => new Error('no window')),
      signal,
    }),
  'a discovery': ({ http, origin }, { signal }) => discoverService(origin, { http, signal }),
  'an account request': async (stop, { signal }) => {
    const account = await requestAccount(settingsAt(stop.origin), token, { http: stop.http, signal });
    // It never rejects: a name is not worth an error.
    if (account === undefined) throw Object.assign(new Error('no account'), { code: 'http.cancelled' });
  },
};

function get({ http, origin }: Pick<Stop, 'http' | 'origin'>, limits: { signal?: AbortSignal; timeoutMs: number }) {
  return plainGet(http, resource({ url: `${origin}/data` }), limits);
}

describe.each(Object.entries(stops))('at %s', (_where, start) => {
  it.each(Object.entries({ ...timed, ...untimed }))('Cancel ends %s [44]', async (_kind, ask) => {
    const stop = await start();
    const cancelling = new AbortController();
    const asking = rejection(ask(stop, { signal: cancelling.signal }));
    await stop.reached();
    cancelling.abort();
    expect(await asking).toMatchObject({ code: 'http.cancelled' });
  });

  it.each(Object.entries(timed))('the time limit ends %s [44]', async (_kind, ask) => {
    const stop = await start();
    const { signal } = new AbortController();
    expect(await rejection(ask(stop, { signal, timeoutMs: 100 }))).toMatchObject({ code: 'http.timeout' });
  });
});

it.each(Object.entries(timed))('101 Switching Protocols ends %s [44]', async (_kind, ask) => {
  const server = kept(
    await startRawServer('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
  );
  const stop = { http: client(async () => 'DIRECT'), origin: server.origin, reached: async () => undefined };
  const { signal } = new AbortController();
  expect(await rejection(ask(stop, { signal }))).toMatchObject({ code: 'http.malformed' });
});

describe('after requests that were ended', () => {
  const secured = () => startTokenServer({ tls: { key: serviceKey, cert: serviceCertificate } });

  it('at a silent CONNECT, the next one gets through as soon as the proxy works [45]', async () => {
    const server = kept(await secured());
    server.respondWith({ body: 'the data' });
    let silent = true;
    const proxy = kept(await startProxy(server.port, { isSilent: () => silent }));
    const http = client(async () => `PROXY ${proxy.host}`);
    const stop = { http, origin: 'https://service.test' };
    const cancelling = new AbortController();
    const waiting = Array.from({ length: 5 }, () =>
      rejection(get(stop, { timeoutMs: 60_000, signal: cancelling.signal })),
    );
    const late = rejection(get(stop, { timeoutMs: 100 }));
    await expect.poll(() => proxy.connects.length).toBeGreaterThan(0);
    expect(await late).toMatchObject({ code: 'http.timeout' });
    cancelling.abort();
    for (const error of await Promise.all(waiting)) expect(error).toMatchObject({ code: 'http.cancelled' });
    silent = false;
    expect(await get(stop, { timeoutMs: 60_000 })).toBe('the data');
  });

  it('those that still run at the same server are not disturbed [45]', async () => {
    const server = kept(await startTokenServer());
    const first = Promise.withResolvers<void>();
    server.respondWith(
      (_seen, response) => {
        response.writeHead(200, { 'content-length': '8' });
        response.write('half');
        first.promise.then(() => response.end('half'));
        return undefined;
      },
      () => undefined,
      { body: 'next' },
    );
    const stop = { http: client(async () => 'DIRECT'), origin: server.origin };
    const running = get(stop, { timeoutMs: 60_000 });
    await expect.poll(() => server.requests.length).toBe(1);
    const cancelling = new AbortController();
    const ended = rejection(get(stop, { timeoutMs: 60_000, signal: cancelling.signal }));
    await expect.poll(() => server.requests.length).toBe(2);
    cancelling.abort();
    await ended;
    expect(await get(stop, { timeoutMs: 60_000 })).toBe('next');
    first.resolve();
    expect(await running).toBe('halfhalf');
  });

  it('a body that still came holds its connection no longer [44]', async () => {
    const server = kept(await startRawServer('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nstart'));
    const http = client(async () => 'DIRECT');
    const cancelling = new AbortController();
    const request: HttpRequest = { method: 'GET', url: new URL(server.origin), headers: {} };
    const { body } = await sendRequest(http, request, cancelling.signal);
    const reading = rejection(body.text());
    const reason = timeoutError(request.url);
    cancelling.abort(reason);
    expect(await reading).toBe(reason);
    await expect.poll(() => server.open()).toBe(0);
  });

  it('or read to their end, nothing listens to their signal any more', async () => {
    const server = kept(await startTokenServer());
    server.respondWith({ body: 'the data' });
    const closed = kept(await startRawServer('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n', { afterwards: 'end' }));
    const http = client(async () => 'DIRECT');
    const { signal } = new AbortController();
    for (const { origin } of [server, closed]) {
      const { body } = await sendRequest(http, { method: 'GET', url: new URL(origin), headers: {} }, signal);
      expect(getEventListeners(signal, 'abort')).toHaveLength(1);
      await body.text().catch(() => undefined);
      await expect.poll(() => getEventListeners(signal, 'abort')).toEqual([]);
    }
  });

  it('a POST leaves no connection behind', async () => {
    const server = kept(await startRawServer());
    const http = client(async () => 'DIRECT');
    const request: HttpRequest = { method: 'POST', url: new URL(server.origin), headers: {}, body: 'x' };
    const cancelling = new AbortController();
    const asking = rejection(sendRequest(http, request, cancelling.signal));
    await expect.poll(() => server.received()).toContain('\r\n\r\nx');
    cancelling.abort();
    await asking;
    await expect.poll(() => server.open()).toBe(0);
  });
});
