import { beforeEach, describe, expect, it } from 'vitest';
import type { GrantDeps } from '../../../../app/connections/grants/grant-runner.ts';
import {
  accountOf,
  canRenew,
  introspectGrant,
  renewGrant,
  revokeGrant,
  runGrant,
} from '../../../../app/connections/grants/grants.ts';
import { silentRun } from '../../../../app/connections/renewal/silent-run.ts';
import { ownerOf } from '../../../../app/connections/token-owner.ts';
import { createServiceClocks } from '../../../../app/oauth/oauth1-clock.ts';
import type { TokenSet } from '../../../../app/oauth/token-set.ts';
import { createFakePlatform } from '../../../servers/fake-platform.ts';
import { connection } from '../../../servers/items.ts';
import { json } from '../../../servers/token-server.ts';
import { tokenService } from '../../oauth/token-service.ts';

const { server, http } = await tokenService();
const now = 1_800_000_000_000;
const deps: GrantDeps & { signal: AbortSignal } = {
  platform: createFakePlatform(),
  http,
  practice: { current: () => undefined, ensure: () => Promise.reject(new Error('not asked for')) },
  findPreset: () => undefined,
  cookies: { of: () => [], keep: () => undefined, forget: () => undefined },
  clocks: createServiceClocks(),
  now: () => now,
  signal: new AbortController().signal,
};
beforeEach(() => {
  server.requests.length = 0;
});

const ours = () =>
  connection({
    accessTokenUrl: server.url('/token'),
    revocationUrl: server.url('/revoke'),
    introspectionUrl: server.url('/introspect'),
    clientId: 'client',
  });
const tokenOf = (owner = ownerOf(ours())): TokenSet => ({
  accessToken: 'a1',
  refreshToken: 'r1',
  tokenType: 'Bearer',
  obtainedAt: now - 60_000,
  owner,
});
const another = { origins: ['https://another.example'], clientId: 'client' };
const secrets = { clientSecret: 'hush' };
const run = () => silentRun(ours(), secrets, deps.signal, 1000);

describe('a token of another service', () => {
  it('is not renewed: that service alone may see its refresh token [31]', async () => {
    await expect(renewGrant(run(), tokenOf(another), deps)).rejects.toMatchObject({ code: 'token.settings_changed' });
    expect(server.requests).toEqual([]);
  });

  it('is not revoked here [33]', async () => {
    expect(await revokeGrant(ours(), secrets, tokenOf(another), deps)).toMatchObject({
      revoked: 'failed',
      error: { code: 'token.settings_changed' },
    });
    expect(server.requests).toEqual([]);
  });

  it('is not checked here [31]', async () => {
    await expect(introspectGrant(ours(), secrets, tokenOf(another), deps)).rejects.toMatchObject({
      code: 'token.settings_changed',
    });
    expect(server.requests).toEqual([]);
  });
});

it('renews, checks and revokes a token of the service that the settings name', async () => {
  server.respondWith(json({ access_token: 'a2', token_type: 'Bearer' }));
  expect(await renewGrant(run(), tokenOf(), deps)).toMatchObject({ accessToken: 'a2', refreshToken: 'r1' });
  server.respondWith(json({ active: true }));
  expect(await introspectGrant(ours(), secrets, tokenOf(), deps)).toMatchObject({ active: true });
  server.respondWith({ status: 200 });
  expect(await revokeGrant(ours(), secrets, tokenOf(), deps)).toEqual({ revoked: 'yes' });
  expect(server.requests.map(({ path }) => path)).toEqual(['/token', '/introspect', '/revoke', '/revoke']);
});

describe('without a refresh token', () => {
  const token: TokenSet = { accessToken: 'a1', tokenType: 'Bearer', obtainedAt: now };
  it.each([
    ['client_credentials', {}, false, true],
    ['password', { rememberPassword: true }, true, true],
    ['password', { rememberPassword: true }, false, false],
    ['password', { rememberPassword: false }, true, false],
    ['authorization_code', {}, true, false],
    ['device_code', {}, true, false],
    ['oauth1', {}, true, false],
  ] as const)('the grant %s with %j and a kept password (%s) renews: %s', (grant, changes, hasPassword, renews) => {
    expect(canRenew(connection({ grant, ...changes }), token, hasPassword)).toBe(renews);
  });
});

