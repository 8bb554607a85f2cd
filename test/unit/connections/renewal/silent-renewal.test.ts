import { beforeEach, expect, it } from 'vitest';
import { createSilentRenewal } from '../../../../app/connections/renewal/silent-renewal.ts';
import { ownerOf } from '../../../../app/connections/token-owner.ts';
import { createServiceClocks } from '../../../../app/oauth/oauth1-clock.ts';
import type { TokenSet } from '../../../../app/oauth/token-set.ts';
import { createFakePlatform } from '../../../servers/fake-platform.ts';
import { connection } from '../../../servers/items.ts';
import { json } from '../../../servers/token-server.ts';
import { tokenService } from '../../oauth/token-service.ts';
import { watchExchanges } from '../../oauth/watched-exchanges.ts';

const { server, http } = await tokenService();
beforeEach(() => server.respondWith(json({ access_token: 'at-2', token_type: 'Bearer' })));
const ours = () => connection({ id: 'c', accessTokenUrl: server.url('/token') });

async function renewed(tokenSet: TokenSet) {
  const { exchanges, watched } = watchExchanges(http);
  const renew = createSilentRenewal({
    connections: { get: ours },
    vault: { read: (_owner, name) => (name === 'clientSecret' ? 'hush' : undefined) },
    grantDeps: {
      platform: createFakePlatform(),
      http: watched,
      practice: { current: () => undefined, ensure: () => Promise.reject(new Error('not asked for')) },
      findPreset: () => undefined,
      cookies: { of: () => [], keep: () => undefined, forget: () => undefined },
      clocks: createServiceClocks(),
      now: () => 2,
    },
    loginTimeoutMs: () => 1000,
  });
  return { response: await renew('c', tokenSet, new AbortController().signal), exchanges };
}
const old: TokenSet = { accessToken: 'at', refreshToken: 'rt', tokenType: 'Bearer', obtainedAt: 1 };

it('is by the refresh token and the stored secret, and is listed as a renewal of the connection', async () => {
  const { exchanges } = await renewed(old);
  expect(server.requests.at(-1)?.form.get('refresh_token')).toBe('rt');
  expect(server.requests.at(-1)?.headers.authorization).toBe(`Basic ${btoa('client:hush')}`);
  expect(exchanges).toMatchObject([{ kind: 'refresh', connectionId: 'c' }]);
});

it('keeps the owner of the token, and gives one to the token of an older version [31]', async () => {
  expect((await renewed(old)).response.owner).toEqual(ownerOf(ours()));
  const owner = { ...ownerOf(ours()), origins: [server.origin, 'https://former.example'] };
  expect((await renewed({ ...old, owner })).response.owner).toEqual(owner);
});
