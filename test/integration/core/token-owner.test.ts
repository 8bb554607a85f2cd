import { beforeEach, expect, it } from 'vitest';
import type { StartedApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startAppAndServices } from './service.ts';

let tokenboard: StartedApp;
let service: Service;
/** What the settings name after they were edited. */
let other: Service;
beforeEach(async () => {
  const started = await startAppAndServices();
  ({ service, other, tokenboard } = started);
  tokenboard.platform.login = quickLogin;
  return started.stop;
});

const id = 'connection-1';
const logIn = () =>
  tokenboard.get('connections.requestToken', {
    connection: connectionTo(service),
    secrets: { clientSecret: 'hush' },
    freshSession: false,
  });
const save = (changes: Parameters<typeof connectionTo>[1]) =>
  tokenboard.get('connections.save', { connection: connectionTo(service, changes), secrets: {} });
const changed = { status: 'needs_login', error: { code: 'token.settings_changed' } };

it.each([
  ['token URL', () => ({ accessTokenUrl: `${other.origin}/token` })],
  ['refresh URL', () => ({ refreshUrl: `${other.origin}/token` })],
  ['client ID', () => ({ clientId: 'another' })],
])(
  'sends the refresh token to nobody after the %s was edited, and goes on when it is put back [31]',
  async (_what, changes) => {
    const { get, fail } = tokenboard;
    await logIn();
    expect((await save(changes())).status).toMatchObject(changed);
    other.tokenResponses.push(json({ error: 'invalid_grant' }, 400));
    expect((await fail('connections.refresh', { id })).code).toBe('token.settings_changed');
    // A 401 of the API is no reason either.
    await get('resources.save', { resource: resourceAt(service), secrets: {} });
    service.valid.clear();
    expect((await fail('resources.run', { id: 'resource-1' })).code).toBe('token.settings_changed');
    expect(other.server.requests).toEqual([]);
    expect(service.asked('/token')).toHaveLength(1);

    expect((await save({})).status).toMatchObject({ status: 'authorized', renewsByItself: true });
    expect(await get('resources.run', { id: 'resource-1' })).toMatchObject({ status: 200 });
    expect(service.asked('/token').at(-1)?.form.get('refresh_token')).toBe('refresh-token-1');
  },
);

it('renews with another path at the same service, and with what a new login brought', async () => {
  const { get } = tokenboard;
  await logIn();
  expect((await save({ refreshUrl: `${service.origin}/token?v=2` })).status).toMatchObject({ status: 'authorized' });
  expect(await get('connections.refresh', { id })).toMatchObject({ status: { status: 'authorized' } });
  const draft = connectionTo(other);
  await get('connections.requestToken', { connection: draft, secrets: {}, freshSession: false });
  expect(await get('connections.refresh', { id })).toMatchObject({ status: { status: 'authorized' } });
  expect(other.asked('/token')).toHaveLength(2);
});

it('tells no other service of the token when the authorization is removed', async () => {
  const { get } = tokenboard;
  await logIn();
  await save({ accessTokenUrl: `${other.origin}/token`, revocationUrl: `${other.origin}/revoke` });
  expect(await get('connections.removeAuthorization', { id })).toMatchObject({
    revoked: 'failed',
    error: { code: 'token.settings_changed' },
    view: { status: { status: 'unauthorized' } },
  });
  expect(other.server.requests).toEqual([]);
});

it('revokes the token that a renewal on its way brings, not the one before it', async () => {
  const { get, ask } = tokenboard;
  await logIn();
  await save({ revocationUrl: `${service.origin}/revoke` });
  const arrived = Promise.withResolvers<() => void>();
  const revoked: (string | null)[] = [];
  service.server.respondWith(({ path, form }, response) => {
    if (path === '/revoke') {
      revoked.push(form.get('token'));
      return json({});
    }
    const fresh = { access_token: 'access-new', refresh_token: 'refresh-new', token_type: 'bearer', expires_in: 3600 };
    arrived.resolve(() => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(fresh)));
    return undefined;
  });
  const renewing = ask('connections.refresh', { id });
  const respond = await arrived.promise;
  const removing = get('connections.removeAuthorization', { id });
  respond();
  expect(await removing).toMatchObject({ revoked: 'yes', view: { status: { status: 'unauthorized' } } });
  await renewing;
  expect(revoked).toEqual(['refresh-new', 'access-new']);
});
