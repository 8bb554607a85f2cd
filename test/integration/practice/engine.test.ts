import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHttpClient } from '../../../app/http/client.ts';
import { requestAccount } from '../../../app/oauth/account.ts';
import { requestAuthorizationCodeToken } from '../../../app/oauth/authorization-code.ts';
import { requestClientCredentialsToken } from '../../../app/oauth/client-credentials.ts';
import { requestDeviceCodeToken } from '../../../app/oauth/device-code.ts';
import { discoverService } from '../../../app/oauth/discovery.ts';
import { introspectToken } from '../../../app/oauth/introspect.ts';
import { requestOAuth1Token } from '../../../app/oauth/oauth1.ts';
import { createServiceClocks } from '../../../app/oauth/oauth1-clock.ts';
import { signOAuth1Request } from '../../../app/oauth/oauth1-signature.ts';
import { requestPasswordToken } from '../../../app/oauth/password.ts';
import { refreshToken } from '../../../app/oauth/refresh.ts';
import { revokeToken } from '../../../app/oauth/revoke.ts';
import type { DeviceLogin, GrantContext, OAuth1Settings, OAuth2Settings } from '../../../app/oauth/settings.ts';
import { bearerPlacement, standardTokenMapping } from '../../../app/shared/connection/standard-mapping.ts';
import type { RequestStep } from '../../../app/shared/contract/connections.ts';
import { getWith } from './oauth2-client.ts';
import { ann, createPerson, headingOf } from './person.ts';
import { type RunningPractice, startPractice } from './start.ts';

// The app's own protocol code against the practice service: two halves that share no line.

let practice: RunningPractice;
const http = createHttpClient({ resolveProxy: async () => undefined, environment: {} });
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(async () => {
  await http.close();
  await practice.stop();
});

const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';

function oauth2Settings(changes: Partial<OAuth2Settings> = {}): OAuth2Settings {
  return {
    issuer: practice.origin,
    deviceAuthorizationUrl: `${practice.origin}/oauth2/device_authorization`,
    introspectionUrl: `${practice.origin}/oauth2/introspect`,
    accountUrl: `${practice.origin}/oauth2/userinfo`,
    authorizationUrl: `${practice.origin}/oauth2/authorize`,
    accessTokenUrl: `${practice.origin}/oauth2/token`,
    revocationUrl: `${practice.origin}/oauth2/revoke`,
    callbackUrl,
    ...practice.ready.oauth2,
    clientAuthentication: 'basic',
    scopes: ['sales:read', 'offline_access'],
    scopeSeparator: ' ',
    scopeParameter: 'scope',
    accessType: null,
    pkce: 'S256',
    window: 'popup',
    extraAuthorizationParameters: {},
    extraTokenParameters: {},
    extraRefreshParameters: {},
    refreshErrors: {},
    issuerInCallback: true,
    accountPointer: '',
    tokenRequestFormat: 'form',
    responseMode: 'default',
    tokenMapping: standardTokenMapping,
    capturedValues: {},
    tokenPlacement: bearerPlacement,
    apiHeaders: {},
    tokenHeaders: [],
    ...changes,
  };
}

const oauth1Settings = (signatureMethod: OAuth1Settings['signatureMethod']): OAuth1Settings => ({
  requestUrl: `${practice.origin}/oauth1/request_token`,
  authorizationUrl: `${practice.origin}/oauth1/authorize`,
  accessTokenUrl: `${practice.origin}/oauth1/access_token`,
  callbackUrl,
  ...practice.ready.oauth1,
  signatureMethod,
  realm: 'practice',
  extraTokenParameters: {},
  extraAuthorizationParameters: {},
  window: 'popup',
  accountPointer: '/screen_name',
  capturedValues: {},
  tokenHeaders: [],
});

function grantContext(decision: 'allow' | 'deny' = 'allow') {
  const steps: RequestStep[] = [];
  const decide = async (authorizationUrl: string) => {
    const person = createPerson(practice.origin);
    const consent = await person.submit(await person.open(authorizationUrl), ann);
    return (await person.submit(consent, { decision })).url.href;
  };
  const context: GrantContext = {
    http,
    clocks: createServiceClocks(),
    openAuthorizationWindow: async ({ authorizationUrl }) => ({
      callback: decide(authorizationUrl).then((url) => ({ url, method: 'GET' as const })),
      show: () => undefined,
    }),
    openInSystemBrowser: async (url) => {
      await fetch(await decide(url));
    },
    signal: new AbortController().signal,
    timeoutMs: 20_000,
    onStep: (step) => steps.push(step),
    onDeviceLogin: () => undefined,
    pastedCallback: () => new Promise(() => undefined),
    now: Date.now,
  };
  return { context, steps };
}

