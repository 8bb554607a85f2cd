import { get as httpGet } from 'node:http';
import oauthSign from 'oauth-sign';
import { beforeEach, describe, expect, it } from 'vitest';
import { requestOAuth1Token } from '../../../app/oauth/oauth1.ts';
import type { OAuth1Settings } from '../../../app/oauth/settings.ts';
import { isTransient } from '../../../app/oauth/token-errors.ts';
import type { SeenRequest } from '../../servers/token-server.ts';
import { tokenService } from './token-service.ts';
import { grantContext, oauth1Settings, rejection } from './token-settings.ts';
import { watchExchanges } from './watched-exchanges.ts';

const { server, http } = await tokenService();

const form = (body: string, contentType = 'application/x-www-form-urlencoded') => ({
  headers: { 'content-type': contentType },
  body,
});
const temporary = form('oauth_token=temp&oauth_token_secret=temp-secret&oauth_callback_confirmed=true');
const access = form('oauth_token=final&oauth_token_secret=final-secret&screen_name=ann&user_id=7');
beforeEach(() => {
  server.requests.length = 0;
  server.respondWith(temporary, access);
});

const granted = (shown: URL, callbackUrl: string) => ({
  url: `${callbackUrl}?oauth_token=${shown.searchParams.get('oauth_token')}&oauth_verifier=ver`,
});
const settings = (changes: Partial<OAuth1Settings> = {}) => oauth1Settings(server.origin, changes);
const run = (changes: Partial<OAuth1Settings> = {}, context = grantContext(http, granted)) =>
  requestOAuth1Token(settings(changes), context);

function header(seen: SeenRequest | undefined): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of (seen?.headers.authorization ?? '').matchAll(/(\w+)="([^"]*)"/g))
    found[name] = decodeURIComponent(value);
  return found;
}

/** The service's own check of a signature, by a signer that shares nothing with ours. */
function isSigned(seen: SeenRequest | undefined, tokenSecret: string): boolean {
  const { oauth_signature: signature, ...protocol } = header(seen);
  const parameters = { ...protocol, ...Object.fromEntries(seen?.form ?? []) };
  const address = server.origin + (seen?.path ?? '');
  return oauthSign.hmacsign('POST', address, parameters, 'consumer-secret', tokenSecret) === signature;
}

