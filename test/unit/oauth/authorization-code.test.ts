import { createHmac } from 'node:crypto';
import { get as httpGet } from 'node:http';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildAuthorizationUrl, requestAuthorizationCodeToken } from '../../../app/oauth/authorization-code.ts';
import { codeChallenge } from '../../../app/oauth/pkce.ts';
import { PlatformError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { json } from '../../servers/token-server.ts';
import { atBorder } from '../api/at-border.ts';
import { presetOf } from './presets.ts';
import { tokenService } from './token-service.ts';
import { grantContext, oauth2Settings, rejection } from './token-settings.ts';
import { watchExchanges } from './watched-exchanges.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
  server.respondWith(json({ access_token: 'at', token_type: 'Bearer' }));
});

const granted = (shown: URL, callbackUrl: string) => {
  const joint = callbackUrl.includes('?') ? '&' : '?';
  return { url: `${callbackUrl}${joint}code=c0de&state=${shown.searchParams.get('state')}` };
};
const request = { redirectUri: 'https://example.com/cb/', state: 'the-state', codeChallenge: 'the-challenge' };

describe('the authorization URL', () => {
  it('holds what RFC 6749 §4.1.1 and RFC 7636 §4.3 ask for [20]', () => {
    const settings = oauth2Settings('https://t.example/', {
      scopes: ['a b', 'c'],
      scopeSeparator: ',',
      scopeParameter: 'user_scope',
      accessType: 'offline',
      extraAuthorizationParameters: { prompt: 'consent' },
    });
    expect(Object.fromEntries(new URL(buildAuthorizationUrl(settings, request)).searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client',
      redirect_uri: 'https://example.com/cb/',
      user_scope: 'a b,c',
      state: 'the-state',
      code_challenge: 'the-challenge',
      code_challenge_method: 'S256',
      access_type: 'offline',
      prompt: 'consent',
    });
  });

  it.each([
    [
      'https://login.example.com/authorize?tenant=%2Fa%20b&x=1',
      'https://login.example.com/authorize?tenant=%2Fa%20b&x=1&response_type=code&',
    ],
    ['https://login.example.com/authorize?', 'https://login.example.com/authorize?response_type=code&'],
    ['https://login.example.com/authorize', 'https://login.example.com/authorize?response_type=code&'],
    ['https://login.example.com/a?x=1#part', 'https://login.example.com/a?x=1&response_type=code&'],
  ])('keeps what is in %s', (authorizationUrl, start) => {
    const url = buildAuthorizationUrl(oauth2Settings('https://t.example/', { authorizationUrl }), request);
    expect(url.startsWith(start)).toBe(true);
  });

  it('never holds a parameter twice, also when one was pasted with the URL', () => {
    const authorizationUrl = 'https://login.example.com/authorize?state=old&response_type=token&keep=1';
    const url = new URL(buildAuthorizationUrl(oauth2Settings('https://t.example/', { authorizationUrl }), request));
    expect(url.searchParams.getAll('state')).toEqual(['the-state']);
    expect(url.searchParams.getAll('response_type')).toEqual(['code']);
    expect(url.searchParams.get('keep')).toBe('1');
  });

  it.each(['state', 'redirect_uri', 'client_id', 'response_type', 'code_challenge', 'code_challenge_method'])(
    'does not let an extra parameter replace %s, and says so [19]',
    (name) => {
      const settings = oauth2Settings('https://t.example/', { extraAuthorizationParameters: { [name]: 'x' } });
      expect(() => buildAuthorizationUrl(settings, request)).toThrow(`“${name}”`);
    },
  );

  it('leaves out scope and access type where there is none', () => {
    const url = new URL(buildAuthorizationUrl(oauth2Settings('https://t.example/'), request));
    expect(url.searchParams.has('scope')).toBe(false);
    expect(url.searchParams.has('access_type')).toBe(false);
  });

  it('asks for another response mode where one was chosen', () => {
    const modeOf = (responseMode: 'default' | 'form_post') =>
      new URL(buildAuthorizationUrl(oauth2Settings('https://t.example/', { responseMode }), request)).searchParams.get(
        'response_mode',
      );
    expect([modeOf('default'), modeOf('form_post')]).toEqual([null, 'form_post']);
  });

  it('is read without the blanks around it', () => {
    const settings = oauth2Settings('https://t.example/', { authorizationUrl: ' https://login.example.com/a ' });
    expect(buildAuthorizationUrl(settings, request)).toMatch(/^https:\/\/login\.example\.com\/a\?response_type=code&/);
  });

  it.each(['code_challenge', 'code_challenge_method'])('takes no extra %s where PKCE is off, either [20]', (name) => {
    const settings = oauth2Settings('https://t.example/', { extraAuthorizationParameters: { [name]: 'x' } });
    const { codeChallenge: _, ...withoutPkce } = request;
    expect(() => buildAuthorizationUrl(settings, withoutPkce)).toThrow(`“${name}”`);
  });

  it('must be https or loopback [25]', () => {
    const settings = oauth2Settings('https://t.example/', { authorizationUrl: 'http://login.example.com/' });
    expect(() => buildAuthorizationUrl(settings, request)).toThrow('https://');
  });
});

