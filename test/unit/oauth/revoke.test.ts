import oauthSign from 'oauth-sign';
import { beforeEach, describe, expect, it } from 'vitest';
import { createServiceClocks } from '../../../app/oauth/oauth1-clock.ts';
import { revokeOAuth1Token, revokeToken } from '../../../app/oauth/revoke.ts';
import { isTransient } from '../../../app/oauth/token-errors.ts';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import { json } from '../../servers/token-server.ts';
import { atBorder } from '../api/at-border.ts';
import { presetOf } from './presets.ts';
import { tokenService } from './token-service.ts';
import { oauth1Settings, oauth2Settings, rejection } from './token-settings.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
});

const now = 1_800_000_000_000;
const context = () => ({ http, now: () => now });
const old: TokenSet = { accessToken: 'a1', tokenType: 'Bearer', refreshToken: 'r1', obtainedAt: now - 60_000 };
const late: TokenSet = { ...old, obtainedAt: now - 7_200_000, expiresAt: now - 3_600_000 };
const basic = `Basic ${Buffer.from('client:top-secret').toString('base64')}`;

const revoke = (changes = {}, tokenSet: TokenSet = old) =>
  revokeToken(
    oauth2Settings(server.url('/token'), { revocationUrl: server.url('/revoke?x=1'), ...changes }),
    tokenSet,
    context(),
  );
/** In the way that a service has of its own. */
const revokeAt = (preset: string, tokenSet: TokenSet = old) =>
  revoke({ revocationRequest: presetOf(preset).revocationRequest }, tokenSet);
const seen = () =>
  server.requests.map(({ method, path, headers, body }) => [method, path, headers.authorization, body]);

describe('a revocation', () => {
  it('succeeds with an empty 200, and ends refresh token and access token [33]', async () => {
    server.respondWith({ status: 200 });
    await revoke();
    expect(server.requests.map((seen) => [seen.path, ...seen.form.values()])).toEqual([
      ['/revoke?x=1', 'r1', 'refresh_token'],
      ['/revoke?x=1', 'a1', 'access_token'],
    ]);
    expect(server.requests[0]?.headers.authorization).toMatch(/^Basic /);
  });

  it.each([
    ['words', { status: 200, body: 'OK' }],
    ['a page', { status: 200, body: '<html>bye</html>' }],
    ['204', { status: 204 }],
    ['JSON', json({ revoked: true })],
  ])('succeeds with %s [33]', async (_, response) => {
    server.respondWith(response);
    await expect(revoke()).resolves.toBeUndefined();
  });

  it('has not happened after a 503, and may be tried again [33]', async () => {
    server.respondWith(json({}, 503, { 'retry-after': '5' }));
    const error = await rejection(revoke());
    expect(error).toMatchObject({ code: 'token.server_error', details: { retryAfterSeconds: 5 } });
    expect(isTransient(error)).toBe(true);
  });

  it('says what the service refused [33]', async () => {
    server.respondWith(json({ error: 'invalid_client', error_description: 'who is r1-token' }, 401));
    expect(await rejection(revoke())).toMatchObject({
      code: 'revoke.refused',
      serviceMessage: 'invalid_client: who is r1-token',
    });
  });

  it('is complete when only the access token cannot be revoked (RFC 7009 §2.2.1) [33]', async () => {
    server.respondWith({ status: 200 }, json({ error: 'unsupported_token_type' }, 400));
    await expect(revoke()).resolves.toBeUndefined();
  });

  it.each([
    ['words', { status: 400, body: 'Not that one' }, 'Not that one'],
    ['a status that is almost a success', { status: 300, body: 'Elsewhere' }, 'Elsewhere'],
    ['an access token that may have more beside it', json({ error: 'token_expired' }, 400), 'token_expired'],
    [
      'a refresh token that has no kind there',
      json({ error: 'unsupported_token_type' }, 400),
      'unsupported_token_type',
    ],
  ])('is refused with %s, and says where [33]', async (_, response, serviceMessage) => {
    server.respondWith(response);
    expect(await rejection(revoke())).toMatchObject({
      code: 'revoke.refused',
      serviceMessage,
      details: { host: new URL(server.url()).host, status: response.status },
    });
  });

  it('of an access token alone is refused where the service cannot do that [33]', async () => {
    const alone: TokenSet = { accessToken: 'a1', tokenType: 'Bearer', obtainedAt: now };
    server.respondWith(json({ error: 'unsupported_token_type' }, 400));
    expect(await rejection(revoke({}, alone))).toMatchObject({ code: 'revoke.refused' });
    server.respondWith(json({ error: 'token_expired' }, 400));
    await expect(revoke({}, alone)).resolves.toBeUndefined();
    server.respondWith(json(null));
    await expect(revoke({}, alone)).resolves.toBeUndefined();
  });

  it('says that the service has no address for it [33]', async () => {
    expect(await rejection(revoke({ revocationUrl: '' }))).toMatchObject({ code: 'revoke.not_supported' });
  });

  it('sends tokens only over https [25]', async () => {
    expect(await rejection(revoke({ revocationUrl: 'http://t.example/revoke' }))).toMatchObject({
      code: 'http.insecure_url',
    });
  });

  it('is complete when the service calls a token unknown that the refresh token took with it (Google) [33]', async () => {
    server.respondWith(
      { status: 200 },
      json({ error: 'invalid_token', error_description: 'Token expired or revoked' }, 400),
    );
    await expect(revoke()).resolves.toBeUndefined();
    expect(server.requests).toHaveLength(2);
  });
});