describe('the three legs of OAuth1', () => {
  it('end with an access token, each leg signed with the secret of the one before [34]', async () => {
    const context = grantContext(http, granted);
    const tokenSet = await run({ accountPointer: '/screen_name' }, context);
    expect(tokenSet).toMatchObject({
      accessToken: 'final',
      tokenSecret: 'final-secret',
      tokenType: 'OAuth1',
      account: 'ann',
    });
    const [first, second] = server.requests;
    expect(header(first)).toMatchObject({ oauth_callback: 'https://www.peakboard.com/oauth2-callback/' });
    expect(header(first)).not.toHaveProperty('oauth_token');
    expect(isSigned(first, '')).toBe(true);
    expect(header(second)).toMatchObject({ oauth_token: 'temp', oauth_verifier: 'ver' });
    expect(isSigned(second, 'temp-secret')).toBe(true);
    expect(context.shown[0]?.href).toBe(`${server.origin}/authorize?oauth_token=temp`);
    expect(context.steps).toEqual([
      'request_token_received',
      'window_opened',
      'waiting_for_login',
      'code_received',
      'token_received',
    ]);
  });

  it('send extra parameters signed, and keep the query of the authorization URL', async () => {
    const context = grantContext(http, granted);
    const authorizationUrl = `${server.origin}/authorize?lang=de`;
    const changes = {
      authorizationUrl,
      extraTokenParameters: { x_auth_access_type: 'read' },
      extraAuthorizationParameters: { force_login: 'true' },
    };
    await run(changes, context);
    expect(server.requests[0]?.form.get('x_auth_access_type')).toBe('read');
    expect(isSigned(server.requests[0], '')).toBe(true);
    expect(context.shown[0]?.search).toBe('?lang=de&oauth_token=temp&force_login=true');
  });

  it('do not let an extra parameter replace oauth_token', async () => {
    expect(await rejection(run({ extraAuthorizationParameters: { oauth_token: 'x' } }))).toMatchObject({
      code: 'token.reserved_parameter',
    });
  });

  it.each(['text/html; charset=utf-8', 'text/plain', ''])(
    'read form-encoded responses that are called "%s"',
    async (type) => {
      server.respondWith(form(temporary.body, type), form(access.body, type));
      expect(await run()).toMatchObject({ accessToken: 'final' });
    },
  );

  // Authlib 1.6 makes its response of Python's values.
  it.each(['True', 'TRUE', 'true'])('take a callback URL that is confirmed by %s [34]', async (confirmed) => {
    server.respondWith(form(`oauth_token=temp&oauth_token_secret=s&oauth_callback_confirmed=${confirmed}`), access);
    expect(await run()).toMatchObject({ accessToken: 'final' });
  });

  it.each(['', '&oauth_callback_confirmed=false', '&oauth_callback_confirmed=truely'])(
    'stop before the login when the callback URL is not confirmed: "%s" [34]',
    async (confirmed) => {
      server.respondWith(form(`oauth_token=temp&oauth_token_secret=s${confirmed}`));
      const context = grantContext(http, granted);
      expect(await rejection(run({}, context))).toMatchObject({ code: 'oauth1.callback_not_confirmed' });
      expect(context.shown).toHaveLength(0);
    },
  );

  it.each([
    ['of another login', '?oauth_token=other&oauth_verifier=ver', 'oauth1.token_mismatch'],
    ['without a token', '?oauth_verifier=ver', 'oauth1.token_mismatch'],
    ['without a verifier', '?oauth_token=temp', 'oauth1.no_verifier'],
    ['with two tokens', '?oauth_token=temp&oauth_token=other&oauth_verifier=v', 'callback.duplicate_parameter'],
    ['that says no, as X does', '?denied=temp', 'callback.access_denied'],
    ['that says no for another login', '?denied=other', 'oauth1.token_mismatch'],
    ['that says no, as others do', '?oauth_token=temp&oauth_problem=user_refused', 'callback.access_denied'],
    // Authlib names no token then.
    ['that says no without a token', '?error=access_denied&error_description=denied', 'callback.access_denied'],
    ['that says no with an empty token', '?oauth_token=&error=access_denied', 'callback.access_denied'],
    ['that says no with an error and our token', '?oauth_token=temp&error=access_denied', 'callback.access_denied'],
    ['that says no with another token', '?oauth_token=other&error=access_denied', 'oauth1.token_mismatch'],
    ['that tells another error', '?error=server_error&error_description=down', 'callback.error'],
    [
      'that tells an error and a verifier',
      '?oauth_token=temp&oauth_verifier=v&error=access_denied',
      'callback.access_denied',
    ],
  ])('ask for no access token after a response %s [34]', async (_, query, code) => {
    const context = grantContext(http, (__, callbackUrl) => ({ url: callbackUrl + query }));
    expect(await rejection(run({}, context))).toMatchObject({ code });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['?oauth_token=temp&oauth_problem=user_refused&oauth_problem_advice=Too+bad', 'user_refused: Too bad'],
    ['?error=server_error&error_description=down', 'server_error: down'],
    ['?error=server_error', 'server_error'],
  ])('pass on what the service says against a login: %s', async (query, serviceMessage) => {
    const context = grantContext(http, (_, callbackUrl) => ({ url: callbackUrl + query }));
    expect(await rejection(run({}, context))).toMatchObject({ serviceMessage });
  });

  it('say that nobody knows the login of an empty verifier', async () => {
    const context = grantContext(http, (_, callbackUrl) => ({
      url: `${callbackUrl}?oauth_token=temp&oauth_verifier=`,
    }));
    expect(await rejection(run({}, context))).toMatchObject({ code: 'oauth1.no_verifier' });
  });

  it('keep the end of the token and values of the callback, and no account where none is named', async () => {
    server.respondWith(temporary, form('oauth_token=final&oauth_token_secret=s&oauth_expires_in=60&screen_name='));
    const context = grantContext(
      http,
      (shown, callbackUrl) => ({ url: `${granted(shown, callbackUrl).url}&realmId=4711` }),
      { now: () => 1_800_000_000_000 },
    );
    const capturedValues = { realm: 'callback:realmId' };
    expect(await run({ accountPointer: '/screen_name', capturedValues }, context)).toEqual({
      accessToken: 'final',
      tokenSecret: 's',
      tokenType: 'OAuth1',
      obtainedAt: 1_800_000_000_000,
      expiresAt: 1_800_000_060_000,
      values: { realm: '4711' },
    });
    server.respondWith(temporary, access);
    expect(await run({ accountPointer: '' })).not.toHaveProperty('account');
  });

  it('ask for form-encoded responses, and tell the console the secrets before they come back [37]', async () => {
    const { exchanges, learned, watched } = watchExchanges(http);
    await run({}, grantContext(watched, granted));
    for (const { headers } of server.requests) {
      expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
      expect(headers.accept).toContain('application/x-www-form-urlencoded');
    }
    expect(exchanges.map(({ kind }) => kind)).toContain('window');
    expect(learned).toEqual(expect.arrayContaining(['temp-secret', 'ver']));
  });

  it('free the loopback port when the service gives no request token [23]', async () => {
    server.respondWith({ status: 500 });
    const port = run({ window: 'browser', callbackUrl: 'http://127.0.0.1/oauth2-callback/' });
    expect(await rejection(port)).toMatchObject({ code: 'token.server_error' });
    const { oauth_callback: callback = '' } = header(server.requests[0]);
    expect(await rejection(fetch(callback))).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  it.each([
    ['oauth_problem=consumer_key_unknown', 'oauth1.client_unknown'],
    ['error=invalid_signature', 'oauth1.signature_invalid'],
    ['{"error":"unsupported_signature_method"}', 'oauth1.signature_method'],
  ])('say what a service says with status 200: %s', async (body, code) => {
    server.respondWith({ body });
    expect(await rejection(run())).toMatchObject({ code });
  });

  it.each([
    ['a page', '<html><title>Welcome</title></html>'],
    ['nothing', ''],
    ['no secret', 'oauth_token=temp'],
    ['no token', 'oauth_token_secret=x&oauth_callback_confirmed=true'],
    ['a line break in the token', '{"oauth_token":"a\\nb","oauth_token_secret":"x"}'],
  ])('say that there is no token in %s', async (_, body) => {
    server.respondWith({ body });
    expect(await rejection(run())).toMatchObject({ code: 'oauth1.no_token' });
  });

  it('call 429 and 5xx transient [31]', async () => {
    for (const status of [429, 500, 503]) {
      server.respondWith({ status });
      expect(isTransient(await rejection(run()))).toBe(true);
    }
  });

  it('use https or loopback only [25]', async () => {
    for (const name of ['requestUrl', 'authorizationUrl', 'accessTokenUrl'])
      expect(await rejection(run({ [name]: 'http://o.example/' }))).toMatchObject({ code: 'http.insecure_url' });
    expect(server.requests).toHaveLength(0);
  });

  it('come back on a loopback port in the system browser [23]', async () => {
    const context = grantContext(http, () => new Error('no popup was expected'), {
      async openInSystemBrowser() {
        const { oauth_callback: callback } = header(server.requests[0]);
        httpGet(`${callback}?oauth_token=temp&oauth_verifier=ver`, (response) => response.resume());
      },
    });
    expect(await run({ window: 'browser', callbackUrl: 'http://127.0.0.1/oauth2-callback/' }, context)).toMatchObject({
      accessToken: 'final',
    });
    expect(header(server.requests[0]).oauth_callback).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth2-callback\/$/);
  });
});
