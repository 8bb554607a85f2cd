import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { describe, expect, it } from 'vitest';
import type { FeedAnswer } from '../../app/feeds/feed-rows.ts';
import { bodyOf, freePort } from '../servers/feed-server.ts';
import { feedServers, requestText, say } from '../servers/feed-servers.ts';

const start = feedServers();

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

  it('starts by itself when another program frees the port', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const { server } = await start({ settings: { port }, retryMs: 50 });
    expect(server.view().status).toBe('failed');
    other.close();
    await expect.poll(() => server.view()).toMatchObject({ status: 'running', error: null });
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
    const { port, bearer, server, renewCertificate, refused } = await start({
      settings: { encryption: 'own' },
      certificate: { cert: pem, key: pem },
    });
    const ask = async (): Promise<string> => {
      const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false });
      socket.write(
        requestText('GET /feeds/Sales.json HTTP/1.1', `host: localhost\r\nauthorization: ${bearer.authorization}\r\n`),
      );
      return text(socket);
    };
    expect(await ask()).toMatch(/^HTTP\/1\.1 200/);
    renewCertificate();
    expect(await ask()).toMatch(/^HTTP\/1\.1 200/);
    expect(server.view().origins[0]).toBe(`https://127.0.0.1:${port}`);
    expect(await say(port, requestText('GET /health HTTP/1.1', 'host: localhost\r\n'))).not.toMatch(/^HTTP\/1\.1 200/);
    // A reader that does not trust the certificate.
    connectTls({ port, host: '127.0.0.1', ca: [], rejectUnauthorized: true }).on('error', () => undefined);
    await expect.poll(() => refused.map(({ answer }) => answer.body.toString())).toHaveLength(1);
  });
});

it.each([
  [-1, 'feed.certificate_expired'],
  [60_000, undefined],
])(
  'runs with an imported certificate that is valid for %i ms, and says whether readers refuse it',
  async (ms, code) => {
    const pem = readFileSync(new URL('../servers/untrusted.pem', import.meta.url), 'utf8');
    const { server } = await start({
      settings: { encryption: 'imported' },
      certificate: { cert: pem, key: pem },
      importedUntil: Date.now() + ms,
    });
    const { status, error } = server.view();
    expect([status, error?.code]).toEqual(['running', code]);
  },
);

describe('the end of the server of feeds', () => {
  const ask = (bearer: { authorization: string }) =>
    `GET /feeds/Sales.json HTTP/1.1\r\nhost: localhost\r\nauthorization: ${bearer.authorization}\r\n\r\n`;

  it('waits for running requests and for nothing else, and ends each connection', async () => {
    const { server, port, bearer, state } = await start();
    const rows = Promise.withResolvers<FeedAnswer>();
    const open = async (bytes: string): Promise<Socket> => {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(bytes);
      return socket;
    };
    // A kept connection between two requests, one that sent nothing, and one with half a request.
    const kept = await open('GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await once(kept, 'data');
    const silent = await open('');
    const half = await open('GET /feeds/Sales.json HTTP/1.1\r\nhost: loc');
    const [asked, answer] = [state.asked, state.answer];
    state.answer = rows.promise;
    const reader = await open(ask(bearer));
    await expect.poll(() => state.asked).toBe(asked + 1);
    await expect.poll(() => server.connections()).toBe(4);
    const closed = [kept, silent, half].map((socket) => once(socket.resume(), 'close'));
    let isDrained = false;
    const draining = server.drain().then(() => {
      isDrained = true;
    });
    await Promise.all(closed);
    expect(isDrained).toBe(false);
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
    rows.resolve(await answer);
    const said = await text(reader);
    expect(said).toMatch(/^HTTP\/1\.1 200/);
    expect(said).toMatch(/^connection: close/im);
    expect(said).toContain('[{"a":1}]');
    await draining;
    await expect.poll(() => server.connections()).toBe(0);
  });

  it('lets a slow reader have all of a body whose sending has begun', async () => {
    const { server, port, bearer, state } = await start();
    const bytes = Buffer.alloc(16 * 2 ** 20, 'a');
    state.answer = { status: 'rows', body: bodyOf(bytes), isStale: false, error: null };
    const reader = connect(port, '127.0.0.1');
    reader.write(ask(bearer));
    await once(reader, 'readable');
    const draining = server.drain();
    expect(server.connections()).toBe(1);
    let length = 0;
    for await (const chunk of reader) length += chunk.length;
    await draining;
    expect(length).toBeGreaterThan(bytes.length);
  });

  it('ends readers that take longer than it waits', async () => {
    const { server, port, bearer, state } = await start();
    state.answer = new Promise(() => undefined);
    const reader = connect(port, '127.0.0.1').on('error', () => undefined);
    reader.write(ask(bearer));
    await expect.poll(() => state.asked).toBe(1);
    await Promise.all([once(reader.resume(), 'close'), server.close()]);
    expect(server.connections()).toBe(0);
  });
});