describe("a revocation in a service's own way", () => {
  it.each([
    ['github', ['DELETE', '/revoke?x=1', basic, '{"access_token":"a1"}']],
    ['quickbooks', ['POST', '/revoke?x=1', basic, '{"token":"r1"}']],
    ['dropbox', ['POST', '/revoke?x=1', 'Bearer a1', '']],
    ['slack', ['POST', '/revoke?x=1', 'Bearer a1', '']],
  ])('of %s is one request, as its documentation says [33]', async (preset, request) => {
    server.respondWith({ status: 204 });
    await revokeAt(preset);
    expect(seen()).toEqual([request]);
    expect(server.requests[0]?.headers['content-type']).toBe(request[3] === '' ? undefined : 'application/json');
  });

  it('takes a refusal in a 200 for one (Slack) [33]', async () => {
    server.respondWith(json({ ok: false, error: 'missing_scope' }));
    expect(await rejection(revokeAt('slack'))).toMatchObject({
      code: 'revoke.refused',
      serviceMessage: 'missing_scope',
    });
    server.respondWith(json({ ok: true, revoked: true }));
    await expect(revokeAt('slack')).resolves.toBeUndefined();
  });

  it('has nothing to do for a token that is revoked already (Slack) [33]', async () => {
    server.respondWith(json({ ok: false, error: 'token_revoked' }));
    await expect(revokeAt('slack')).resolves.toBeUndefined();
    server.respondWith(json({ ok: false, error: 'token_expired' }));
    expect(await rejection(revokeAt('slack'))).toMatchObject({ code: 'revoke.refused' });
  });

  it('renews an access token that has expired first, as nothing is ended by an old one [33]', async () => {
    server.respondWith(json({ access_token: 'a2', refresh_token: 'r2' }), { status: 200 });
    await revokeAt('dropbox', late);
    expect(seen().map(([, path, authorization]) => [path, authorization])).toEqual([
      ['/token', basic],
      ['/revoke?x=1', 'Bearer a2'],
    ]);
    // Where the refresh token is what is handed in, nothing is renewed.
    server.requests.length = 0;
    await revokeAt('quickbooks', late);
    expect(seen().map(([, path]) => path)).toEqual(['/revoke?x=1']);
  });

  it('is complete when the refresh token is refused: the service has ended the authorization itself [33]', async () => {
    server.respondWith(json({ error: 'invalid_grant' }, 400));
    await expect(revokeAt('dropbox', late)).resolves.toBeUndefined();
    server.respondWith(json({}, 503));
    expect(isTransient(await rejection(revokeAt('dropbox', late)))).toBe(true);
  });

  it('shows none of the secrets that it sent in the window [33] [35]', async () => {
    server.respondWith(json({ error: 'invalid_client', message: 'top-secret of a1-token-that-is-long' }, 401));
    const tokenSet = { ...old, accessToken: 'a1-token-that-is-long' };
    const error = await rejection(revokeAt('github', tokenSet));
    expect(error.code).toBe('revoke.refused');
    expect(error.serviceMessage).toMatch(/^invalid_client/);
    const { report } = atBorder('top-secret', tokenSet.accessToken);
    expect(report(error).serviceMessage).toBe('invalid_client: •••• of ••••');
  });
});

describe('a revocation of OAuth1', () => {
  const token: TokenSet = { accessToken: 'tok', tokenSecret: 'tok-secret', tokenType: 'OAuth', obtainedAt: 1 };
  const revokeOAuth1 = (revocationUrl: string | undefined) =>
    revokeOAuth1Token(oauth1Settings(server.origin, { revocationUrl }), token, {
      ...context(),
      clocks: createServiceClocks(),
    });

  it('is a POST that is signed for this token (X: invalidate_token) [33]', async () => {
    server.respondWith(json({ access_token: 'tok' }));
    await revokeOAuth1(server.url('/invalidate'));
    const [request] = server.requests;
    expect([request?.method, request?.path, request?.body]).toEqual(['POST', '/invalidate', '']);
    const header = request?.headers.authorization ?? '';
    expect(header).toMatch(/^OAuth .*oauth_consumer_key="consumer"/);
    expect(header).toContain('oauth_token="tok"');
    const field = (name: string) => decodeURIComponent(new RegExp(`${name}="([^"]*)"`).exec(header)?.[1] ?? '');
    const signed = ['consumer_key', 'nonce', 'signature_method', 'timestamp', 'token', 'version'];
    const parameters = Object.fromEntries(signed.map((name) => [`oauth_${name}`, field(`oauth_${name}`)]));
    const url = server.url('/invalidate');
    const expected = oauthSign.sign('HMAC-SHA1', 'POST', url, parameters, 'consumer-secret', 'tok-secret');
    expect(field('oauth_signature')).toBe(expected);
  });

  it('says what the service refused, and that there is no address [33]', async () => {
    server.respondWith(json({ errors: [{ code: 89, message: 'Invalid or expired token.' }] }, 401));
    expect(await rejection(revokeOAuth1(server.url('/invalidate')))).toMatchObject({
      code: 'revoke.refused',
      serviceMessage: '89: Invalid or expired token.',
    });
    expect(await rejection(revokeOAuth1(undefined))).toMatchObject({ code: 'revoke.not_supported' });
    expect(await rejection(revokeOAuth1('http://o.example/x'))).toMatchObject({ code: 'http.insecure_url' });
  });
});
