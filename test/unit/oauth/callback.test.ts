import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCallback, readCallbackParameters } from '../../../app/oauth/callback.ts';
import { createState } from '../../../app/oauth/state.ts';
import { matchesCallback } from '../../../app/shared/connection/callback-url.ts';

const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';
const thrown = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

const nearMisses = [
  ['another scheme', 'http://www.peakboard.com/oauth2-callback/'],
  ['a custom scheme', 'peakboard://www.peakboard.com/oauth2-callback/'],
  ['another port', 'https://www.peakboard.com:444/oauth2-callback/'],
  ['the port of http', 'https://www.peakboard.com:80/oauth2-callback/'],
  ['a missing last slash', 'https://www.peakboard.com/oauth2-callback'],
  ['two last slashes', 'https://www.peakboard.com/oauth2-callback//'],
  ['two first slashes', 'https://www.peakboard.com//oauth2-callback/'],
  ['a longer name', 'https://www.peakboard.com/oauth2-callback-evil/'],
  ['a deeper path', 'https://www.peakboard.com/oauth2-callback/x'],
  ['a parent path', 'https://www.peakboard.com/'],
  ['a prefixed path', 'https://www.peakboard.com/x/oauth2-callback/'],
  ['a step upwards', 'https://www.peakboard.com/oauth2-callback/../'],
  ['an encoded last slash', 'https://www.peakboard.com/oauth2-callback%2F'],
  ['an encoded slash after it', 'https://www.peakboard.com/oauth2-callback/%2F'],
  ['an encoded letter', 'https://www.peakboard.com/oauth2-c%61llback/'],
  ['a path in capitals', 'https://www.peakboard.com/OAuth2-Callback/'],
  ['a path parameter', 'https://www.peakboard.com/oauth2-callback/;x'],
  ['an encoded question mark', 'https://www.peakboard.com/oauth2-callback/%3Fcode=1'],
  ['an encoded null', 'https://www.peakboard.com/oauth2-callback/%00'],
  ['a user name', 'https://user@www.peakboard.com/oauth2-callback/'],
  ['a user name and password', 'https://user:pw@www.peakboard.com/oauth2-callback/'],
  ['an empty user name', 'https://@www.peakboard.com/oauth2-callback/'],
  ['the host as user name', 'https://www.peakboard.com@evil.example/oauth2-callback/'],
  ['the host as user name behind a backslash', 'https://www.peakboard.com\\@evil.example/oauth2-callback/'],
  ['a host that starts alike', 'https://www.peakboard.com.evil.example/oauth2-callback/'],
  ['a host that ends alike', 'https://evilwww.peakboard.com/oauth2-callback/'],
  ['the bare domain', 'https://peakboard.com/oauth2-callback/'],
  ['another subdomain', 'https://app.peakboard.com/oauth2-callback/'],
  ['a trailing dot', 'https://www.peakboard.com./oauth2-callback/'],
  ['a look-alike letter', 'https://www.pe\u0430kboard.com/oauth2-callback/'],
  ['the look-alike in punycode', 'https://www.xn--pekboard-8fh.com/oauth2-callback/'],
  ['the callback as a parameter', 'https://evil.example/?u=https://www.peakboard.com/oauth2-callback/'],
  ['the callback as a fragment', 'https://evil.example/#https://www.peakboard.com/oauth2-callback/'],
  ['the callback as a path', 'https://evil.example/https://www.peakboard.com/oauth2-callback/'],
  ['a view of its source', 'view-source:https://www.peakboard.com/oauth2-callback/'],
  ['a blob', 'blob:https://www.peakboard.com/oauth2-callback/'],
  ['a relative address', '/oauth2-callback/'],
  ['nothing', ''],
] as const;

