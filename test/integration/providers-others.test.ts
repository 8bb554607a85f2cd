import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../app/http/client.ts';
import { requestAuthorizationCodeToken } from '../../app/oauth/authorization-code.ts';
import { requestClientCredentialsToken } from '../../app/oauth/client-credentials.ts';
import { introspectToken } from '../../app/oauth/introspect.ts';
import { requestOAuth1Token } from '../../app/oauth/oauth1.ts';
import { signOAuth1Request } from '../../app/oauth/oauth1-signature.ts';
import { requestPasswordToken } from '../../app/oauth/password.ts';
import { refreshToken } from '../../app/oauth/refresh.ts';
import { revokeToken } from '../../app/oauth/revoke.ts';
import type { OAuth2Settings } from '../../app/oauth/settings.ts';
import { accountOf, discoveredSettings, getWith, personContext } from '../servers/providers/engine.ts';
import { type MockServer, startMockServer } from '../servers/providers/mock-server.ts';
import {
  hasOauthlib,
  type OauthlibServer,
  oauthlibClient,
  oauthlibPerson,
  startOauthlibServer,
} from '../servers/providers/oauthlib-server.ts';
import { directClient, oauth1Settings, oauth2Settings, rejection } from '../unit/oauth/token-settings.ts';

let http: HttpClient;
beforeAll(() => {
  http = directClient();
});
afterAll(() => http.close());
const now = Date.now;

describe('oauth2-mock-server', () => {
  let mock: MockServer;
  beforeAll(async () => {
    mock = await startMockServer();
  });
  afterAll(() => mock.close());
  const settings = (changes: Partial<OAuth2Settings> = {}) =>
    discoveredSettings(http, mock.issuer, { clientId: 'board', clientSecret: '' }, { scopes: ['openid'], ...changes });

  it('gives a token and an ID token for a login, from its discovery document alone [20] [22]', async () => {
    const found = await settings();
    expect(found).toMatchObject({ clientAuthentication: 'none', pkce: 'S256', issuerInCallback: false });
    const tokenSet = await requestAuthorizationCodeToken(found, personContext(http, {}));
    expect(tokenSet).toMatchObject({ scopes: ['dummy'], refreshToken: expect.any(String) });
    expect(await accountOf(found, tokenSet, http)).toBe('johndoe');
    const renewed = await refreshToken(found, tokenSet, { http, now });
    expect(await introspectToken(found, renewed, { http, now })).toMatchObject({ active: true });
    await revokeToken(found, renewed, { http, now });
  });

  it.each([
    ['another nonce', { nonce: 'other' }, 'id_token.nonce_mismatch'],
    ['another audience', { aud: 'other' }, 'id_token.audience_mismatch'],
    ['another issuer', { iss: 'https://evil.example' }, 'id_token.issuer_mismatch'],
    ['an end that is past', { exp: 1 }, 'id_token.expired'],
  ])('is not believed an ID token with %s', async (_, claims, code) => {
    const spoil = ({ payload }: { payload: Record<string, unknown> }) => Object.assign(payload, claims);
    // The access token is signed first, then the ID token: both get it.
    mock.server.service.on('beforeTokenSigning', spoil);
    try {
      const login = requestAuthorizationCodeToken(await settings(), personContext(http, {}));
      expect(await rejection(login)).toMatchObject({ code });
    } finally {
      mock.server.service.off('beforeTokenSigning', spoil);
    }
  });

  it('is taken at its word when its response is an error [31]', async () => {
    const found = await settings();
    const tokenSet = await requestAuthorizationCodeToken(found, personContext(http, {}));
    mock.server.service.once('beforeResponse', (response: { statusCode: number; body: object }) => {
      response.statusCode = 400;
      response.body = { error: 'invalid_grant', error_description: 'the refresh token was revoked' };
    });
    expect(await rejection(refreshToken(found, tokenSet, { http, now }))).toMatchObject({
      code: 'token.invalid_grant',
      serviceMessage: 'invalid_grant: the refresh token was revoked',
    });
    mock.server.service.once('beforeRevoke', (response: { statusCode: number }) => {
      response.statusCode = 503;
    });
    expect(await rejection(revokeToken(found, tokenSet, { http, now }))).toMatchObject({ code: 'token.server_error' });
  });

  it('gives tokens by client credentials and by password', async () => {
    const found = await settings({ scopes: ['sales'], accountUrl: undefined });
    expect(await requestClientCredentialsToken(found, personContext(http, {}))).toMatchObject({ scopes: ['sales'] });
    const login = { username: 'ann', password: 'any' };
    expect(await requestPasswordToken(found, login, { http, now })).toMatchObject({ tokenType: 'Bearer' });
  });
});

