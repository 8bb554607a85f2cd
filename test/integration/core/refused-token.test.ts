import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StartedApp } from '../../servers/start-app.ts';
import { json, type SeenRequest, type StubResponse } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startAppAndServices } from './service.ts';

let tokenboard: StartedApp;
let service: Service;
beforeEach(async () => {
  const started = await startAppAndServices();
  ({ service, tokenboard } = started);
  tokenboard.platform.login = quickLogin;
  return started.stop;
});
afterEach(async () => {
  vi.useRealTimers();
});

async function authorize(changes = {}, secrets: Record<string, string> = {}) {
  const connection = connectionTo(service, changes);
  await tokenboard.get('connections.requestToken', { connection, secrets, freshSession: false });
  await tokenboard.get('resources.save', { resource: resourceAt(service), secrets: {} });
}
const run = () => tokenboard.get('resources.run', { id: 'resource-1' });
const status = async () => (await tokenboard.get('connections.list', {}))[0]?.status;
const sent = () =>
  service.asked('/data').map((seen) => seen.headers.authorization?.replace('Bearer access-token-', ''));
/** Takes only the tokens of this list, and refuses all others as the service does. */
const takes = (accepted: readonly string[], refusal: StubResponse) => {
  service.routes['/data'] = (seen: SeenRequest) =>
    accepted.some((token) => seen.headers.authorization === `Bearer access-token-${token}`)
      ? json([{ id: 1 }])
      : refusal;
};

// What services send for a token that has ended, in place of the 401 that RFC 6750 §3.1 asks for.
const endedWith403: [service: string, refusal: StubResponse][] = [
  ['Salesforce, identity URL', { status: 403, headers: { 'content-type': 'text/plain' }, body: 'Bad_OAuth_Token' }],
  ['Netatmo', json({ error: { code: 3, message: 'Access token expired' } }, 403)],
  ['Frappe', json({ exc: '[]', _server_messages: '[{"message": "Not permitted"}]' }, 403)],
  ['OpenOLAT, no words at all', { status: 403 }],
];

it.each(endedWith403)('renews once where a token that ended is refused with 403 (%s)', async (_service, refusal) => {
  await authorize();
  takes(['2'], refusal);
  expect(await run()).toMatchObject({ status: 200 });
  expect(sent()).toEqual(['1', '2']);
});

it('renews after a 403 also where the client itself logs in (client credentials)', async () => {
  // RFC 6749 §4.4.3: no refresh token.
  for (const token of ['access-token-1', 'access-token-2'])
    service.tokenResponses.push(json({ access_token: token, token_type: 'bearer', expires_in: 3600 }));
  await authorize({ grant: 'client_credentials' }, { clientSecret: 'hush' });
  takes(['2'], { status: 403, body: 'Bad_OAuth_Token' });
  expect(await run()).toMatchObject({ status: 200 });
  expect(service.asked('/token').map((seen) => seen.form.get('grant_type'))).toEqual([
    'client_credentials',
    'client_credentials',
  ]);
});

it.each([
  ['the challenge', json({}, 403, { 'www-authenticate': 'Bearer error="insufficient_scope", scope="write"' })],
  ['the body, as GitLab does', json({ error: 'insufficient_scope', scope: 'api' }, 403)],
  [
    'the body, as Google does',
    json({ error: { message: 'Request had insufficient authentication scopes.', status: 'PERMISSION_DENIED' } }, 403),
  ],
  [
    'a packed body',
    {
      status: 403,
      headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
      body: gzipSync('{"error":"insufficient_scope","scope":"api"}'),
    },
  ],
  ['a limit that passes, as GitHub does', json({ message: 'API rate limit' }, 403, { 'x-ratelimit-remaining': '0' })],
])('does not renew where a 403 names its reason in %s', async (_place, refusal) => {
  await authorize();
  takes([], refusal);
  expect(await run()).toMatchObject({ status: 403, error: { code: 'resource.forbidden' }, body: { status: 'parsed' } });
  expect(service.asked('/token')).toHaveLength(1);
  expect(await status()).toMatchObject({ status: 'authorized' });
});

it('says that the new token is refused as well, and calls the connection authorized no more', async () => {
  await authorize();
  takes([], json({ error: 'invalid_token' }, 401));
  expect(await run()).toMatchObject({ error: { code: 'resource.unauthorized', details: { renewed: true } } });
  expect(await status()).toMatchObject({ status: 'failing', error: { code: 'token.not_accepted' } });
  takes(['2'], json({}, 401));
  expect(await run()).toMatchObject({ status: 200 });
  expect(await status()).toMatchObject({ status: 'authorized' });
});

it('says so of a token that nothing can renew, too', async () => {
  service.tokenResponses.push(json({ access_token: 'access-token-1', token_type: 'bearer' }));
  await authorize();
  takes([], json({ error: 'invalid_token' }, 401));
  expect(await run()).toMatchObject({
    status: 401,
    error: { code: 'resource.unauthorized', details: { status: 401 } },
  });
  expect(sent()).toEqual(['1']);
  expect(await status()).toMatchObject({ status: 'failing', error: { code: 'token.not_accepted' } });
});

