import { beforeEach, expect, it } from 'vitest';
import { createAccountLookup } from '../../../app/connections/account-lookup.ts';
import { createServiceClocks } from '../../../app/oauth/oauth1-clock.ts';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { VaultError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { createFakePlatform } from '../../servers/fake-platform.ts';
import { connection } from '../../servers/items.ts';
import { json } from '../../servers/token-server.ts';
import { tokenService } from '../oauth/token-service.ts';
import { watchExchanges } from '../oauth/watched-exchanges.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
  server.respondWith(json({ email: 'ann@example.com' }));
});
const login: TokenSet = { accessToken: 'at', tokenType: 'Bearer', obtainedAt: 5 };

/** Looks up the account of `login`. `current`: the token that is stored when the response arrives. */
async function lookUp(current: TokenSet | Error, changes: Partial<Connection> = {}, tokenSet = login) {
  const { exchanges, watched } = watchExchanges(http);
  const changed: string[] = [];
  const added: (TokenSet | undefined)[] = [];
  const lookUpAccount = createAccountLookup({
    vault: {
      read: () => {
        throw new VaultError('vault.decrypt_failed', verbatim('damaged'));
      },
    },
    grantDeps: {
      platform: createFakePlatform(),
      http: watched,
      practice: { current: () => undefined, ensure: () => Promise.reject(new Error('not asked for')) },
      findPreset: () => undefined,
      cookies: { of: () => [], keep: () => undefined, forget: () => undefined },
      clocks: createServiceClocks(),
      now: () => 6,
      signal: new AbortController().signal,
    },
    renewals: {
      amend: async (_id, change) => {
        if (current instanceof Error) throw current;
        added.push(change(current));
      },
    },
    onChange: (id) => changed.push(id),
  });
  await lookUpAccount(connection({ id: 'c', accountUrl: server.url('/me'), ...changes }), tokenSet);
  return { exchanges, changed, added };
}

it('adds the name to the token of the login, even if a secret of the connection cannot be read', async () => {
  const { exchanges, changed, added } = await lookUp(login);
  expect(added).toEqual([{ ...login, account: 'ann@example.com' }]);
  expect(changed).toEqual(['c']);
  expect(exchanges).toMatchObject([{ kind: 'account', connectionId: 'c' }]);
});

it('adds the name to a token that renewed that of the login', async () => {
  const renewed = { ...login, accessToken: 'at-2', obtainedAt: 9, refreshedAt: 9, loggedInAt: 5 };
  expect((await lookUp(renewed)).added).toEqual([{ ...renewed, account: 'ann@example.com' }]);
});

it.each([
  ['another login', { ...login, obtainedAt: 7 }],
  ['a renewal of another login', { ...login, obtainedAt: 5, loggedInAt: 4 }],
])('adds no name to the token of %s', async (_, current) => {
  expect((await lookUp(current)).added).toEqual([undefined]);
});

it('asks nobody for a name that is known, or where the grant has no account', async () => {
  const known = await lookUp(login, {}, { ...login, account: 'Ann' });
  const signed = await lookUp(login, { grant: 'oauth1' });
  expect([known.added, signed.added, server.requests]).toEqual([[], [], []]);
});

it('changes nothing where the service says no name', async () => {
  server.respondWith({ status: 500 });
  const { changed, added } = await lookUp(login);
  expect([added, changed]).toEqual([[], []]);
});

it('is never an error: a token without a name that could not be stored is still a token', async () => {
  const { changed } = await lookUp(new VaultError('vault.locked', verbatim('Locked.')));
  expect(changed).toEqual(['c']);
});
