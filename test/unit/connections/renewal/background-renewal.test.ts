import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBackgroundRenewal } from '../../../../app/connections/renewal/background-renewal.ts';
import type { RenewalFailure } from '../../../../app/connections/renewal/failures.ts';
import type { StoredToken } from '../../../../app/connections/token-store.ts';
import { OAuthError, VaultError } from '../../../../app/shared/errors.ts';
import { connection } from '../../../servers/items.ts';
import { start, tokenSet } from './played-renewals.ts';

beforeEach(() => vi.useFakeTimers({ now: start, toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

function build(changes: Parameters<typeof connection>[0] = {}) {
  const known = connection({ id: 'c', name: 'Sales', ...changes });
  const state = {
    token: { tokenSet: tokenSet(1) } as StoredToken | VaultError,
    hasMeans: true,
    canRenew: true,
    failure: undefined as RenewalFailure | undefined,
    failsWith: undefined as RenewalFailure | undefined,
    practice: undefined as string | undefined,
  };
  const log: string[] = [];
  const background = createBackgroundRenewal({
    connections: { list: () => [known], find: () => known },
    tokenStore: {
      read: () => {
        if (state.token instanceof VaultError) throw state.token;
        return state.token;
      },
    },
    renewability: { hasMeans: () => state.hasMeans, blocker: () => undefined, canRenew: () => state.canRenew },
    renewals: {
      renewDue: async () => {
        log.push('renewed');
        state.failure = state.failsWith;
        if (state.failure) throw state.failure.error;
        state.token = { tokenSet: tokenSet(2) };
      },
      failureOf: () => state.failure,
      forgetWait: () => undefined,
    },
    practice: { current: () => state.practice },
    notify: (title, body) => log.push(`${title}: ${body.split('.')[0]}`),
    onChange: () => log.push('changed'),
    now: Date.now,
  });
  return { background, state, log };
}
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);
const notification = 'A connection needs a new login: “Sales”';

it('renews a token before it expires, and the next one again [30]', async () => {
  const { background, log } = build();
  background.start();
  await seconds(3300);
  expect(log).toEqual([]);
  await seconds(270);
  expect(log).toEqual(['renewed']);
  await seconds(3600);
  expect(log).toEqual(['renewed', 'renewed']);
  background.close();
});

it('notifies the user once of the end of a token that nothing can renew', async () => {
  const { background, state, log } = build();
  state.hasMeans = false;
  background.start();
  await seconds(3599);
  expect(log).toEqual([]);
  await seconds(10);
  expect(log).toEqual(['changed', notification]);
  await seconds(7200);
  expect(log).toHaveLength(2);
  background.close();
});

it('does not notify of that end after a login that brought a refresh token', async () => {
  const { background, state, log } = build();
  state.hasMeans = false;
  background.start();
  state.hasMeans = true;
  state.token = { tokenSet: tokenSet(2, 86_400) };
  background.changed('c');
  await seconds(3700);
  expect(log).toEqual([]);
  background.close();
});

it('notifies the user where the service wants a new login', async () => {
  const { background, state, log } = build();
  state.failsWith = { kind: 'needs_login', error: new OAuthError('token.invalid_grant', 'revoked') };
  background.start();
  await seconds(3700);
  expect(log).toEqual(['renewed', notification]);
  background.close();
});

it('does not start the practice service only to renew', async () => {
  const { background, state, log } = build({ accessTokenUrl: '{practice}/token' });
  background.start();
  await seconds(3700);
  expect(log).toEqual([]);
  state.practice = 'http://127.0.0.1:1';
  background.changedAll();
  await seconds(1);
  expect(log).toEqual(['renewed']);
  background.close();
});

it.each([
  ['cannot be read', new VaultError('vault.locked', 'locked')],
  ['was rejected', { tokenSet: tokenSet(1), rejected: { code: 'token.invalid_grant', message: 'log in' } as const }],
])('leaves a token alone that %s', async (_case, token) => {
  const { background, state, log } = build();
  state.token = token;
  background.start();
  await seconds(7200);
  expect(log).toEqual([]);
  background.close();
});

it('does not notify after the app has ended', async () => {
  const { background, state, log } = build();
  state.hasMeans = false;
  background.start();
  await seconds(3600);
  background.close();
  await seconds(60);
  expect(log).toEqual(['changed']);
});
