import { beforeEach, describe, expect, it } from 'vitest';
import { requestTokenByCode } from '../../../app/oauth/oauth2-client.ts';
import { mergeRefreshed, refreshToken } from '../../../app/oauth/refresh.ts';
import { isTransient, needsLogin } from '../../../app/oauth/token-errors.ts';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import { json, startTokenServer } from '../../servers/token-server.ts';
import { idToken } from './id-tokens.ts';
import { presetOf } from './presets.ts';
import { tokenService } from './token-service.ts';
import { oauth2Settings, rejection } from './token-settings.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
});

const now = 1_800_000_000_000;
const context = () => ({ http, now: () => now });
const old = {
  accessToken: 'a1',
  tokenType: 'Bearer',
  refreshToken: 'r1',
  obtainedAt: 1,
  expiresAt: 2,
  scopes: ['x'],
  account: 'Ann',
};
const refresh = (settings = {}, tokenSet: TokenSet = old) =>
  refreshToken(oauth2Settings(server.url(), settings), tokenSet, context());

describe('a refresh', () => {
  it('keeps the refresh token when the response omits it [29]', async () => {
    server.respondWith(json({ access_token: 'a2', expires_in: 60 }));
    expect(await refresh()).toEqual({
      accessToken: 'a2',
      tokenType: 'Bearer',
      refreshToken: 'r1',
      obtainedAt: now,
      refreshedAt: now,
      refreshTokenRotates: false,
      expiresAt: now + 60_000,
      scopes: ['x'],
      account: 'Ann',
    });
  });

  it('adds nothing that neither the old token set nor the response holds [29]', () => {
    const least = { accessToken: 'a1', tokenType: 'Bearer', obtainedAt: 1 };
    const response = { accessToken: 'a2', tokenType: 'Bearer', obtainedAt: now };
    const merged = { ...response, refreshedAt: now, refreshTokenRotates: false };
    expect(mergeRefreshed(least, response)).toStrictEqual(merged);
    const known = { subject: 's', idTokenProblem: 'missing', refreshTokenExtends: true } as const;
    expect(mergeRefreshed({ ...least, ...known }, response)).toStrictEqual({ ...merged, ...known });
  });

  it.each([
    ['by all of it', 60_000, 60_000, true],
    ['by more than half of it', 60_000, 30_001, true],
    ['by half of it', 60_000, 30_000, false],
    ['not at all', 60_000, 0, false],
    ['in less time than tells', 59_999, 59_999, undefined],
  ])('sees whether it moves the end of the refresh token: %s [28]', (_, elapsed, moved, extended) => {
    const before = { ...old, obtainedAt: now, refreshTokenExpiresAt: now + 1e9 };
    const response = { accessToken: 'a2', tokenType: 'Bearer', obtainedAt: now + elapsed };
    const merged = mergeRefreshed(before, { ...response, refreshTokenExpiresAt: now + 1e9 + moved });
    expect(merged.refreshTokenExtends).toBe(extended);
  });

  it('sees whether the service rotates refresh tokens: another one came, the same, or none [29]', async () => {
    for (const [value, rotates] of [
      ['r2', true],
      ['r1', false],
      [undefined, false],
    ] as const) {
      server.respondWith(json({ access_token: 'a2', refresh_token: value }));
      expect((await refresh()).refreshTokenRotates).toBe(rotates);
    }
  });

  it('keeps the end of a refresh token that it keeps, and not that of one that was replaced [28]', async () => {
    const before = { ...old, refreshTokenExpiresAt: now + 5_000 };
    server.respondWith(json({ access_token: 'a2' }));
    expect((await refresh({}, before)).refreshTokenExpiresAt).toBe(now + 5_000);
    server.respondWith(json({ access_token: 'a2', refresh_token: 'r2' }));
    expect(await refresh({}, before)).not.toHaveProperty('refreshTokenExpiresAt');
    server.respondWith(json({ access_token: 'a2', refresh_token: 'r2', refresh_token_expires_in: 9 }));
    expect((await refresh({}, before)).refreshTokenExpiresAt).toBe(now + 9_000);
  });

  it('keeps the values of the login, and takes those that the response brings anew', async () => {
    const before = { ...old, values: { realmId: '46', instanceUrl: 'https://old.example' } };
    server.respondWith(json({ access_token: 'a2', instance_url: 'https://new.example' }));
    const capturedValues = { realmId: 'callback:realmId', instanceUrl: 'token:/instance_url' };
    expect((await refresh({ capturedValues }, before)).values).toEqual({
      realmId: '46',
      instanceUrl: 'https://new.example',
    });
  });

  it('asks the refresh URL where the service has one of its own', async () => {
    server.respondWith(json({ access_token: 'a2' }));
    await refresh({ accessTokenUrl: 'https://t.example/never', refreshUrl: server.url('/renew?v=2') });
    expect(server.requests.map((seen) => seen.path)).toEqual(['/renew?v=2']);
    expect(await rejection(refresh({ refreshUrl: 'http://t.example/renew' }))).toMatchObject({
      code: 'http.insecure_url',
    });
  });

  it.each([null, '', undefined])('keeps the refresh token when the response has %j for it [29]', async (value) => {
    server.respondWith(json({ access_token: 'a2', refresh_token: value }));
    expect((await refresh()).refreshToken).toBe('r1');
  });

  it('replaces a rotated refresh token, and forgets the old end where no new one is told [29]', async () => {
    server.respondWith(json({ access_token: 'a2', refresh_token: 'r2', scope: 'x y' }));
    const tokenSet = await refresh();
    expect(tokenSet).toMatchObject({ refreshToken: 'r2', scopes: ['x', 'y'] });
    expect(tokenSet).not.toHaveProperty('expiresAt');
  });

  it('sends the refresh token with extra parameters and the client [32]', async () => {
    server.respondWith(json({ access_token: 'a2' }));
    await refresh({ extraRefreshParameters: { scope: 'x' } });
    expect(Object.fromEntries(server.requests[0]?.form ?? [])).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'r1',
      scope: 'x',
    });
    expect(server.requests[0]?.headers.authorization).toMatch(/^Basic /);
    expect(await rejection(refresh({ extraRefreshParameters: { refresh_token: 'x' } }))).toMatchObject({
      code: 'token.reserved_parameter',
    });
  });

  it('says that there is nothing to refresh with', async () => {
    const { refreshToken: _, ...without } = old;
    const error = await rejection(refresh({}, without));
    expect(error).toMatchObject({ code: 'token.no_refresh_token' });
    expect(needsLogin(error)).toBe(true);
    expect(server.requests).toHaveLength(0);
  });

  it('asks for a new login after invalid_grant, and only then [31]', async () => {
    server.respondWith(json({ error: 'invalid_grant' }, 400));
    const final = await rejection(refresh());
    expect([final.code, isTransient(final), needsLogin(final)]).toEqual(['token.invalid_grant', false, true]);
    for (const response of [
      json({ error: 'invalid_client' }, 401),
      { status: 400 },
      { status: 403 },
      { status: 404 },
    ]) {
      server.respondWith(response);
      expect(needsLogin(await rejection(refresh()))).toBe(false);
    }
  });

  it.each([
    ['atlassian-jira', json({ error: 'unauthorized_client', error_description: 'refresh_token is invalid' }, 403)],
    ['hubspot', json({ status: 'BAD_REFRESH_TOKEN', message: 'missing or invalid refresh token' }, 400)],
    ['zoho-crm', json({ error: 'invalid_code' })],
    ['x-oauth2', json({ error: 'invalid_request', error_description: 'Value passed for the token was invalid.' }, 400)],
    ['slack', json({ ok: false, error: 'invalid_refresh_token' })],
    ['github', json({ error: 'bad_refresh_token' })],
  ])('of %s asks for a new login by the name that the service has for it [31]', async (preset, response) => {
    server.respondWith(response);
    const error = await rejection(refresh({ refreshErrors: presetOf(preset).refreshErrors }));
    expect([error.code, needsLogin(error)]).toEqual(['token.invalid_grant', true]);
  });

  describe('with an ID token (OIDC Core §12.2)', () => {
    const claims = { iss: 'https://login.example.com', sub: 's1', aud: 'client id', exp: now / 1000 + 60 };
    const ann: TokenSet = { ...old, subject: 's1' };
    const issuer = 'https://login.example.com';
    const renewed = (token: string | undefined, before: TokenSet = ann) => {
      server.respondWith(json({ access_token: 'a2', id_token: token }));
      return refresh({ clientId: 'client id', issuer }, before);
    };

    it('goes on for the same user, and where none came or none can be read', async () => {
      for (const token of [
        idToken(claims),
        idToken({ ...claims, iss: 'login.example.com' }),
        undefined,
        'unreadable',
        idToken({ ...claims, sub: 's2', exp: 1 }),
      ])
        expect(await renewed(token)).toMatchObject({ accessToken: 'a2', subject: 's1' });
      server.respondWith(
        json({ access_token: 'a2', id_token: idToken({ ...claims, iss: 'https://renamed.example' }) }),
      );
      expect(await refresh({ clientId: 'client id' }, ann)).toMatchObject({ accessToken: 'a2' });
      expect(await renewed(idToken({ ...claims, sub: 's2' }), { ...old, idTokenProblem: 'missing' })).toMatchObject({
        accessToken: 'a2',
        idTokenProblem: 'missing',
      });
    });

    it.each([
      ['another user', { sub: 's2' }],
      ['another issuer', { iss: 'https://evil.example' }],
    ])('asks for a new login where it names %s [31]', async (_, change) => {
      const error = await rejection(renewed(idToken({ ...claims, ...change })));
      expect([error.code, isTransient(error), needsLogin(error)]).toEqual(['id_token.subject_changed', false, true]);
    });
  });

  it('of Zoho waits after too many, which it calls "Access Denied" [31]', async () => {
    const serviceMessage = 'You have made too many requests continuously. Please try again after some time.';
    server.respondWith(json({ error: 'Access Denied', error_description: serviceMessage, status: 'failure' }, 400));
    const error = await rejection(refresh({ refreshErrors: presetOf('zoho-crm').refreshErrors }));
    expect(error).toMatchObject({ code: 'token.rate_limited', serviceMessage: `Access Denied: ${serviceMessage}` });
    expect([isTransient(error), needsLogin(error)]).toEqual([true, false]);
  });

  it('takes those names for nothing else than a refresh [31]', async () => {
    const { refreshErrors } = presetOf('x-oauth2');
    server.respondWith(json({ error: 'invalid_request' }, 400));
    const settings = oauth2Settings(server.url(), { refreshErrors });
    const byCode = { code: 'c', redirectUri: 'https://cb.example/', extra: {} };
    expect(await rejection(requestTokenByCode(settings, byCode, context()))).toMatchObject({
      code: 'token.invalid_request',
    });
  });

  it('calls 429, 5xx, a closed port and a broken connection transient, and tells when to come back [31]', async () => {
    server.respondWith(json({}, 429, { 'retry-after': '12' }));
    const limited = await rejection(refresh());
    expect(limited).toMatchObject({ code: 'token.rate_limited', details: { retryAfterSeconds: 12 } });
    expect(isTransient(limited)).toBe(true);
    for (const status of [500, 502, 503, 504]) {
      server.respondWith({ status, body: '<html>' });
      expect(isTransient(await rejection(refresh()))).toBe(true);
    }
    server.respondWith((_, response) => {
      response.destroy();
      return undefined;
    });
    expect(isTransient(await rejection(refresh()))).toBe(true);
    const closed = await startTokenServer();
    await closed.close();
    expect(isTransient(await rejection(refreshToken(oauth2Settings(closed.url()), old, context())))).toBe(true);
  });
});

