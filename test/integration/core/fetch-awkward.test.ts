import type { ServerResponse } from 'node:http';
import { beforeEach, describe, expect, it } from 'vitest';
import { resource } from '../../servers/items.ts';
import type { StartedApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startAppAndServices } from './service.ts';

// GETs at services that are careless, or mean us harm.
let tokenboard: StartedApp;
let service: Service;
let other: Service;
beforeEach(async () => {
  const started = await startAppAndServices();
  ({ service, other, tokenboard } = started);
  tokenboard.platform.login = quickLogin;
  return started.stop;
});

const authorize = (changes = {}, secrets = {}) =>
  tokenboard.get('connections.requestToken', {
    connection: connectionTo(service, changes),
    secrets,
    freshSession: false,
  });
const save = (saved: ReturnType<typeof resource>, secrets: Record<string, string> = {}) =>
  tokenboard.get('resources.save', { resource: saved, secrets });

it('gives its token to one host, also where two GETs waited for it at the same time [42]', async () => {
  const ended = { access_token: 'ended', refresh_token: 'refresh', token_type: 'bearer', expires_in: 0 };
  service.tokenResponses.push(json(ended));
  await authorize({ hosts: [] });
  await save(resourceAt(service, { id: 'here' }));
  await save(resourceAt(service, { id: 'there', url: `${other.origin}/data` }));
  const responses = await Promise.all(['here', 'there'].map((id) => tokenboard.ask('resources.run', { id })));
  expect(responses).toMatchObject([
    { ok: true, value: { status: 200 } },
    { ok: false, error: { code: 'resource.host_not_allowed' } },
  ]);
  expect(other.server.requests).toEqual([]);
});

it('reads no response that is packed over and over [43]', async () => {
  const encodings = Array.from({ length: 1000 }, () => 'gzip').join(', ');
  service.routes['/packed'] = () => ({ headers: { 'content-encoding': encodings }, body: 'x' });
  await save(resource({ url: `${service.origin}/packed` }));
  expect((await tokenboard.fail('resources.run', { id: 'resource-1' })).code).toBe('http.encoding_unknown');
});

describe('frees the connection of a body that nobody reads [43]:', () => {
  const head = (response: ServerResponse, status: number, headers: Record<string, string>) => {
    response.writeHead(status, headers);
    response.write('the start');
  };
  const endless = (response: ServerResponse) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  };
  it.each([
    ['of a redirect, which never ends', 302, { location: '/end' }, endless],
    ['of a redirect, which stops', 302, { location: '/end' }, () => undefined],
    ['of an unknown packing', 200, { 'content-encoding': 'zstd' }, () => undefined],
  ])('%s', async (_name, status, headers, go) => {
    let freed = 0;
    service.server.respondWith((seen, response) => {
      if (seen.path === '/end') return json([{ id: 1 }]);
      response.once('close', () => {
        freed += 1;
      });
      head(response, status, headers);
      go(response);
      return undefined;
    });
    await save(resource({ url: `${service.origin}/start` }));
    expect(await tokenboard.ask('resources.run', { id: 'resource-1' })).toMatchObject({ ok: status === 302 });
    await expect.poll(() => freed).toBe(1);
  });
});

it('shows the status line and the type of a response as text, without what was sent [35] [36]', async () => {
  service.server.respondWith((seen, response) => {
    const token = seen.headers.authorization?.replace('Bearer ', '');
    response.socket?.end(
      `HTTP/1.1 403 No \u202E ${token}\r\ncontent-type: text/plain; was=${token}; ${'x'.repeat(4000)}\r\ncontent-length: 0\r\n\r\n`,
    );
    return undefined;
  });
  await save(resource({ url: `${service.origin}/no`, authorization: { type: 'bearer' } }), {
    bearerToken: 'tok-123456',
  });
  const run = await tokenboard.get('resources.run', { id: 'resource-1' });
  expect(run).toMatchObject({ status: 403, statusText: 'No ••••' });
  expect(run.contentType).toMatch(/^text\/plain; was=••••; x+…$/);
  expect(run.contentType.length).toBeLessThanOrEqual(200);
});

it('takes a secret out of the address to which a service sends us on [35]', async () => {
  service.routes['/start'] = (seen) => ({
    status: 302,
    headers: { location: `/end?was=${seen.headers.authorization?.replace('Bearer ', '')}` },
  });
  service.routes['/end'] = () => json([{ id: 1 }]);
  await save(resource({ url: `${service.origin}/start`, authorization: { type: 'bearer' } }), {
    bearerToken: 'tok-123456',
  });
  const run = await tokenboard.get('resources.run', { id: 'resource-1' });
  expect(run).toMatchObject({ status: 200, finalUrl: `${service.origin}/end?was=••••` });
});

it('says nothing of an OAuth1 client secret that a service says back [35]', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  service.routes['/request'] = () => ({
    body: 'oauth_token=temporary&oauth_token_secret=s&oauth_callback_confirmed=true',
    headers: form,
  });
  service.tokenResponses.push({ body: 'oauth_token=final-token&oauth_token_secret=final-secret', headers: form });
  service.routes['/signed'] = (seen) => json({ message: `bad: ${seen.headers.authorization}` }, 403);
  tokenboard.platform.login = async ({ callbackUrl }) => ({
    url: `${callbackUrl}?oauth_token=temporary&oauth_verifier=v`,
    method: 'GET',
  });
  await authorize(
    { grant: 'oauth1', requestUrl: `${service.origin}/request`, signatureMethod: 'PLAINTEXT' },
    { clientSecret: 'client-hush' },
  );
  await save(resourceAt(service, { url: `${service.origin}/signed` }));
  const run = await tokenboard.get('resources.run', { id: 'resource-1' });
  expect(run.error?.serviceMessage).toContain('oauth_signature="');
  expect(run.error?.serviceMessage).not.toMatch(/client-hush|final-secret/);
});

it('says what is wrong with a header that cannot be sent, and sends nothing [37]', async () => {
  const headers = [{ name: 'X-Key', value: '', secret: true }];
  const withKey = resource({ url: `${service.origin}/data`, headers });
  const bearer = resource({ url: `${service.origin}/data`, authorization: { type: 'bearer' } });
  for (const [saved, secrets, field] of [
    [withKey, { 'header:x-key': 'key-1\r\nHost: evil.example' }, 'headers.0'],
    [bearer, { bearerToken: 'hush“y”' }, 'authorization'],
  ] as const) {
    await save(saved, secrets);
    const error = await tokenboard.fail('resources.run', { id: 'resource-1' });
    expect(error).toMatchObject({ code: 'resource.invalid', details: { field } });
    expect(JSON.stringify(error)).not.toMatch(/key-1|hush/);
  }
  await authorize({ apiHeaders: { Version: '1' } });
  const connection = connectionTo(service, { apiHeaders: { Host: 'evil.example' } });
  await tokenboard.get('connections.save', { connection, secrets: {} });
  await save(resourceAt(service));
  expect(await tokenboard.fail('resources.run', { id: 'resource-1' })).toMatchObject({
    code: 'connection.invalid',
    details: { field: 'apiHeaders' },
  });
  expect(service.asked('/data')).toEqual([]);
});