describe('asking for a new token', () => {
  const asking = (changes: object = {}, password?: string) =>
    silentRun(
      { ...ours(), ...changes },
      { ...secrets, ...(password === undefined ? {} : { password }) },
      deps.signal,
      1000,
    );
  const clientCredentials = { grant: 'client_credentials' } as const;
  const { refreshToken: _, ...withoutRefresh } = tokenOf();

  it('is done by the client where there is no refresh token, and what is known of it stays', async () => {
    server.respondWith(json({ access_token: 'a2', token_type: 'Bearer' }));
    const old = { ...withoutRefresh, account: 'Ann', values: { realm: '7' } };
    expect(await renewGrant(asking(clientCredentials), old, deps)).toEqual({
      accessToken: 'a2',
      tokenType: 'Bearer',
      obtainedAt: now,
      refreshedAt: now,
      account: 'Ann',
      values: { realm: '7' },
    });
    expect(await renewGrant(asking(clientCredentials), withoutRefresh, deps)).toStrictEqual({
      accessToken: 'a2',
      tokenType: 'Bearer',
      obtainedAt: now,
      refreshedAt: now,
    });
    expect(server.requests[0]?.form.get('grant_type')).toBe('client_credentials');
  });

  it('is done by the password where the refresh token was refused, and by nothing else', async () => {
    const refused = json({ error: 'invalid_grant' }, 400);
    const token = json({ access_token: 'a2', token_type: 'Bearer' });
    server.respondWith(refused, token);
    const byPassword = asking({ grant: 'password', username: 'ann', rememberPassword: true }, 'pw');
    expect(await renewGrant(byPassword, tokenOf(), deps)).toMatchObject({ accessToken: 'a2' });
    expect(server.requests.map(({ form }) => form.get('grant_type'))).toEqual(['refresh_token', 'password']);
    server.respondWith(refused, token);
    await expect(renewGrant(run(), tokenOf(), deps)).rejects.toMatchObject({ code: 'token.invalid_grant' });
    // A broken service is no reason to send a password.
    server.respondWith({ status: 503 }, token);
    await expect(renewGrant(byPassword, tokenOf(), deps)).rejects.toMatchObject({ code: 'token.server_error' });
    await expect(renewGrant(run(), withoutRefresh, deps)).rejects.toMatchObject({ code: 'token.no_refresh_token' });
  });

  it('is not tried without the password', async () => {
    server.respondWith(json({ error: 'invalid_grant' }, 400));
    const forgotten = asking({ grant: 'password', username: 'ann', rememberPassword: true });
    await expect(renewGrant(forgotten, tokenOf(), deps)).rejects.toMatchObject({ code: 'token.invalid_grant' });
    await expect(runGrant(forgotten, deps)).rejects.toMatchObject({
      code: 'connection.invalid',
      details: { field: 'password' },
    });
    expect(server.requests).toHaveLength(1);
  });

  it('sends the name and the password that were entered', async () => {
    server.respondWith(json({ access_token: 'a1', token_type: 'Bearer' }));
    await runGrant(asking({ grant: 'password', username: 'ann' }, 'pw'), deps);
    expect(Object.fromEntries(server.requests[0]?.form ?? [])).toMatchObject({ username: 'ann', password: 'pw' });
  });

  it('is the grant itself at the first time', async () => {
    server.respondWith(json({ access_token: 'a1', token_type: 'Bearer' }));
    expect(await runGrant(asking(clientCredentials), deps)).toMatchObject({ accessToken: 'a1' });
  });
});

