import { get as httpGet, request as httpRequest } from 'node:http';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildAuthorizationUrl, requestAuthorizationCodeToken } from '../../../app/oauth/authorization-code.ts';
import type { GrantContext, OAuth2Settings } from '../../../app/oauth/settings.ts';
import { json } from '../../servers/token-server.ts';
import { idToken } from './id-tokens.ts';
import { tokenService } from './token-service.ts';
import { grantContext, oauth2Settings, rejection } from './token-settings.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
  server.respondWith(json({ access_token: 'at', token_type: 'Bearer' }));
});

const issuer = 'https://login.example.com';
const respondingWith = (more: string) => (shown: URL, callbackUrl: string) => ({
  url: `${callbackUrl}?code=c0de&state=${shown.searchParams.get('state')}${more}`,
});
const login = (more: string, changes: Partial<OAuth2Settings>) =>
  requestAuthorizationCodeToken(oauth2Settings(server.url(), changes), grantContext(http, respondingWith(more)));

describe('who responds to a login', () => {
  it('is the issuer, exactly, where it names itself [21]', async () => {
    const iss = `&iss=${encodeURIComponent(issuer)}`;
    expect(await login(iss, { issuer, issuerInCallback: true })).toMatchObject({ accessToken: 'at' });
    expect(await login(iss, { issuer })).toMatchObject({ accessToken: 'at' });
    expect(await login('', { issuer })).toMatchObject({ accessToken: 'at' });
    expect(await login(iss, {})).toMatchObject({ accessToken: 'at' });
  });

  it.each([
    'https://evil.example',
    `${issuer}/`,
    'https://LOGIN.example.com',
    'https://login.example.com:443',
    'http://login.example.com',
    `${issuer}%00`,
    '',
  ])('is refused as %j, and gets no code [21]', async (iss) => {
    expect(await rejection(login(`&iss=${iss}`, { issuer }))).toMatchObject({ code: 'callback.issuer_mismatch' });
    expect(server.requests).toHaveLength(0);
  });

  it('is refused without a name where the service promises one, its issuer known or not [21]', async () => {
    for (const known of [issuer, undefined]) {
      const error = await rejection(login('', { issuer: known, issuerInCallback: true }));
      expect(error).toMatchObject({ code: 'callback.issuer_mismatch' });
    }
    expect(server.requests).toHaveLength(0);
  });

  it('is looked at before an error counts, so that nobody else can end the login [21]', async () => {
    const error = await rejection(login('&error=access_denied&iss=https://evil.example', { issuer }));
    expect(error).toMatchObject({ code: 'callback.issuer_mismatch' });
  });
});

describe('the ID token of a login', () => {
  const signed = (claims: object) =>
    json({
      access_token: 'at',
      token_type: 'Bearer',
      id_token: idToken({ iss: issuer, sub: 's1', aud: 'client', exp: 4_000_000_000, ...claims }),
    });
  const settings = (changes: Partial<OAuth2Settings> = {}) =>
    oauth2Settings(server.url(), { issuer, scopes: ['openid'], ...changes });

  it('is bound to it by a nonce, and names the account', async () => {
    const context = grantContext(http, (shown, callbackUrl) => {
      server.respondWith(signed({ nonce: shown.searchParams.get('nonce'), email: 'ann@example.com' }));
      return respondingWith('')(shown, callbackUrl);
    });
    const tokenSet = await requestAuthorizationCodeToken(settings(), context);
    expect(tokenSet).toMatchObject({ accessToken: 'at', account: 'ann@example.com' });
    expect(JSON.stringify(tokenSet)).not.toContain('eyJ');
    await requestAuthorizationCodeToken(settings(), context);
    const nonces = context.shown.map((url) => url.searchParams.get('nonce') ?? '');
    expect(new Set(nonces).size).toBe(2);
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64url')).toHaveLength(32);
  });

  it('ends the login when it belongs to another one', async () => {
    server.respondWith(signed({ nonce: 'stolen' }));
    const context = grantContext(http, respondingWith(''));
    expect(await rejection(requestAuthorizationCodeToken(settings(), context))).toMatchObject({
      code: 'id_token.nonce_mismatch',
    });
    expect(context.steps).not.toContain('token_received');
  });

  it('is not asked for without the scope openid', async () => {
    const context = grantContext(http, respondingWith(''));
    await requestAuthorizationCodeToken(settings({ scopes: ['openid2'] }), context);
    expect(context.shown[0]?.searchParams.has('nonce')).toBe(false);
  });
});

