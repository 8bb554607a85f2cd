import { describe, expect, it } from 'vitest';
import { isTransient, needsLogin } from '../../../app/oauth/token-errors.ts';
import { describeTokenType, readTokenResponse } from '../../../app/oauth/token-response.ts';
import { standardTokenMapping } from '../../../app/shared/connection/standard-mapping.ts';
import type { TokenMapping } from '../../../app/shared/connection/token-mapping.ts';
import { message } from '../../../app/shared/messages/message.ts';
import { atBorder } from '../api/at-border.ts';

const now = 1_800_000_000_000;
interface Options {
  status?: number;
  headers?: Record<string, string>;
  places?: Partial<TokenMapping>;
  capturedValues?: Record<string, string>;
  callback?: Record<string, string>;
}
const receive = (body: unknown, options: Options = {}) => {
  const { status = 200, headers = {}, places = {}, capturedValues = {}, callback } = options;
  return readTokenResponse(
    { status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) },
    {
      host: 'tokens.example',
      now,
      places: { ...standardTokenMapping, ...places },
      capturedValues,
      callback,
    },
  );
};
const read = (body: unknown, options: Options = {}) => receive(body, options).tokenSet;
const failure = (body: unknown, options = {}) => {
  try {
    read(body, options);
  } catch (error) {
    return error as { code: string; message: string; serviceMessage?: string; details?: Record<string, unknown> }; // all are ours
  }
  throw new Error('it was read as a token');
};

