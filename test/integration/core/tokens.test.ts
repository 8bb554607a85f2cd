import { beforeEach, expect, it } from 'vitest';
import type { CallbackRequest } from '../../../app/platform/platform.ts';
import { says } from '../../servers/english.ts';
import { type StartedApp, startApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startAppAndServices } from './service.ts';

let tokenboard: StartedApp;
let service: Service;
beforeEach(async () => {
  const started = await startAppAndServices();
  ({ service, tokenboard } = started);
  tokenboard.platform.login = quickLogin;
  return started.stop;
});

const request = (connection: ReturnType<typeof connectionTo>, secrets: Record<string, string | null> = {}) => ({
  connection,
  secrets,
  freshSession: false,
});

it('authorizes a new connection: saved at once, secret in the vault, token usable', async () => {
  const { get } = tokenboard;
  const view = await get('connections.requestToken', request(connectionTo(service), { clientSecret: 'hush' }));
  expect(view).toMatchObject({
    status: { status: 'authorized', renewsByItself: true },
    secrets: ['clientSecret', 'tokenSet'],
  });
  expect(service.asked('/token')[0]?.headers.authorization).toBe(`Basic ${btoa('client:hush')}`);
  await get('resources.save', { resource: resourceAt(service), secrets: {} });
  expect(await get('resources.run', { id: 'resource-1' })).toMatchObject({ status: 200, body: { rowCount: 2 } });
});

it('says of a kind of token that it does not know, and uses it as a bearer token [27]', async () => {
  const { get } = tokenboard;
  service.valid.add('odd');
  service.tokenResponses.push(json({ access_token: 'odd', token_type: 'Zoho-oauthtoken', expires_in: 3600 }));
  const view = await get('connections.requestToken', request(connectionTo(service)));
  expect(view.status).toMatchObject({
    status: 'authorized',
    tokenTypeNote: says('Tokenboard does not know the token type “Zoho-oauthtoken”'),
  });
  await get('resources.save', { resource: resourceAt(service), secrets: {} });
  expect(await get('resources.run', { id: 'resource-1' })).toMatchObject({ status: 200 });
  expect(service.asked('/data')[0]?.headers.authorization).toBe('Bearer odd');
  const known = await get('connections.requestToken', request(connectionTo(service)));
  expect(known.status).not.toHaveProperty('tokenTypeNote');
});

it('keeps the old token and the old settings until the new token is there', async () => {
  const { get, fail, platform } = tokenboard;
  await get('connections.requestToken', request(connectionTo(service), { clientSecret: 'hush' }));
  await get('resources.save', { resource: resourceAt(service), secrets: {} });
  platform.login = async ({ authorizationUrl, callbackUrl }) => {
    // Meanwhile everything goes on with the old one.
    expect(await get('resources.run', { id: 'resource-1' })).toMatchObject({ status: 200 });
    const state = new URL(authorizationUrl).searchParams.get('state') ?? '';
    return { url: `${callbackUrl}?error=access_denied&state=${state}`, method: 'GET' };
  };
  const draft = connectionTo(service, { name: 'Renamed', clientId: 'other' });
  const error = await fail('connections.requestToken', request(draft, { clientSecret: 'new secret' }));
  expect(error.code).toBe('callback.access_denied');
  const [view] = await get('connections.list', {});
  expect(view).toMatchObject({ connection: { name: 'Service', clientId: 'client' }, status: { status: 'authorized' } });
  expect(await get('secrets.reveal', { owner: 'connection-1', name: 'clientSecret' })).toEqual({ value: 'hush' });

  platform.login = quickLogin;
  await get('connections.requestToken', request(draft, { clientSecret: 'new secret' }));
  expect((await get('connections.list', {}))[0]).toMatchObject({ connection: { name: 'Renamed', clientId: 'other' } });
  expect(await get('secrets.reveal', { owner: 'connection-1', name: 'accessToken' })).toEqual({
    value: 'access-token-2',
  });
});

