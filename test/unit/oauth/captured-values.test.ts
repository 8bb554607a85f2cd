import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureValues, safeForUrl } from '../../../app/oauth/captured-values.ts';

describe('captured values', () => {
  it('come from the callback by name and from the token response by JSON Pointer', () => {
    const wanted = {
      realmId: 'callback:realmId',
      domain: 'token:/api/domain',
      region: 'token:/regions/0',
      n: 'token:/n',
    };
    const sources = {
      callback: { realmId: '4620816365', code: 'c' },
      response: { api: { domain: 'https://www.zohoapis.eu' }, regions: ['eu-1'], n: 42 },
    };
    expect(captureValues(wanted, sources)).toEqual({
      realmId: '4620816365',
      domain: 'https://www.zohoapis.eu',
      region: 'eu-1',
      n: '42',
    });
  });

  it('are left out where they are missing, or where nobody knows the source', () => {
    const wanted = {
      a: 'callback:none',
      b: 'token:/none',
      c: 'token:',
      d: 'cookie:/x',
      e: 'x',
      f: 'callback:toString',
    };
    expect(captureValues(wanted, { callback: {}, response: { x: '1' } })).toEqual({});
    expect(captureValues(wanted, {})).toEqual({});
    expect(captureValues({ whole: 'token:' }, { response: 'text' })).toEqual({});
  });

  it.each([
    ['https://acme.my.salesforce.com', 'https://acme.my.salesforce.com'],
    ['https://acme.my.salesforce.com/', 'https://acme.my.salesforce.com'],
    ['https://api.example.com:8443/v1/acme', 'https://api.example.com:8443/v1/acme'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['acme.myshopify.com', 'acme.myshopify.com'],
    [7, '7'],
    ['x'.repeat(500), 'x'.repeat(500)],
  ])('may be %j', (value, kept) => {
    expect(safeForUrl(value)).toBe(kept);
  });

  it.each([
    'http://api.example.com',
    'https://user:pw@api.example.com',
    'https://@api.example.com',
    'https://api.example.com?x=1',
    'https://api.example.com/?',
    'https://api.example.com/#a',
    'https://api.example.com/../x',
    'https://api.example.com/a/%2e%2e/b c',
    'https:/api.example.com',
    'https:\\\\api.example.com',
    'https://api.example.com\\@evil.example',
    ' https://api.example.com',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'a/b',
    'a?b',
    'a#b',
    'a@b',
    'a:80',
    'a%2Fb',
    'a b',
    'a\nb',
    '..',
    '.',
    'a..b',
    '.example.com',
    '',
    'x'.repeat(501),
    '\u202eabc',
    1.5,
    true,
    null,
    {},
    ['a'],
  ])('are never %j', (value) => {
    expect(safeForUrl(value)).toBeUndefined();
  });

  /** Texts that look like what an attacker would try: pieces of URLs in any order. */
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        'https://',
        'http://',
        'evil.example',
        '@',
        '/',
        '\\',
        '?',
        '#',
        ':',
        '..',
        '.',
        '%2f',
        '%',
        '//',
        ' ',
      ),
      fc.string({ maxLength: 5 }),
      fc.domain(),
    ),
    { maxLength: 8 },
  );
  const hostile = fc.oneof(
    pieces.map((parts) => parts.join('')),
    fc.webUrl(),
    fc.string(),
  );

  it('never turn a URL into one of another host, path or query', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const value = safeForUrl(text);
        if (value === undefined) return;
        if (value.includes('://')) {
          // Where it begins the URL, what follows is the path, whole and in its place.
          const url = new URL(`${value}/services/data?x=1`);
          const alone = new URL(value);
          expect([url.origin, url.search, url.hash, url.username]).toEqual([alone.origin, '?x=1', '', '']);
          expect(url.pathname).toBe(`${alone.pathname.replace(/\/$/, '')}/services/data`);
          expect(url.protocol === 'https:' || /^(localhost|127\.|\[::1\])/.test(url.hostname)).toBe(true);
        } else {
          const url = new URL(`https://api.example.com/v1/${value}/items?id=${value}&x=1`);
          expect(url.host).toBe('api.example.com');
          expect(url.pathname).toBe(`/v1/${value}/items`);
          expect([...url.searchParams]).toEqual([
            ['id', value],
            ['x', '1'],
          ]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('stay as they are when they are captured again', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const value = safeForUrl(text);
        if (value !== undefined) expect(safeForUrl(value)).toBe(value);
      }),
    );
  });
});
