import { beforeEach, describe, expect, it } from 'vitest';
import type { GrantDeps } from '../../../../app/connections/grants/grant-runner.ts';
import { canRenew, introspectGrant, renewGrant, revokeGrant } from '../../../../app/connections/grants/grants.ts';
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
