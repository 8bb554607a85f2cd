import { beforeEach, expect, it } from 'vitest';
import type { StartedApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { resourceAt, type Service, startAppAndServices } from './service.ts';

let tokenboard: StartedApp;
let service: Service;
beforeEach(async () => {
  const started = await startAppAndServices();
  ({ service, tokenboard } = started);
  service.routes['/sales/north%2Feast'] = () => json([{ id: 1 }]);
  return started.stop;
});

it('a service gets relative dates and values instead of their names, all of one instant', async () => {
  const resource = resourceAt(service, {
    url: `${service.origin}/sales/{region}?from={{today-7d}}&at={{now:unixms}}&again={{now:unixms}}&q=a+b&off={{'{{'}}`,
    variables: { region: 'north/east' },
    offParameters: [{ at: 1, text: 'never=1' }],
    timeZone: 'Pacific/Kiritimati',
    authorization: { type: 'none' },
    method: 'POST',
    headers: [{ name: 'X-Day', value: 'since {{today-7d}}', secret: false }],
    body: { type: 'json', text: '{"at":{{now:unixms}}}', variables: '' },
  });
  await tokenboard.get('resources.save', { resource, secrets: {} });
  const before = Date.now();
  const summary = await tokenboard.get('resources.run', { id: resource.id });
  const [seen] = service.server.requests;
  const url = new URL(seen?.path ?? '', service.origin);
  const at = Number(url.searchParams.get('at'));
  expect(at).toBeGreaterThanOrEqual(before);
  expect(at).toBeLessThanOrEqual(Date.now());
  const day = new Date(at + 14 * 3_600_000 - 7 * 86_400_000).toISOString().slice(0, 10);
  expect(url.pathname + url.search).toBe(`/sales/north%2Feast?from=${day}&at=${at}&again=${at}&q=a+b&off=%7B%7B`);
  expect(seen?.headers['x-day']).toBe(`since ${day}`);
  expect(seen?.body).toBe(`{"at":${at}}`);
  expect(summary.finalUrl).toBe(url.href);
  const { exchanges } = await tokenboard.get('console.list', { limit: 10 });
  expect(exchanges.map((exchange) => exchange.url)).toContain(url.href);
});

it.each([
  [{ url: '/rows?from={{yesterdy}}' }, 'url'],
  [{ url: '/rows', headers: [{ name: 'X-Day', value: '{{nope}}', secret: false }] }, 'headers.0'],
  [{ url: '/rows', method: 'POST', body: { type: 'form', text: 'a={{nope}}', variables: '' } }, 'body'],
  [{ url: '/rows/{id}' }, 'variables.id'],
] as const)('nothing is sent with a date or a value that is not known: %j', async (changes, field) => {
  const { url, ...others } = structuredClone(changes) as { url: string };
  const resource = resourceAt(service, { ...others, url: service.origin + url, authorization: { type: 'none' } });
  await tokenboard.get('resources.save', { resource, secrets: {} });
  expect(await tokenboard.ask('resources.run', { id: resource.id })).toMatchObject({
    ok: false,
    error: { code: 'resource.invalid', details: { field } },
  });
  expect(service.server.requests).toEqual([]);
});
