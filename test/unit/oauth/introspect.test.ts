import { beforeEach, describe, expect, it } from 'vitest';
import { introspectToken } from '../../../app/oauth/introspect.ts';
import type { OAuth2Settings } from '../../../app/oauth/settings.ts';
import { message } from '../../../app/shared/messages/message.ts';
import { json, type StubResponse } from '../../servers/token-server.ts';
import { atBorder } from '../api/at-border.ts';
import { tokenService } from './token-service.ts';
import { oauth2Settings, rejection } from './token-settings.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
});

const ask = (response: StubResponse, changes: Partial<OAuth2Settings> = {}) => {
  server.respondWith(response);
  const settings = oauth2Settings(server.url(), { introspectionUrl: server.url('/introspect'), ...changes });
  return introspectToken(
    settings,
    { accessToken: 'at-12345', tokenType: 'Bearer', obtainedAt: 0 },
    { http, now: Date.now },
  );
};

describe('introspection (RFC 7662)', () => {
  it.each([
    ['seconds', 1_790_000_000],
    ['milliseconds', 1_790_000_000_000],
    ['microseconds', 1_790_000_000_000_000],
    ['a text', '1790000000'],
  ])('reads an end in %s as the same time [55]', async (_unit, exp) => {
    expect((await ask(json({ active: true, exp }))).expiresAt).toBe(1_790_000_000_000);
  });

  it('gives no time that no calendar has [55]', async () => {
    for (const exp of [1e300, '9'.repeat(400), -1, {}]) {
      const { expiresAt = 0, facts } = await ask(json({ active: true, exp, iat: exp }));
      expect(Number.isNaN(new Date(expiresAt).getTime())).toBe(false);
      expect(facts).toHaveLength(1);
    }
  });

  it('reads the example of §2.2', async () => {
    const response = {
      active: true,
      client_id: 'l238j323ds-23ij4',
      username: 'jdoe',
      scope: 'read write dolphin',
      sub: 'Z5O3upPC88QrAjx00dis',
      aud: 'https://protected.example.net/resource',
      iss: 'https://server.example.com/',
      exp: 1419356238,
      iat: 1419350238,
      extension_field: 'twenty-seven',
    };
    expect(await ask(json(response))).toEqual({
      active: true,
      scopes: ['read', 'write', 'dolphin'],
      expiresAt: 1419356238000,
      account: 'jdoe',
      facts: [
        [message('oauth.introspection.fact.client_id'), 'l238j323ds-23ij4'],
        [message('oauth.introspection.fact.sub'), 'Z5O3upPC88QrAjx00dis'],
        [message('oauth.introspection.fact.aud'), 'https://protected.example.net/resource'],
        [message('oauth.introspection.fact.iss'), 'https://server.example.com/'],
        [message('oauth.introspection.fact.iat'), '2014-12-23T15:57:18.000Z'],
        ['extension_field', 'twenty-seven'],
      ],
    });
  });

  it.each([
    ['basic', `Basic ${Buffer.from('client:top-secret').toString('base64')}`, {}],
    ['body', undefined, { client_id: 'client', client_secret: 'top-secret' }],
    ['none', undefined, { client_id: 'client' }],
  ] as const)('authenticates by %s as the connection does [32]', async (clientAuthentication, header, fields) => {
    await ask(json({ active: false }), { clientAuthentication, tokenRequestFormat: 'json' });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/introspect' });
    expect(request?.headers.authorization).toBe(header);
    expect(Object.fromEntries(request?.form ?? [])).toEqual({
      token: 'at-12345',
      token_type_hint: 'access_token',
      ...fields,
    });
  });

  it('reads scopes that come as a list, as Spring Security OAuth sends them', async () => {
    expect(await ask(json({ active: true, scope: ['read', 'write'] }))).toMatchObject({ scopes: ['read', 'write'] });
    expect(await ask(json({ active: true, scope: 'read,write' }))).toMatchObject({ scopes: ['read', 'write'] });
  });

  it('knows a token that the service does not know', async () => {
    expect(await ask(json({ active: false }))).toEqual({ active: false, facts: [] });
  });

  it('shows nothing of the token in the window, and nothing invisible [36]', async () => {
    const response = await ask(json({ active: true, echo: 'it was at-12345', 'la\u202ebel': 'a\u0000b', n: { x: 1 } }));
    expect(atBorder('at-12345').response('connections.introspect', response).facts).toEqual([
      ['echo', 'it was ••••'],
      ['label', 'ab'],
      ['n', '{"x":1}'],
    ]);
  });

  it.each([
    [json({ error: 'invalid_client' }, 401), 'introspection.refused'],
    [{ status: 404 }, 'introspection.refused'],
    [{ status: 503 }, 'token.server_error'],
    [{ status: 429 }, 'token.rate_limited'],
    [{ body: '<h1>Hi</h1>' }, 'introspection.unreadable'],
    [json({ active: 'true' }), 'introspection.unreadable'],
    [json(null), 'introspection.unreadable'],
    [json([]), 'introspection.unreadable'],
  ])('says what is wrong with %j', async (response, code) => {
    expect(await rejection(ask(response))).toMatchObject({ code });
  });

  it('says who refused it, and with what words', async () => {
    const { host } = new URL(server.url());
    expect(await rejection(ask(json({ error: 'invalid_client' }, 401)))).toMatchObject({
      serviceMessage: 'invalid_client',
      details: { host, status: 401 },
    });
    expect(await rejection(ask(json({ active: 'true' })))).toMatchObject({ details: { host } });
    expect(await rejection(ask({ status: 503, headers: { 'retry-after': '7' } }))).toMatchObject({
      details: { host, retryAfterSeconds: 7 },
    });
  });

  it('says no more than the service said, and at most 30 facts of it [55]', async () => {
    expect(await ask(json({ active: false, sub: null }))).toStrictEqual({ active: false, facts: [] });
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`fact${index}`, index]));
    expect((await ask(json({ active: true, ...many }))).facts).toHaveLength(30);
  });

  it('sends a form, also where the token endpoint takes JSON (§2.1)', async () => {
    await ask(json({ active: true }), { tokenRequestFormat: 'json' });
    expect(server.requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(server.requests[0]?.form.get('token')).toBe('at-12345');
  });

  it('asks nobody where there is no address, or an unsafe one [25]', async () => {
    for (const introspectionUrl of [undefined, ''])
      expect(await rejection(ask(json({}), { introspectionUrl }))).toMatchObject({
        code: 'introspection.not_supported',
      });
    expect(await rejection(ask(json({}), { introspectionUrl: 'http://a.example/' }))).toMatchObject({
      code: 'http.insecure_url',
    });
    expect(server.requests).toHaveLength(0);
  });
});
