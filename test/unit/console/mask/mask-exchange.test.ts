import { describe, expect, it } from 'vitest';
import type { RawExchange } from '../../../../app/http/exchanges.ts';
import { maskerOf } from '../some-exchange.ts';

const body = (text: string): Partial<RawExchange> => ({ status: 200, responseBody: Buffer.from(text) });
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl';

describe('the URL of an exchange', () => {
  it.each([
    ['userinfo', 'get', 'https://ann:hunter22@example.com/x', 'https://••••@example.com/x'],
    [
      'a token in the query',
      'get',
      'https://example.com/x?access_token=abc&page=2',
      'https://example.com/x?access_token=••••&page=2',
    ],
    [
      'an API key',
      'get',
      'https://example.com/x?api_key=abc&api-version=7',
      'https://example.com/x?api_key=••••&api-version=7',
    ],
    [
      'a key that looks like one',
      'get',
      'https://example.com/x?key=AIzaSyD4x8Lr2Tn8yQ',
      'https://example.com/x?key=••••',
    ],
    [
      'a state of an issue',
      'get',
      'https://example.com/x?state=open&code=DE',
      'https://example.com/x?state=open&code=DE',
    ],
    [
      'a name in percents',
      'get',
      'https://example.com/x?access%5Ftoken=abc',
      'https://example.com/x?access%5Ftoken=••••',
    ],
    [
      'a fragment',
      'window',
      'https://example.com/cb#access_token=abc&state=x',
      'https://example.com/cb#access_token=••••&state=••••',
    ],
    [
      'code and state',
      'window',
      'https://example.com/cb?code=abc&state=xyz&scope=read',
      'https://example.com/cb?code=••••&state=••••&scope=read',
    ],
    [
      'OAuth1',
      'window',
      'https://example.com/cb?oauth_token=abc&oauth_verifier=xyz',
      'https://example.com/cb?oauth_token=••••&oauth_verifier=••••',
    ],
    [
      'a URL in a URL',
      'window',
      'https://example.com/login?next=https%3A%2F%2Fexample.com%2Fcb%3Fcode%3Dabc',
      'https://example.com/login?next=https%3A%2F%2Fexample.com%2Fcb%3Fcode%3D••••',
    ],
    [
      'a session of a login page',
      'window',
      'https://example.com/login?flow=Zm9vYmFyMTIzNDU2Nzg5MHF3&hl=de',
      'https://example.com/login?flow=••••&hl=de',
    ],
    [
      'a session in the path',
      'window',
      'https://example.com/i/Zm9vYmFyMTIzNDU2Nzg5MHF3ZXJ0eXVpb3A/login',
      'https://example.com/i/••••/login',
    ],
    [
      'a tenant',
      'window',
      'https://example.com/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/authorize',
      'https://example.com/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/authorize',
    ],
    [
      'what was asked for',
      'window',
      'https://example.com/a?client_id=4711-h2k9qwertzuiopasdfgh.apps.example.com&redirect_uri=https%3A%2F%2Fwww.peakboard.com%2Foauth2-callback%2F&scope=a%20b',
      'https://example.com/a?client_id=4711-h2k9qwertzuiopasdfgh.apps.example.com&redirect_uri=https%3A%2F%2Fwww.peakboard.com%2Foauth2-callback%2F&scope=a%20b',
    ],
  ] as const)('shows no secret of %s [37]', (_what, kind, url, shown) => {
    expect(maskerOf().mask({ kind, url }).url).toBe(shown);
  });
});

