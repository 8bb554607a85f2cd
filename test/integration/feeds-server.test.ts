import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get as httpGet } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newFeed } from '../../app/shared/feed/feed.ts';
import { message } from '../../app/shared/messages/message.ts';
import { bodyOf, type FeedServerOptions, freePort, startFeedServer } from '../servers/feed-server.ts';

type Started = Awaited<ReturnType<typeof startFeedServer>>;
let started: Started[] = [];
const start = async (options: FeedServerOptions = {}): Promise<Started> => {
  const server = await startFeedServer(options);
  started.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(started.map(({ server }) => server.close()));
  started = [];
});

/** All that the server says to these bytes until it ends the connection. */
async function say(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  // The answer is what counts, also if the connection is reset after it.
  socket.on('error', () => undefined);
  let said = '';
  for await (const chunk of socket.setEncoding('latin1').iterator({ destroyOnReturn: true })) said += chunk;
  return said;
}
const request = (line: string, headers: string): string => `${line}\r\n${headers}connection: close\r\n\r\n`;
const statusOf = (said: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1]);

/** The body as it was sent, which `fetch` would unpack. */
async function raw(origin: string, headers: Record<string, string>) {
  const [response] = await once(httpGet(`${origin}/feeds/Sales.json`, { headers }), 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) };
}

