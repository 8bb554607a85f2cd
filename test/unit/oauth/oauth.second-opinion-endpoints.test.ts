// As second-opinion.test.ts: the responses of the endpoints beside the token endpoint.
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../app/http/client.ts';
import { readDeviceAuthorization } from '../../../app/oauth/device-authorization.ts';
import { readIntrospection } from '../../../app/oauth/introspect.ts';
import { revokeToken } from '../../../app/oauth/revoke.ts';
import { startTokenServer, type TokenServer } from '../../servers/token-server.ts';
import type { RecordedResponse } from './recorded-responses.ts';
import * as recorded from './recorded-responses.ts';
import { directClient, oauth2Settings } from './token-settings.ts';
import { agreed, changed, compare, kinder, ourResponse, stricter, theirResponse } from './verdicts.ts';

const host = 'login.example.com';
const client: oauth.Client = { client_id: 'board' };
const service: oauth.AuthorizationServer = { issuer: recorded.issuer };

describe('an introspection response', () => {
  const { introspectionResponse } = recorded;
  const ours = (response: RecordedResponse) => readIntrospection(ourResponse(response), { host, now: Date.now() });
  const theirs = (response: RecordedResponse) =>
    oauth.processIntrospectionResponse(service, client, theirResponse(response));
  it.each([
    { ...agreed('as recorded', 'accepted'), response: introspectionResponse },
    {
      ...agreed('about a token that is not active', 'accepted'),
      response: { ...introspectionResponse, body: '{"active":false}' },
    },
    { ...agreed('that does not say it', 'refused'), response: changed(introspectionResponse, { active: undefined }) },
    { ...agreed('that says it as a text', 'refused'), response: changed(introspectionResponse, { active: 'true' }) },
    { ...agreed('that is a refusal', 'refused'), response: { ...recorded.errorResponse, status: 401 } },
    { ...agreed('that is a list', 'refused'), response: { ...introspectionResponse, body: '[]' } },
  ])('$name: we say $ours, they say $theirs', async (each) => {
    await compare(
      each,
      () => ours(each.response),
      () => theirs(each.response),
    );
  });

  it('is read to the same facts', async () => {
    const other = await theirs(introspectionResponse);
    expect(ours(introspectionResponse)).toMatchObject({
      active: other.active,
      scopes: other.scope?.split(' '),
      expiresAt: (other.exp ?? 0) * 1000,
      account: other.sub,
    });
  });
});

describe('a device authorization response', () => {
  const { deviceResponse } = recorded;
  const ours = (response: RecordedResponse) =>
    readDeviceAuthorization(ourResponse(response), { host, now: Date.now(), secrets: [] });
  const theirs = (response: RecordedResponse) =>
    oauth.processDeviceAuthorizationResponse(service, client, theirResponse(response));
  it.each([
    { ...agreed('as recorded', 'accepted'), response: deviceResponse },
    { ...agreed('without a user code', 'refused'), response: changed(deviceResponse, { user_code: undefined }) },
    { ...agreed('without a device code', 'refused'), response: changed(deviceResponse, { device_code: undefined }) },
    { ...agreed('without a page', 'refused'), response: changed(deviceResponse, { verification_uri: undefined }) },
    { ...agreed('that is an error', 'refused'), response: recorded.errorResponse },
    {
      ...kinder('without an end', 'Google’s early responses had none; fifteen minutes are taken'),
      response: changed(deviceResponse, { expires_in: undefined }),
    },
    {
      ...stricter('with a page over http', 'they hand the address on as it is; a person would be sent there'),
      response: changed(deviceResponse, { verification_uri: 'http://login.example.com/device' }),
    },
  ])('$name: we say $ours, they say $theirs', async (each) => {
    await compare(
      each,
      () => ours(each.response),
      () => theirs(each.response),
    );
  });

  it('is read to the same codes', async () => {
    const other = await theirs(deviceResponse);
    expect(ours(deviceResponse)).toMatchObject({
      deviceCode: other.device_code,
      login: { userCode: other.user_code, verificationUri: other.verification_uri },
    });
  });
});

describe('a revocation response', () => {
  let server: TokenServer;
  let http: HttpClient;
  beforeAll(async () => {
    server = await startTokenServer();
    http = directClient();
  });
  afterAll(async () => {
    await http.close();
    await server.close();
  });
  const ours = ({ status, contentType, body }: RecordedResponse) => {
    server.respondWith({ status, headers: { 'content-type': contentType }, body });
    const settings = oauth2Settings(server.url(), { revocationUrl: server.url('/revoke') });
    return revokeToken(settings, { accessToken: 'at', tokenType: 'Bearer', obtainedAt: 0 }, { http });
  };
  const { revocationResponse } = recorded;

  it.each([
    { ...agreed('as recorded [33]', 'accepted'), response: revocationResponse },
    { ...agreed('with a body [33]', 'accepted'), response: { ...revocationResponse, body: '{"result":true}' } },
    { ...agreed('with status 503 [33]', 'refused'), response: { ...revocationResponse, status: 503 } },
    { ...agreed('that is an error [33]', 'refused'), response: recorded.errorResponse },
    {
      ...kinder('with another success than 200 [33]', 'any success is one; they take 200 alone (RFC 7009 §2.2)'),
      response: { ...revocationResponse, status: 202 },
    },
  ])('$name: we say $ours, they say $theirs', async (each) => {
    await compare(
      each,
      () => ours(each.response),
      () => oauth.processRevocationResponse(theirResponse(each.response)),
    );
  });
});
