import { expect, it } from 'vitest';
import { createRenewability } from '../../../../app/connections/renewal/renewability.ts';
import { ownerOf } from '../../../../app/connections/token-owner.ts';
import type { TokenSet } from '../../../../app/oauth/token-set.ts';
import type { Connection } from '../../../../app/shared/connection/connection.ts';
import { RequestError } from '../../../../app/shared/errors.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { connection } from '../../../servers/items.ts';

const { refreshToken: _, ...withoutRefreshToken }: TokenSet = {
  accessToken: 'at',
  refreshToken: 'rt',
  tokenType: 'Bearer',
  obtainedAt: 1,
  owner: ownerOf(connection()),
};
const token: TokenSet = { ...withoutRefreshToken, refreshToken: 'rt' };

const renewsThere = new RequestError('peaka.renews_there', verbatim('Handed over.'));

function of(
  changes: Partial<Connection>,
  tokenSet: TokenSet,
  vaultHas: string[] = [],
  elsewhere?: RequestError | undefined,
) {
  const known = connection(changes);
  const { hasMeans, blocker, canRenew } = createRenewability(
    { find: (id) => (id === known.id ? known : undefined), get: () => known },
    { has: (_id, name) => vaultHas.includes(name) },
    () => elsewhere,
  );
  const { id } = known;
  return { means: hasMeans(id, tokenSet), blocker: blocker(id, tokenSet)?.code, can: canRenew(id, tokenSet) };
}

it('renews with a refresh token', () => {
  expect(of({}, token)).toEqual({ means: true, blocker: undefined, can: true });
});

it('renews without a refresh token where the vault has the password', () => {
  const grant = { grant: 'password', rememberPassword: true } as const;
  expect(of(grant, withoutRefreshToken)).toMatchObject({ means: false, can: false });
  expect(of(grant, withoutRefreshToken, ['password'])).toMatchObject({ means: true, can: true });
});

it('does not send the token to another service or as another client [31]', () => {
  const blocked = { means: true, blocker: 'token.settings_changed', can: false };
  expect(of({ accessTokenUrl: 'https://another.example/token' }, token)).toEqual(blocked);
  expect(of({ clientId: 'another' }, token)).toEqual(blocked);
});

it('does not renew a token that another program renews, and says why', () => {
  const blocked = { means: false, blocker: 'peaka.renews_there', can: false };
  expect(of({}, token, [], renewsThere)).toEqual(blocked);
  // What the settings say matters to no renewal here.
  expect(of({ clientId: 'another' }, token, [], renewsThere)).toEqual(blocked);
  expect(of({}, withoutRefreshToken, [], renewsThere)).toEqual({ means: false, blocker: undefined, can: false });
});

it('has no blocker to report for a token that nothing could renew anyway', () => {
  expect(of({ clientId: 'another' }, withoutRefreshToken)).toEqual({ means: false, blocker: undefined, can: false });
});

it('renews nothing for a connection that was deleted', () => {
  const gone = createRenewability(
    {
      find: () => undefined,
      get: () => {
        throw new Error('not found');
      },
    },
    { has: () => true },
    () => undefined,
  );
  expect(gone.canRenew('c', token)).toBe(false);
  expect(gone.blocker('c', token)).toBeUndefined();
});
