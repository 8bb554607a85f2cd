import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpClient, type HttpClientOptions } from '../../../app/http/client.ts';
import type { NetworkSettings } from '../../../app/http/network-settings.ts';
import { requestText } from '../../../app/http/request-text.ts';
import { refreshToken } from '../../../app/oauth/refresh.ts';
import { message } from '../../../app/shared/messages/message.ts';
import { caCertificate, expiredCertificate, expiredKey, serviceCertificate, serviceKey } from '../../servers/keys.ts';
import { startProxy, startSocksProxy } from '../../servers/proxy.ts';
import { startTokenServer, type TokenServer } from '../../servers/token-server.ts';
import { oauth2Settings, rejection } from '../oauth/token-settings.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
function kept<Value extends { close(): Promise<unknown> }>(value: Value): Value {
  ends.push(() => value.close());
  return value;
}

const service = { key: serviceKey, cert: serviceCertificate };
const secureServer = async (tls = service) => kept(await startTokenServer({ tls }));
const client = (changes: Partial<HttpClientOptions> = {}) =>
  kept(
    createHttpClient({
      resolveProxy: async () => undefined,
      environment: {},
      systemCertificates: () => [caCertificate],
      ...changes,
    }),
  );

const get = (http: HttpClient, url: string, limits = {}) =>
  requestText(http, { method: 'GET', url: new URL(url), ...limits });
const old = { accessToken: 'a', tokenType: 'Bearer', refreshToken: 'refresh', obtainedAt: 0 };
/** Through the other library: simple-oauth2 on node:http. */
const askToken = (http: HttpClient, url: string) => refreshToken(oauth2Settings(url), old, { http, now: Date.now });
const ways = [
  ['a GET', get],
  ['a token request', askToken],
] as const;

