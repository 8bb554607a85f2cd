import { beforeEach, expect, it } from 'vitest';
import { createRequestToken, type RequestToken } from '../../../app/connections/request-token.ts';
import type { RequestState, TokenRequest } from '../../../app/connections/requests.ts';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import { PlatformError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { connection } from '../../servers/items.ts';

const draft = connection({ id: 'c' });
const tokenSet: TokenSet = { accessToken: 'at', tokenType: 'Bearer', obtainedAt: 1 };
let log: string[];
let hasToken: boolean;
let isDeleted: boolean;
let running: RequestState | undefined;
let outcome: () => Promise<TokenSet>;
let asked: TokenRequest[];
let requestToken: RequestToken;

beforeEach(() => {
  log = [];
  hasToken = false;
  isDeleted = false;
  running = undefined;
  outcome = async () => tokenSet;
  asked = [];
  requestToken = createRequestToken({
    connections: {
      find: () => (isDeleted ? undefined : draft),
      requireStorable: () => undefined,
      save: (_draft, secrets) => log.push(`saved with ${Object.keys(secrets).join()}`),
    },
    vault: { read: () => undefined },
    tokenStore: { has: () => hasToken },
    requests: {
      state: () => running,
      request: (request) => {
        asked.push(request);
        log.push('requested');
        return outcome();
      },
    },
    renewals: {
      replace: async (_id, work) => work(),
      store: (_id, stored) => log.push(`stored for ${stored.owner?.origins.join()}`),
    },
    lookUpAccount: async () => {
      log.push('account');
    },
    loginTimeoutMs: () => 1000,
    onChange: () => log.push('changed'),
  });
});
const typed = { clientSecret: 'hush' };
const stored = 'stored for https://auth.example.com';

it('saves the draft of a first login before it, so that nothing that was typed is lost', async () => {
  await requestToken(draft, typed, false);
  expect(log).toEqual(['saved with clientSecret', 'requested', stored, 'account', 'changed']);
  expect(asked).toEqual([{ connection: draft, secrets: typed, freshSession: false, timeoutMs: 1000 }]);
});

it('saves the draft after the login where there is a token, which stays usable until then', async () => {
  hasToken = true;
  await requestToken(draft, typed, false);
  expect(log).toEqual(['requested', stored, 'saved with clientSecret', 'account', 'changed']);
});

it('changes nothing where the login fails and there is a token', async () => {
  hasToken = true;
  outcome = () => Promise.reject(new PlatformError('window.closed', verbatim('closed')));
  await expect(requestToken(draft, typed, false)).rejects.toMatchObject({ code: 'window.closed' });
  expect(log).toEqual(['requested', 'changed']);
});

it('stores no token for a connection that was deleted during its login', async () => {
  isDeleted = true;
  await expect(requestToken(draft, typed, false)).rejects.toMatchObject({ code: 'window.cancelled' });
  expect(log).toEqual(['saved with clientSecret', 'requested', 'changed']);
});

it('only waits for a login that runs already', async () => {
  running = { step: null, window: 'popup', waitsForPaste: false };
  await requestToken(draft, typed, true);
  expect(log).toEqual(['requested']);
});
