// As second-opinion.test.ts: the answers of the endpoints beside the token endpoint.
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../app/http/client.ts';
import { readDeviceAuthorization } from '../../../app/oauth/device-authorization.ts';
import { readIntrospection } from '../../../app/oauth/introspect.ts';
import { revokeToken } from '../../../app/oauth/revoke.ts';
import { startTokenServer, type TokenServer } from '../../servers/token-server.ts';
import type { RecordedAnswer } from './recorded-answers.ts';
import * as recorded from './recorded-answers.ts';
import { directClient, oauth2Settings } from './token-settings.ts';
import { agreed, changed, compare, kinder, ourAnswer, stricter, theirResponse } from './verdicts.ts';

const host = 'login.example.com';
const client: oauth.Client = { client_id: 'board' };
const service: oauth.AuthorizationServer = { issuer: recorded.issuer };

describe('an introspection answer', () => {
  const { introspectionAnswer } = recorded;
  const ours = (answer: RecordedAnswer) => readIntrospection(ourAnswer(answer), { host, now: Date.now() });
  const theirs = (answer: RecordedAnswer) => oauth.processIntrospectionResponse(service, client, theirResponse(answer));
  it.each([
    { ...agreed('as recorded', 'accepted'), answer: introspectionAnswer },
    {
      ...agreed('about a token that is not active', 'accepted'),
      answer: { ...introspectionAnswer, body: '{"active":false}' },
    },
    { ...agreed('that does not say it', 'refused'), answer: changed(introspectionAnswer, { active: undefined }) },
    { ...agreed('that says it as a text', 'refused'), answer: changed(introspectionAnswer, { active: 'true' }) },
    { ...agreed('that is a refusal', 'refused'), answer: { ...recorded.errorAnswer, status: 401 } },
    { ...agreed('that is a list', 'refused'), answer: { ...introspectionAnswer, body: '[]' } },
  ])('$name: we say $ours, they say $theirs', async (each) => {
    await compare(
      each,
      () => ours(each.answer),
      () => theirs(each.answer),
    );
  });

  it('is read to the same facts', async () => {
    const other = await theirs(introspectionAnswer);
    expect(ours(introspectionAnswer)).toMatchObject({
      active: other.active,
      scopes: other.scope?.split(' '),
      expiresAt: (other.exp ?? 0) * 1000,
      account: other.sub,
    });
  });
});

describe('a device authorization answer', () => {
  const { deviceAnswer } = recorded;
  const ours = (answer: RecordedAnswer) =>
    readDeviceAuthorization(ourAnswer(answer), { host, now: Date.now(), secrets: [] });
  const theirs = (answer: RecordedAnswer) =>
    oauth.processDeviceAuthorizationResponse(service, client, theirResponse(answer));
  it.each([
    { ...agreed('as recorded', 'accepted'), answer: deviceAnswer },
    { ...agreed('without a user code', 'refused'), answer: changed(deviceAnswer, { user_code: undefined }) },
    { ...agreed('without a device code', 'refused'), answer: changed(deviceAnswer, { device_code: undefined }) },
    { ...agreed('without a page', 'refused'), answer: changed(deviceAnswer, { verification_uri: undefined }) },
    { ...agreed('that is an error', 'refused'), answer: recorded.errorAnswer },
    {
      ...kinder('without an end', 'Google’s early answers had none; fifteen minutes are taken'),
      answer: changed(deviceAnswer, { expires_in: undefined }),
    },
    {
      ...stricter('with a page over http', 'they hand the address on as it is; a person would be sent there'),
      answer: changed(deviceAnswer, { verification_uri: 'http://login.example.com/device' }),
    },
  ])('$name: we say $ours, they say $theirs', async (each) => {
    await compare(
      each,
      () => ours(each.answer),
      () => theirs(each.answer),
    );
  });

  it('is read to the same codes', async () => {
    const other = await theirs(deviceAnswer);
    expect(ours(deviceAnswer)).toMatchObject({
      deviceCode: other.device_code,
      login: { userCode: other.user_code, verificationUri: other.verification_uri },
    });
  });
});

describe('a revocation answer', () => {
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
  const ours = ({ status, contentType, body }: RecordedAnswer) => {
    server.answer({ status, headers: { 'content-type': contentType }, body });
    const settings = oauth2Settings(server.url(), { revocationUrl: server.url('/revoke') });
    return revokeToken(settings, { accessToken: 'at', tokenType: 'Bearer', obtainedAt: 0 }, { http });
  };
  const { revocationAnswer } = recorded;

  it.each([
    { ...agreed('as recorded [33]', 'accepted'), answer: revocationAnswer },
    { ...agreed('with a body [33]', 'accepted'), answer: { ...revocationAnswer, body: '{"result":true}' } },
    { ...agreed('with status 503 [33]', 'refused'), answer: { ...revocationAnswer, status: 503 } },
    { ...agreed('that is an error [33]', 'refused'), answer: recorded.errorAnswer },
    {
      ...kinder('with another success than 200 [33]', 'any success is one; they take 200 alone (RFC 7009 §2.2)'),
      answer: { ...revocationAnswer, status: 202 },
    },
  ])('$name: we say $ours, they say $theirs', async (each) => {
    await compare(
      each,
      () => ours(each.answer),
      () => oauth.processRevocationResponse(theirResponse(each.answer)),
    );
  });
});