describe('a token response', () => {
  it('is read whole', () => {
    expect(read({ access_token: 'a', token_type: 'bearer', refresh_token: 'r', expires_in: 60, scope: 'x y' })).toEqual(
      {
        accessToken: 'a',
        tokenType: 'bearer',
        refreshToken: 'r',
        obtainedAt: now,
        expiresAt: now + 60_000,
        scopes: ['x', 'y'],
      },
    );
  });

  it.each([
    ['form-encoded', 'access_token=a%2Bb&scope=repo%2Cgist&token_type=bearer', 'application/x-www-form-urlencoded'],
    ['form-encoded, called text', 'access_token=a%2Bb&scope=repo%2Cgist&token_type=bearer', 'text/plain'],
    ['form-encoded, called html', 'access_token=a%2Bb&scope=repo%2Cgist&token_type=bearer', 'text/html; charset=utf-8'],
    ['JSON, called text', '{"access_token":"a+b","scope":"repo,gist","token_type":"bearer"}', 'text/plain'],
    ['JSON, called html', '{"access_token":"a+b","scope":"repo,gist","token_type":"bearer"}', 'text/html'],
    ['JSON with a byte order mark', '\ufeff{"access_token":"a+b","scope":"repo,gist","token_type":"bearer"}', ''],
    [
      'JSON with a forbidden name',
      '{"access_token":"a+b","scope":["repo","gist"],"__proto__":{"x":1}}',
      'application/json',
    ],
  ])('is read when it is %s [26]', (_, text, contentType) => {
    expect(read(text, { headers: { 'content-type': contentType } })).toMatchObject({
      accessToken: 'a+b',
      scopes: ['repo', 'gist'],
    });
  });

  it.each([
    ['nothing', '', 'token.empty'],
    ['null', 'null', 'token.null'],
    ['a list', '[{"access_token":"a"}]', 'token.array'],
    ['an empty list', '[]', 'token.array'],
    ['a text in JSON', '"abc"', 'token.not_json'],
    ['a number', '42', 'token.not_json'],
    ['words', 'Service is fine, thanks', 'token.not_json'],
    ['half a JSON', '{"access_token":"a', 'token.not_json'],
    ['a page', '<!doctype html><title>Log in</title>', 'token.html'],
    ['an error in a success', '{"error":"something_of_their_own"}', 'token.error_in_200'],
    ['a failure in a success', '{"ok":false,"error":"no_scopes"}', 'token.error_in_200'],
    ['no access token', '{"token_type":"bearer"}', 'token.no_access_token'],
    ['an empty access token', '{"access_token":""}', 'token.no_access_token'],
    ['an access token that is an object', '{"access_token":{"a":1}}', 'token.no_access_token'],
    ['a token with a line break', '{"access_token":"a\\r\\nX-Evil: 1"}', 'token.malformed_token'],
    ['a token type that needs proofs', '{"access_token":"a","token_type":"DPoP"}', 'token.unsupported_type'],
  ])('that is %s is reported by its own error [26]', (_, body, code) => {
    const error = failure(body);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^tokens\.example .+\.$/);
  });

  it('tells what a page says by its title [26]', () => {
    const page =
      '<html><head><title>Sign in &amp; go</title></head><body><h1>Welcome</h1><script>x</script></body></html>';
    expect(failure(page).serviceMessage).toBe('Sign in & go – Welcome');
  });

  it('takes "bearer" in any case, and says so of a type that nobody knows [27]', () => {
    for (const type of ['bearer', 'Bearer', 'BEARER', 'OAuth1'])
      expect(describeTokenType({ tokenType: type })).toBeUndefined();
    expect(read({ access_token: 'a' }).tokenType).toBe('Bearer');
    expect(describeTokenType(read({ access_token: 'a', token_type: 'Zoho\u202e' }))).toEqual(
      message('oauth.token.unknownType', { type: 'Zoho' }),
    );
  });

  it.each([
    [3600, now + 3_600_000],
    ['3600', now + 3_600_000],
    [-1, now],
    [undefined, undefined],
    ['soon', undefined],
    [null, undefined],
  ])('with expires_in %j ends at the right time [28]', (expiresIn, expected) => {
    expect(read({ access_token: 'a', expires_in: expiresIn }).expiresAt).toBe(expected);
  });

  it.each([
    // Strava, doorkeeper and Authlib send the end as a time; Entra ID's first version calls it expires_on.
    [{ token_type: 'bearer', expires_at: 1_735_689_600 }, 1_735_689_600_000],
    [{ expires_at: '2025-01-01T00:00:00Z' }, 1_735_689_600_000],
    [{ expires_on: '1735689600' }, 1_735_689_600_000],
    [{ expires_at: null, expires_on: '1735689600' }, 1_735_689_600_000],
    [{ expires: 1_735_689_600 }, 1_735_689_600_000],
    // A lifetime under the name of a time.
    [{ expires: '5184000' }, now + 5_184_000_000],
    [{ expires_at: 3600 }, now + 3_600_000],
    [{ expires_at: 0 }, undefined],
    // The lifetime wins: it does not depend on two clocks.
    [{ expires_in: 60, expires_at: 1_735_689_600 }, now + 60_000],
    [{ expires_in: null, expires_at: 1_735_689_600 }, 1_735_689_600_000],
  ])('with an absolute time %j ends at the right time [28]', (fields, expected) => {
    expect(read({ access_token: 'a', refresh_token: 'r', ...fields }).expiresAt).toBe(expected);
  });

  it('is found where the preset says, and beside it after a refresh', () => {
    const places = { tokenPointer: '/authed_user', account: '/team/name' };
    const body = {
      ok: true,
      access_token: 'bot',
      authed_user: { access_token: 'user', scope: 'a,b' },
      team: { name: 'ACME' },
    };
    expect(read(body, { places })).toMatchObject({ accessToken: 'user', scopes: ['a', 'b'], account: 'ACME' });
    expect(read({ ok: true, access_token: 'new' }, { places })).toMatchObject({ accessToken: 'new' });
  });

  it('is read under the names and at the depth that the connection tells, and by the standard ones where those are not there', () => {
    const places = { accessToken: '/data/key', refreshToken: '/data/renew_key', expiresIn: '/data/seconds/access' };
    const body = { data: { key: 'k', renew_key: 'n', seconds: { access: 60 } } };
    expect(read(body, { places })).toMatchObject({ accessToken: 'k', refreshToken: 'n', expiresAt: now + 60_000 });
    expect(read({ access_token: 'a', refresh_token: 'r' }, { places })).toMatchObject({
      accessToken: 'a',
      refreshToken: 'r',
    });
    // Below the object that holds the token fields.
    const both = { tokenPointer: '/result/1', accessToken: '/token~1value' };
    expect(read({ result: [0, { 'token/value': 'deep' }] }, { places: both }).accessToken).toBe('deep');
    expect(failure({ data: { key: { a: 1 } } }, { places }).code).toBe('token.no_access_token');
    expect(failure({ data: { key: 'a\nb' } }, { places }).code).toBe('token.malformed_token');
  });

  it.each([
    [{ refresh_token_expires_in: 60 }, now + 60_000],
    [{ refresh_token_expires_at: 1_893_456_000 }, 1_893_456_000_000],
    [{ refresh_expires_in: '60' }, now + 60_000],
    [{ x_refresh_token_expires_in: 8_726_400 }, now + 8_726_400_000],
    // Keycloak's offline tokens: they do not end.
    [{ refresh_expires_in: 0 }, undefined],
    [{ refresh_token_expires_in: 'soon' }, undefined],
    [{}, undefined],
  ])('with %j tells when its refresh token ends [28]', (fields, expected) => {
    expect(read({ access_token: 'a', refresh_token: 'r', ...fields }).refreshTokenExpiresAt).toBe(expected);
    expect(read({ access_token: 'a', ...fields }).refreshTokenExpiresAt).toBeUndefined();
  });

  it('hands out its ID token beside the token set, which never holds it', () => {
    const received = receive({ access_token: 'a', id_token: 'h.p.s' });
    expect(received.idToken).toBe('h.p.s');
    expect(JSON.stringify(received.tokenSet)).not.toContain('h.p.s');
    expect(receive({ access_token: 'a', id_token: 1 }).idToken).toBeUndefined();
    const places = { tokenPointer: '/authed_user' };
    const nested = { authed_user: { access_token: 'a', id_token: 'in.ner.one' }, id_token: 'outer' };
    expect(receive(nested, { places }).idToken).toBe('in.ner.one');
  });

  it('keeps the values that the connection wants of it and of the callback', () => {
    const capturedValues = { instanceUrl: 'token:/instance_url', realmId: 'callback:realmId', gone: 'token:/gone' };
    const options = { capturedValues, callback: { realmId: '4620816365' } };
    expect(read({ access_token: 'a', instance_url: 'https://acme.my.salesforce.com/' }, options).values).toEqual({
      instanceUrl: 'https://acme.my.salesforce.com',
      realmId: '4620816365',
    });
    expect(read({ access_token: 'a' }, { capturedValues })).not.toHaveProperty('values');
  });

  it('with null for what it leaves out counts as left out', () => {
    const tokenSet = read({ access_token: 'a', refresh_token: null, scope: null, token_type: null, expires_in: null });
    expect(tokenSet).toStrictEqual({ accessToken: 'a', tokenType: 'Bearer', obtainedAt: now });
  });

  it('has no account where the place of one holds an empty text', () => {
    expect(read({ access_token: 'a', team: '' }, { places: { account: '/team' } })).not.toHaveProperty('account');
    expect(read({ access_token: 'a', '': 'x' }, { places: { account: '' } })).not.toHaveProperty('account');
  });

  it.each([
    ['an access token', { access_token: 'a\u0000' }],
    ['a refresh token', { access_token: 'a', refresh_token: 'r\nx: y' }],
    ['a refresh token in another script', { access_token: 'a', refresh_token: 'ř' }],
  ])('is refused where %s could break the header that it goes into', (_, body) => {
    expect(failure(body).code).toBe('token.malformed_token');
  });

  it('is refused where a service says that it is none, whatever else it holds', () => {
    expect(failure({ ok: false, access_token: 'a', error: 'bad' }).code).toBe('token.error_in_200');
    expect(read({ ok: true, access_token: 'a', error: 'a warning' })).toMatchObject({ accessToken: 'a' });
  });

  it('says what it was, and where, when it is none', () => {
    const html = { 'content-type': 'text/html' };
    expect(failure('<p>x</p>', { headers: html }).details).toEqual({ host: 'tokens.example', status: 200 });
    for (const page of ['<!doctype html><p>', '<HTML>', '<head>', '<body>'])
      expect(failure(page).code).toBe('token.html');
    expect(failure('see <html>').code).toBe('token.not_json');
    expect(failure('text with a=b in it').code).toBe('token.not_json');
    expect(failure({ access_token: 'a', token_type: 'DPoP' })).toMatchObject({
      code: 'token.unsupported_type',
      serviceMessage: 'DPoP',
    });
    expect(failure('Not today', { status: 400 }).serviceMessage).toBe('Not today');
  });

  it('is a success with every status that is one', () => {
    expect(read({ access_token: 'a' }, { status: 299 })).toMatchObject({ accessToken: 'a' });
    for (const status of [199, 300]) expect(failure({ access_token: 'a' }, { status }).code).toMatch(/^token\./);
  });

  it('is read after a byte order mark and blanks', () => {
    expect(read('\ufeff access_token=a \n', {})).toMatchObject({ accessToken: 'a' });
  });
});

