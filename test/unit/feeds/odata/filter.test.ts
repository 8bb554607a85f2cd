import { expect, it } from 'vitest';
import { parseFilter } from '../../../../app/feeds/odata/filter.ts';

const operand = (column: string, folds: 'lower' | 'upper' | null = null) => ({ column, folds });
const compare = (column: string, comparison: string, type: string, text: string) => ({
  kind: 'compare',
  operand: operand(column),
  comparison,
  value: { type, text },
});

it.each([
  ["Name eq 'O''Neil'", 'eq', 'text', "O'Neil"],
  ["Name eq 'a and (b)'", 'eq', 'text', 'a and (b)'],
  ["Name ne ''", 'ne', 'text', ''],
  ['Name gt 1', 'gt', 'number', '1'],
  ['Name ge -1.5e3', 'ge', 'number', '-1.5e3'],
  ['Name lt 12345678901234567890', 'lt', 'number', '12345678901234567890'],
  ['Name le 2026-11-30', 'le', 'date', '2026-11-30'],
  ['Name eq 2026-11-30T10:00:00Z', 'eq', 'datetime', '2026-11-30T10:00:00Z'],
  ['Name eq 2026-11-30T10:00:00.5+01:00', 'eq', 'datetime', '2026-11-30T10:00:00.5+01:00'],
  ['Name eq 10:30:00', 'eq', 'time', '10:30:00'],
  ["Name eq duration'PT1H'", 'eq', 'duration', 'PT1H'],
  ['Name eq true', 'eq', 'boolean', 'true'],
  ['Name eq null', 'eq', 'null', 'null'],
  ['Name eq 01234567-89ab-cdef-0123-456789abcdef', 'eq', 'text', '01234567-89ab-cdef-0123-456789abcdef'],
  ['5 lt Name', 'gt', 'number', '5'],
  ['(Name) eq (1)', 'eq', 'number', '1'],
  ['((Name eq 1))', 'eq', 'number', '1'],
])('reads %s', (text, comparison, type, value) => {
  expect(parseFilter(text)).toEqual(compare('Name', comparison, type, value));
});

it('binds and more than or, and not the most', () => {
  const a = compare('A', 'eq', 'number', '1');
  const b = compare('B', 'eq', 'number', '2');
  const c = compare('C', 'eq', 'number', '3');
  expect(parseFilter('A eq 1 or B eq 2 and C eq 3')).toEqual({ kind: 'or', of: [a, { kind: 'and', of: [b, c] }] });
  expect(parseFilter('(A eq 1 or B eq 2) and C eq 3')).toEqual({ kind: 'and', of: [{ kind: 'or', of: [a, b] }, c] });
  expect(parseFilter('not (A eq 1) and B eq 2')).toEqual({ kind: 'and', of: [{ kind: 'not', of: a }, b] });
});

it('reads functions of text, lists and columns of true and false', () => {
  const text = (test: string, folds: 'lower' | null = null) => ({
    kind: 'text',
    test,
    operand: operand('A', folds),
    value: { type: 'text', text: 'x' },
  });
  expect(parseFilter("contains(A,'x')")).toEqual(text('contains'));
  expect(parseFilter("startswith( tolower(A) , 'x' )")).toEqual(text('startswith', 'lower'));
  expect(parseFilter("endswith(A,'x') eq true")).toEqual(text('endswith'));
  expect(parseFilter("endswith(A,'x') eq false")).toEqual({ kind: 'not', of: text('endswith') });
  const numbers = ['1', '2'].map((each) => ({ type: 'number', text: each }));
  expect(parseFilter('A in (1, 2)')).toEqual({ kind: 'in', operand: operand('A'), values: numbers });
  expect(parseFilter('A and not B')).toEqual({
    kind: 'and',
    of: [
      { kind: 'column', operand: operand('A') },
      { kind: 'not', of: { kind: 'column', operand: operand('B') } },
    ],
  });
});

it.each([
  ['A eq', 'odata.badFilter', 5],
  ['A eq 1 B', 'odata.badFilter', 8],
  ["A eq 'x", 'odata.badFilter', 6],
  ['(A eq 1', 'odata.badFilter', 8],
  ['A == 1', 'odata.badFilter', 3],
  ['A in ()', 'odata.badFilter', 7],
])('says where %s is wrong', (text, id, position) => {
  expect(() => parseFilter(text)).toThrowError(
    expect.objectContaining({ status: 400, text: { id, values: { position } } }),
  );
});

it.each([
  ['A add 1 eq 2', 'odata.noFunction'],
  ['year(A) eq 2026', 'odata.noFunction'],
  ["indexof(A,'x') eq 1", 'odata.noFunction'],
  ['A eq B', 'odata.onlyValues'],
  ['1 eq 1', 'odata.onlyValues'],
  ['A/B eq 1', 'odata.noPath'],
  ['contains(A,B)', 'odata.onlyValues'],
])('says what feeds cannot do: %s', (text, id) => {
  expect(() => parseFilter(text)).toThrowError(
    expect.objectContaining({ status: 501, text: expect.objectContaining({ id }) }),
  );
});

it('reads long filters quickly, and refuses deep ones', () => {
  const many = Array.from({ length: 2000 }, (_, index) => `A eq ${index}`).join(' or ');
  expect(parseFilter(many)).toMatchObject({ kind: 'or', of: { length: 2000 } });
  const deep = (depth: number) => `${'('.repeat(depth)}A eq 1${')'.repeat(depth)}`;
  expect(parseFilter(deep(90))).toMatchObject({ kind: 'compare' });
  expect(() => parseFilter(deep(20_000))).toThrowError(expect.objectContaining({ status: 400 }));
  expect(() => parseFilter('not '.repeat(5000))).toThrowError(expect.objectContaining({ status: 400 }));
});
