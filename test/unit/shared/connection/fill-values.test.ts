import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillValues, hostOfValue } from '../../../../app/shared/connection/fill-values.ts';

it.each([
  [
    '{instance_url}/services/data',
    { instance_url: 'https://eu1.example.com' },
    'https://eu1.example.com/services/data',
  ],
  [
    '{instance_url}/services/data',
    { instance_url: 'https://eu1.example.com/' },
    'https://eu1.example.com/services/data',
  ],
  ['{id}?format=json', { id: 'https://login.example.com/id/0/1' }, 'https://login.example.com/id/0/1?format=json'],
  ['{id}', { id: 'https://login.example.com/id/0/1' }, 'https://login.example.com/id/0/1'],
  ['http://127.0.0.1:1/{a}', { a: 'b' }, 'http://127.0.0.1:1/b'],
  ['https://{dc}.api.example.com/3.0/', { dc: 'us6' }, 'https://us6.api.example.com/3.0/'],
  [
    'https://api.example.com/v3/company/{realmId}/x',
    { realmId: '123/../4?a#b' },
    'https://api.example.com/v3/company/123%2F..%2F4%3Fa%23b/x',
  ],
  ['https://api.example.com/?q={name}&x=1', { name: 'a&b=c d' }, 'https://api.example.com/?q=a%26b%3Dc%20d&x=1'],
  [
    '{instance_url}/{realmId}',
    { instance_url: 'https://a.example', realmId: '@evil.com/' },
    'https://a.example/%40evil.com%2F',
  ],
  ['https://api.example.com/?filter={"a":{b}}', { a: '1' }, 'https://api.example.com/?filter={"a":{b}}'],
  ['https://api.example.com/{constructor}', {}, 'https://api.example.com/{constructor}'],
])('fills %s in, each value at its place: %j', (text, values, expected) => {
  expect(fillValues(text, values as Record<string, string>)).toBe(expected); // the table's rows differ in their keys
});

it.each([
  ['{a}/x', 'http://plain.example.com'],
  ['{a}/x', 'eu1.example.com'],
  ['{a}/x', 'https://user:pw@eu1.example.com'],
  ['{a}/x', 'https://eu1.example.com?x='],
  ['{a}/x', 'https://eu1.example.com#'],
  ['{a}/x', 'javascript:alert(1)'],
  ['{a}.example.com/x', 'https://evil'],
  ['{b}{a}/x', '.evil.com'],
  ['{b}{a}/x', '@evil.com'],
  ['https://{a}.example.com/', 'evil.com/'],
  ['https://{a}.example.com/', 'evil.com:443'],
  ['https://{a}.example.com/', 'me@evil.com'],
  ['https://{a}.example.com/', 'evil.com\\'],
  ['https://api.example.com/{a}/x', '..'],
  ['https://api.example.com/{a}/x', ''],
  ['https://api.example.com/?q={a}', '\ud800'],
])('refuses for %s the value %j [42]', (text, value) => {
  expect(() => fillValues(text, { a: value, b: 'https://ok.example' })).toThrow(
    expect.objectContaining({ code: 'token.value_unusable' }),
  );
});

it('never lets a value change the host, nor reach another path or parameter [42]', () => {
  const template = 'https://api.example.com/v1/{a}/rows?filter={b}&limit=1';
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      let filled: string;
      try {
        filled = fillValues(template, { a, b });
      } catch {
        return;
      }
      const url = new URL(filled);
      expect(url.origin).toBe('https://api.example.com');
      expect(url.pathname.split('/')).toHaveLength(4);
      expect(decodeURIComponent(url.pathname.split('/')[2] ?? '')).toBe(a);
      expect([...url.searchParams]).toEqual([
        ['filter', b],
        ['limit', '1'],
      ]);
    }),
  );
}, 60_000);

it('never lets a value within the host leave the domain of the template [42]', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain()), (a) => {
      let filled: string;
      try {
        filled = fillValues('https://{a}.example.com/x', { a });
      } catch {
        return;
      }
      const url = new URL(filled);
      expect(url.hostname.endsWith('.example.com')).toBe(true);
      expect([url.pathname, url.search, url.hash, url.username]).toEqual(['/x', '', '', '']);
    }),
  );
}, 60_000);

it('takes at the start of a URL what is a whole URL, and its host stays that of the value [42]', () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ['https'] }), fc.string({ unit: 'binary', minLength: 1 }), (base, rest) => {
      const filled = fillValues('{base}/x/{rest}', { base, rest: `x${rest}` });
      expect(new URL(filled).host).toBe(new URL(base).host);
    }),
  );
}, 60_000);

it('knows the host that a value names', () => {
  expect(hostOfValue('https://eu1.example.com/x')).toBe('eu1.example.com');
  expect(hostOfValue('https://eu1.example.com:8443')).toBe('eu1.example.com:8443');
  expect(hostOfValue('EU1.example.com')).toBe('eu1.example.com');
  for (const value of ['http://eu1.example.com', 'https://a@evil.com', 'evil.com/x', 'ev il', '*.example.com', ''])
    expect(hostOfValue(value)).toBeUndefined();
});
