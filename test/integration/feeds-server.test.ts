import { afterEach, describe, expect, it } from 'vitest';
import { type FeedServerOptions, startFeedServer } from '../servers/feed-server.ts';

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

describe('the server of feeds', () => {
  it('sends a feed to its key alone, however the key is sent', async () => {
    const { get, secret, server, feed } = await start();
    expect(server.view()).toMatchObject({ status: 'running', error: null });
    const basic = Buffer.from(`anyone:${secret}`).toString('base64');
    for (const headers of [{}, { authorization: `Basic ${basic}` }, { authorization: '', 'x-api-key': secret }]) {
      const response = await get('/feeds/Sales.json', headers);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await response.json()).toEqual([{ a: 1 }]);
    }
    expect(server.reads(feed.id)).toBe(3);
    for (const authorization of ['', 'Bearer wrong', `Bearer ${secret}x`]) {
      const response = await get('/feeds/Sales.json', { authorization });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm=.*Bearer realm=/);
      expect(await response.json()).toMatchObject({ error: { status: 401, id: expect.stringMatching(/^\w{10}$/) } });
    }
    expect(await (await get('/health', { authorization: '' })).json()).toEqual({ status: 'ok' });
    expect(await (await get('/feeds/')).json()).toMatchObject({ feeds: [{ name: 'Sales' }] });
    expect((await get('/feeds/', { authorization: '' })).status).toBe(401);
  });
});