describe('matchesCallback', () => {
  it.each(nearMisses)('refuses %s: %s [14]', (_, url) => {
    expect(matchesCallback(callbackUrl, url)).toBe(false);
    expect(matchesCallback(callbackUrl, `${url}?code=1&state=2`)).toBe(false);
  });

  it.each([
    callbackUrl,
    `${callbackUrl}?code=1&state=2`,
    `${callbackUrl}#code=1&state=2`,
    `${callbackUrl}?`,
    'https://WWW.Peakboard.com/oauth2-callback/?code=1',
    'HTTPS://www.peakboard.com:443/oauth2-callback/',
    `${callbackUrl}?email=a@b.example`,
  ])('accepts %s, which is the same address [14]', (url) => {
    expect(matchesCallback(callbackUrl, url)).toBe(true);
  });

  it('wants every query parameter of the registered URL, in any order, and allows others [14]', () => {
    const registered = 'https://example.com/cb?tenant=a&x=1&x=2';
    expect(matchesCallback(registered, 'https://example.com/cb?code=9&x=2&tenant=a&x=1')).toBe(true);
    expect(matchesCallback(registered, 'https://example.com/cb?tenant=a&x=1')).toBe(false);
    expect(matchesCallback(registered, 'https://example.com/cb?tenant=b&x=1&x=2')).toBe(false);
    expect(matchesCallback(registered, 'https://example.com/cb#tenant=a&x=1&x=2')).toBe(false);
  });

  it('knows ports and IPv6 of loopback, and tells its names apart [14]', () => {
    expect(matchesCallback('http://127.0.0.1:8080/cb', 'http://127.0.0.1:8080/cb?code=1')).toBe(true);
    expect(matchesCallback('http://127.0.0.1:8080/cb', 'http://127.0.0.1:8081/cb?code=1')).toBe(false);
    expect(matchesCallback('http://127.0.0.1:8080/cb', 'http://localhost:8080/cb?code=1')).toBe(false);
    expect(matchesCallback('http://[::1]:8080/cb', 'http://[0:0:0:0:0:0:0:1]:8080/cb')).toBe(true);
  });

  it('never throws, whatever a page navigates to', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => typeof matchesCallback(a, b) === 'boolean'));
  });

  it('matches no other host, port or path than its own [14]', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const parsed = new URL(url);
        const same = parsed.origin === 'https://www.peakboard.com' && parsed.pathname === '/oauth2-callback/';
        return matchesCallback(callbackUrl, url) === same;
      }),
    );
  }, 60_000);
});