describe('one server of feeds', () => {
  let server: Started;
  beforeEach(async () => {
    server = await start();
  });

  it('sends a feed to its key alone, however the key is sent, and notes who read', async () => {
    const { get, secret, feed, key } = server;
    expect(server.server.view()).toMatchObject({ status: 'running', error: null });
    const basic = Buffer.from(`anyone:${secret}`).toString('base64');
    for (const headers of [{}, { authorization: `Basic ${basic}` }, { authorization: '', 'x-api-key': secret }]) {
      const response = await get('/feeds/Sales.json', headers);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await response.json()).toEqual([{ a: 1 }]);
    }
    expect(server.server.reads(feed.id)).toBe(3);
    server.store.close();
    expect(server.store.keysOf(feed.id)[0]?.lastUsed).toEqual({ at: expect.any(Number), address: '127.0.0.1' });
    for (const authorization of ['', 'Bearer wrong', `Bearer ${secret}x`, 'Basic Og==']) {
      const response = await get('/feeds/Sales.json', { authorization });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm=.*Bearer realm=/);
      expect(await response.json()).toMatchObject({ error: { status: 401, id: expect.stringMatching(/^\w{10}$/) } });
    }
    expect(await (await get('/health', { authorization: '' })).json()).toEqual({ status: 'ok' });
    expect(await (await get('/feeds/')).json()).toMatchObject({ feeds: [{ name: 'Sales' }] });
    expect((await get('/feeds/', { authorization: '' })).status).toBe(401);
    server.store.removeKey(key.id);
    expect((await get('/feeds/Sales.json')).status).toBe(401);
  });

  it('accepts a key in the URL only if the feed allows it, and keeps it out of what it reports', async () => {
    const { get, secret, store, feed, refused } = server;
    const path = `/feeds/Sales.json?key=${secret}`;
    expect((await get(path, { authorization: '' })).status).toBe(401);
    expect(refused).toHaveLength(1);
    store.save({ ...feed, allowsKeyInUrl: true });
    expect((await get(path, { authorization: '' })).status).toBe(200);
  });

  it('opens one feed with one key, and tells nothing about others', async () => {
    const { get, store, state } = server;
    store.save(newFeed('other', 'resource', 'Stock'));
    const [there, missing] = [await get('/feeds/Stock.json'), await get('/feeds/Nothing.json')];
    expect([there.status, missing.status]).toEqual([403, 403]);
    for (const name of ['Stock', 'Nothing'])
      expect((await get(`/feeds/${name}.json`, { authorization: '' })).status).toBe(401);
    store.save({ ...server.feed, isOn: false });
    expect((await get('/feeds/Sales.json')).status).toBe(404);
    store.save(server.feed);
    state.resourceExists = false;
    expect((await get('/feeds/Sales.json')).status).toBe(404);
    // The deletion was undone.
    state.resourceExists = true;
    expect((await get('/feeds/Sales.json')).status).toBe(200);
  });

  it('tells how old rows are, and sends 304 to a reader that has them', async () => {
    const { get, state } = server;
    const dataAt = Date.now() - 90_500;
    state.answer = { status: 'rows', body: bodyOf('[]\n', { dataAt }), isStale: true, error: null };
    const { headers } = await get('/feeds/Sales.json');
    expect(Object.fromEntries(headers)).toMatchObject({
      age: '90',
      etag: '"one"',
      'last-modified': new Date(dataAt).toUTCString(),
      'cache-control': 'private, max-age=60',
      'cache-status': 'Tokenboard; hit; ttl=-30',
      'tokenboard-stale': 'refreshing',
      vary: 'Accept-Encoding, Authorization, X-Api-Key, Origin',
    });
    for (const sent of [
      { 'if-none-match': '"one"' },
      { 'if-none-match': '"zero", W/"one"' },
      { 'if-none-match': '*' },
      { 'if-modified-since': new Date(dataAt).toUTCString() },
    ]) {
      const response = await get('/feeds/Sales.json', sent);
      expect([response.status, await response.text(), response.headers.get('etag')]).toEqual([304, '', '"one"']);
    }
    for (const sent of [
      { 'if-none-match': '"two"', 'if-modified-since': new Date().toUTCString() },
      { 'if-modified-since': new Date(dataAt - 1_000).toUTCString() },
    ])
      expect((await get('/feeds/Sales.json', sent)).status).toBe(200);
    state.answer = {
      status: 'unavailable',
      error: { code: 'resource.server_error', message: message('feeds.notFound') },
      retryAt: Date.now() + 30_000,
    };
    const gone = await get('/feeds/Sales.json');
    expect([gone.status, gone.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await gone.json()).toMatchObject({ error: { message: 'This feed no longer exists.' } });
  });

  it('packs a body once in each encoding, with an ETag of its own', async () => {
    const { origin, bearer, state } = server;
    const content = JSON.stringify(Array.from({ length: 500 }, (_, id) => ({ id })));
    state.answer = { status: 'rows', body: bodyOf(content), isStale: false, error: null };
    const plain = await raw(origin, bearer);
    const packed = await raw(origin, { ...bearer, 'accept-encoding': 'gzip;q=0.5, br' });
    const gzip = await raw(origin, { ...bearer, 'accept-encoding': 'gzip, br;q=0' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(brotliDecompressSync(packed.bytes).toString()).toBe(content);
    expect(gunzipSync(gzip.bytes).toString()).toBe(content);
    expect([plain, packed, gzip].map(({ headers }) => headers.etag)).toEqual(['"one"', '"one-br"', '"one-gzip"']);
    const head = await server.get('/feeds/Sales.json', {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('sends a page under a policy that allows its own style alone', async () => {
    const body = bodyOf('<!doctype html><style>a{}</style>', { contentType: 'text/html; charset=utf-8' });
    server.state.answer = { status: 'rows', body, isStale: false, error: null };
    const policy = (await server.get('/feeds/Sales.html')).headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'$/);
  });

  it('lets pages of the listed origins read, and no others', async () => {
    const { get, store, feed } = server;
    const preflight = { authorization: '', 'access-control-request-method': 'GET' };
    const allowed = async (origin: string, method = 'OPTIONS') =>
      (await get('/feeds/Sales.json', { ...(method === 'GET' ? {} : preflight), origin }, method)).headers.get(
        'access-control-allow-origin',
      );
    expect(await allowed('https://board.example')).toBeNull();
    store.save({ ...feed, origins: ['https://board.example'] });
    expect(await allowed('https://board.example')).toBe('https://board.example');
    expect(await allowed('https://board.example', 'GET')).toBe('https://board.example');
    expect(await allowed('https://board.example.evil')).toBeNull();
    expect(await allowed('null', 'GET')).toBeNull();
  });

  it('tells the window of reads a few times a second at most', async () => {
    const before = server.state.changes;
    await Promise.all(Array.from({ length: 50 }, () => server.get('/feeds/Sales.json')));
    expect(server.state.changes - before).toBeLessThan(5);
  });
});

describe('what attacks the server of feeds', () => {
  it('key guessing: is slowed down per address, and the right key still works', async () => {
    const { get, refused } = await start({ limits: { guesses: 5 } });
    const guess = () => get('/feeds/Sales.json', { authorization: 'Bearer tbk_guess' });
    const statuses = [];
    for (let count = 0; count < 8; count += 1) statuses.push((await guess()).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect(Number((await guess()).headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await get('/feeds/Sales.json')).status).toBe(200);
    expect(refused).toHaveLength(9);
  });

  it('Host rebinding: refuses names that are not its own', async () => {
    const { port, bearer, refused } = await start({ settings: { hosts: ['board.lan'] } });
    const auth = `authorization: ${bearer.authorization}\r\n`;
    const ask = async (host: string) =>
      statusOf(await say(port, request('GET /feeds/Sales.json HTTP/1.1', `${auth}${host}`)));
    for (const host of ['localhost', `127.0.0.1:${port}`, '[::1]', 'LOCALHOST.', 'board.lan:80'])
      expect(await ask(`host: ${host}\r\n`)).toBe(200);
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '127.1', 'a@localhost', ''])
      expect(await ask(`host: ${host}\r\n`)).toBe(421);
    expect(await ask('')).toBe(400);
    expect(await ask('host: localhost\r\nhost: evil.example\r\n')).toBe(400);
    expect(refused).toHaveLength(8);
  });

  it('path tricks: find nothing, whatever the key', async () => {
    const { port, bearer, state } = await start();
    const auth = `host: localhost\r\nauthorization: ${bearer.authorization}\r\n`;
    const paths = [
      '/feeds/Sales',
      '/feeds/Sales.exe',
      '/feeds/Sales.JSON',
      '/Feeds/Sales.json',
      '/feeds/Sales.json/',
      '//feeds/Sales.json',
      '/feeds//Sales.json',
      '/feeds/./Sales.json',
      '/feeds/../feeds/Sales.json',
      '/feeds/%2e%2e/Sales.json',
      '/feeds%2fSales.json',
      '/feeds/Sales%2ejson',
      '/feeds/Sales.json%00',
      '/feeds/Sales.json%zz',
      '/feeds/Sales.json;a=b',
      '/feeds/Sales.json#a',
      'http://localhost/feeds/Sales.json',
      '*',
      `/feeds/${'a'.repeat(9_000)}.json`,
      '/',
      '/favicon.ico',
    ];
    for (const path of paths)
      expect([path.slice(0, 40), statusOf(await say(port, request(`GET ${path} HTTP/1.1`, auth)))]).toEqual([
        path.slice(0, 40),
        404,
      ]);
    // Of the address there is one spelling.
    expect(statusOf(await say(port, request('GET /feeds/sales.json HTTP/1.1', auth)))).toBe(403);
    expect(statusOf(await say(port, request('GET /feeds/Sales.json\0 HTTP/1.1', auth)))).toBe(400);
    expect(state.asked).toBe(0);
  });

  it('bodies and other methods: are refused, and the connection ends', async () => {
    const { port, bearer, state } = await start();
    const auth = `host: localhost\r\nauthorization: ${bearer.authorization}\r\n`;
    const ask = (line: string, more: string, body = '') =>
      say(port, `${line} /feeds/Sales.json HTTP/1.1\r\n${auth}${more}\r\n${body}`);
    const smuggled = `GET /feeds/Sales.json HTTP/1.1\r\n${auth}\r\n`;
    for (const said of [
      await ask('GET', `content-length: ${smuggled.length}\r\n`, smuggled),
      await ask('GET', 'transfer-encoding: chunked\r\n', `5\r\nhello\r\n0\r\n\r\n${smuggled}`),
      await ask('GET', 'content-length: 5\r\nexpect: 100-continue\r\n', 'hello'),
    ]) {
      expect(statusOf(said)).toBe(400);
      expect(said.match(/HTTP\/1\.1/g)).toHaveLength(1);
    }
    expect(statusOf(await ask('GET', 'content-length: 5\r\ntransfer-encoding: chunked\r\n', '0\r\n\r\n'))).toBe(400);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND']) {
      const said = await ask(method, 'content-length: 5\r\n', 'hello');
      expect(statusOf(said)).toBe(405);
      expect(said).toMatch(/^allow: GET, HEAD/im);
    }
    expect(state.asked).toBe(0);
    expect(statusOf(await say(port, 'nonsense\r\n\r\n'))).toBe(400);
    const long = await say(port, request('GET /health HTTP/1.1', `${auth}x: ${'a'.repeat(20_000)}\r\n`));
    expect(statusOf(long)).toBe(431);
    // Never an empty body.
    expect(JSON.parse(long.slice(long.indexOf('{')))).toMatchObject({ error: { status: 431 } });
  });

  it('slow readers and writers: are cut off, and hold no copy of the body', async () => {
    const { port, bearer, state, server, get } = await start({
      limits: { headersMs: 300, silentMs: 400 },
    });
    const bytes = Buffer.alloc(16 * 2 ** 20, 'a');
    state.answer = { status: 'rows', body: bodyOf('', { bytes }), isStale: false, error: null };
    const slow: Socket[] = [];
    const closed = (sockets: Socket[]) => Promise.all(sockets.map((socket) => once(socket, 'close')));
    const open = (): Socket => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      slow.push(socket);
      return socket;
    };
    const before = process.memoryUsage();
    for (let count = 0; count < 20; count += 1)
      open().write(
        `GET /feeds/Sales.json HTTP/1.1\r\nhost: localhost\r\nauthorization: ${bearer.authorization}\r\n\r\n`,
      );
    // Half a header, and nothing at all.
    open().write('GET /feeds/Sales.json HTTP/1.1\r\nhost: loc');
    open();
    await vi.waitFor(() => expect(state.asked).toBe(20));
    const { external, arrayBuffers } = process.memoryUsage();
    expect(external + arrayBuffers - before.external - before.arrayBuffers).toBeLessThan(bytes.length);
    await vi.waitFor(() => expect(server.connections()).toBe(0), { timeout: 8_000 });
    for (const socket of slow) socket.resume();
    await closed(slow.filter((socket) => !socket.closed));
    // A reader that takes them gets all of them.
    expect((await (await get('/feeds/Sales.json')).arrayBuffer()).byteLength).toBe(bytes.length);
  });

  it('many connections: are held up to the limit, counted, and the next ones refused', async () => {
    // Both ends are in this process, where 2,000 take 2 s. The app's own limit is 10,000.
    const limit = Math.min(2_000, Math.floor(descriptors() * 0.4));
    const { port, server, get, refused } = await start({ limits: { connections: limit, headersMs: 60_000 } });
    const sockets: Socket[] = [];
    const openOne = async () => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      sockets.push(socket);
      await once(socket, 'connect');
    };
    for (let count = 0; count < limit - 1; count += 500)
      await Promise.all(Array.from({ length: Math.min(500, limit - 1 - count) }, openOne));
    await vi.waitFor(() => expect(server.connections()).toBe(limit - 1), { timeout: 10_000 });
    expect((await get('/feeds/Sales.json', { connection: 'close' })).status).toBe(200);
    await vi.waitFor(() => expect(server.connections()).toBe(limit - 1));
    await openOne();
    const beyond = connect(port, '127.0.0.1').on('error', () => undefined);
    await once(beyond.resume(), 'close');
    expect(server.connections()).toBe(limit);
    for (const socket of sockets) socket.destroy();
    await vi.waitFor(() => expect(server.connections()).toBe(0), { timeout: 10_000 });
    expect((await get('/feeds/Sales.json')).status).toBe(200);
    expect(refused).toEqual([]);
  }, 60_000);
});

/** How many files this process may have open. */
function descriptors(): number {
  const limits = process.platform === 'linux' ? readFileSync('/proc/self/limits', 'utf8') : '';
  return Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? 2_000);
}