const statusWith = async (token: string) => (await getWith(practice, '/api/sales?limit=1', token)).status;

it.each(['basic', 'body'] as const)(
  'gets a token by authorization code, renews and revokes it (client by %s)',
  async (clientAuthentication) => {
    const settings = oauth2Settings({ clientAuthentication });
    const { context, steps } = grantContext();
    const first = await requestAuthorizationCodeToken(settings, context);
    expect(steps).toContain('token_received');
    expect(first.scopes).toEqual(['sales:read', 'offline_access']);
    expect(await statusWith(first.accessToken)).toBe(200);

    const second = await refreshToken(settings, first, context);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(await statusWith(second.accessToken)).toBe(200);

    await revokeToken(settings, second, { http, signal: context.signal });
    expect(await statusWith(second.accessToken)).toBe(401);
    await expect(refreshToken(settings, second, context)).rejects.toMatchObject({ code: 'token.invalid_grant' });
  },
);

it('gets a token in the system browser, received on loopback', async () => {
  const { context } = grantContext();
  const tokenSet = await requestAuthorizationCodeToken(
    oauth2Settings({ window: 'browser', callbackUrl: 'http://127.0.0.1/oauth2-callback/' }),
    context,
  );
  expect(await statusWith(tokenSet.accessToken)).toBe(200);
});

it('hears that the user denied', async () => {
  const { context } = grantContext('deny');
  const denied = { code: 'callback.access_denied' };
  await expect(requestAuthorizationCodeToken(oauth2Settings(), context)).rejects.toMatchObject(denied);
  await expect(requestOAuth1Token(oauth1Settings('HMAC-SHA1'), context)).rejects.toMatchObject(denied);
});

it('gets a token for a password and hears that one is wrong', async () => {
  const { context } = grantContext();
  const tokenSet = await requestPasswordToken(oauth2Settings(), ann, context);
  expect(await statusWith(tokenSet.accessToken)).toBe(200);
  await expect(requestPasswordToken(oauth2Settings(), { ...ann, password: 'not-mine' }, context)).rejects.toMatchObject(
    {
      code: 'token.wrong_password',
      serviceMessage: expect.stringContaining('password is wrong'),
    },
  );
});

it('gets a token for the app itself, which opens data of no person, and asks again for another', async () => {
  const { context, steps } = grantContext();
  const settings = oauth2Settings({ scopes: ['sales:read', 'profile:read'] });
  const first = await requestClientCredentialsToken(settings, context);
  expect(steps).toEqual(['token_received']);
  expect(first).not.toHaveProperty('refreshToken');
  expect(await statusWith(first.accessToken)).toBe(200);
  expect((await getWith(practice, '/api/profile', first.accessToken)).status).toBe(403);
  expect((await getWith(practice, '/api/inventory', first.accessToken)).status).toBe(403);
  const second = await requestClientCredentialsToken(settings, context);
  expect(second.accessToken).not.toBe(first.accessToken);
  const wrong = oauth2Settings({ clientSecret: 'wrong' });
  await expect(requestClientCredentialsToken(wrong, context)).rejects.toMatchObject({ code: 'token.invalid_client' });
});

it.each([
  ['by hand', false],
  ['by the link that holds it', true],
])('gets a token with a code that is typed in elsewhere, %s', async (_, byLink) => {
  const { context, steps } = grantContext();
  const logins: DeviceLogin[] = [];
  const pages: (string | undefined)[] = [];
  const waits: number[] = [];
  const tokenSet = await requestDeviceCodeToken(
    oauth2Settings({ scopes: ['openid', 'sales:read', 'offline_access'] }),
    { ...context, onDeviceLogin: (login) => logins.push(login) },
    async (ms) => {
      waits.push(ms);
      // The first question comes before anybody has logged in.
      const login = logins[0];
      if (waits.length !== 2 || !login) return;
      const person = createPerson(practice.origin);
      const page = await person.open(byLink ? (login.verificationUriComplete ?? '') : login.verificationUri);
      expect(page.text.includes(`value="${login.userCode}"`)).toBe(byLink);
      const wrong = await person.submit(page, { user_code: 'BBBB-BBBB' });
      expect(wrong.text).toContain('role="alert"');
      const loginPage = await person.submit(wrong, { user_code: login.userCode.toLowerCase() });
      const consent = await person.submit(loginPage, ann);
      expect(consent.text).toContain(`shows the code <code>${login.userCode}</code>`);
      expect(consent.text).not.toContain('Switch');
      const done = await person.submit(consent, { decision: 'allow' });
      for (const each of [page, wrong, loginPage, consent, done]) {
        expect(each.headers.get('content-security-policy')).toContain("default-src 'none'");
        pages.push(headingOf(each));
      }
    },
  );
  expect(pages).toEqual([
    'Connect an app',
    'Connect an app',
    'Log in',
    'Allow Tokenboard to use your data?',
    'You are logged in',
  ]);
  expect(waits).toEqual([1000, 1000]);
  expect(steps).toEqual(['device_code_received', 'waiting_for_login', 'token_received']);
  expect(tokenSet).toMatchObject({ account: 'ann@example.org', scopes: ['openid', 'sales:read', 'offline_access'] });
  expect(await statusWith(tokenSet.accessToken)).toBe(200);
  const renewed = await refreshToken(oauth2Settings(), tokenSet, context);
  expect(renewed).toMatchObject({ account: 'ann@example.org', refreshTokenRotates: true });
  expect(await statusWith(renewed.accessToken)).toBe(200);
});