it('keeps client credentials authorized where the account URL refuses a token that has no user', async () => {
  // oidc-provider at its userinfo endpoint; RFC 6749 §4.4: nobody logged in.
  const refusal = json({ error: 'invalid_token', error_description: 'invalid token provided' }, 401);
  service.routes['/me'] = () => refusal;
  await authorize(
    { grant: 'client_credentials', accountUrl: `${service.origin}/{version}`, variables: { version: 'me' } },
    { clientSecret: 'hush' },
  );
  await tokenboard.get('resources.save', {
    resource: resourceAt(service, { url: `${service.origin}/me?fields=name` }),
    secrets: {},
  });
  expect(await run()).toMatchObject({ status: 401, error: { code: 'resource.unauthorized' } });
  expect(await status()).toMatchObject({ status: 'authorized' });
  await tokenboard.get('resources.save', { resource: resourceAt(service), secrets: {} });
  takes([], refusal);
  expect(await run()).toMatchObject({ status: 401 });
  expect(await status()).toMatchObject({ status: 'failing', error: { code: 'token.not_accepted' } });
});

it('calls a login’s token refused where the account URL refuses it', async () => {
  await authorize({ accountUrl: `${service.origin}/data` });
  takes([], json({ error: 'invalid_token' }, 401));
  expect(await run()).toMatchObject({ status: 401 });
  expect(await status()).toMatchObject({ status: 'failing', error: { code: 'token.not_accepted' } });
});

it('calls the connection authorized no more where a new token is refused with 403 as well', async () => {
  await authorize();
  takes([], json({ message: 'Forbidden' }, 403));
  expect(await run()).toMatchObject({ error: { code: 'resource.forbidden', details: { renewed: true } } });
  expect(await status()).toMatchObject({ status: 'failing', error: { code: 'token.not_accepted' } });
  takes(['2'], json({ message: 'Forbidden' }, 403));
  expect(await run()).toMatchObject({ status: 200 });
  expect(await status()).toMatchObject({ status: 'authorized' });
});

it('costs a resource that stays forbidden one renewal, not one for each GET', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await authorize();
  takes([], json({ message: 'Forbidden' }, 403));
  const renewals = () => service.asked('/token').length - 1;
  for (let times = 0; times < 3; times += 1)
    expect(await run()).toMatchObject({ status: 403, error: { details: { renewed: true } } });
  expect(renewals()).toBe(1);
  vi.setSystemTime(Date.now() + 11 * 60_000);
  await run();
  expect(renewals()).toBe(2);
});

it.each([401, 403])(
  'costs one renewal where the service renews to the same token, and refuses it with %i',
  async (status) => {
    const same = json({ access_token: 'access-token-1', refresh_token: 'r', token_type: 'bearer', expires_in: 3600 });
    service.tokenResponses.push(same, same, same);
    await authorize();
    takes([], json({ message: 'No' }, status));
    for (let times = 0; times < 3; times += 1)
      expect(await run()).toMatchObject({ error: { details: { renewed: true } } });
    expect(service.asked('/token')).toHaveLength(2);
  },
);

it.each([
  ['Facebook', 400, 'OAuth "Facebook Platform" "invalid_token" "Error validating access token"'],
  ['a gateway', 403, 'Bearer realm="api", error="invalid_token", error_description="The token expired"'],
])('takes a challenge that names the token for its end, whatever the status: %s', async (_who, code, challenge) => {
  const refusal = json({}, code, { 'www-authenticate': challenge });
  await authorize();
  takes(['2'], refusal);
  expect(await run()).toMatchObject({ status: 200 });
  takes([], refusal);
  expect(await run()).toMatchObject({ error: { code: 'resource.unauthorized', details: { renewed: true } } });
  expect(await status()).toMatchObject({ status: 'failing', error: { code: 'token.not_accepted' } });
});

it('renews once for a GET, also where each of its redirects is refused', async () => {
  await authorize();
  await tokenboard.get('resources.save', {
    resource: resourceAt(service, { url: `${service.origin}/first` }),
    secrets: {},
  });
  service.routes['/first'] = (seen) =>
    seen.headers.authorization === 'Bearer access-token-1'
      ? json({}, 401)
      : { status: 302, headers: { location: '/data' } };
  takes([], json({}, 401));
  expect(await run()).toMatchObject({ status: 401, error: { details: { renewed: true } } });
  expect(service.asked('/token')).toHaveLength(2);
});

it("shows the service's 403 where the renewal does not get through", async () => {
  await authorize();
  takes([], json({ message: 'Not for you' }, 403));
  service.tokenResponses.push({ status: 503 });
  expect(await run()).toMatchObject({
    status: 403,
    error: { code: 'resource.forbidden', serviceMessage: 'Not for you' },
  });
});
