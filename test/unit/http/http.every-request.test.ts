import { describe, expect, it } from 'vitest';
import { requestAccount } from '../../../app/oauth/account.ts';
import { requestClientCredentialsToken } from '../../../app/oauth/client-credentials.ts';
import { requestDeviceAuthorization } from '../../../app/oauth/device-authorization.ts';
import { discoverService } from '../../../app/oauth/discovery.ts';
import { introspectToken } from '../../../app/oauth/introspect.ts';
import { requestOAuth1Token } from '../../../app/oauth/oauth1.ts';
import { createServiceClocks } from '../../../app/oauth/oauth1-clock.ts';
import { requestTokenByCode, requestTokenByDeviceCode } from '../../../app/oauth/oauth2-client.ts';
import { requestPasswordToken } from '../../../app/oauth/password.ts';
import { refreshToken } from '../../../app/oauth/refresh.ts';
import { revokeOAuth1Token, revokeToken } from '../../../app/oauth/revoke.ts';
import type { OAuth1Settings, OAuth2Settings } from '../../../app/oauth/settings.ts';
import { resource } from '../../servers/items.ts';
import { plainGet } from '../../servers/plain-get.ts';
import type { SeenRequest } from '../../servers/token-server.ts';
import { tokenService } from '../oauth/token-service.ts';
import { grantContext, oauth1Settings, oauth2Settings } from '../oauth/token-settings.ts';

const { server, http } = await tokenService();

const token = { accessToken: 'at', refreshToken: 'rt', tokenType: 'Bearer', obtainedAt: 0 };
const oauth1Token = { accessToken: 'at', tokenSecret: 'ts', tokenType: 'OAuth1', obtainedAt: 0 };
/** Says yes to every request, in the words of each. */
const yes = {
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    access_token: 'at',
    token_type: 'Bearer',
    active: true,
    device_code: 'd',
    user_code: 'u',
    verification_uri: 'https://login.example.com/device',
    name: 'Ann',
    oauth_token: 'ot',
    oauth_token_secret: 'os',
    oauth_callback_confirmed: 'true',
  }),
};
/** OAuth1's legs speak in forms (RFC 5849 §2.1, §2.3). */
const yesAsForm = {
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'oauth_token=ot&oauth_token_secret=os&oauth_callback_confirmed=true',
};

const settings = (changes: Partial<OAuth2Settings> = {}) =>
  oauth2Settings(server.url(), {
    revocationUrl: server.url('/revoke'),
    introspectionUrl: server.url('/introspect'),
    deviceAuthorizationUrl: server.url('/device'),
    accountUrl: server.url('/me'),
    ...changes,
  });
const signed = (changes: Partial<OAuth1Settings> = {}) =>
  oauth1Settings(server.origin, { revocationUrl: server.url('/revoke'), ...changes });
const context = () => ({ http, now: Date.now });
const login = () =>
  grantContext(http, (shown, callbackUrl) => ({
    url: `${callbackUrl}?oauth_token=${shown.searchParams.get('oauth_token')}&oauth_verifier=ver`,
  }));
const asJson = 'application/json';
const asForm = 'application/x-www-form-urlencoded, */*;q=0.1';

type Kind = [
  name: string,
  accept: string,
  ask: (changes: Partial<OAuth2Settings & OAuth1Settings>) => Promise<unknown>,
];