it('never lets two logins cross, and cancels one without the other [24]', async () => {
  const { get, ask, platform } = tokenboard;
  const waiting = new Map<string, (callback: CallbackRequest) => void>();
  const urls = new Map<string, string>();
  platform.login = ({ connectionId, authorizationUrl }) => {
    urls.set(connectionId, authorizationUrl);
    return new Promise((resolve) => waiting.set(connectionId, resolve));
  };
  const responses = ['a', 'b', 'c'].map((id) =>
    ask('connections.requestToken', request(connectionTo(service, { id }))),
  );
  await expect.poll(() => waiting.size).toBe(3);
  const callbackWith = (id: string): CallbackRequest => {
    const state = new URL(urls.get(id) ?? '').searchParams.get('state') ?? '';
    return { url: `https://www.peakboard.com/oauth2-callback/?code=for-${id}&state=${state}`, method: 'GET' };
  };
  await get('connections.cancelRequest', { id: 'b' });
  expect(await responses[1]).toMatchObject({ ok: false, error: { code: 'window.cancelled' } });
  waiting.get('a')?.(callbackWith('c'));
  expect(await responses[0]).toMatchObject({ ok: false, error: { code: 'callback.state_mismatch' } });
  waiting.get('c')?.(callbackWith('c'));
  expect(await responses[2]).toMatchObject({ ok: true, value: { status: { status: 'authorized' } } });
  expect(service.asked('/token').map((seen) => seen.form.get('code'))).toEqual(['for-c']);
  expect((await get('connections.list', {})).map((view) => view.status.status)).toEqual([
    'unauthorized',
    'unauthorized',
    'authorized',
  ]);
  expect(platform.openWindows()).toBe(0);
});

it('gives a second request for the same connection the result of the first, in one window', async () => {
  const { get, platform } = tokenboard;
  const both = [1, 2].map(() => get('connections.requestToken', request(connectionTo(service))));
  expect((await Promise.all(both)).map((view) => view.status.status)).toEqual(['authorized', 'authorized']);
  expect(platform.windows).toHaveLength(1);
});

it('says which field keeps a request from starting, and opens no window', async () => {
  const { fail, platform } = tokenboard;
  const error = await fail('connections.requestToken', request(connectionTo(service, { accessTokenUrl: 'nonsense' })));
  expect(error).toMatchObject({ code: 'connection.invalid', details: { field: 'accessTokenUrl' } });
  expect(platform.windows).toEqual([]);
});

it('does not authorize a connection that was deleted while the person logged in', async () => {
  const { get, fail, platform } = tokenboard;
  platform.login = async (window) => {
    await get('connections.delete', { id: 'connection-1', evenIfUsed: true });
    return quickLogin(window);
  };
  await fail('connections.requestToken', request(connectionTo(service)));
  expect(await get('connections.list', {})).toEqual([]);
});

it('brings a deleted connection back with its secrets and its token; asks first where it is in use', async () => {
  const { get, fail } = tokenboard;
  await get('connections.requestToken', request(connectionTo(service), { clientSecret: 'hush' }));
  await get('connections.save', { connection: connectionTo(service, { id: 'second' }), secrets: {} });
  await get('resources.save', { resource: resourceAt(service), secrets: {} });
  const inUse = await fail('connections.delete', { id: 'connection-1', evenIfUsed: false });
  expect(inUse).toMatchObject({ code: 'connection.in_use', details: { count: 1 } });

  await get('connections.delete', { id: 'connection-1', evenIfUsed: true });
  expect((await fail('resources.run', { id: 'resource-1' })).code).toBe('resource.no_connection');
  expect(await get('connections.restore', { id: 'connection-1' })).toMatchObject({
    status: { status: 'authorized' },
    secrets: ['clientSecret', 'tokenSet'],
    usedBy: ['resource-1'],
  });
  const order = (await get('connections.list', {})).map((view) => view.connection.id);
  expect(order).toEqual(['connection-1', 'second']);
  expect(await get('resources.run', { id: 'resource-1' })).toMatchObject({ status: 200 });
});

