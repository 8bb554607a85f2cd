import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../servers/feed-server.ts';
import { resource } from '../servers/items.ts';
import { bundleServe, type RunningServe, runServe } from '../servers/serve-program.ts';
import { json, startTokenServer, type TokenServer } from '../servers/token-server.ts';
import { openData, writeData } from './serve-data.ts';

const key = 'a passphrase of the tests';
const folder = mkdtempSync(join(tmpdir(), 'tokenboard-serve-end-'));
let entry: string;
let service: TokenServer;
beforeAll(async () => {
  entry = await bundleServe(join(folder, 'program'));
  service = await startTokenServer();
});
const running: RunningServe[] = [];
afterEach(async () => {
  for (const server of running) server.kill('SIGKILL');
  await Promise.all(running.splice(0).map(({ ended }) => ended));
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A server whose only reader waits for rows that the service sends when `send` is called. */
async function startWithReader(name: string) {
  const data = join(folder, name);
  const sales = resource({ id: 'sales', url: `${service.origin}/rows`, authorization: { type: 'none' } });
  const secret = await writeData(data, key, { resource: sales });
  const waiting = Promise.withResolvers<() => void>();
  service.respondWith((_, response) => {
    const stub = json([{ a: 1 }]);
    waiting.resolve(() => response.writeHead(200, stub.headers).end(stub.body));
    return undefined;
  });
  const port = await freePort();
  const server = runServe(entry, ['--port', String(port)], {
    HOME: folder,
    TOKENBOARD_DATA: data,
    TOKENBOARD_KEY: key,
  });
  running.push(server);
  const has = (event: string) =>
    expect.poll(() => server.lines().some((line) => line.event === event), { timeout: 20_000 });
  await has('serve.started').toBe(true);
  const reader = fetch(`http://127.0.0.1:${port}/feeds/Sales.json`, { headers: { 'x-api-key': secret } });
  // Where a test expects that it fails.
  reader.catch(() => undefined);
  return { data, server, port, reader, has, send: await waiting.promise };
}

describe('the end of tokenboard serve', () => {
  it('waits for a slow service, whose rows the reader gets, and refuses others', async () => {
    const { data, server, port, reader, has, send } = await startWithReader('slow');
    server.kill('SIGTERM');
    await has('serve.ending').toBe(true);
    await expect.poll(() => fetch(`http://127.0.0.1:${port}/health`).catch(() => 'refused')).toBe('refused');
    send();
    const response = await reader;
    expect([response.status, response.headers.get('connection'), await response.json()]).toEqual([
      200,
      'close',
      [{ a: 1 }],
    ]);
    expect(await server.ended).toBe(0);
    expect(server.lines().at(-1)).toMatchObject({ event: 'serve.ended' });
    // Written at the end: when the key was used.
    expect((await openData(data, key)).feeds.read().keys[0]?.lastUsed).toMatchObject({ address: '127.0.0.1' });
  });

  it('sends 503 to a reader that waits for longer, before Docker would kill the process', async () => {
    const { server, reader } = await startWithReader('silent');
    const begun = performance.now();
    server.kill('SIGTERM');
    const response = await reader;
    expect([response.status, Number(response.headers.get('retry-after'))]).toEqual([503, 1]);
    expect(await server.ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('waits for nobody after a second signal', async () => {
    const { server, reader, has } = await startWithReader('twice');
    server.kill('SIGINT');
    await has('serve.ending').toBe(true);
    let isEnded = false;
    void server.ended.then(() => {
      isEnded = true;
    });
    // conf raises the first signal once more, so signals that come soon after it are the same.
    const ended = expect.poll(
      () => {
        server.kill('SIGTERM');
        return isEnded;
      },
      { interval: 100, timeout: 3_000 },
    );
    await ended.toBe(true);
    await reader.catch(() => undefined);
    expect(await server.ended).toBe(0);
    expect(server.lines().at(-1)).toMatchObject({ event: 'serve.ended' });
  });
});