describe('the headers of an exchange', () => {
  it.each([
    ['authorization', 'Bearer abc', 'Bearer ••••'],
    ['Authorization', 'Basic YTpi', 'Basic ••••'],
    ['Authorization', 'Zoho-oauthtoken abc', 'Zoho-oauthtoken ••••'],
    ['Authorization', 'abc', '••••'],
    ['Authorization', 'Bearer  abc\nd', 'Bearer ••••'],
    ['Authorization', '7 Bearer abc', '••••'],
    ['Authorization', 'XOAuth a="b"', 'XOAuth ••••'],
    ['Authorization', 'OAuth2 a="b"', 'OAuth2 ••••'],
    ['Authorization', 'Digest a="b"', 'Digest ••••'],
    ['Authorization', 'OAuth abc', 'OAuth ••••'],
    ['Proxy-Authorization', 'Basic YTpi', 'Basic ••••'],
    ['Cookie', 'a=b', '••••'],
    ['set-cookie', 'sid=1; Path=/', '••••'],
    ['X-Shopify-Access-Token', 'abc', '••••'],
    ['X-Api-Key', 'abc', '••••'],
    ['X-Session-Id', 'lqkjwheq', '••••'],
    ['X-Auth', 'ab12cd34ef56ab', '••••'],
    ['X-CSRF', 'abc', '••••'],
    ['X-Request-Id', 'abc', 'abc'],
    ['Location', 'https://example.com/cb?access_token=abc', 'https://example.com/cb?access_token=••••'],
    ['Referer', 'https://a:b@example.com/', 'https://••••@example.com/'],
    ['WWW-Authenticate', 'Bearer realm="x", error="invalid_token"', 'Bearer realm="x", error="invalid_token"'],
    ['X-Note', `see ${jwt}`, 'see ••••'],
    ['Accept', 'application/json, */*;q=0.5', 'application/json, */*;q=0.5'],
  ])('%s: %s is shown as %s [37]', (name, value, shown) => {
    expect(maskerOf().mask({ requestHeaders: { [name]: value } }).requestHeaders).toEqual([[name, shown]]);
    expect(maskerOf().mask({ responseHeaders: { [name]: [value, value] } }).responseHeaders).toEqual([
      [name, shown],
      [name, shown],
    ]);
  });

  it('show no session that a step of a login has in its path [37]', () => {
    const step = 'https://example.com/i/Zm9vYmFyMTIzNDU2Nzg5MHF3ZXJ0eXVpb3A/login?hl=de';
    const shown = 'https://example.com/i/••••/login?hl=de';
    const exchange = maskerOf().mask({
      kind: 'window',
      requestHeaders: { Referer: step },
      responseHeaders: { location: step, link: `<${step.slice(0, -12)}>; rel="next"` },
    });
    expect(exchange.requestHeaders).toEqual([['Referer', shown]]);
    expect(exchange.responseHeaders).toEqual([
      ['location', shown],
      ['link', '<https://example.com/i/••••>; rel="next"'],
    ]);
  });

  it('show what a wrong OAuth1 signature is found by, without the signature [37]', () => {
    const value =
      'OAuth realm="r", oauth_consumer_key="designer", oauth_token="t0", oauth_signature="s%3D", oauth_nonce="n", oauth_timestamp="17", oauth_version="1.0", oauth_signature_method="HMAC-SHA1"';
    const [header] = maskerOf().mask({ requestHeaders: { authorization: value } }).requestHeaders;
    expect(header?.[1]).toBe(value.replace('"t0"', '"••••"').replace('"s%3D"', '"••••"'));
  });

  it('hide those that carry the token under a name of their own [37]', () => {
    const exchange = maskerOf().mask({
      url: 'https://example.com/?tk=abc',
      requestHeaders: { 'X-Own': 'abc' },
      hiddenNames: ['x-own', 'tk'],
    });
    expect(exchange.requestHeaders).toEqual([['X-Own', '••••']]);
    expect(exchange.url).toBe('https://example.com/?tk=••••');
  });
});

