import { beforeEach, describe, expect, it } from 'vitest';
import { identify, requestAccount } from '../../../app/oauth/account.ts';
import type { OAuth2Settings } from '../../../app/oauth/settings.ts';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import { json } from '../../servers/token-server.ts';
import { idToken } from './id-tokens.ts';
import { tokenService } from './token-service.ts';
import { oauth2Settings, rejection } from './token-settings.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
  server.respondWith(json({ email: 'ann@example.com', name: 'Ann' }));
});

const tokenSet: TokenSet = { accessToken: 'at-12345', tokenType: 'Bearer', obtainedAt: 0 };
const ask = (changes: Partial<OAuth2Settings> = {}, set: Partial<TokenSet> = {}) =>
  requestAccount(
    oauth2Settings(server.url(), { accountUrl: server.url('/me'), ...changes }),
    { ...tokenSet, ...set },
    { http },
  );

describe('asking who is logged in', () => {
  it('sends the token as the connection’s GETs do', async () => {
    expect(await ask()).toBe('ann@example.com');
    expect(server.requests[0]).toMatchObject({ method: 'GET', path: '/me' });
    expect(server.requests[0]?.headers.authorization).toBe('Bearer at-12345');
    await ask({
      tokenPlacement: { in: 'header', name: 'X-Access-Token', prefix: '' },
      apiHeaders: { 'Api-Version': '7' },
    });
    expect(server.requests[1]?.headers).toMatchObject({ 'x-access-token': 'at-12345', 'api-version': '7' });
    expect(server.requests[1]?.headers.authorization).toBeUndefined();
    await ask({
      accountUrl: server.url('/me?x=1'),
      tokenPlacement: { in: 'query', name: 'access_token', prefix: '' },
    });
    expect(server.requests[2]?.path).toBe('/me?x=1&access_token=at-12345');
  });

  it.each([
    [{ sub: '7', preferred_username: 'ann' }, '', 'ann'],
    [{ sub: '7' }, '', '7'],
    [{ login: 'octocat', id: 1 }, '', 'octocat'],
    [{ data: [{ title: 'Acme' }] }, '/data/0/title', 'Acme'],
    [{ id: 42 }, '/id', '42'],
    [{ email: '\u202eevil\u0000 name' }, '', 'evil name'],
    [{ email: '' }, '', undefined],
    [{ email: { a: 1 } }, '', undefined],
    [[], '/0', undefined],
  ])('reads %j with %j as %j [36]', async (response, accountPointer, account) => {
    server.respondWith(json(response));
    expect(await ask({ accountPointer })).toBe(account);
  });

  it.each([
    ['a refusal', json({ email: 'x' }, 403)],
    ['a page', { body: '<h1>Hello</h1>' }],
    ['null', json(null)],
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }],
    ['too much', { body: JSON.stringify({ email: 'a', more: 'x'.repeat(300_000) }) }],
  ])('has no name, and no error, for %s', async (_, response) => {
    server.respondWith(response);
    expect(await ask()).toBeUndefined();
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    'http://api.example.com/me',
    'https://u:p@api.example.com/',
    'file:///etc/passwd',
    '/me',
    '',
    '{missing}/me',
  ])('sends the token nowhere for %j [42]', async (accountUrl) => {
    expect(await ask({ accountUrl })).toBeUndefined();
    expect(server.requests).toHaveLength(0);
  });

  it('sends the token nowhere that the caller does not allow [42]', async () => {
    const asked: string[] = [];
    const isAllowed = (url: URL) => {
      asked.push(url.href);
      return false;
    };
    const settings = oauth2Settings(server.url(), { accountUrl: ` ${server.url('/me')} ` });
    expect(await requestAccount(settings, tokenSet, { http, isAllowed })).toBeUndefined();
    expect(asked).toEqual([server.url('/me')]);
    expect(server.requests).toHaveLength(0);
    expect(await requestAccount(settings, tokenSet, { http, isAllowed: () => true })).toBe('ann@example.com');
    expect(server.requests[0]?.headers.accept).toBe('application/json');
  });

  it.each(['"text"', '7', 'null', '[]'])('has no name in %s', async (body) => {
    server.respondWith({ body });
    expect(await ask()).toBeUndefined();
    expect(await ask({ accountPointer: '/length' })).toBeUndefined();
  });

  it('fills in what the login brought', async () => {
    expect(await ask({ accountUrl: '{instance}/me' }, { values: { instance: server.origin } })).toBe('ann@example.com');
    expect(await ask({ accountUrl: `${server.origin}/{id}/me` }, { values: { id: '../x?y' } })).toBe('ann@example.com');
    expect(server.requests.map(({ path }) => path)).toEqual(['/me', '/..%2Fx%3Fy/me']);
  });
});

