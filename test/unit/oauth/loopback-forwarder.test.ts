import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { WindowExchange } from '../../../app/http/exchanges.ts';
import { startForwarder } from '../../../app/oauth/loopback-forwarder.ts';
import { rejection } from './token-settings.ts';

const to = 'https://peaka.studio/oauth2/callback';

async function open(from = 'http://127.0.0.1/oauth2/mycallback') {
  const exchanges: WindowExchange[] = [];
  const forwarder = await startForwarder({ from, to }, (exchange) => exchanges.push(exchange));
  const { port } = new URL(forwarder.from);
  /** As written: `fetch` would change the query. */
  const visit = (path: string, options: object = {}) =>
    new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port, path, ...options }, (response) =>
        resolve([response.resume().statusCode, response.headers.location]),
      )
        .on('error', reject)
        .end();
    });
  return { ...forwarder, exchanges, visit };
}

describe('a forwarded loopback address', () => {
  it('responds with 307 and the query as it came, byte for byte [23]', async () => {
    const forwarder = await open();
    const query = "code=4%2f0A-b+c%20d&state={%22a%22:'1'}&empty=&flag&x=1&x=2?y";
    expect(await forwarder.visit(`/oauth2/mycallback?${query}`)).toEqual([307, `${to}?${query}`]);
    expect(await forwarder.visit('/oauth2/mycallback')).toEqual([307, to]);
    forwarder.close();
  });

  it('keeps its own port, takes a free one where it has none, and frees it', async () => {
    const first = await open();
    expect(first.from).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth2\/mycallback$/);
    expect(await rejection(open(first.from))).toMatchObject({ code: 'callback.port_in_use' });
    first.close();
    const second = await open(first.from);
    expect(second.from).toBe(first.from);
    second.close();
    expect(await rejection(fetch(second.from))).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  it('forwards a form_post response, whose method and body the browser keeps [17]', async () => {
    const forwarder = await open();
    expect(await forwarder.visit('/oauth2/mycallback', { method: 'POST' })).toEqual([307, to]);
    forwarder.close();
  });

  it('forwards no other path or name, and nothing that is no visit [23]', async () => {
    const forwarder = await open();
    const image = { headers: { 'sec-fetch-dest': 'image' } };
    const rebound = { headers: { host: `evil.example:${new URL(forwarder.from).port}` } };
    expect(await forwarder.visit('/oauth2/mycallback/?code=1')).toEqual([404, undefined]);
    expect(await forwarder.visit('/oauth2/mycallback?code=1', image)).toEqual([404, undefined]);
    expect(await forwarder.visit('/oauth2/mycallback?code=1', rebound)).toEqual([404, undefined]);
    expect(await forwarder.visit('/oauth2/mycallback', { method: 'DELETE' })).toEqual([404, undefined]);
    expect(forwarder.exchanges).toEqual([]);
    forwarder.close();
  });

  it('shows the console where the visit was sent on to', async () => {
    const forwarder = await open();
    await forwarder.visit('/oauth2/mycallback?code=1');
    expect(forwarder.exchanges).toMatchObject([
      { url: `${forwarder.from}?code=1`, status: 307, responseHeaders: { location: `${to}?code=1` } },
    ]);
    forwarder.close();
  });
});
