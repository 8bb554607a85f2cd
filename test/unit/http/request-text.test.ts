import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient } from '../../../app/http/client.ts';
import { requestText } from '../../../app/http/request-text.ts';
import { startTokenServer } from '../../servers/token-server.ts';
import { rejection } from '../oauth/token-settings.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
function kept<Value extends { close(): Promise<unknown> }>(value: Value): Value {
  ends.push(() => value.close());
  return value;
}

const client = () => kept(createHttpClient({ resolveProxy: async () => undefined, environment: {} }));
const get = (http: ReturnType<typeof client>, url: string, limits = {}) =>
  requestText(http, { method: 'GET', url: new URL(url), ...limits });

describe('requestText', () => {
  it('is limited in size and time, and can be cancelled [43]', async () => {
    const server = kept(await startTokenServer());
    const http = client();
    server.respondWith({ body: 'x'.repeat(11) });
    expect(await rejection(get(http, server.url(), { maxBytes: 10 }))).toMatchObject({ code: 'http.too_large' });
    server.respondWith((_, response) => {
      response.write('x');
      return undefined;
    });
    expect(await rejection(get(http, server.url(), { timeoutMs: 50 }))).toMatchObject({ code: 'http.timeout' });
    const controller = new AbortController();
    server.respondWith(() => {
      controller.abort();
      return undefined;
    });
    expect(await rejection(get(http, server.url(), { signal: controller.signal }))).toMatchObject({
      code: 'http.cancelled',
    });
    expect(await rejection(get(http, server.url(), { signal: controller.signal }))).toMatchObject({
      code: 'http.cancelled',
    });
  });

  it('follows no redirect', async () => {
    const server = kept(await startTokenServer());
    server.respondWith({ status: 302, headers: { location: '/next' } });
    expect((await get(client(), server.url())).status).toBe(302);
    expect(server.requests).toHaveLength(1);
  });
});