describe('readCallback', () => {
  const expectState = () => {
    const state = createState();
    return { state: state.value, expected: { callbackUrl, takeState: state.take } };
  };

  it('reads the response from the query [17]', () => {
    const { state, expected } = expectState();
    expect(readCallback({ url: `${callbackUrl}?code=a%2Fb+c&state=${state}`, method: 'GET' }, expected).code).toBe(
      'a/b c',
    );
  });

  it('reads the response from the fragment [17]', () => {
    const { state, expected } = expectState();
    expect(readCallback({ url: `${callbackUrl}#code=abc&state=${state}`, method: 'GET' }, expected).code).toBe('abc');
  });

  it('reads the response from a form_post body [17]', () => {
    const { state, expected } = expectState();
    const request = { url: callbackUrl, method: 'POST', body: `state=${state}&code=abc` } as const;
    expect(readCallback(request, expected).code).toBe('abc');
  });

  it.each([
    ['in the query', (s: string) => ({ url: `${callbackUrl}?code=a&code=b&state=${s}`, method: 'GET' as const })],
    ['the state', (s: string) => ({ url: `${callbackUrl}?code=a&state=${s}&state=${s}`, method: 'GET' as const })],
    [
      'in query and fragment',
      (s: string) => ({ url: `${callbackUrl}?code=a&state=${s}#code=a`, method: 'GET' as const }),
    ],
    [
      'in query and body',
      (s: string) => ({ url: `${callbackUrl}?code=a`, method: 'POST' as const, body: `code=a&state=${s}` }),
    ],
    ['of no known name', (s: string) => ({ url: `${callbackUrl}?code=a&state=${s}&x=1&x=1`, method: 'GET' as const })],
  ])('refuses a duplicate %s [17]', (_, request) => {
    const { state, expected } = expectState();
    expect(thrown(() => readCallback(request(state), expected))).toMatchObject({
      code: 'callback.duplicate_parameter',
    });
  });

  it('names the parameter that came twice, without its values [17]', () => {
    const error = thrown(() =>
      readCallbackParameters({ url: `${callbackUrl}?x=secret-1&x=secret-2`, method: 'GET' }, callbackUrl),
    );
    expect(error).toMatchObject({ details: { parameter: 'x' } });
    expect(JSON.stringify(error)).not.toContain('secret-');
  });

  it("does not take the registered URL's own parameters for the response's [17]", () => {
    const registered = 'https://example.com/cb?x=1';
    const found = readCallbackParameters({ url: `${registered}&code=2`, method: 'GET' }, registered);
    expect([...found]).toEqual([['code', '2']]);
    expect(
      thrown(() => readCallbackParameters({ url: `${registered}&code=2&x=1&x=3`, method: 'GET' }, registered)),
    ).toMatchObject({ code: 'callback.duplicate_parameter' });
  });

  it('refuses a response at another address [14]', () => {
    const { state, expected } = expectState();
    const request = { url: `https://evil.example/?code=1&state=${state}`, method: 'GET' } as const;
    expect(thrown(() => readCallback(request, expected))).toMatchObject({ code: 'callback.wrong_address' });
  });

  it('refuses a wrong, a shortened and a missing state [19]', () => {
    for (const [make, code] of [
      [() => 'state=wrong', 'callback.state_mismatch'],
      [(state: string) => `state=${state.slice(0, -1)}`, 'callback.state_mismatch'],
      [(state: string) => `state=${state}x`, 'callback.state_mismatch'],
      [() => 'state=', 'callback.state_mismatch'],
      [() => '', 'callback.state_missing'],
    ] as const) {
      const { state, expected } = expectState();
      const request = { url: `${callbackUrl}?code=1&${make(state)}`, method: 'GET' } as const;
      expect(thrown(() => readCallback(request, expected))).toMatchObject({ code });
    }
  });

  it('takes a state once [19]', () => {
    const { state, expected } = expectState();
    const request = { url: `${callbackUrl}?code=1&state=${state}`, method: 'GET' } as const;
    expect(readCallback(request, expected)).toMatchObject({ code: '1' });
    expect(thrown(() => readCallback(request, expected))).toMatchObject({ code: 'callback.state_mismatch' });
  });

  it('is not used up by a wrong state, so that another page cannot end the login [19] [54]', () => {
    const { state, expected } = expectState();
    const withState = (value: string) =>
      readCallback({ url: `${callbackUrl}?code=1&state=${value}`, method: 'GET' }, expected);
    expect(thrown(() => withState('guess'))).toMatchObject({ code: 'callback.state_mismatch' });
    expect(withState(state)).toMatchObject({ code: '1' });
  });

  it('draws states of 256 bits that never repeat [19]', () => {
    const values = Array.from({ length: 1000 }, () => createState().value);
    expect(new Set(values).size).toBe(1000);
    for (const value of values) expect(Buffer.from(value, 'base64url')).toHaveLength(32);
  });

  it('counts an error only with the right state [18]', () => {
    const wrong = expectState();
    const request = { url: `${callbackUrl}?error=access_denied&state=other`, method: 'GET' } as const;
    expect(thrown(() => readCallback(request, wrong.expected))).toMatchObject({ code: 'callback.state_mismatch' });
    const right = expectState();
    const response = { url: `${callbackUrl}?error=access_denied&state=${right.state}`, method: 'GET' } as const;
    expect(thrown(() => readCallback(response, right.expected))).toMatchObject({ code: 'callback.access_denied' });
  });

  it.each(['user_cancelled_login', 'user_cancelled_authorize'])('takes LinkedIn’s %s for a denial', (error) => {
    const { state, expected } = expectState();
    const response = { url: `${callbackUrl}?error=${error}&state=${state}`, method: 'GET' } as const;
    expect(thrown(() => readCallback(response, expected))).toMatchObject({ code: 'callback.access_denied' });
  });

  it('says what the service said, made safe, and links only to https [36]', () => {
    const { state, expected } = expectState();
    const query = new URLSearchParams({
      error: 'invalid_scope',
      error_description: 'No\u202e such\u0000 scope',
      error_uri: 'javascript:alert(1)',
      state,
    });
    const error = thrown(() => readCallback({ url: `${callbackUrl}?${query}`, method: 'GET' }, expected));
    expect(error).toMatchObject({ code: 'callback.error', serviceMessage: 'invalid_scope: No such scope' });
    expect(error).not.toHaveProperty('details.errorUri');
  });

  it.each([
    ['alone', { error: 'server_error' }, 'server_error', { error: 'server_error' }],
    [
      'with a page about it',
      { error: 'server_error', error_description: 'Down', error_uri: 'https://as.example/why' },
      'server_error: Down',
      { error: 'server_error', errorUri: 'https://as.example/why' },
    ],
  ])('passes on an error %s', (_, sent, serviceMessage, details) => {
    const { state, expected } = expectState();
    const query = new URLSearchParams({ ...sent, state });
    const error = thrown(() => readCallback({ url: `${callbackUrl}?${query}`, method: 'GET' }, expected));
    expect(error).toMatchObject({ code: 'callback.error', serviceMessage });
    expect(error).toHaveProperty('details', details);
  });

  it('says that there is no code', () => {
    const { state, expected } = expectState();
    expect(
      thrown(() => readCallback({ url: `${callbackUrl}?code=&state=${state}`, method: 'GET' }, expected)),
    ).toMatchObject({
      code: 'callback.no_code',
    });
  });

  it('compares the issuer exactly, and misses it where it was promised [21]', () => {
    const issuer = 'https://as.example';
    const read = (iss: string, extra: object) => {
      const { state, expected } = expectState();
      return readCallback(
        { url: `${callbackUrl}?code=1&state=${state}${iss}`, method: 'GET' },
        { ...expected, ...extra },
      );
    };
    expect(read('&iss=https%3A%2F%2Fas.example', { issuer })).toMatchObject({ code: '1' });
    expect(read('', { issuer })).toMatchObject({ code: '1' });
    expect(read('&iss=anything', {})).toMatchObject({ code: '1' });
    expect(thrown(() => read('&iss=https%3A%2F%2Fas.example%2F', { issuer }))).toMatchObject({
      code: 'callback.issuer_mismatch',
      serviceMessage: 'https://as.example/',
      message: expect.stringContaining('came from another service'),
    });
    const missing = thrown(() => read('', { issuer, issuerRequired: true }));
    expect(missing).toMatchObject({
      code: 'callback.issuer_mismatch',
      message: expect.stringContaining('does not name the service'),
    });
    expect(missing).toHaveProperty('serviceMessage', undefined);
  });
});