describe('a refusal', () => {
  it.each([
    [400, { error: 'invalid_grant' }, 'token.invalid_grant'],
    [401, { error: 'invalid_client' }, 'token.invalid_client'],
    [400, { error: 'invalid_scope' }, 'token.invalid_scope'],
    [400, { error: 'unauthorized_client' }, 'token.unauthorized_client'],
    [400, { error: 'unsupported_grant_type' }, 'token.unsupported_grant_type'],
    [400, { error: 'invalid_request' }, 'token.invalid_request'],
    [400, { error: 'something_else' }, 'token.refused'],
    [400, { error: 'constructor' }, 'token.refused'],
    [400, 'no', 'token.refused'],
    [401, '', 'token.invalid_client'],
    [404, '<html></html>', 'token.wrong_address'],
    [302, '', 'token.redirected'],
    [200, { error: 'bad_refresh_token' }, 'token.invalid_grant'],
    [200, { error: 'incorrect_client_credentials' }, 'token.invalid_client'],
    [400, { error: 'slow_down' }, 'token.rate_limited'],
    [200, { error: 'invalid_grant' }, 'token.invalid_grant'],
    [429, { error: 'slow' }, 'token.rate_limited'],
    [500, { error: 'invalid_grant' }, 'token.server_error'],
    [503, '<html>Maintenance</html>', 'token.server_error'],
    [400, { error: 'temporarily_unavailable' }, 'token.server_error'],
  ])('with status %i and %j has its own code [31]', (status, body, code) => {
    expect(failure(body, { status }).code).toBe(code);
  });

  it('is transient for 429 and 5xx, and final for invalid_grant alone [31]', () => {
    expect(isTransient(failure('', { status: 429 }))).toBe(true);
    expect(isTransient(failure('', { status: 502 }))).toBe(true);
    expect(isTransient(failure({ error: 'invalid_grant' }, { status: 400 }))).toBe(false);
    expect(needsLogin(failure({ error: 'invalid_grant' }, { status: 400 }))).toBe(true);
    expect(needsLogin(failure({ error: 'invalid_client' }, { status: 401 }))).toBe(false);
    expect(isTransient(new Error('anything'))).toBe(false);
  });

  it.each([
    ['7', 7],
    [new Date(now + 90_500).toUTCString(), 90],
    [new Date(now - 5_000).toUTCString(), 0],
    ['-3', undefined],
    ['later', undefined],
  ])('says when to come back: %s [31]', (header, seconds) => {
    expect(failure('', { status: 503, headers: { 'retry-after': header } }).details?.retryAfterSeconds).toBe(seconds);
  });

  it('says what the service said, safe and without our secrets [36]', () => {
    const body = {
      error: 'invalid_client',
      error_description: 'No \u202etop-secret\u0007 here',
      error_uri: 'https://x.example/e',
    };
    expect(atBorder('top-secret').report(failure(body, { status: 401 }))).toMatchObject({
      serviceMessage: 'invalid_client: No •••• here',
      details: { status: 401, errorUri: 'https://x.example/e' },
    });
  });

  it.each([
    [{ error: { code: 190, message: 'Bad code', type: 'OAuthException' } }, '190: Bad code'],
    [{ errors: [{ message: 'Nope' }] }, 'Nope'],
    [{ message: 'Broken' }, 'Broken'],
    [{ error: 'x', message: 'y' }, 'x: y'],
  ])('is understood in other shapes: %j', (body, serviceMessage) => {
    expect(failure(body, { status: 400 }).serviceMessage).toBe(serviceMessage);
  });
});