describe('the form of the response', () => {
  it('is asked for only where it is not the service’s usual one [17]', () => {
    const mode = (responseMode: OAuth2Settings['responseMode']) => {
      const settings = oauth2Settings('https://t.example/', { responseMode });
      const request = { redirectUri: 'https://example.com/cb/', state: 's' };
      return new URL(buildAuthorizationUrl(settings, request)).searchParams.get('response_mode');
    };
    expect([mode('default'), mode('query'), mode('fragment'), mode('form_post')]).toEqual([
      null,
      'query',
      'fragment',
      'form_post',
    ]);
  });

  const parameters = (shown: URL): string => `code=c0de&state=${shown.searchParams.get('state')}`;
  it.each([
    ['query', (shown: URL, to: string) => ({ url: `${to}?${parameters(shown)}` })],
    ['fragment', (shown: URL, to: string) => ({ url: `${to}#${parameters(shown)}` })],
    ['form_post', (shown: URL, to: string) => ({ url: to, method: 'POST' as const, body: parameters(shown) })],
  ] as const)('may be %s in a popup [17]', async (responseMode, respond) => {
    const context = grantContext(http, respond);
    await requestAuthorizationCodeToken(oauth2Settings(server.url(), { responseMode }), context);
    expect(server.requests[0]?.form.get('code')).toBe('c0de');
  });

  it.each([
    [
      'query',
      (shown: URL, to: string): void => {
        httpGet(`${to}?${parameters(shown)}`, (response) => response.resume());
      },
    ],
    [
      'form_post',
      (shown: URL, to: string): void => {
        httpRequest(to, { method: 'POST' }, (response) => response.resume()).end(parameters(shown));
      },
    ],
  ] as const)('may be %s in the system browser [17]', async (responseMode, respond) => {
    const context = grantContext(http, () => new Error('no popup was expected'), {
      async openInSystemBrowser(url) {
        const shown = new URL(url);
        respond(shown, shown.searchParams.get('redirect_uri') ?? '');
      },
    });
    const callbackUrl = 'http://127.0.0.1/';
    await requestAuthorizationCodeToken(
      oauth2Settings(server.url(), { responseMode, window: 'browser', callbackUrl }),
      context,
    );
    expect(server.requests[0]?.form.get('code')).toBe('c0de');
  });
});

describe('a response that the user pastes', () => {
  const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';
  const pasting = (paste: (shown: URL) => Promise<string>, changes: Partial<GrantContext> = {}) => {
    const opened = Promise.withResolvers<URL>();
    const context = grantContext(http, () => new Error('no popup was expected'), {
      openInSystemBrowser: async (url) => opened.resolve(new URL(url)),
      pastedCallback: async () => paste(await opened.promise),
      ...changes,
    });
    const settings = oauth2Settings(server.url(), { window: 'browser', callbackUrl });
    return { context, result: requestAuthorizationCodeToken(settings, context) };
  };

  it('is taken where the callback URL is not on this computer; redirect_uri stays byte for byte [15]', async () => {
    const { context, result } = pasting(async (shown) => {
      expect(shown.searchParams.get('redirect_uri')).toBe(callbackUrl);
      return `  ${callbackUrl}?code=c0de&state=${shown.searchParams.get('state')}\n`;
    });
    expect(await result).toMatchObject({ accessToken: 'at' });
    expect(context.steps).toEqual(['window_opened', 'waiting_for_login', 'code_received', 'token_received']);
    expect(server.requests[0]?.form.get('redirect_uri')).toBe(callbackUrl);
  });

  it('must belong to this login [19]', async () => {
    const { result } = pasting(async () => `${callbackUrl}?code=stolen&state=other`);
    expect(await rejection(result)).toMatchObject({ code: 'callback.state_mismatch' });
  });

  it('must be at the callback URL [14]', async () => {
    const { result } = pasting(async () => 'https://evil.example/?code=stolen&state=other');
    expect(await rejection(result)).toMatchObject({ code: 'callback.pasted_wrong' });
  });

  it('is waited for until the login is cancelled or its time is over [24]', async () => {
    const never = () => new Promise<string>(() => undefined);
    const controller = new AbortController();
    const { result } = pasting(never, {
      signal: controller.signal,
      onStep: (step) => {
        if (step === 'waiting_for_login') controller.abort();
      },
    });
    expect(await rejection(result)).toMatchObject({ code: 'window.cancelled' });
    expect(await rejection(pasting(never, { timeoutMs: 20 }).result)).toMatchObject({ code: 'window.timeout' });
    expect(await rejection(pasting(never, { signal: AbortSignal.abort() }).result)).toMatchObject({
      code: 'window.cancelled',
    });
  });
});
