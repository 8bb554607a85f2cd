import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { openResources } from '../../../app/resources/resources-file.ts';
import { openConfStore } from '../../../app/settings/conf-store.ts';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import { says } from '../../servers/english.ts';
import { resource } from '../../servers/items.ts';
import { startApp } from '../../servers/start-app.ts';
import { json, type StubResponse } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startService } from './service.ts';

let tokenboard: Awaited<ReturnType<typeof startApp>>;
let service: Service;
let other: Service;
beforeEach(async () => {
  [service, other, tokenboard] = await Promise.all([startService(), startService(), startApp()]);
  tokenboard.platform.login = quickLogin;
});
afterEach(async () => {
  await tokenboard.stop();
  await Promise.all([service.close(), other.close()]);
});

const authorize = (changes = {}) =>
  tokenboard.get('connections.requestToken', {
    connection: connectionTo(service, changes),
    secrets: {},
    freshSession: false,
  });
async function saveAndRun(saved: ReturnType<typeof resource>, secrets: Record<string, string> = {}) {
  await tokenboard.get('resources.save', { resource: saved, secrets });
  return tokenboard.get('resources.run', { id: saved.id });
}
async function saveAndFail(saved: ReturnType<typeof resource>, secrets: Record<string, string> = {}) {
  await tokenboard.get('resources.save', { resource: saved, secrets });
  return tokenboard.fail('resources.run', { id: saved.id });
}
const redirect =
  (location: string, status = 302) =>
  () => ({ status, headers: { location } });

it('renews once and tries once more after a 401, then shows the response [30]', async () => {
  await authorize();
  service.valid.clear();
  const run = await saveAndRun(resourceAt(service));
  expect(run).toMatchObject({ status: 200, bytes: expect.any(Number), body: { status: 'parsed', rowCount: 2 } });
  expect(service.asked('/data').map((seen) => seen.headers.authorization)).toEqual([
    'Bearer access-token-1',
    'Bearer access-token-2',
  ]);
  service.routes['/data'] = (seen) =>
    json({ message: `no: ${seen.headers.authorization}` }, 401, { 'www-authenticate': 'Bearer' });
  const refused = await saveAndRun(resourceAt(service));
  expect(refused).toMatchObject({
    status: 401,
    error: { code: 'resource.unauthorized', serviceMessage: 'no: Bearer ••••' },
  });
  expect(service.asked('/token')).toHaveLength(3);
});

it('sends 1,000 GETs at once on an ended token with one refresh request [30]', async () => {
  service.tokenResponses.push(
    json({ access_token: 'ended', refresh_token: 'refresh-0', token_type: 'bearer', expires_in: 0 }),
  );
  // Saved at once: a thousand single saves take most of a minute.
  await tokenboard.stop();
  const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-fetch-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true }));
  openResources({ folder: dataFolder, openStore: openConfStore, onNotice: () => expect.fail(), now: Date.now }).save(
    Array.from({ length: 1000 }, (_, index) => resourceAt(service, { id: `r${index}` })),
  );
  tokenboard = await startApp({ dataFolder });
  tokenboard.platform.login = quickLogin;
  await authorize();
  const runs = await Promise.all(
    Array.from({ length: 1000 }, (_, index) => tokenboard.get('resources.run', { id: `r${index}` })),
  );
  expect(new Set(runs.map((run) => run.status))).toEqual(new Set([200]));
  expect(service.asked('/token').map((seen) => seen.form.get('grant_type'))).toEqual([
    'authorization_code',
    'refresh_token',
  ]);
  expect(service.asked('/data')).toHaveLength(1000);
});

it('sends the token to the hosts of the connection only, and one more where the user allows it [42]', async () => {
  await authorize();
  const elsewhere = resourceAt(service, { url: `${other.origin}/data` });
  const error = await saveAndFail(elsewhere);
  expect(error).toMatchObject({ code: 'resource.host_not_allowed', details: { host: other.host } });
  expect(other.server.requests).toEqual([]);
  other.valid.add('access-token-1');
  await tokenboard.get('connections.allowHost', { id: 'connection-1', host: other.host });
  expect(await saveAndRun(elsewhere)).toMatchObject({ status: 200 });
});

