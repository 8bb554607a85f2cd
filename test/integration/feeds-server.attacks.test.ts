import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import type { FeedRequest } from '../../app/feeds/feed-server.ts';
import { bodyOf } from '../servers/feed-server.ts';
import { descriptors, feedServers, requestText, say, statusOf } from '../servers/feed-servers.ts';

const start = feedServers();

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
      statusOf(await say(port, requestText('GET /feeds/Sales.json HTTP/1.1', `${auth}${host}`)));
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
      expect([path.slice(0, 40), statusOf(await say(port, requestText(`GET ${path} HTTP/1.1`, auth)))]).toEqual([
        path.slice(0, 40),
        404,
      ]);
    expect(statusOf(await say(port, requestText('GET /feeds/Sales.json\0 HTTP/1.1', auth)))).toBe(400);
    expect(state.asked).toBe(0);
  });

  it('bodies and other methods: are refused, and the connection ends', async () => {
    const { port, bearer, state, refused } = await start();
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
    const long = await say(port, requestText('GET /health HTTP/1.1', `${auth}x: ${'a'.repeat(20_000)}\r\n`));
    expect(statusOf(long)).toBe(431);
    // Never an empty body.
    expect(JSON.parse(long.slice(long.indexOf('{')))).toMatchObject({ error: { status: 431 } });
    expect(refused).toHaveLength(13);
  });

  it('bytes that are no request: are told to the console and the log, without what may be a key [37]', async () => {
    const told: FeedRequest[] = [];
    const { port, secret, refused } = await start({
      limits: { headersMs: 300 },
      onRequest: (request) => void told.push(request),
    });
    const sent: [string, string, number, string][] = [
      [`GET /feeds/Sales.json\0?key=${secret} HTTP/1.1\r\n\r\n`, 'GET', 400, '/feeds/Sales.json'],
      [`nonsense ${secret}\r\n\r\n`, '', 400, ''],
      [requestText('GET /health HTTP/1.1', `host: localhost\r\nx: ${secret.repeat(500)}\r\n`), 'GET', 431, '/health'],
      [`GET /feeds/Sales.json?key=${secret} HTTP/1.1\r\nhost: loc`, '', 408, ''],
    ];
    for (const [bytes, method, status, url] of sent) {
      const said = await say(port, bytes);
      expect(statusOf(said)).toBe(status);
      const { id } = JSON.parse(said.slice(said.indexOf('{'))).error;
      expect(said).toContain(`x-request-id: ${id}`);
      expect(refused.at(-1)).toMatchObject({ request: { method, url, headers: {} }, answer: { id, status } });
      expect(told.at(-1)).toEqual({ id, method, feed: null, format: null, status, ms: 0, address: '127.0.0.1' });
    }
    expect(refused).toHaveLength(sent.length);
    // A spare connection, as browsers open them, says nothing.
    const spare = connect(port, '127.0.0.1');
    await once(spare.resume(), 'close');
    expect([refused.length, told.length]).toEqual([sent.length, sent.length]);
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
    // Both ends are in this process. feeds-connections.test.ts opens 10,000 from another one.
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