describe.each(ways)('%s', (_, ask) => {
  it('trusts a certificate that an authority of the system signed [41]', async () => {
    const server = await secureServer();
    await ask(client(), server.url());
    expect(server.requests).toHaveLength(1);
  });

  it('refuses it where the system does not know the authority, and names host and reason [41]', async () => {
    const server = await secureServer();
    expect(await rejection(ask(client({ systemCertificates: () => [] }), server.url()))).toMatchObject({
      code: 'http.certificate',
      details: {
        host: `127.0.0.1:${server.port}`,
        reason: message('http.certificate.unknownAuthority'),
      },
    });
    expect(server.requests).toHaveLength(0);
  });

  it('refuses an expired certificate [41]', async () => {
    const expired = await secureServer({ key: expiredKey, cert: expiredCertificate });
    expect(await rejection(ask(client(), expired.url()))).toMatchObject({
      code: 'http.certificate',
      details: { reason: message('http.certificate.expired') },
    });
  });

  it('says that a server without TLS is no secure one', async () => {
    const server = kept(await startTokenServer());
    const error = await rejection(ask(client(), server.url().replace('http:', 'https:')));
    expect(error).toMatchObject({ code: 'http.tls' });
  });

  it("goes through the system's proxy, and checks the certificate behind it [41]", async () => {
    const server = await secureServer();
    const proxy = kept(await startProxy(server.port));
    const through = { resolveProxy: async () => `PROXY ${proxy.host}; DIRECT` };
    await ask(client(through), 'https://service.test/token');
    expect(proxy.connects).toEqual(['service.test:443']);
    expect(server.requests).toHaveLength(1);
    expect(
      await rejection(ask(client({ ...through, systemCertificates: () => [] }), 'https://service.test/token')),
    ).toMatchObject({
      code: 'http.certificate',
      details: { host: 'service.test' },
    });
    expect(await rejection(ask(client(through), 'https://other.test/token'))).toMatchObject({
      code: 'http.certificate',
      details: { host: 'other.test', reason: message('http.certificate.otherHost') },
    });
    expect(server.requests).toHaveLength(1);
  });

  it('goes through the proxy of the environment, with its user name and password [41]', async () => {
    const server = await secureServer();
    const proxy = kept(await startProxy(server.port, { login: 'ann:p@ss' }));
    const environment = { HTTPS_PROXY: `http://ann:p%40ss@${proxy.host}` };
    await ask(client({ environment }), 'https://service.test:8443/token');
    expect(proxy.connects).toEqual(['service.test:8443']);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.headers['proxy-authorization']).toBeUndefined();
  });

  it('says when the proxy refuses, and takes nothing of its page for a response [41]', async () => {
    const server = await secureServer();
    const locked = kept(await startProxy(server.port, { login: 'ann:pw' }));
    const shut = kept(await startProxy(server.port, { refuse: 403 }));
    const ask2 = (host: string) =>
      rejection(ask(client({ resolveProxy: async () => `PROXY ${host}` }), 'https://service.test/token'));
    expect(await ask2(locked.host)).toMatchObject({
      code: 'http.proxy_authentication',
      details: { host: 'service.test', status: 407 },
    });
    expect(await ask2(shut.host)).toMatchObject({ code: 'http.proxy', details: { status: 403 } });
    expect(server.requests).toHaveLength(0);
  });

  it('goes through a SOCKS proxy, which resolves the name [41]', async () => {
    const server = await secureServer();
    const proxy = kept(await startSocksProxy(server.port));
    await ask(client({ resolveProxy: async () => `SOCKS5 ${proxy.host}` }), 'https://service.test/token');
    expect(proxy.connects).toEqual(['service.test:443']);
    expect(server.requests).toHaveLength(1);
  });

  it('logs in to a SOCKS proxy, and says when that refuses the login [41]', async () => {
    const server = await secureServer();
    const proxy = kept(await startSocksProxy(server.port, { login: 'ann:p@ss' }));
    const manual = (username: string, password: string) => ({
      network: () => ({ proxy: { mode: 'manual' as const, url: proxy.url, username, password }, authorities: [] }),
    });
    await ask(client(manual('ann', 'p@ss')), 'https://service.test/token');
    expect(proxy.connects).toEqual(['service.test:443']);
    for (const network of [manual('ann', 'wrong'), manual('', '')])
      expect(await rejection(ask(client(network), 'https://service.test/token'))).toMatchObject({
        code: 'http.proxy_authentication',
        details: { host: 'service.test' },
      });
    expect(server.requests).toHaveLength(1);
  });

  it("goes through the user's own proxy with user name and password, which stay between us and it [37] [41]", async () => {
    const server = await secureServer();
    const proxy = kept(await startProxy(server.port, { login: 'ann:p@ss word' }));
    const network = (password: string) => () => ({
      proxy: { mode: 'manual' as const, url: proxy.host, username: 'ann', password },
      authorities: [],
    });
    const elsewhere = {
      resolveProxy: async () => 'PROXY 127.0.0.1:1',
      environment: { HTTPS_PROXY: 'http://127.0.0.1:1' },
    };
    await ask(client({ ...elsewhere, network: network('p@ss word') }), 'https://service.test/token');
    expect(proxy.connects).toEqual(['service.test:443']);
    expect(JSON.stringify(server.requests)).not.toMatch(/proxy-auth|p@ss|YW5u/i);
    const error = await rejection(
      ask(client({ ...elsewhere, network: network('canary-secret') }), 'https://service.test/token'),
    );
    expect(error).toMatchObject({ code: 'http.proxy_authentication', details: { host: 'service.test' } });
    const shown = `${JSON.stringify(error)} ${error} ${error instanceof Error ? `${error.stack} ${error.cause}` : ''}`;
    expect(shown).not.toMatch(/canary|ann:|YW5uOmNhbmFyeS/);
  });

  it('tries every way that a proxy script names, in order, until one is there [41]', async () => {
    const server = await secureServer();
    const closed = await startTokenServer();
    await closed.close();
    const proxy = kept(await startProxy(server.port));
    const socks = kept(await startSocksProxy(server.port));
    const dead = `127.0.0.1:${closed.port}`;
    const through = (proxies: string) => client({ resolveProxy: async () => proxies });
    await ask(through(`PROXY ${dead}; SOCKS5 ${dead}; PROXY ${proxy.host}; DIRECT`), 'https://service.test/token');
    expect(proxy.connects).toEqual(['service.test:443']);
    await ask(through(`PROXY ${dead}; SOCKS5 ${socks.host}; PROXY ${proxy.host}`), 'https://service.test/token');
    expect(socks.connects).toEqual(['service.test:443']);
    expect(proxy.connects).toHaveLength(1);
    // Straight, where the name is known to nobody.
    expect(await rejection(ask(through(`PROXY ${dead}; DIRECT`), 'https://service.invalid/token'))).toMatchObject({
      code: expect.stringMatching(/^http\.(dns|offline|proxy)$/),
    });
    expect(server.requests).toHaveLength(2);
  });

  it('takes the refusal of a proxy for its response: no other proxy is asked [41]', async () => {
    const server = await secureServer();
    const shut = kept(await startProxy(server.port, { refuse: 403 }));
    const open = kept(await startProxy(server.port));
    const http = client({ resolveProxy: async () => `PROXY ${shut.host}; PROXY ${open.host}` });
    expect(await rejection(ask(http, 'https://service.test/token'))).toMatchObject({
      code: 'http.proxy',
      details: { status: 403 },
    });
    expect(open.connects).toEqual([]);
  });

  it('trusts an authority that the user adds from that moment on, and no more when it is removed [41]', async () => {
    const server = await secureServer();
    let network: NetworkSettings = { proxy: { mode: 'system' }, authorities: [] };
    const http = client({ systemCertificates: () => [], network: () => network });
    expect(await rejection(ask(http, server.url()))).toMatchObject({ code: 'http.certificate' });
    network = { ...network, authorities: [caCertificate] };
    await ask(http, server.url());
    network = { ...network, authorities: [] };
    expect(await rejection(ask(http, server.url()))).toMatchObject({ code: 'http.certificate' });
    expect(server.requests).toHaveLength(1);
  });

  it('takes another proxy from the next request on [41]', async () => {
    const server = await secureServer();
    const [first, second] = [kept(await startProxy(server.port)), kept(await startProxy(server.port))];
    const through = (url: string): NetworkSettings => ({
      proxy: { mode: 'manual', url, username: '', password: '' },
      authorities: [],
    });
    let network = through(first.url);
    const http = client({ network: () => network });
    await ask(http, 'https://service.test/token');
    network = through(second.url);
    await ask(http, 'https://service.test/token');
    expect([first.connects, second.connects]).toEqual([['service.test:443'], ['service.test:443']]);
    expect(server.requests).toHaveLength(2);
  });

  it('says when no proxy listens where one should [41]', async () => {
    const closed = await startTokenServer();
    await closed.close();
    for (const where of [
      `PROXY 127.0.0.1:${closed.port}`,
      `SOCKS 127.0.0.1:${closed.port}`,
      'PROXY no-such-proxy.invalid:8080',
    ]) {
      const http = client({ resolveProxy: async () => where });
      expect(await rejection(ask(http, 'https://service.test/token'))).toMatchObject({ code: 'http.proxy' });
    }
  });

  it('asks no proxy for this machine [41]', async () => {
    const server = kept(await startTokenServer());
    const proxy = kept(await startProxy(server.port));
    await ask(
      client({ resolveProxy: async () => `PROXY ${proxy.host}`, environment: { HTTP_PROXY: proxy.url } }),
      server.url(),
    );
    expect(proxy.connects).toEqual([]);
  });

  it('tells a closed port and a name that nobody has', async () => {
    const closed = await startTokenServer();
    await closed.close();
    expect(await rejection(ask(client(), closed.url()))).toMatchObject({ code: 'http.refused' });
    expect(await rejection(ask(client(), 'https://no-such-host.invalid/token'))).toMatchObject({
      code: expect.stringMatching(/^http\.(dns|offline)$/),
    });
  });
});