describe.skipIf(!hasOauthlib)('oauthlib of Python', () => {
  let server: OauthlibServer;
  beforeAll(async () => {
    server = await startOauthlibServer();
  });
  afterAll(() => server.close());
  const settings = (changes: Partial<OAuth2Settings> = {}) =>
    oauth2Settings(`${server.origin}/oauth2/token`, {
      ...oauthlibClient,
      authorizationUrl: `${server.origin}/oauth2/authorize`,
      introspectionUrl: `${server.origin}/oauth2/introspect`,
      revocationUrl: `${server.origin}/oauth2/revoke`,
      accountUrl: `${server.origin}/oauth2/me`,
      accountPointer: '/user',
      scopes: ['sales', 'stock'],
      ...changes,
    });

  it.each(['basic', 'body'] as const)(
    'gives OAuth2 tokens for a login with the secret by %s [20] [32]',
    async (way) => {
      const found = settings({ clientAuthentication: way });
      const first = await requestAuthorizationCodeToken(found, personContext(http, oauthlibPerson));
      expect(first).toMatchObject({ scopes: ['sales', 'stock'] });
      expect(await accountOf(found, first, http)).toBe('ann');
      expect(await getWith(`${server.origin}/oauth2/me`, first.accessToken)).toMatchObject({ body: { user: 'ann' } });
      const second = await refreshToken(found, first, { http, now });
      expect(second.refreshToken).not.toBe(first.refreshToken);
      expect(await introspectToken(found, second, { http, now })).toMatchObject({ active: true, account: 'ann' });
      await revokeToken(found, second, { http, now });
      expect(await introspectToken(found, second, { http, now })).toMatchObject({ active: false });
      expect((await getWith(`${server.origin}/oauth2/me`, second.accessToken)).status).toBe(401);
    },
  );

  it('says what oauthlib says of a wrong scope, secret and PKCE', async () => {
    const person = () => personContext(http, oauthlibPerson);
    expect(await rejection(requestAuthorizationCodeToken(settings({ scopes: ['none'] }), person()))).toMatchObject({
      code: 'callback.error',
      details: { error: 'invalid_scope' },
    });
    const secretless = settings({ clientSecret: 'wrong' });
    expect(await rejection(requestAuthorizationCodeToken(secretless, person()))).toMatchObject({
      code: 'token.invalid_client',
    });
    expect(await rejection(requestAuthorizationCodeToken(settings({ pkce: 'none' }), person()))).toMatchObject({
      code: 'callback.error',
    });
  });

  it('gives tokens by password and by client credentials', async () => {
    const found = settings();
    const byPassword = await requestPasswordToken(found, oauthlibPerson, { http, now });
    expect(await accountOf(found, byPassword, http)).toBe('ann');
    expect(
      await rejection(requestPasswordToken(found, { username: 'ann', password: 'no' }, { http, now })),
    ).toMatchObject({ code: 'token.wrong_password' });
    const own = await requestClientCredentialsToken(settings({ accountUrl: undefined }), personContext(http, {}));
    expect(own.scopes).toEqual(['sales', 'stock']);
  });

  it.each(['HMAC-SHA1', 'HMAC-SHA256', 'PLAINTEXT'] as const)(
    'gives OAuth1 tokens and signed data by %s [34]',
    async (signatureMethod) => {
      const found = oauth1Settings(`${server.origin}/oauth1`, { ...oauthlibClient, signatureMethod });
      const person = personContext(http, oauthlibPerson);
      const tokenSet = await requestOAuth1Token(found, person);
      expect(person.steps[0]).toBe('request_token_received');
      // Everything that a base string can get wrong: order, doubles, empty values, letters, plus and percent.
      const url = new URL(`${server.origin}/oauth1/me?b=2&a=1&a=0&empty=&text=a%20b%2Bc%25+d&%C3%A9=%E2%82%AC`);
      const get = async (authorization: string) => {
        const response = await fetch(url, { headers: { authorization } });
        return response.status;
      };
      expect(await get(signOAuth1Request(found, tokenSet, { method: 'GET', url, now: now() }))).toBe(200);
      const wrong = { ...tokenSet, tokenSecret: 'wrong' };
      expect(await get(signOAuth1Request(found, wrong, { method: 'GET', url, now: now() }))).toBe(401);
    },
  );

  it('gives no OAuth1 token to a consumer with a wrong secret [34]', async () => {
    const found = oauth1Settings(`${server.origin}/oauth1`, { ...oauthlibClient, clientSecret: 'wrong' });
    const error = await rejection(requestOAuth1Token(found, personContext(http, oauthlibPerson)));
    expect(String(error.code)).toMatch(/^oauth1\./);
  });
});
