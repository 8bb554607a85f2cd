import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBackgroundRenewal } from '../../../../app/connections/renewal/background-renewal.ts';
import type { RenewalFailure } from '../../../../app/connections/renewal/failures.ts';
import type { StoredToken } from '../../../../app/connections/token-store.ts';
import { OAuthError, VaultError } from '../../../../app/shared/errors.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { connection } from '../../../servers/items.ts';
import { start, tokenSet } from './played-renewals.ts';

beforeEach(() => vi.useFakeTimers({ now: start, toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

function build(changes: Parameters<typeof connection>[0] = {}) {
  const known = connection({ id: 'c', name: 'Sales', ...changes });
  const state = {
    token: { tokenSet: tokenSet(1) } as StoredToken | VaultError | undefined,
    isDeleted: false,
    hasMeans: true,
    canRenew: true,
    failure: undefined as RenewalFailure | undefined,
    failsWith: undefined as RenewalFailure | undefined,
    practice: undefined as string | undefined,
  };
  const log: string[] = [];
  const background = createBackgroundRenewal({
    connections: { list: () => [known], find: () => (state.isDeleted ? undefined : known) },
    tokenStore: {
      read: () => {
        if (state.token instanceof VaultError) throw state.token;
        return state.token;
      },
    },
    renewability: {
      hasMeans: () => state.hasMeans,
      isHandedOver: () => false,
      blocker: () => undefined,
      canRenew: () => state.canRenew,
    },
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
  state.failsWith = { kind: 'needs_login', error: new OAuthError('token.invalid_grant', verbatim('revoked')) };
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
  ['cannot be read', new VaultError('vault.locked', verbatim('locked'))],
  ['is no longer there', undefined],
  [
    'was rejected',
    { tokenSet: tokenSet(1), rejected: { code: 'token.invalid_grant', message: verbatim('log in') } as const },
  ],
])('leaves a token alone that %s', async (_case, token) => {
  const { background, state, log } = build();
  state.token = token;
  background.start();
  await seconds(7200);
  expect(log).toEqual([]);
  background.close();
});

it('leaves the token of a connection alone that was deleted', async () => {
  const { background, state, log } = build();
  background.start();
  state.isDeleted = true;
  await seconds(7200);
  expect(log).toEqual([]);
  background.close();
});

it('renews nothing after the app has ended', async () => {
  const { background, log } = build();
  background.start();
  background.close();
  await seconds(7200);
  expect(log).toEqual([]);
});

describe('connections of one service', () => {
  type Urls = Pick<Parameters<typeof connection>[0] & object, 'accessTokenUrl' | 'refreshUrl'>;
  const hosts = ['one', 'two', 'three', 'four', 'five', 'six'];
  /** How many of six connections are renewed at once. */
  async function atOnce(urlsOf: (host: string, index: number) => Urls): Promise<number> {
    const all = hosts.map((host, index) => connection({ id: host, ...urlsOf(host, index) }));
    let running = 0;
    const background = createBackgroundRenewal({
      connections: { list: () => all, find: (id) => all.find((each) => each.id === id) },
      tokenStore: { read: () => ({ tokenSet: { ...tokenSet(1), obtainedAt: 1, expiresAt: 2 } }) },
      renewability: { hasMeans: () => true, isHandedOver: () => false, blocker: () => undefined, canRenew: () => true },
      renewals: {
        renewDue: () => {
          running += 1;
          return new Promise(() => undefined);
        },
        failureOf: () => undefined,
        forgetWait: () => undefined,
      },
      practice: { current: () => 'http://127.0.0.1:1' },
      notify: () => undefined,
      onChange: () => undefined,
      now: Date.now,
    });
    background.start();
    await seconds(1);
    background.close();
    return running;
  }

  it.each<[string, (host: string, index: number) => Urls]>([
    ['of one token URL', () => ({ accessTokenUrl: 'https://a.example/token' })],
    ['of one host', (host) => ({ accessTokenUrl: `https://a.example/${host}` })],
    [
      'of one host with or without TLS, and blanks before it',
      (_, index) => ({
        accessTokenUrl: `${' '.repeat(index)}${index < 3 ? 'http' : 'HTTPS'}://a.example?${index}`,
      }),
    ],
    [
      'of one refresh URL',
      (host) => ({
        accessTokenUrl: `https://${host}.example/token`,
        refreshUrl: 'https://a.example/refresh',
      }),
    ],
    ['of the practice service', () => ({ accessTokenUrl: '{practice}/token' })],
  ])('are renewed four at once: those %s [30]', async (_, urlsOf) => {
    expect(await atOnce(urlsOf)).toBe(4);
  });

  it.each<[string, (host: string) => Urls]>([
    ['token URLs', (host) => ({ accessTokenUrl: `https://${host}.example/token` })],
    ['token URLs that begin alike', (host) => ({ accessTokenUrl: `https://a-${host}.example/token` })],
    [
      'token URLs, while the refresh URL is blank',
      (host) => ({
        accessTokenUrl: `https://${host}.example/token`,
        refreshUrl: ' ',
      }),
    ],
    [
      'refresh URLs',
      (host) => ({
        accessTokenUrl: 'https://a.example/token',
        refreshUrl: `https://${host}.example/refresh`,
      }),
    ],
  ])('do not wait for each other where they have different %s', async (_, urlsOf) => {
    expect(await atOnce(urlsOf)).toBe(6);
  });
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
