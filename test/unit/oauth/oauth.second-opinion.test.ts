// oauth4webapi reads the same responses: where its verdict is another one than ours, the reason stands beside the case.
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCallback } from '../../../app/oauth/callback.ts';
import { readDiscoveryDocument } from '../../../app/oauth/discovery-document.ts';
import { readIdToken } from '../../../app/oauth/id-token.ts';
import { readTokenResponse } from '../../../app/oauth/token-response.ts';
import { standardTokenMapping } from '../../../app/shared/connection/standard-mapping.ts';
import type { RecordedResponse } from './recorded-responses.ts';
import * as recorded from './recorded-responses.ts';
import { agreed, changed, compare, kinder, ourResponse, stricter, theirResponse } from './verdicts.ts';

const { issuer, recordedAt } = recorded;
const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';
const state = 'the-state-of-this-login';
const nonce = 'the-nonce-of-this-login';
const host = 'login.example.com';
const client: oauth.Client = { client_id: 'board' };
const service: oauth.AuthorizationServer = { issuer, authorization_response_iss_parameter_supported: true };

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: recordedAt + 1000 });
});
afterAll(() => {
  vi.useRealTimers();
});

describe('an authorization response', () => {
  const { grantedCallback: granted, refusedCallback } = recorded;
  it.each([
    { ...agreed('as recorded', 'accepted'), url: granted },
    { ...agreed('that is a refusal', 'refused'), url: refusedCallback },
    { ...agreed('of another issuer [21]', 'refused'), url: granted.replace('login.', 'evil.') },
    { ...agreed('without an issuer [21]', 'refused'), url: granted.replace(/&iss=.*/, '') },
    { ...agreed('with the issuer in capitals [21]', 'refused'), url: granted.replace('login.', 'LOGIN.') },
    { ...agreed('of another login [19]', 'refused'), url: granted.replace(state, 'another') },
    { ...agreed('without a state [19]', 'refused'), url: granted.replace(`state=${state}`, 'x=1') },
    { ...stricter('with two codes [17]', 'they notice it with the token request only'), url: `${granted}&code=2` },
    { ...agreed('with two states [17]', 'refused'), url: `${granted}&state=${state}` },
    {
      ...stricter('with an unknown parameter twice [17]', 'they look at the parameters that they read alone (§3.1)'),
      url: `${granted}&x=1&x=2`,
    },
    {
      ...stricter('without a code', 'they notice it with the token request only'),
      url: granted.replace(/code=[^&]*/, 'x=1'),
    },
    {
      ...stricter('at another address [14]', 'they are given the parameters, and leave the address to the caller'),
      url: granted.replace('/oauth2-callback/', '/oauth2-callback'),
    },
  ])('$name: we say $ours, they say $theirs', async (each) => {
    const expected = {
      callbackUrl,
      takeState: (candidate: string) => candidate === state,
      issuer,
      issuerRequired: true,
    };
    await compare(
      each,
      () => readCallback({ url: each.url, method: 'GET' }, expected),
      () => oauth.validateAuthResponse(service, client, new URL(each.url), state),
    );
  });

  it('is read to the same code', () => {
    const theirs = oauth.validateAuthResponse(service, client, new URL(granted), state);
    const { code } = readCallback(
      { url: granted, method: 'GET' },
      { callbackUrl, takeState: () => true, issuer, issuerRequired: true },
    );
    expect(code).toBe(theirs.get('code'));
  });
});