describe('the client', () => {
  it('reads the certificates of the system once, and only when TLS is needed', async () => {
    let reads = 0;
    const systemCertificates = () => {
      reads += 1;
      return [caCertificate, '-----BEGIN CERTIFICATE-----\nbroken\n-----END CERTIFICATE-----'];
    };
    const http = client({ systemCertificates });
    await get(http, kept(await startTokenServer()).url());
    expect(reads).toBe(0);
    const server = await secureServer();
    await get(http, server.url());
    await askToken(http, server.url());
    expect(reads).toBe(1);
  });

  it('trusts NODE_EXTRA_CA_CERTS [41]', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tokenboard-test-'));
    ends.push(() => rm(folder, { recursive: true }));
    await writeFile(`${folder}/ca.pem`, caCertificate);
    const server = await secureServer();
    await get(
      client({ systemCertificates: () => [], environment: { NODE_EXTRA_CA_CERTS: `${folder}/ca.pem` } }),
      server.url(),
    );
    expect(server.requests).toHaveLength(1);
  });

  it('says so when the proxy of a plain request wants a password [41]', async () => {
    const server = kept(await startTokenServer());
    const proxy = kept(await startProxy(server.port, { login: 'ann:pw' }));
    const environment = (login: string) => ({ environment: { HTTP_PROXY: `http://${login}${proxy.host}` } });
    await get(client(environment('ann:pw@')), 'http://service.test/data');
    expect(server.requests[0]?.headers['proxy-authorization']).toBeUndefined();
    expect(await rejection(get(client(environment('')), 'http://service.test/data'))).toMatchObject({
      code: 'http.proxy_authentication',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('returns the same dispatcher at once after the first call', async () => {
    const http = client();
    const url = new URL('https://service.test/');
    const first = http.dispatcherFor(url);
    expect(first).toBeInstanceOf(Promise);
    expect(http.dispatcherFor(new URL('https://service.test/other'))).toBeInstanceOf(Promise);
    const dispatcher = await first;
    expect(http.dispatcherFor(url)).toBe(dispatcher);
  });

  it('keeps connections of GETs alive', async () => {
    const ports = new Set<number | undefined>();
    const server: TokenServer = kept(await startTokenServer());
    server.respondWith((_, response) => {
      ports.add(response.socket?.remotePort);
      return { body: 'x' };
    });
    const http = client();
    for (let n = 0; n < 5; n++) await get(http, server.url());
    expect(ports.size).toBeLessThan(5);
  });
});
