import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conditionOf } from '../../../../app/feeds/odata/condition.ts';
import { parseFilter } from '../../../../app/feeds/odata/filter.ts';
import { mapColumns } from '../../../../app/shared/shape/condition.ts';
import type { ColumnChoice, ValueType } from '../../../../app/shared/shape/shape.ts';
import { previewId, receive } from '../../resources/preview/read-body.ts';
import { patiently } from '../../resources/preview/shape/patiently.ts';

const types = {
  Name: 'text',
  Amount: 'number',
  Day: 'date',
  At: 'datetime',
  Paid: 'boolean',
} as const satisfies Record<string, ValueType>;
type Column = keyof typeof types;
const columns = Object.entries(types).map(([name, type]) => ({ name, type }));
const names = Object.keys(types) as Column[];
const patterns = { Name: undefined, Amount: 'plain', Day: 'iso', At: 'iso', Paid: 'true_false' };

const values: Record<Column, readonly (string | number | boolean)[]> = {
  Name: ['a', 'A', 'ab', "o'b", 'b{{today}}', '5'],
  Amount: [-2, 0, 0.5, 3, 1000],
  Day: ['2026-01-01', '2026-11-30', '1999-12-31'],
  At: ['2026-11-30T12:00:00Z', '2026-11-30T12:00:01Z', '2026-12-01T00:00:00Z'],
  Paid: [true, false],
};
type Row = Partial<Record<Column, string | number | boolean | null>>;
const row: fc.Arbitrary<Row> = fc.record(
  Object.fromEntries(names.map((name) => [name, fc.constantFrom(null, ...values[name])])) as Record<
    Column,
    fc.Arbitrary<string | number | boolean | null>
  >,
  { requiredKeys: [] },
);

/** A filter as text, and what it means for a row: `null` is unknown. */
interface Meant {
  text: string;
  of(row: Row): boolean | null;
}
const literal = (value: string | number | boolean, column: Column): string =>
  types[column] === 'text' ? `'${String(value).replaceAll("'", "''")}'` : String(value);

const order: Record<string, (one: string | number | boolean, other: string | number | boolean) => boolean> = {
  gt: (one, other) => one > other,
  ge: (one, other) => one >= other,
  lt: (one, other) => one < other,
  le: (one, other) => one <= other,
};
const ordered: readonly Column[] = names.filter((name) => name !== 'Name' && name !== 'Paid');

const compare: fc.Arbitrary<Meant> = fc
  .constantFrom(...names)
  .chain((column) =>
    fc.record({
      column: fc.constant(column),
      value: fc.constantFrom(...values[column]),
      comparison: fc.constantFrom('eq', 'ne', ...(ordered.includes(column) ? Object.keys(order) : [])),
    }),
  )
  .map(({ column, value, comparison }) => ({
    text: `${column} ${comparison} ${literal(value, column)}`,
    of: (each) => {
      const own = each[column] ?? null;
      if (comparison === 'eq') return own === value;
      if (comparison === 'ne') return own !== value;
      return own !== null && order[comparison]?.(own, value) === true;
    },
  }));
const ofNull: fc.Arbitrary<Meant> = fc.constantFrom(...names).chain((column) =>
  fc.constantFrom('eq', 'ne', 'gt').map((comparison) => ({
    text: `${column} ${comparison} null`,
    of: (each: Row) => comparison !== 'gt' && ((each[column] ?? null) === null) === (comparison === 'eq'),
  })),
);
const functions: Record<string, (own: string, value: string) => boolean> = {
  contains: (own, value) => own.includes(value),
  startswith: (own, value) => own.startsWith(value),
  endswith: (own, value) => own.endsWith(value),
};
const ofText: fc.Arbitrary<Meant> = fc
  .record({
    name: fc.constantFrom(...Object.keys(functions)),
    folds: fc.constantFrom('', 'tolower', 'toupper'),
    value: fc.constantFrom('a', 'A', "'", '{{today}}', 'b'),
  })
  .map(({ name, folds, value }) => ({
    text: `${name}(${folds === '' ? 'Name' : `${folds}(Name)`},${literal(value, 'Name')})`,
    of: ({ Name }) => {
      if (typeof Name !== 'string') return null;
      const own = folds === 'tolower' ? Name.toLowerCase() : folds === 'toupper' ? Name.toUpperCase() : Name;
      return functions[name]?.(own, value) ?? null;
    },
  }));