describe('the bodies of an exchange', () => {
  it.each([
    [
      'grant_type=authorization_code&code=a&code_verifier=b&client_id=designer&client_secret=c',
      'grant_type=authorization_code&code=••••&code_verifier=••••&client_id=designer&client_secret=••••',
    ],
    ['grant_type=password&username=ann&password=p%26q', 'grant_type=password&username=ann&password=••••'],
    [
      'grant_type=x&assertion=a&client_assertion=b&device_code=c',
      'grant_type=x&assertion=••••&client_assertion=••••&device_code=••••',
    ],
    [
      '{"grant_type":"refresh_token","refresh_token":"a\\"b","client_secret":"c"}',
      '{"grant_type":"refresh_token","refresh_token":"••••","client_secret":"••••"}',
    ],
  ])('a token request %s is shown as %s [37]', (requestBody, shown) => {
    expect(maskerOf().mask({ kind: 'token', method: 'POST', requestBody }).requestBody).toBe(shown);
  });

  it.each([
    [
      '{"access_token":"a","token_type":"Bearer","expires_in":3600,"scope":"a b","refresh_token":"r","id_token":"i"}',
      '{"access_token":"••••","token_type":"Bearer","expires_in":3600,"scope":"a b","refresh_token":"••••","id_token":"••••"}',
    ],
    ['{"data":{"key":"a","list":["b",["c"]]},"ok":true}', '{"data":{"key":"••••","list":["••••",["••••"]]},"ok":true}'],
    [
      '{"access_token":{"value":"a","nr":7},"scope":["x","y"]}',
      '{"access_token":{"value":"••••","nr":••••},"scope":["x","y"]}',
    ],
    [
      '{"error":{"message":"wrong client","code":"invalid_client"}}',
      '{"error":{"message":"wrong client","code":"invalid_client"}}',
    ],
    [
      'oauth_token=a&oauth_token_secret=b&oauth_callback_confirmed=true&screen_name=ann',
      'oauth_token=••••&oauth_token_secret=••••&oauth_callback_confirmed=true&screen_name=••••',
    ],
    ['<r><access_token><![CDATA[lqkjwheqpoiuzt]]></access_token></r>', '••••'],
    ['access_token: lqkjwheqpoiuzt\ntoken_type: bearer\n', '••••'],
    ['{access_token: lqkjwheqpoiuzt}', '{••••: ••••}'],
    ['{"access_token":"a"}\nlqkjwheqpoiuzt', '{"access_token":"••••"}\n••••'],
    ['lqkjwheqpoiuztrewqasdfghjkl', '••••'],
    ['bGtxandoZXFwb2l1enQ=', '••••'],
    [' \n', ' \n'],
    ['"Zm9vYmFyMTIzNDU2Nzg5MHF3"', '"••••"'],
    ['Zm9vYmFyMTIzNDU2Nzg5MHF3', '••••'],
    ['{"access_token":"cut off in the mid', '{"access_token":"••••'],
  ])('a token response %s is shown as %s [37]', (text, shown) => {
    expect(maskerOf().mask({ kind: 'token', ...body(text) }).responseBody).toBe(shown);
  });

  it.each([
    [
      '{"error":"invalid_client","error_description":"Unknown client","trace":"x"}',
      '{"error":"invalid_client","error_description":"Unknown client","trace":"x"}',
    ],
    [
      '{"fault":{"code":"42","state":"refused","refresh_token":"r"}}',
      '{"fault":{"code":"42","state":"refused","refresh_token":"••••"}}',
    ],
  ])('a refusal %s says what it said: %s [37]', (text, shown) => {
    expect(maskerOf().mask({ kind: 'token', ...body(text), status: 400 }).responseBody).toBe(shown);
  });

  it.each([
    [
      '{"state":"open","code":"DE","key":"PROJ-1","access_token":"a"}',
      '{"state":"open","code":"DE","key":"PROJ-1","access_token":"••••"}',
    ],
    [`{"state":"Zm9vYmFyMTIz","note":"${jwt}"}`, '{"state":"••••","note":"••••"}'],
    ['{"inner":"{\\"refresh_token\\":\\"abc\\"}"}', '{"inner":"{\\"refresh_token\\":\\"••••\\"}"}'],
    [
      '<r><t:access_token type="x">abc</t:access_token><b>7</b></r>',
      '<r><t:access_token type="x">••••</t:access_token><b>7</b></r>',
    ],
    [
      '<r><access_token><![CDATA[lqkj<wheq]]></access_token><b><![CDATA[7]]></b></r>',
      '<r><access_token><![CDATA[••••]]></access_token><b><![CDATA[7]]></b></r>',
    ],
    ['<input type="hidden" name="csrf_token" value="abc">', '<input type="hidden" name="csrf_token" value="••••">'],
    ['you sent Bearer abc123def', 'you sent Bearer ••••'],
    ['city;sales\nMunich;1204', 'city;sales\nMunich;1204'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n', '••••\n'],
  ])('a response %s is shown as %s [37]', (text, shown) => {
    expect(maskerOf().mask(body(text)).responseBody).toBe(shown);
  });
});

it('keeps the start of a long body and says so, and does not take long for odd ones', () => {
  const { mask } = maskerOf('a-secret-value');
  for (const odd of [
    'a'.repeat(20_000),
    '{"a":'.repeat(4000),
    'name='.repeat(4000),
    '"'.repeat(20_000),
    '<'.repeat(20_000),
    '%41'.repeat(7000),
    '\\'.repeat(20_000),
    '&amp;'.repeat(4000),
  ]) {
    const exchange = mask({ ...body(odd), bodyTruncated: true });
    expect(exchange.responseBody?.length).toBeLessThanOrEqual(16 * 1024);
    expect(exchange.bodyTruncated).toBe(true);
  }
});

it('keeps what tells about an exchange, and adds nothing that was not there', () => {
  const least = maskerOf().mask({});
  expect(least).toStrictEqual({
    at: 1,
    kind: 'get',
    method: 'GET',
    url: 'https://api.example.com/v1/sales',
    requestHeaders: [],
    responseHeaders: [],
    bodyTruncated: false,
  });
  const facts = { connectionId: 'c', resourceId: 'r', status: 200, bytes: 7, error: 'http.timeout' } as const;
  const whole = maskerOf().mask({ ...facts, durationMs: 12.345, bodyTruncated: true });
  expect(whole).toStrictEqual({ ...least, ...facts, durationMs: 12.3, bodyTruncated: true });
});

it('keeps the start of long addresses and headers, and the first hundred headers [55]', () => {
  const long = 'x '.repeat(5_000);
  const headers = Object.fromEntries(Array.from({ length: 105 }, (_, at) => [`h${at}`, at === 0 ? long : 'v']));
  const exchange = maskerOf().mask({
    url: `https://x.example/${long}`,
    requestHeaders: { ...headers, gone: undefined },
    responseHeaders: { [`n${'x'.repeat(300)}`]: 'v', gone: undefined, authorization: `OAuth a="${long}"` },
  });
  expect(exchange.url).toHaveLength(8_000);
  expect(exchange.requestHeaders).toHaveLength(100);
  expect(exchange.requestHeaders[0]?.[1]).toHaveLength(4_000);
  expect(exchange.responseHeaders.map(([name, value]) => [name.length, value.length])).toEqual([
    [200, 1],
    ['authorization'.length, 4_000],
  ]);
});

it('hides long names in the path of a login page alone, and no UUID with more around it [37]', () => {
  const long = 'Zm9vYmFyMTIzNDU2Nzg5MHF3ZXJ0eXVpb3A';
  const urlOf = (kind: 'window' | 'get', url: string) => maskerOf().mask({ kind, url }).url;
  expect(urlOf('get', `https://x.example/i/${long}`)).toBe(`https://x.example/i/${long}`);
  expect(urlOf('window', `https://x.example/i/${long}`)).toBe('https://x.example/i/••••');
  const uuid = '8eaef023-2b34-4da1-9baa-8bc8c9d6a490';
  expect(urlOf('window', `https://x.example/${uuid}`)).toBe(`https://x.example/${uuid}`);
  for (const more of [`${uuid}-Ab9`, `Ab9-${uuid}`])
    expect(urlOf('window', `https://x.example/${more}`)).toBe('https://x.example/••••');
});

it('shows no body that is no text [37]', () => {
  const utf16 = Buffer.from('secret', 'utf16le');
  expect(maskerOf().mask({ status: 200, responseBody: utf16 })).not.toHaveProperty('responseBody');
});