describe('a token response', () => {
  const { tokenResponse, errorResponse } = recorded;
  const claims = (changes: object): RecordedResponse => {
    const { id_token: token } = JSON.parse(tokenResponse.body) as { id_token: string }; // as it was recorded
    const [header = '', payload = '', signature = ''] = token.split('.');
    const old: object = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const made = Buffer.from(JSON.stringify({ ...old, ...changes })).toString('base64url');
    return changed(tokenResponse, { id_token: `${header}.${made}.${signature}` });
  };
  const ours = (response: RecordedResponse) => {
    const now = Date.now();
    const context = { host, now, places: standardTokenMapping, capturedValues: {}, secrets: [] };
    const { tokenSet, idToken } = readTokenResponse(ourResponse(response), context);
    if (idToken !== undefined) readIdToken(idToken, { clientId: 'board', issuer, nonce, now });
    return tokenSet;
  };
  const theirs = (response: RecordedResponse) =>
    oauth.processAuthorizationCodeResponse(service, client, theirResponse(response), { expectedNonce: nonce });

  it.each([
    { ...agreed('as recorded', 'accepted'), response: tokenResponse },
    { ...agreed('that is an error', 'refused'), response: errorResponse },
    {
      ...agreed('without an access token [26]', 'refused'),
      response: changed(tokenResponse, { access_token: undefined }),
    },
    { ...agreed('that is a list [26]', 'refused'), response: { ...tokenResponse, body: '[]' } },
    { ...agreed('that is null [26]', 'refused'), response: { ...tokenResponse, body: 'null' } },
    { ...agreed('that is empty [26]', 'refused'), response: { ...tokenResponse, body: '' } },
    {
      ...agreed('that is a page [26]', 'refused'),
      response: { ...tokenResponse, contentType: 'text/html', body: '<h1>Hello</h1>' },
    },
    {
      ...agreed('with a proof-of-possession type [27]', 'refused'),
      response: changed(tokenResponse, { token_type: 'mac' }),
    },
    {
      ...agreed('with the type in capitals [27]', 'accepted'),
      response: changed(tokenResponse, { token_type: 'BEARER' }),
    },
    { ...agreed('with an ID token of another login', 'refused'), response: claims({ nonce: 'other' }) },
    { ...agreed('with an ID token of another issuer', 'refused'), response: claims({ iss: 'https://evil.example' }) },
    { ...agreed('with an ID token for another client', 'refused'), response: claims({ aud: 'other' }) },
    {
      ...kinder(
        'with an ID token for two clients',
        'OIDC Core §3.1.3.7 point 4 only recommends azp, and many leave it out',
      ),
      response: claims({ aud: ['board', 'other'] }),
    },
    {
      ...agreed('with an ID token for two, made for us', 'accepted'),
      response: claims({ aud: ['board', 'other'], azp: 'board' }),
    },
    {
      ...agreed('with an ID token that ended long ago', 'refused'),
      response: claims({ exp: recordedAt / 1000 - 3600 }),
    },
    {
      ...kinder(
        'with an ID token that ended a minute ago',
        'we allow clocks to differ by five minutes, they by thirty seconds',
      ),
      response: claims({ exp: Math.floor(recordedAt / 1000) - 60 }),
    },
    { ...agreed('as text/plain [26]', 'accepted'), response: { ...tokenResponse, contentType: 'text/plain' } },
    {
      ...kinder('form-encoded [26]', 'early drafts had it so, and some services still do'),
      response: {
        status: 200,
        contentType: 'application/x-www-form-urlencoded',
        body: 'access_token=at&token_type=bearer',
      },
    },
    {
      ...kinder('without a type', 'some services leave it out; it is taken for Bearer'),
      response: changed(tokenResponse, { token_type: undefined }),
    },
    {
      ...kinder('of an unknown type [27]', 'it is used as a bearer token, and the user is told'),
      response: changed(tokenResponse, { token_type: 'house-made' }),
    },
    {
      ...kinder('with a lifetime that is negative [28]', 'it has ended already; the token response itself is sound'),
      response: changed(tokenResponse, { expires_in: -1 }),
    },
    {
      ...kinder('with status 201', 'any success with a token is one'),
      response: { ...tokenResponse, status: 201 },
    },
    {
      ...stricter('with a line break in the token', 'it could not be sent in a header (RFC 6749 appendix A.12)'),
      response: changed(tokenResponse, { access_token: 'a\r\nb' }),
    },
  ])('$name: we say $ours, they say $theirs', async (each) => {
    await compare(
      each,
      () => ours(each.response),
      () => theirs(each.response),
    );
  });

  it('is read to the same tokens, scopes and end', async () => {
    const mine = ours(tokenResponse);
    const other = await theirs(tokenResponse);
    expect(mine.accessToken).toBe(other.access_token);
    expect(mine.refreshToken).toBe(other.refresh_token);
    expect(mine.scopes?.join(' ')).toBe(other.scope);
    expect(mine.expiresAt).toBe(Date.now() + (other.expires_in ?? 0) * 1000);
    expect(mine.tokenType.toLowerCase()).toBe(other.token_type);
  });

  it('that is an error is read to the same error', async () => {
    const other = await theirs(errorResponse).catch((error: unknown) => error);
    expect(other).toBeInstanceOf(oauth.ResponseBodyError);
    expect(other).toMatchObject({ error: 'invalid_grant', error_description: 'grant request is invalid' });
    expect(() => ours(errorResponse)).toThrow(
      expect.objectContaining({
        code: 'token.invalid_grant',
        serviceMessage: 'invalid_grant: grant request is invalid',
      }),
    );
  });
});

describe('a discovery document', () => {
  const { discoveryResponse } = recorded;
  const readOurs = (body: string) =>
    readDiscoveryDocument(JSON.parse(body), { issuers: [issuer], url: new URL(issuer), byDocumentUrl: false });
  it.each([
    { ...agreed('as recorded [22]', 'accepted'), response: discoveryResponse },
    {
      ...agreed('of another issuer [22]', 'refused'),
      response: changed(discoveryResponse, { issuer: 'https://evil.example' }),
    },
    { ...agreed('without an issuer [22]', 'refused'), response: changed(discoveryResponse, { issuer: undefined }) },
    {
      ...stricter('whose issuer has a slash more [22]', 'they compare parsed URLs, and RFC 8414 §3.3 says identical'),
      response: changed(discoveryResponse, { issuer: `${issuer}/` }),
    },
    {
      ...stricter('with an endpoint over http', 'they refuse it when the endpoint is asked'),
      response: changed(discoveryResponse, { token_endpoint: 'http://login.example.com/token' }),
    },
    {
      ...stricter('without a token endpoint', 'they miss it when the endpoint is asked'),
      response: changed(discoveryResponse, { token_endpoint: undefined }),
    },
  ])('$name: we say $ours, they say $theirs', async (each) => {
    await compare(
      each,
      () => readOurs(each.response.body),
      () => oauth.processDiscoveryResponse(new URL(issuer), theirResponse(each.response)),
    );
  });

  it('is read to the same endpoints', async () => {
    const theirs = await oauth.processDiscoveryResponse(new URL(issuer), theirResponse(discoveryResponse));
    expect(readOurs(discoveryResponse.body)).toMatchObject({
      issuer: theirs.issuer,
      authorizationUrl: theirs.authorization_endpoint,
      accessTokenUrl: theirs.token_endpoint,
      deviceAuthorizationUrl: theirs.device_authorization_endpoint,
      revocationUrl: theirs.revocation_endpoint,
      introspectionUrl: theirs.introspection_endpoint,
      accountUrl: theirs.userinfo_endpoint,
      issuerInCallback: theirs.authorization_response_iss_parameter_supported,
      scopes: theirs.scopes_supported,
    });
  });
});