it('copies a connection with its client secret and without its token', async () => {
  const { get } = tokenboard;
  await get('connections.requestToken', request(connectionTo(service), { clientSecret: 'hush' }));
  const copy = await get('connections.duplicate', { id: 'connection-1' });
  expect(copy).toMatchObject({ connection: { name: 'Service copy' }, status: { status: 'unauthorized' } });
  expect(copy.secrets).toEqual(['clientSecret']);
});

it('remembers the password only where the user says so, and then renews with it [31]', async () => {
  const { get } = tokenboard;
  const password = connectionTo(service, { grant: 'password', username: 'ann', clientAuthentication: 'none' });
  const without = () => json({ access_token: 'short-lived', token_type: 'bearer', expires_in: 0 });
  service.tokenResponses.push(without(), without());
  const forgotten = await get('connections.requestToken', request(password, { password: 'pass word' }));
  expect(forgotten).toMatchObject({ status: { status: 'needs_login', error: { code: 'token.expired' } } });
  expect(forgotten.secrets).toEqual(['tokenSet']);

  const remembering = { ...password, rememberPassword: true };
  const kept = await get('connections.requestToken', request(remembering, { password: 'pass word' }));
  expect(kept).toMatchObject({ status: { renewsByItself: true }, secrets: ['password', 'tokenSet'] });
  await get('resources.save', { resource: resourceAt(service), secrets: {} });
  expect(await get('resources.run', { id: 'resource-1' })).toMatchObject({ status: 200 });
  expect(service.asked('/token').at(-1)?.form.get('password')).toBe('pass word');

  await get('connections.save', { connection: password, secrets: {} });
  expect((await get('connections.list', {}))[0]?.secrets).toEqual(['tokenSet']);
});

it('keeps the authorization over a restart, a refused one too [31]', async () => {
  const { get, dataFolder, keyStore, app } = tokenboard;
  await get('connections.requestToken', request(connectionTo(service)));
  service.tokenResponses.push(json({ error: 'invalid_grant', error_description: 'revoked by the user' }, 400));
  expect((await tokenboard.fail('connections.refresh', { id: 'connection-1' })).code).toBe('token.invalid_grant');
  await app.close();
  const next = await startApp({ dataFolder, keyStore });
  const [view] = await next.get('connections.list', {});
  expect(view?.status).toMatchObject({
    status: 'needs_login',
    error: { code: 'token.invalid_grant', serviceMessage: expect.stringContaining('revoked by the user') },
  });
  next.platform.login = quickLogin;
  const again = await next.get('connections.requestToken', request(connectionTo(service)));
  expect(again.status).toMatchObject({ status: 'authorized' });
  await next.app.close();
});

it("ends an authorization in the service's own way, with the client's own address (GitHub) [33]", async () => {
  const { get } = tokenboard;
  const revocationUrl = `${service.origin}/applications/{clientId}/grant`;
  const clientId = 'Iv1.c li';
  service.routes['/applications/Iv1.c%20li/grant'] = () => ({ status: 204 });
  const connection = connectionTo(service, { presetId: 'github', clientId, revocationUrl });
  await get('connections.requestToken', request(connection, { clientSecret: 'hush' }));
  const ended = await get('connections.removeAuthorization', { id: 'connection-1' });
  expect(ended).toMatchObject({ revoked: 'yes', view: { status: { status: 'unauthorized' } } });
  expect(service.asked('/applications/Iv1.c%20li/grant')).toMatchObject([
    {
      method: 'DELETE',
      headers: { authorization: `Basic ${btoa(`${'Iv1.c+li'}:hush`)}` },
      body: '{"access_token":"access-token-1"}',
    },
  ]);
});