describe('where the server of feeds listens', () => {
  it('says that the port is in use, and starts when it is free', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const { server, store } = await start({ settings: { port } });
    expect(server.view()).toMatchObject({ status: 'failed', origins: [], error: { code: 'feed.port_in_use' } });
    other.close();
    await once(other, 'close');
    store.saveServer({ ...store.server(), port });
    await server.apply();
    expect(server.view()).toMatchObject({
      status: 'running',
      error: null,
      origins: [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
    });
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  });

  it('keeps its connections where nothing needs a new start, and ends them all when it is switched off', async () => {
    const { server, store, port } = await start();
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await once(socket, 'data');
    store.saveServer({ ...store.server(), hosts: ['board.lan'], networks: ['10.0.0.0/8'] });
    await server.apply();
    expect(server.connections()).toBe(1);
    const began = performance.now();
    store.saveServer({ ...store.server(), isOn: false });
    await server.apply();
    expect(performance.now() - began).toBeLessThan(2_000);
    expect([server.view().status, server.connections()]).toEqual(['off', 0]);
    socket.destroy();
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
  });

  it('is not reached from the network without encryption, unless the user accepts that', async () => {
    const plain = await start({ settings: { exposure: 'network' } });
    expect(plain.server.view().error?.code).toBe('feed.plain_network');
    const accepted = await start({
      settings: { exposure: 'network', acceptsPlainNetwork: true, networks: ['10.99.0.0/16'] },
    });
    expect(accepted.server.view().error).toBeNull();
    expect((await accepted.get('/feeds/Sales.json')).status).toBe(200);
    const missing = await start({ settings: { exposure: 'network', acceptsPlainNetwork: true, address: '192.0.2.1' } });
    expect(missing.server.view().error).toMatchObject({
      code: 'feed.cannot_listen',
      details: { reason: 'EADDRNOTAVAIL' },
    });
  });

  it('speaks TLS alone with a certificate, and takes a new one without a restart', async () => {
    const pem = readFileSync(new URL('../servers/untrusted.pem', import.meta.url), 'utf8');
    const { port, bearer, server, renewCertificate } = await start({
      settings: { encryption: 'own' },
      certificate: { cert: pem, key: pem },
    });
    const ask = async (): Promise<string> => {
      const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false });
      socket.write(
        request('GET /feeds/Sales.json HTTP/1.1', `host: localhost\r\nauthorization: ${bearer.authorization}\r\n`),
      );
      return text(socket);
    };
    expect(await ask()).toMatch(/^HTTP\/1\.1 200/);
    renewCertificate();
    expect(await ask()).toMatch(/^HTTP\/1\.1 200/);
    expect(server.view().origins[0]).toBe(`https://127.0.0.1:${port}`);
    expect(await say(port, request('GET /health HTTP/1.1', 'host: localhost\r\n'))).not.toMatch(/^HTTP\/1\.1 200/);
  });
});