describe('the authorization code grant', () => {
  it.each([
    'https://www.peakboard.com/oauth2-callback/',
    'https://Example.com:443/a%2Fb/?x=1&y=%20z',
    'http://localhost:8080/cb',
  ])('sends redirect_uri byte for byte, here and there: %s [15]', async (callbackUrl) => {
    const context = grantContext(http, granted);
    await requestAuthorizationCodeToken(oauth2Settings(server.url(), { callbackUrl }), context);
    expect(context.shown[0]?.searchParams.get('redirect_uri')).toBe(callbackUrl);
    expect(server.requests[0]?.form.get('redirect_uri')).toBe(callbackUrl);
  });

  it('proves itself by the verifier of its challenge, and tells its steps [20]', async () => {
    const context = grantContext(http, granted);
    const tokenSet = await requestAuthorizationCodeToken(oauth2Settings(server.url()), context);
    const verifier = server.requests[0]?.form.get('code_verifier') ?? '';
    expect(codeChallenge(verifier)).toBe(context.shown[0]?.searchParams.get('code_challenge'));
    expect(server.requests[0]?.form.get('code')).toBe('c0de');
    expect(tokenSet.accessToken).toBe('at');
    expect(context.steps).toEqual(['window_opened', 'waiting_for_login', 'code_received', 'token_received']);
  });

  it('leaves PKCE out where the preset says that the service refuses it [20]', async () => {
    const context = grantContext(http, granted);
    await requestAuthorizationCodeToken(oauth2Settings(server.url(), { pkce: 'none' }), context);
    expect(context.shown[0]?.searchParams.has('code_challenge')).toBe(false);
    expect(server.requests[0]?.form.has('code_verifier')).toBe(false);
  });

  it('uses a new state and verifier for every login [19]', async () => {
    const context = grantContext(http, granted);
    for (let n = 0; n < 20; n++) await requestAuthorizationCodeToken(oauth2Settings(server.url()), context);
    expect(new Set(context.shown.map((url) => url.searchParams.get('state'))).size).toBe(20);
    expect(new Set(server.requests.map((seen) => seen.form.get('code_verifier'))).size).toBe(20);
  });

  it('shows no login where the token would go over plain http [25]', async () => {
    const context = grantContext(http, granted);
    const settings = oauth2Settings('http://t.example/token');
    expect(await rejection(requestAuthorizationCodeToken(settings, context))).toMatchObject({
      code: 'http.insecure_url',
    });
    expect(context.shown).toHaveLength(0);
  });

  it('tells the console its state and verifier before anything is sent [37]', async () => {
    const { learned, watched } = watchExchanges(http);
    const context = grantContext(watched, (shown, callbackUrl) => {
      expect(learned).toContain(shown.searchParams.get('state'));
      return granted(shown, callbackUrl);
    });
    await requestAuthorizationCodeToken(oauth2Settings(server.url()), context);
    expect(learned).toContain(server.requests[0]?.form.get('code_verifier'));
  });

  it('takes a callback as it is where there is no client secret that it could be signed with', async () => {
    const settings = oauth2Settings(server.url(), { callbackSignature: 'hmac', clientSecret: undefined });
    expect(await requestAuthorizationCodeToken(settings, grantContext(http, granted))).toMatchObject({
      accessToken: 'at',
    });
  });

  it('asks for no token when the state is wrong [19]', async () => {
    const context = grantContext(http, (_, callbackUrl) => ({ url: `${callbackUrl}?code=stolen&state=x` }));
    expect(await rejection(requestAuthorizationCodeToken(oauth2Settings(server.url()), context))).toMatchObject({
      code: 'callback.state_mismatch',
    });
    expect(server.requests).toHaveLength(0);
  });

  it('asks for no token when the service signs its callbacks and this one is not signed by the secret (Shopify) [19]', async () => {
    const settings = oauth2Settings(server.url(), {
      callbackSignature: presetOf('shopify').callbackSignature?.parameter,
    });
    const signedBy = (secret: string) => (shown: URL, callbackUrl: string) => {
      const parameters = `code=c0de&shop=acme.myshopify.com&state=${shown.searchParams.get('state')}`;
      const hmac = createHmac('sha256', secret).update(parameters).digest('hex');
      return { url: `${callbackUrl}?${parameters}&hmac=${hmac}` };
    };
    const forged = requestAuthorizationCodeToken(settings, grantContext(http, signedBy('guessed')));
    expect(await rejection(forged)).toMatchObject({ code: 'callback.signature_mismatch' });
    expect(server.requests).toHaveLength(0);
    await requestAuthorizationCodeToken(settings, grantContext(http, signedBy('top-secret')));
    expect(server.requests).toHaveLength(1);
  });

  it('passes on that the window was closed [24]', async () => {
    const context = grantContext(http, () => new PlatformError('window.closed', verbatim('Closed.')));
    expect(await rejection(requestAuthorizationCodeToken(oauth2Settings(server.url()), context))).toMatchObject({
      code: 'window.closed',
    });
  });

  it('says that a code was refused', async () => {
    server.respondWith(json({ error: 'invalid_grant', error_description: 'c0de is old' }, 400));
    const { report, learning } = atBorder();
    const context = grantContext(learning(http), granted);
    const error = await rejection(requestAuthorizationCodeToken(oauth2Settings(server.url()), context));
    expect(report(error)).toMatchObject({ code: 'token.code_refused', serviceMessage: 'invalid_grant: •••• is old' });
  });

  it('adds extra parameters to the token request, and refuses its own before anybody logs in', async () => {
    const extra = (extraTokenParameters: Record<string, string>) =>
      oauth2Settings(server.url(), { extraTokenParameters });
    await requestAuthorizationCodeToken(extra({ resource: 'https://r.example' }), grantContext(http, granted));
    expect(server.requests[0]?.form.get('resource')).toBe('https://r.example');
    const context = grantContext(http, granted);
    expect(await rejection(requestAuthorizationCodeToken(extra({ code: 'x' }), context))).toMatchObject({
      code: 'token.reserved_parameter',
    });
    expect(context.shown).toHaveLength(0);
  });

  it('in the system browser responds on a loopback port, with the same redirect_uri at the token endpoint [23]', async () => {
    const opened: URL[] = [];
    const context = grantContext(http, () => new Error('no popup was expected'), {
      async openInSystemBrowser(url) {
        opened.push(new URL(url));
        const { searchParams } = new URL(url);
        httpGet(`${searchParams.get('redirect_uri')}?code=c0de&state=${searchParams.get('state')}`, (res) =>
          res.resume(),
        );
      },
    });
    await requestAuthorizationCodeToken(
      oauth2Settings(server.url(), { window: 'browser', callbackUrl: 'http://127.0.0.1/oauth2-callback/' }),
      context,
    );
    const redirectUri = opened[0]?.searchParams.get('redirect_uri') ?? '';
    expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth2-callback\/$/);
    expect(server.requests[0]?.form.get('redirect_uri')).toBe(redirectUri);
    expect(await rejection(fetch(redirectUri))).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  it('frees the port when the system browser cannot be opened [23]', async () => {
    let redirectUri = '';
    const context = grantContext(http, () => new Error('no popup was expected'), {
      async openInSystemBrowser(url) {
        redirectUri = new URL(url).searchParams.get('redirect_uri') ?? '';
        throw new PlatformError('window.url_refused', verbatim('No browser.'));
      },
    });
    const settings = oauth2Settings(server.url(), {
      window: 'browser',
      callbackUrl: 'http://127.0.0.1/oauth2-callback/',
    });
    expect(await rejection(requestAuthorizationCodeToken(settings, context))).toMatchObject({
      code: 'window.url_refused',
    });
    expect(await rejection(fetch(redirectUri))).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });
});