it('gives a connection without hosts the first one that it is used for [42]', async () => {
  await authorize({ hosts: [] });
  expect(await saveAndRun(resourceAt(service))).toMatchObject({ status: 200 });
  expect((await tokenboard.get('connections.list', {}))[0]?.connection.hosts).toEqual([service.host]);
  const error = await saveAndFail(resourceAt(service, { url: `${other.origin}/data` }));
  expect(error.code).toBe('resource.host_not_allowed');
});

it('keeps the token on a redirect within the origin, drops it and every secret on one that leaves, and says so [42]', async () => {
  await authorize();
  service.routes['/moved'] = redirect('/data', 308);
  expect(await saveAndRun(resourceAt(service, { url: `${service.origin}/moved` }))).toMatchObject({
    status: 200,
    notes: [],
  });

  service.routes['/away'] = redirect(`${other.origin}/back`);
  other.routes['/back'] = redirect(`${service.origin}/open`);
  service.routes['/open'] = () => json([{ open: true }]);
  const headers = [
    { name: 'X-Api-Key', value: '', secret: true },
    { name: 'Cookie', value: 'session=1', secret: false },
    { name: 'Accept', value: 'application/json', secret: false },
  ];
  const run = await saveAndRun(
    resourceAt(service, { url: `${service.origin}/away`, headers, inTheOpen: ['header:cookie'] }),
    {
      'header:x-api-key': 'key-123',
    },
  );
  expect(run).toMatchObject({ status: 200, finalUrl: `${service.origin}/open` });
  expect(run.notes.map(formatEnglish)[0]).toBe(
    `The service redirected to ${other.host}. The token was not sent there.`,
  );
  expect(service.asked('/away')[0]?.headers).toMatchObject({
    authorization: 'Bearer access-token-1',
    'x-api-key': 'key-123',
    cookie: 'session=1',
  });
  for (const seen of [other.asked('/back')[0], service.asked('/open')[0]]) {
    expect(seen?.headers).toMatchObject({ accept: 'application/json' });
    for (const name of ['authorization', 'x-api-key', 'cookie']) expect(seen?.headers).not.toHaveProperty(name);
  }
});

it('refuses redirects without end and to what is no web address [42]', async () => {
  service.routes['/round'] = redirect('/round');
  service.routes['/file'] = redirect('file:///etc/passwd');
  const open = { authorization: { type: 'none' } } as const;
  const round = await saveAndFail(resource({ url: `${service.origin}/round`, ...open }));
  expect(round.code).toBe('resource.too_many_redirects');
  expect(service.asked('/round')).toHaveLength(11);
  expect((await saveAndFail(resource({ url: `${service.origin}/file`, ...open }))).code).toBe(
    'resource.unsafe_redirect',
  );
});

it('refuses to send what authorizes over plain http', async () => {
  const plain = resource({ url: 'http://api.example.com/', authorization: { type: 'bearer' } });
  expect(await saveAndFail(plain, { bearerToken: 'x' })).toMatchObject({
    code: 'resource.invalid',
    details: { field: 'url' },
  });
});