/** What goes to the authorization server. */
const tokenKinds: Kind[] = [
  [
    'a token request',
    asJson,
    (changes) =>
      requestTokenByCode(settings(changes), { code: 'c', redirectUri: 'https://example.com/', extra: {} }, context()),
  ],
  ['a device code request', asJson, (changes) => requestTokenByDeviceCode(settings(changes), 'd', {}, context())],
  [
    'a password request',
    asJson,
    (changes) => requestPasswordToken(settings(changes), { username: 'u', password: 'p' }, login()),
  ],
  ['a client credentials request', asJson, (changes) => requestClientCredentialsToken(settings(changes), login())],
  ['a renewal', asJson, (changes) => refreshToken(settings(changes), token, context())],
  ['a revocation', asJson, (changes) => revokeToken(settings(changes), token, context())],
  [
    'a revocation as GitHub wants it',
    asJson,
    (changes) =>
      revokeToken(
        settings({
          ...changes,
          revocationRequest: {
            method: 'DELETE',
            authentication: 'client',
            body: 'json',
            token: 'access_token',
            tokenParameter: 'access_token',
          },
        }),
        { ...token, expiresAt: Date.now() + 3_600_000 },
        context(),
      ),
  ],
  [
    'a revocation as Dropbox wants it',
    asJson,
    (changes) =>
      revokeToken(
        settings({
          ...changes,
          revocationRequest: {
            method: 'POST',
            authentication: 'bearer',
            body: 'none',
            token: 'access_token',
            tokenParameter: 'token',
          },
        }),
        { ...token, expiresAt: Date.now() + 3_600_000 },
        context(),
      ),
  ],
  ['an introspection', asJson, (changes) => introspectToken(settings(changes), token, context())],
  ['a device authorization', asJson, (changes) => requestDeviceAuthorization(settings(changes), context())],
  ['the legs of OAuth1', asForm, (changes) => requestOAuth1Token(signed(changes), login())],
  [
    'an OAuth1 revocation',
    asJson,
    (changes) => revokeOAuth1Token(signed(changes), oauth1Token, { ...context(), clocks: createServiceClocks() }),
  ],
];
const otherKinds: Kind[] = [
  ['an account request', asJson, () => requestAccount(settings(), token, { http })],
  ['a discovery', asJson, () => discoverService(server.origin, { http }).catch(() => undefined)],
  ...(
    [
      ['json', 'application/json, */*;q=0.5'],
      ['xml', 'application/xml, text/xml;q=0.9, */*;q=0.5'],
      ['csv', 'text/csv, */*;q=0.5'],
    ] as const
  ).map(
    ([format, accept]): Kind => [
      `a GET of ${format}`,
      accept,
      () => plainGet(http, resource({ url: server.url('/data'), format })),
    ],
  ),
];

async function sentBy(ask: Kind[2], changes: Parameters<Kind[2]>[0] = {}): Promise<SeenRequest[]> {
  server.requests.length = 0;
  server.respondWith((request) => (/^\/(?:request|access)$/.test(request.path) ? yesAsForm : yes));
  await ask(changes);
  expect(server.requests).not.toHaveLength(0);
  return [...server.requests];
}

describe('every request', () => {
  it.each([...tokenKinds, ...otherKinds])('names the app and what it reads: %s', async (_kind, accept, ask) => {
    for (const { headers } of await sentBy(ask)) {
      expect(headers['user-agent']).toMatch(/^Tokenboard\/\d+\.\d+\.\d+(?:-[\w.]+)?$/);
      expect(headers.accept).toBe(accept);
    }
  });
});

it('an account request names the client that the user chose for it, and no other beside it', async () => {
  const own = { 'User-Agent': 'web:example.board:v1 (by /u/ann)' };
  const [seen] = await sentBy(() => requestAccount(settings({ apiHeaders: own }), token, { http }));
  expect(seen?.headers['user-agent']).toBe('web:example.board:v1 (by /u/ann)');
});

describe('headers that the user chose for token requests', () => {
  const chosen = [
    { name: 'Origin', value: 'https://board.example.com', secret: false },
    { name: 'User-Agent', value: 'web:example.board:v1 (by /u/ann)', secret: false },
    { name: 'Ocp-Apim-Subscription-Key', value: 'k-4711', secret: true },
    { name: 'Authorization', value: 'Basic of-a-gateway', secret: true },
    { name: 'Content-Type', value: 'text/plain', secret: false },
  ];

  it.each(tokenKinds)('go with %s, and never take the place of what it needs', async (_kind, _accept, ask) => {
    for (const { headers, body } of await sentBy(ask, { tokenHeaders: chosen })) {
      expect(headers.origin).toBe('https://board.example.com');
      expect(headers['user-agent']).toBe('web:example.board:v1 (by /u/ann)');
      expect(headers['ocp-apim-subscription-key']).toBe('k-4711');
      expect(headers.authorization).not.toBe('Basic of-a-gateway');
      if (body !== '') expect(headers['content-type']).not.toBe('text/plain');
    }
  });

  it('may be an Authorization where the client is in the body', async () => {
    const ask = tokenKinds[0]?.[2] ?? (() => Promise.reject(new Error('no kind')));
    const [seen] = await sentBy(ask, { tokenHeaders: chosen, clientAuthentication: 'body' });
    expect(seen?.headers.authorization).toBe('Basic of-a-gateway');
    expect(seen?.form.get('client_secret')).toBe('top-secret');
  });
});
