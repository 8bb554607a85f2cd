import { beforeEach, describe, expect, it } from 'vitest';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import type { StartedApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { resourceAt, type Service, startLoggedIn } from './service.ts';

let tokenboard: StartedApp;
let service: Service;
let other: Service;
beforeEach(async () => {
  const started = await startLoggedIn();
  ({ service, other, tokenboard } = started);
  return started.stop;
});

const asJson = (text: string) => ({ type: 'json', text, variables: '' }) as const;
type Changes = Parameters<typeof resourceAt>[1];

async function save(changes: Changes, secrets: Record<string, string> = {}) {
  const saved = resourceAt(service, { method: 'POST', ...changes });
  await tokenboard.get('resources.save', { resource: saved, secrets });
  return saved.id;
}
const run = async (changes: Changes, secrets: Record<string, string> = {}) =>
  tokenboard.get('resources.run', { id: await save(changes, secrets) });

describe('a resource that is read with POST', () => {
  it('sends the body with its type and the token, and shows the rows', async () => {
    const summary = await run({ url: `${service.origin}/data`, body: asJson('{"from":"2026","n":1.10}') });
    expect(summary).toMatchObject({ status: 200, body: { status: 'parsed', rowCount: 2 } });
    const [seen] = service.asked('/data');
    expect(seen).toMatchObject({ method: 'POST', body: '{"from":"2026","n":1.10}' });
    expect(seen?.headers).toMatchObject({ 'content-type': 'application/json', authorization: 'Bearer access-token-1' });
  });

  it('sends GraphQL with its variables, and secrets that the console masks [37]', async () => {
    const body = { type: 'graphql', text: '{ viewer {id} }', variables: '{"key":"{key}"}' } as const;
    await run({ url: `${service.origin}/data`, body, secretValues: ['key'] }, { 'value:key': 'canary-4711-secret' });
    const sent: unknown = JSON.parse(service.asked('/data')[0]?.body ?? '');
    expect(sent).toEqual({ query: '{ viewer {id} }', variables: { key: 'canary-4711-secret' } });
    const { exchanges } = await tokenboard.get('console.list', { limit: 100 });
    const exchange = exchanges.find(({ kind, method }) => kind === 'get' && method === 'POST');
    const detail = await tokenboard.get('console.exchange', { id: exchange?.id ?? 0 });
    expect(detail.requestBody).toContain('viewer');
    expect(JSON.stringify(detail)).not.toContain('canary-4711');
  });

  it('is sent again when the token was refused, with a new token and the same body [31]', async () => {
    service.valid.clear();
    const summary = await run({ url: `${service.origin}/data`, body: asJson('{"a":1}') });
    expect(summary.status).toBe(200);
    expect(service.asked('/data').map(({ body, headers }) => [body, headers.authorization])).toEqual([
      ['{"a":1}', 'Bearer access-token-1'],
      ['{"a":1}', 'Bearer access-token-2'],
    ]);
  });

  it.each([500, 503, 429])('is sent once when the service answers %d', async (status) => {
    service.routes['/rows'] = () => json({ error: 'later' }, status);
    await run({ url: `${service.origin}/rows`, body: asJson('{}') });
    expect(service.asked('/rows')).toHaveLength(1);
  });

  it('is sent once when the connection breaks after the request', async () => {
    service.routes['/rows'] = () => ({ status: 200, headers: { 'content-length': '100' }, body: '[' });
    await expect(run({ url: `${service.origin}/rows`, body: asJson('{}') })).rejects.toThrow();
    expect(service.asked('/rows')).toHaveLength(1);
  });

  it('follows 303 with a GET without the body, and 307 with the same POST', async () => {
    service.routes['/made'] = () => ({ status: 303, headers: { location: `${service.origin}/data` } });
    service.routes['/moved'] = () => ({ status: 307, headers: { location: `${service.origin}/data` } });
    await run({ url: `${service.origin}/made`, body: asJson('{"a":1}') });
    await run({ url: `${service.origin}/moved`, body: asJson('{"a":2}') });
    expect(service.asked('/data').map(({ method, body, headers }) => [method, body, headers['content-type']])).toEqual([
      ['GET', '', undefined],
      ['POST', '{"a":2}', 'application/json'],
    ]);
  });

  it('never sends its body to another host [42]', async () => {
    service.routes['/away'] = () => ({ status: 307, headers: { location: `${other.origin}/rows` } });
    const id = await save({ url: `${service.origin}/away`, body: asJson('{"private":1}') });
    const result = await tokenboard.ask('resources.run', { id });
    expect(result).toMatchObject({ ok: false, error: { code: 'resource.unsafe_redirect' } });
    if (!result.ok)
      expect(formatEnglish(result.error.message)).toBe(
        `${service.host} redirects to ${other.host}. The request body was not sent there. Use the URL of ${other.host} if you trust it.`,
      );
    expect(other.server.requests).toEqual([]);
  });

  it('is not sent with a body that is not valid', async () => {
    const id = await save({ url: `${service.origin}/data`, body: asJson('{') });
    expect(await tokenboard.ask('resources.run', { id })).toMatchObject({
      ok: false,
      error: { code: 'resource.invalid', details: { field: 'body' } },
    });
    expect(service.asked('/data')).toEqual([]);
  });

  it('stores no credential of its body in clear [56]', async () => {
    const changes = { url: `${service.origin}/data`, body: asJson('{"api_key":"ya29.a0AfH6SMBx-token"}') };
    const result = await tokenboard.ask('resources.save', {
      resource: resourceAt(service, { method: 'POST', ...changes }),
      secrets: {},
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'resource.open_credential' } });
  });
});