it('sends Basic, Bearer and headers of the user, secret ones from the vault [35]', async () => {
  service.routes['/echo'] = (seen) => json({ authorization: seen.headers.authorization, key: seen.headers['x-key'] });
  const url = `${service.origin}/echo`;
  const textOf = async (previewId: string | null) =>
    (await tokenboard.get('preview.text', { previewId: previewId ?? '', startLine: 0, count: 10 })).lines.join('');
  const basic = await saveAndRun(resource({ url, authorization: { type: 'basic', username: 'änn' } }), {
    basicPassword: 'pass:word',
  });
  expect(await textOf(basic.previewId)).toContain(Buffer.from('änn:pass:word').toString('base64'));
  const bearer = await saveAndRun(
    resource({ url, authorization: { type: 'bearer' }, headers: [{ name: 'X-Key', value: 'typed', secret: true }] }),
    { bearerToken: 'tok', 'header:x-key': 'hidden' },
  );
  const text = await textOf(bearer.previewId);
  expect(text).toContain('Bearer tok');
  expect(text).toContain('hidden');
  expect(readFileSync(join(tokenboard.dataFolder, 'resources.json'), 'utf8')).not.toMatch(/typed|hidden|tok"/);
  await tokenboard.get('resources.save', {
    resource: resource({ url, authorization: { type: 'bearer' } }),
    secrets: {},
  });
  const [view] = await tokenboard.get('resources.list', {});
  expect(view?.secrets).toEqual(['basicPassword', 'bearerToken']);
});

it.each(['gzip', 'br', 'gzip, br'])('unpacks %s', async (encoding) => {
  const rows = Buffer.from(JSON.stringify(Array.from({ length: 500 }, (_, id) => ({ id }))));
  const packed = { gzip: gzipSync(rows), br: brotliCompressSync(rows), 'gzip, br': brotliCompressSync(gzipSync(rows)) };
  service.routes['/packed'] = () => ({
    headers: { 'content-encoding': encoding, 'content-type': 'application/json' },
    body: packed[encoding as keyof typeof packed], // the three of the table
  });
  const run = await saveAndRun(resource({ url: `${service.origin}/packed` }));
  expect(run).toMatchObject({ bytes: rows.length, body: { rowCount: 500 } });
});

it('says that a packed response is damaged, and that a packing is unknown', async () => {
  const broken = gzipSync(Buffer.alloc(100_000, 'x')).subarray(0, 60);
  service.routes['/broken'] = () => ({ headers: { 'content-encoding': 'gzip' }, body: broken });
  service.routes['/zstd'] = () => ({ headers: { 'content-encoding': 'zstd' }, body: 'x' });
  expect((await saveAndFail(resource({ url: `${service.origin}/broken` }))).code).toBe('http.interrupted');
  expect((await saveAndFail(resource({ url: `${service.origin}/zstd` }))).code).toBe('http.encoding_unknown');
});

it('shows a body as it came, with a note, where the service names what is no packing', async () => {
  service.routes['/none'] = () => ({
    headers: { 'content-encoding': 'none', 'content-type': 'application/json' },
    body: '[{"id":1}]',
  });
  const run = await saveAndRun(resource({ url: `${service.origin}/none` }));
  expect(run).toMatchObject({ bytes: 10, body: { rowCount: 1 }, notes: [says('“none”')] });
});

it('shows an empty response as empty where the service names a packing', async () => {
  service.routes['/empty'] = () => ({ status: 204, headers: { 'content-encoding': 'gzip' } });
  expect(await saveAndRun(resource({ url: `${service.origin}/empty` }))).toMatchObject({ status: 204, bytes: 0 });
});

it('offers a body that is too large as a file, whole [43]', async () => {
  await tokenboard.get('preferences.save', { maximumBodyMebibytes: 1 });
  const body = JSON.stringify(Array.from({ length: 200_000 }, (_, id) => ({ id })));
  service.routes['/large'] = () => ({ headers: { 'content-type': 'application/json' }, body });
  const run = await saveAndRun(resource({ url: `${service.origin}/large` }));
  expect(run).toMatchObject({ status: 200, bytes: body.length, body: { status: 'too_large', limitBytes: 2 ** 20 } });
  const target = join(tokenboard.dataFolder, 'saved.json');
  tokenboard.platform.saveTo = target;
  expect(await tokenboard.get('preview.saveBody', { previewId: run.previewId ?? '' })).toEqual({ path: target });
  expect(readFileSync(target, 'utf8')).toBe(body);
});

it('ends a GET that takes longer than allowed, and frees it [43]', async () => {
  await tokenboard.get('preferences.save', { requestTimeoutSeconds: 1 });
  service.server.respondWith((_seen, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('[');
    return undefined;
  });
  expect(await saveAndFail(resource({ url: `${service.origin}/slow` }))).toMatchObject({
    code: 'http.timeout',
    details: { host: service.host },
  });
});

it('cancels a GET, also by a newer one of the same resource', async () => {
  let arrived = 0;
  service.server.respondWith(() => {
    arrived += 1;
    return arrived < 3 ? undefined : json([{ id: 1 }]);
  });
  await tokenboard.get('resources.save', { resource: resource({ url: `${service.origin}/data` }), secrets: {} });
  const first = tokenboard.ask('resources.run', { id: 'resource-1' });
  await expect.poll(() => arrived).toBe(1);
  await tokenboard.get('resources.cancelRun', { id: 'resource-1' });
  expect(await first).toMatchObject({ ok: false, error: { code: 'http.cancelled' } });
  const second = tokenboard.ask('resources.run', { id: 'resource-1' });
  await expect.poll(() => arrived).toBe(2);
  const third = tokenboard.get('resources.run', { id: 'resource-1' });
  expect(await second).toMatchObject({ ok: false, error: { code: 'http.cancelled' } });
  expect(await third).toMatchObject({ status: 200 });
});

it.each([
  [401, 'resource.authorization_required'],
  [403, 'resource.forbidden_anonymous'],
  [404, 'resource.not_there'],
  [418, 'resource.refused'],
  [429, 'resource.rate_limited'],
  [503, 'resource.server_error'],
])('says what a %i means and what the service said, as text [36]', async (status, code) => {
  service.routes['/refuse'] = () =>
    json({ error: { message: 'Quota\u202E exceeded\u0007' } }, status, { 'retry-after': '7' });
  const run = await saveAndRun(resource({ url: `${service.origin}/refuse` }));
  expect(run).toMatchObject({
    status,
    error: { code, serviceMessage: 'Quota exceeded', details: { status, retryAfterSeconds: 7 } },
  });
});

it('takes a response with nothing in it', async () => {
  service.routes['/none'] = () => ({ status: 204 });
  const run = await saveAndRun(resource({ url: `${service.origin}/none` }));
  expect(run).toMatchObject({ status: 204, bytes: 0, body: { status: 'empty' } });
  expect(run.error).toBeUndefined();
});

async function authorizeByOAuth1() {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  service.routes['/request'] = () => ({
    body: 'oauth_token=temporary&oauth_token_secret=s&oauth_callback_confirmed=true',
    headers,
  });
  service.tokenResponses.push({ body: 'oauth_token=final-token&oauth_token_secret=final-secret', headers });
  tokenboard.platform.login = async ({ callbackUrl }) => ({
    url: `${callbackUrl}?oauth_token=temporary&oauth_verifier=v`,
    method: 'GET',
  });
  await authorize({ grant: 'oauth1', requestUrl: `${service.origin}/request` });
}
const timestampOf = (authorization = ''): number => Number(/oauth_timestamp="(\d+)"/.exec(authorization)?.[1]) * 1000;

it.each([400, 401, 403])(
  "signs again with the service's clock after a %i, and then right at once [34]",
  async (refusal) => {
    const skewMs = 3_600_000;
    const theirs = () => Date.now() + skewMs;
    const dated = (response: StubResponse): StubResponse => ({
      ...response,
      headers: { ...response.headers, date: new Date(theirs()).toUTCString() },
    });
    service.routes['/signed'] = (seen) => {
      const isRight = Math.abs(timestampOf(seen.headers.authorization) - theirs()) < 300_000;
      return dated(isRight ? json([{ id: 1 }]) : json({ error: 'timestamp' }, refusal));
    };
    await authorizeByOAuth1();
    const first = await saveAndRun(resourceAt(service, { url: `${service.origin}/signed` }));
    expect(first).toMatchObject({ status: 200 });
    expect(first.notes.map(formatEnglish).join()).toContain('This computer’s clock is 60 minutes behind');
    expect(await tokenboard.get('resources.run', { id: 'resource-1' })).toMatchObject({ status: 200 });
    expect(service.asked('/signed')).toHaveLength(3);
  },
);

it('signs again by the times that a service names in the body of its refusal alone [34]', async () => {
  const theirs = () => Date.now() / 1000 + 7200;
  const range = () => `${Math.round(theirs() - 300)}-${Math.round(theirs() + 300)}`;
  service.routes['/signed'] = (seen) =>
    Math.abs(timestampOf(seen.headers.authorization) / 1000 - theirs()) < 300
      ? json([{ id: 1 }])
      : { status: 401, body: `oauth_problem=timestamp_refused&oauth_acceptable_timestamps=${range()}` };
  await authorizeByOAuth1();
  expect(await saveAndRun(resourceAt(service, { url: `${service.origin}/signed` }))).toMatchObject({ status: 200 });
  expect(service.asked('/signed')).toHaveLength(2);
});