describe('the account of a token', () => {
  const named = (changes: object, values: Record<string, string> = {}) =>
    accountOf({ ...ours(), ...changes }, secrets, { ...tokenOf(), values }, deps);

  it('is asked for without the headers and the secret that are the authorization server’s', async () => {
    server.respondWith(json({ email: 'ann@example.com' }));
    const tokenHeaders = [{ name: 'X-Own', value: 'k', secret: false }];
    expect(await named({ accountUrl: server.url('/me'), tokenHeaders })).toBe('ann@example.com');
    expect(server.requests[0]?.headers).not.toHaveProperty('x-own');
    expect(JSON.stringify(server.requests[0])).not.toContain('hush');
  });

  it('is asked for at a host out of the service’s response only where that is allowed [42]', async () => {
    server.respondWith(json({ email: 'ann@example.com' }));
    const changes = { accountUrl: '{instance}/me', capturedValues: { instance: 'token:/url' } };
    const values = { instance: server.origin };
    expect(await named(changes, values)).toBeUndefined();
    expect(server.requests).toEqual([]);
    expect(await named({ ...changes, hosts: ['{instance}'] }, values)).toBe('ann@example.com');
  });

  it.each([
    ['all of the host', 'http://{host}', '127.0.0.1'],
    ['all of the host, after a scheme in capitals', 'HTTP://{host}', '127.0.0.1'],
    ['a part of the host', 'http://127.0.{host}', '0.1'],
  ])('is asked for only at an allowed host where the response named %s [42]', async (_, base, host) => {
    server.respondWith(json({ email: 'ann@example.com' }));
    const changes = { accountUrl: `${base}:${server.port}/me`, capturedValues: { host: 'token:/host' } };
    expect(await named(changes, { host })).toBeUndefined();
    expect(server.requests).toEqual([]);
    expect(await named({ ...changes, hosts: [`127.0.0.1:${server.port}`] }, { host })).toBe('ann@example.com');
  });

  it('is asked for at the host of the settings, whatever the response puts into the path [42]', async () => {
    server.respondWith(json({ email: 'ann@example.com' }));
    const changes = { accountUrl: server.url('/{tenant}/me?of={tenant}'), capturedValues: { tenant: 'token:/tenant' } };
    expect(await named(changes, { tenant: 'acme' })).toBe('ann@example.com');
    expect(server.requests.map(({ path }) => path)).toEqual(['/acme/me?of=acme']);
  });

  it('is nobody where the settings cannot be used', async () => {
    expect(await named({ accountUrl: server.url('/me'), accessTokenUrl: 'https://{missing}/' })).toBeUndefined();
    expect(server.requests).toEqual([]);
  });
});

describe('a grant', () => {
  it('of OAuth1 asks for a token by two requests, and revokes it at its own address', async () => {
    const form = (text: string) => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: text });
    const platform = createFakePlatform();
    platform.login = async ({ callbackUrl }) => ({
      url: `${callbackUrl}?oauth_token=temporary&oauth_verifier=v`,
      method: 'GET',
    });
    const oauth1 = {
      ...ours(),
      grant: 'oauth1',
      requestUrl: server.url('/request'),
      authorizationUrl: server.url('/authorize'),
    } as const;
    server.respondWith(
      form('oauth_token=temporary&oauth_token_secret=s&oauth_callback_confirmed=true'),
      form('oauth_token=t1&oauth_token_secret=s1'),
    );
    const logIn = silentRun(oauth1, secrets, deps.signal, 1000);
    const token = await runGrant(logIn, { ...deps, platform });
    expect(token).toMatchObject({ accessToken: 't1', tokenSecret: 's1' });
    server.respondWith({ status: 200 });
    expect(await revokeGrant(oauth1, secrets, token, deps)).toEqual({ revoked: 'yes' });
    expect(server.requests.map(({ path }) => path)).toEqual(['/request', '/token', '/revoke']);
  });

  it('by a code on another device begins at its own address', async () => {
    server.respondWith({ status: 500 });
    const device = { ...ours(), grant: 'device_code', deviceAuthorizationUrl: server.url('/device') } as const;
    await expect(runGrant(silentRun(device, secrets, deps.signal, 1000), deps)).rejects.toMatchObject({
      code: 'token.server_error',
    });
    expect(server.requests.map(({ path }) => path)).toEqual(['/device']);
  });
});

it('says that a token of OAuth1 cannot be checked, and that there is no address to revoke one', async () => {
  await expect(introspectGrant({ ...ours(), grant: 'oauth1' }, secrets, tokenOf(), deps)).rejects.toMatchObject({
    code: 'introspection.not_supported',
  });
  expect(await revokeGrant({ ...ours(), revocationUrl: ' ' }, secrets, tokenOf(), deps)).toEqual({
    revoked: 'not_supported',
  });
  expect(server.requests).toEqual([]);
});
