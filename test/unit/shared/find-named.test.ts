import { expect, it } from 'vitest';
import { findNamed } from '../../../app/shared/find-named.ts';
import { requireNamed } from '../../../app/shared/require-named.ts';

const items = [
  { id: 'aaaa-1', name: 'Sales' },
  { id: 'aaaa-2', name: 'Sales archive' },
  { id: 'bbbb-3', name: 'sales' },
  { id: 'Sales archive', name: 'Other' },
];
const idsOf = (text: string) => findNamed(items, text).map(({ id }) => id);

it.each([
  ['aaaa-1', ['aaaa-1']],
  ['Sales', ['aaaa-1']],
  ['SALES', ['aaaa-1', 'bbbb-3']],
  ['Sales a', ['aaaa-2', 'Sales archive']],
  ['Sales archive', ['Sales archive']],
  ['oth', ['Sales archive']],
  ['bbbb', ['bbbb-3']],
  ['bbb', []],
  ['nothing', []],
])('%s means %j', (text, expected) => {
  expect(idsOf(text)).toEqual(expected);
});

it('names the candidates of a text that means several, ten at most', () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ id: `id-${index}`, name: `Report ${index}` }));
  expect(() => requireNamed(many, 'rep')).toThrow(expect.objectContaining({ code: 'local.ambiguous' }));
  expect(() => requireNamed(many, 'rep')).toThrow(/Report 0 \(id-0\), .*Report 9 \(id-9\), …/);
  expect(() => requireNamed(many, 'x')).toThrow(expect.objectContaining({ code: 'local.not_found' }));
});
