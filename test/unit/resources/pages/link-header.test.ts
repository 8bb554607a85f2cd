import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextLink } from '../../../../app/resources/pages/link-header.ts';

it.each([
  ['<https://a.example/?page=2>; rel="next"', 'https://a.example/?page=2'],
  ['<https://a.example/?page=2>; rel=next', 'https://a.example/?page=2'],
  ['</first>; rel="first", </?page=3>;rel="prev next"; title="a, <b>; rel=\\"last\\""', '/?page=3'],
  ['</a,b>; REL = "NEXT"', '/a,b'],
  ['<?page=2>; title="x"; rel="last next"', '?page=2'],
  // RFC 8288 §3.2: about another page.
  ['</other>; rel="next"; anchor="/elsewhere"', undefined],
  ['</last>; rel="last"', undefined],
  ['</x>; title="rel=next"', undefined],
  ['not a link', undefined],
  ['', undefined],
])('finds the next page in %s', (header, target) => {
  expect(nextLink(header)).toBe(target);
});

it('reads any header, and in a time that grows with it', () => {
  fc.assert(fc.property(fc.string(), (header) => void nextLink(header)));
  const start = performance.now();
  nextLink(`<a>${'; x="\\"'.repeat(20_000)}`);
  nextLink(`<a>${' ;a=b'.repeat(20_000)}`);
  expect(performance.now() - start).toBeLessThan(1000);
});