describe('whether a renewal extends the login', () => {
  const minutes = 60_000;
  /** Keycloak's refresh_expires_in: the session's idle time, or what is left of its longest life. */
  const at = (obtainedAt: number, endsAt: number, more: Partial<TokenSet> = {}): TokenSet => ({
    accessToken: 'a',
    tokenType: 'Bearer',
    refreshToken: `r${obtainedAt}`,
    obtainedAt,
    refreshTokenExpiresAt: endsAt,
    ...more,
  });
  it('is seen by the end of the refresh token, which moves or stays', () => {
    const login = at(0, 30 * minutes);
    expect(login.refreshTokenExtends).toBeUndefined();
    expect(mergeRefreshed(login, at(5 * minutes, 35 * minutes)).refreshTokenExtends).toBe(true);
    expect(mergeRefreshed(login, at(5 * minutes, 30 * minutes + 900)).refreshTokenExtends).toBe(false);
  });

  it('is not judged by two renewals in a row, nor without both ends', () => {
    const before = at(0, 30 * minutes, { refreshTokenExtends: true });
    expect(mergeRefreshed(before, at(5_000, 30 * minutes)).refreshTokenExtends).toBe(true);
    const { refreshTokenExpiresAt: _, ...unsaid } = at(5 * minutes, 0);
    expect(mergeRefreshed(at(0, 30 * minutes), unsaid).refreshTokenExtends).toBeUndefined();
  });
});
