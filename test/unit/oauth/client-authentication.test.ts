import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { clientRequest } from '../../../app/oauth/client-authentication.ts';
import { requestClientCredentialsToken } from '../../../app/oauth/client-credentials.ts';
import { requestTokenByCode } from '../../../app/oauth/oauth2-client.ts';
import { requestPasswordToken } from '../../../app/oauth/password.ts';
import { refreshToken } from '../../../app/oauth/refresh.ts';
import { revokeToken } from '../../../app/oauth/revoke.ts';
import type { OAuth2Settings } from '../../../app/oauth/settings.ts';
import { json, type SeenRequest } from '../../servers/token-server.ts';
import { tokenService } from './token-service.ts';
import { oauth2Settings } from './token-settings.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
  server.respondWith(json({ access_token: 'at' }));
});

const now = 1_800_000_000_000;
const context = () => ({ http, now: () => now });
const last = () => server.requests.at(-1) as SeenRequest; // each test has asked before it looks

/** What each kind of request holds besides the client. */
const kinds: [string, Record<string, string>, (settings: OAuth2Settings) => Promise<unknown>][] = [
  [
    'code',
    { grant_type: 'authorization_code', code: 'the-code', redirect_uri: 'https://cb.example/', audience: 'a b' },
    (settings) =>
      requestTokenByCode(
        settings,
        { code: 'the-code', redirectUri: 'https://cb.example/', extra: settings.extraTokenParameters },
        context(),
      ),
  ],
  [
    'password',
    { grant_type: 'password', username: 'ann', password: 'pä&ss', audience: 'a b' },
    (settings) => requestPasswordToken(settings, { username: 'ann', password: 'pä&ss' }, context()),
  ],
  [
    'client credentials',
    { grant_type: 'client_credentials', audience: 'a b' },
    (settings) => requestClientCredentialsToken(settings, context()),
  ],
  [
    'refresh',
    { grant_type: 'refresh_token', refresh_token: 'r1', resource: 'r&s' },
    (settings) =>
      refreshToken(settings, { accessToken: 'a', tokenType: 'Bearer', obtainedAt: 1, refreshToken: 'r1' }, context()),
  ],
  [
    'revocation',
    { token: 'a1', token_type_hint: 'access_token' },
    (settings) => revokeToken(settings, { accessToken: 'a1', tokenType: 'Bearer', obtainedAt: 1 }, context()),
  ],
];
const authentications: [OAuth2Settings['clientAuthentication'], string | undefined, Record<string, string>][] = [
  // `id: /` and `s&c=r%t`, each form-encoded, then joined by a colon (RFC 6749 §2.3.1).
  ['basic', `Basic ${Buffer.from('id%3A+%2F:s%26c%3Dr%25t').toString('base64')}`, {}],
  ['basic_raw', `Basic ${Buffer.from('id: /:s&c=r%t').toString('base64')}`, {}],
  ['body', undefined, { client_id: 'id: /', client_secret: 's&c=r%t' }],
  ['none', undefined, { client_id: 'id: /' }],
];
const combinations = kinds.flatMap(([kind, parameters, ask]) =>
  authentications.flatMap(([authentication, header, fields]) =>
    (['form', 'json'] as const).map(
      (format) => [kind, authentication, format, { parameters, ask, header, fields }] as const,
    ),
  ),
);

describe('client authentication', () => {
  it.each(combinations)('of a %s request by %s with a body as %s is what was chosen [32]', async (...combination) => {
    const [kind, clientAuthentication, tokenRequestFormat, { parameters, ask, header, fields }] = combination;
    const settings = oauth2Settings(server.url('/token'), {
      clientId: 'id: /',
      clientSecret: 's&c=r%t',
      clientAuthentication,
      tokenRequestFormat,
      revocationUrl: server.url('/revoke'),
      extraTokenParameters: { audience: 'a b' },
      extraRefreshParameters: { resource: 'r&s' },
    });
    await ask(settings);
    const { headers, body, form } = last();
    expect(headers.authorization).toBe(header);
    // RFC 7009 §2.1: always a form.
    const isForm = tokenRequestFormat === 'form' || kind === 'revocation';
    expect(headers['content-type']).toBe(isForm ? 'application/x-www-form-urlencoded' : 'application/json');
    const sent: unknown = isForm ? Object.fromEntries(form) : JSON.parse(body);
    expect(sent).toEqual({ ...parameters, ...fields });
    // RFC 6749 §3.2: no parameter twice.
    if (isForm) expect([...form.keys()]).toHaveLength(Object.keys({ ...parameters, ...fields }).length);
  });

  it.each(['basic', 'basic_raw', 'body', 'none'] as const)(
    'by %s never sends an empty secret [32]',
    async (clientAuthentication) => {
      for (const tokenRequestFormat of ['form', 'json'] as const) {
        const settings = oauth2Settings(server.url(), { clientAuthentication, tokenRequestFormat, clientSecret: '' });
        await requestClientCredentialsToken(settings, context());
        expect(last().headers.authorization).toBeUndefined();
        expect(last().body).not.toContain('secret');
        expect(last().body).toContain('client_id');
      }
    },
  );

  it('is the same at the endpoints that the library does not know [32]', async () => {
    const text = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) });
    const client = fc.record({
      clientId: text.filter((id) => id !== ''),
      clientSecret: text,
      clientAuthentication: fc.constantFrom('basic' as const, 'basic_raw' as const, 'body' as const, 'none' as const),
      tokenRequestFormat: fc.constantFrom('form' as const, 'json' as const),
    });
    await fc.assert(
      fc.asyncProperty(client, async (changes) => {
        const settings = oauth2Settings(server.url(), changes);
        await requestClientCredentialsToken(settings, context());
        const ours = clientRequest(settings, { grant_type: 'client_credentials' });
        const { headers, body, form } = last();
        const isJson = changes.tokenRequestFormat === 'json';
        const fieldsOf = (sent: string): unknown =>
          isJson ? JSON.parse(sent) : Object.fromEntries(new URLSearchParams(sent));
        // The library writes `~` and some others in another, equal spelling: decoded they are the same.
        expect(decodedBasic(ours.headers.authorization, changes)).toEqual(decodedBasic(headers.authorization, changes));
        expect(ours.headers['content-type']).toBe(headers['content-type']);
        expect(fieldsOf(ours.body)).toEqual(fieldsOf(body));
        if (!isJson) expect(new URLSearchParams(ours.body).size).toBe(form.size);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses characters that no client may have, without quoting them [37]', () => {
    for (const changes of [{ clientSecret: 'canary\n' }, { clientId: 'canary\u00fc' }]) {
      const ask = () => clientRequest(oauth2Settings(server.url(), changes), {});
      expect(ask).toThrow(expect.objectContaining({ code: 'token.client_characters' }));
      expect(ask).not.toThrow(/canary/);
    }
  });
});

/** As a service reads it: split at the colon, each half decoded. */
function decodedBasic(header: string | undefined, client: { clientAuthentication: string }): string[] | undefined {
  if (header === undefined) return undefined;
  const text = Buffer.from(header.replace('Basic ', ''), 'base64').toString();
  if (client.clientAuthentication === 'basic_raw') return [text];
  return text.split(':').map((half) => new URLSearchParams(`x=${half}`).get('x') ?? '');
}
