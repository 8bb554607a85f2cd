import { once } from 'node:events';
import { get as httpGet } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { newFeed } from '../../app/shared/feed/feed.ts';
import { message } from '../../app/shared/messages/message.ts';
import { bodyOf } from '../servers/feed-server.ts';
import { feedServers, type StartedFeedServer } from '../servers/feed-servers.ts';

const start = feedServers();

/** The body as it was sent, which `fetch` would unpack. */
async function raw(origin: string, headers: Record<string, string>) {
  const [response] = await once(httpGet(`${origin}/feeds/Sales.json`, { headers }), 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) };
}

describe('one server of feeds', () => {
  let server: StartedFeedServer;
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
      const id = response.headers.get('x-request-id');
      expect(id).toMatch(/^[\da-f-]{36}$/);
      expect(await response.json()).toMatchObject({ error: { status: 401, id } });
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
    // The reader of the feed itself learns of a wrong letter case, by both ways.
    for (const path of ['/feeds/sales.json', '/odata/SALES']) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('the feed is named “Sales”');
    }
    expect((await get('/feeds/stock.json')).status).toBe(403);
    for (const name of ['Stock', 'Nothing', 'sales'])
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