describe('the account of a login', () => {
  const settings = (changes: Partial<OAuth2Settings> = {}) =>
    oauth2Settings(server.url(), { scopes: ['openid'], accountUrl: server.url('/me'), ...changes });
  const claims = { iss: 'https://a.example', sub: 's1', aud: 'client', exp: 4_000_000_000, nonce: 'n' };
  const named = async (more: object, changes: Partial<OAuth2Settings> = {}, set: Partial<TokenSet> = {}) => {
    const received = { tokenSet: { ...tokenSet, ...set }, idToken: idToken({ ...claims, ...more }) };
    const identified = identify(settings(changes), received, { now: Date.now, nonce: 'n' });
    return identified.account ?? (await requestAccount(settings(changes), identified, { http }));
  };

  it('is that of the token response, else the ID token’s, else the who-am-I address’s, else the subject', async () => {
    expect(await named({ email: 'id@x.example' }, {}, { account: 'Team' })).toBe('Team');
    expect(await named({ email: 'id@x.example' })).toBe('id@x.example');
    expect(server.requests).toHaveLength(0);
    expect(await named({})).toBe('ann@example.com');
    server.respondWith({ status: 500 });
    expect(await named({})).toBe('s1');
  });

  it('comes with who it is, to compare with later, or with a note that no ID token came', () => {
    const from = (idToken: string | undefined, changes: Partial<OAuth2Settings> = {}) =>
      identify(settings(changes), { tokenSet, idToken }, { now: Date.now, nonce: 'n' });
    expect(from(idToken(claims))).toMatchObject({ subject: claims.sub });
    expect(from(idToken(claims))).not.toHaveProperty('idTokenProblem');
    expect(from(undefined)).toEqual({ ...tokenSet, idTokenProblem: 'missing' });
    expect(from(undefined, { scopes: ['read'] })).toEqual(tokenSet);
    expect(from(idToken({ ...claims, sub: 's1' }))).toStrictEqual({ ...tokenSet, subject: 's1' });
  });

  it('accepts an ID token for several audiences that does not name its party, and notes it', async () => {
    // Logto, ZITADEL and others list the API resource beside the client and leave `azp` out.
    const claims = {
      iss: 'https://id.example.com',
      sub: 'u1',
      aud: ['client', 'https://resource.example.com'],
      exp: 4_102_444_800,
      nonce: 'n',
    };
    const from = (more: object) =>
      identify(settings(), { tokenSet, idToken: idToken({ ...claims, ...more }) }, { now: Date.now, nonce: 'n' });
    expect(from({})).toMatchObject({ subject: 'u1', idTokenProblem: 'several_audiences' });
    expect(from({ azp: 'client' })).not.toHaveProperty('idTokenProblem');
    for (const more of [{ azp: 'other' }, { aud: ['other', 'https://resource.example.com'] }])
      expect(() => from(more)).toThrow('another client');
  });

  it('never costs the login where the ID token cannot be read: it is noted', () => {
    for (const unreadable of [
      'not a token',
      'a.b.c',
      idToken({ ...claims, sub: undefined }),
      idToken({ ...claims, exp: 'x' }),
    ])
      expect(identify(settings(), { tokenSet, idToken: unreadable }, { now: Date.now, nonce: 'n' })).toEqual({
        ...tokenSet,
        idTokenProblem: 'unreadable',
      });
  });

  it('is not that of another person than the ID token’s', async () => {
    server.respondWith(json({ sub: 's2', email: 'bob@example.com' }));
    expect(await named({})).toBe('s1');
    server.respondWith(json({ sub: 's1', email: 'ann@example.com' }));
    expect(await named({})).toBe('ann@example.com');
  });

  it('cannot be had with an ID token of another login', async () => {
    expect(await rejection(named({ nonce: 'other' }))).toMatchObject({ code: 'id_token.nonce_mismatch' });
  });

  it('ignores an ID token that nobody asked for', async () => {
    expect(await named({ aud: 'other', email: 'x@y.example' }, { scopes: [], accountUrl: '' })).toBeUndefined();
  });
});