it('hears that the user denied the device', async () => {
  const { context } = grantContext();
  const person = createPerson(practice.origin);
  let login: DeviceLogin | undefined;
  const promise = requestDeviceCodeToken(
    oauth2Settings(),
    {
      ...context,
      onDeviceLogin: (given) => {
        login = given;
      },
    },
    async () => {
      const page = await person.open(login?.verificationUri ?? '');
      const consent = await person.submit(await person.submit(page, { user_code: login?.userCode ?? '' }), ann);
      expect(headingOf(await person.submit(consent, { decision: 'deny' }))).toBe('Access was not granted');
    },
  );
  await expect(promise).rejects.toMatchObject({ code: 'device.access_denied' });
});

it('says who is connected, by its ID token or by its userinfo endpoint', async () => {
  const { context } = grantContext();
  const scopes = ['openid', 'sales:read'];
  const byToken = await requestAuthorizationCodeToken(oauth2Settings({ scopes, accountUrl: undefined }), context);
  expect(byToken.account).toBe('ann@example.org');
  expect(await requestAccount(oauth2Settings(), byToken, { http })).toBe('ann@example.org');
  const without = await requestAuthorizationCodeToken(oauth2Settings({ scopes: ['sales:read'] }), context);
  expect(without).not.toHaveProperty('account');
});

it('tells about its tokens, to their own client', async () => {
  const { context } = grantContext();
  const tokenSet = await requestPasswordToken(oauth2Settings(), ann, context);
  expect(await introspectToken(oauth2Settings(), tokenSet, context)).toMatchObject({
    active: true,
    scopes: ['sales:read', 'offline_access'],
  });
  await revokeToken(oauth2Settings(), tokenSet, { http, signal: context.signal });
  expect(await introspectToken(oauth2Settings(), tokenSet, context)).toMatchObject({ active: false });
});

it('names itself in each response, and another name is refused [21]', async () => {
  const { context } = grantContext();
  const other = oauth2Settings({ issuer: `${practice.origin}/other` });
  await expect(requestAuthorizationCodeToken(other, context)).rejects.toMatchObject({
    code: 'callback.issuer_mismatch',
  });
});

it('has a discovery document that fills in the whole connection [22]', async () => {
  const { context } = grantContext();
  const found = await discoverService(practice.origin, { http, signal: context.signal });
  const { authorizationUrl, accessTokenUrl, revocationUrl, introspectionUrl, deviceAuthorizationUrl, accountUrl } =
    oauth2Settings();
  expect(found).toMatchObject({
    issuer: practice.origin,
    issuerInCallback: true,
    authorizationUrl,
    accessTokenUrl,
    revocationUrl,
    introspectionUrl,
    deviceAuthorizationUrl,
    accountUrl,
    pkce: 'S256',
    clientAuthentication: 'basic',
  });
  expect(found.scopes).toEqual(['openid', 'sales:read', 'inventory:read', 'profile:read', 'offline_access']);
  expect(found.grants).toEqual(
    expect.arrayContaining(['authorization_code', 'client_credentials', 'device_code', 'password']),
  );
});

it.each(['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'] as const)(
  'goes through the three legs and signs a GET with %s',
  async (signatureMethod) => {
    const settings = oauth1Settings(signatureMethod);
    const { context, steps } = grantContext();
    const tokenSet = await requestOAuth1Token(settings, context);
    expect(steps[0]).toBe('request_token_received');
    expect(tokenSet.account).toBe('ann');
    const url = `${practice.origin}/api/sales?limit=2&note=M%C3%BCller+%26+S%C3%B8n&empty=&a=2&a=1`;
    const authorization = signOAuth1Request(settings, tokenSet, { method: 'GET', url, now: Date.now() });
    const response = await fetch(url, { headers: { authorization } });
    expect(await response.json()).toHaveLength(2);
  },
);