const ofFolded: fc.Arbitrary<Meant> = fc.constantFrom('a', 'A', 'ab').map((value) => ({
  text: `tolower(Name) eq '${value}'`,
  of: ({ Name }) => typeof Name === 'string' && Name.toLowerCase() === value,
}));
const ofList: fc.Arbitrary<Meant> = fc.subarray([...values.Amount], { minLength: 1 }).map((list) => ({
  text: `Amount in (${list.join(',')})`,
  of: ({ Amount }) => list.includes(Amount ?? Number.NaN),
}));

/** Logic of three values (Protocol's URL Conventions §5.1.1.1.7). */
const both = (one: boolean | null, other: boolean | null): boolean | null =>
  one === false || other === false ? false : one === null || other === null ? null : true;
const not = (value: boolean | null): boolean | null => (value === null ? null : !value);

const { filter } = fc.letrec<{ filter: Meant; leaf: Meant }>((tie) => ({
  leaf: fc.oneof(compare, ofNull, ofText, ofFolded, ofList),
  filter: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.tuple(tie('filter'), tie('filter')).map(([one, other]) => ({
      text: `(${one.text}) and (${other.text})`,
      of: (each: Row) => both(one.of(each), other.of(each)),
    })),
    fc.tuple(tie('filter'), tie('filter')).map(([one, other]) => ({
      text: `(${one.text}) or (${other.text})`,
      of: (each: Row) => not(both(not(one.of(each)), not(other.of(each)))),
    })),
    tie('filter').map((one) => ({ text: `not (${one.text})`, of: (each: Row) => not(one.of(each)) })),
  ),
}));

it('keeps the rows for which the filter is true, as the plainest reading of it does', () => {
  const choices = Object.fromEntries(
    names.map((name): [string, ColumnChoice] => {
      const pattern = patterns[name];
      return [`/${name}`, { type: types[name], ...(pattern === undefined ? {} : { pattern }) }];
    }),
  );
  const shape = { order: [], columns: choices, steps: [] };
  // A first row with all columns: what no row has is no column.
  const first = Object.fromEntries(names.map((name) => [name, values[name][0]])) as Row;
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), filter, (others, { text, of }) => {
      const rows = [first, ...others];
      const { body } = receive(JSON.stringify(rows), { dataPath: '', shape });
      const where = mapColumns(conditionOf(parseFilter(text), columns), (name) => `/${name}`);
      const view = { previewId, dataPath: '', withParents: false, shape };
      const kept = patiently(() => body.tables.shapedRows(view, undefined, where));
      const indexes = Array.from({ length: kept.rowCount }, (_, index) => kept.sourceRow(index));
      expect(indexes).toEqual(rows.flatMap((each, index) => (of(each) === true ? [index] : [])));
    }),
    { numRuns: 300 },
  );
});

it.each([
  ["Amount eq 'x'", 'odata.badType'],
  ['Name eq 5', 'odata.badType'],
  ['Missing eq 5', 'odata.noColumn'],
  ["contains(Amount,'5')", 'odata.badType'],
  ['Day eq 2026-11-30T12:00:00Z', 'odata.badType'],
])('refuses %s', (text, id) => {
  expect(() => conditionOf(parseFilter(text), columns)).toThrowError(
    expect.objectContaining({ status: 400, text: expect.objectContaining({ id }) }),
  );
});

it('compares days with the midnights that some readers send, and moments with days', () => {
  const test = (column: string, value: string) => ({
    kind: 'test',
    filter: { column, test: 'is', value, to: '', values: [] },
  });
  const of = (text: string) => conditionOf(parseFilter(text), columns);
  expect(of('Day eq 2026-11-30T00:00:00Z')).toEqual(test('Day', '2026-11-30'));
  expect(of('At eq 2026-11-30')).toEqual(test('At', '2026-11-30'));
});
