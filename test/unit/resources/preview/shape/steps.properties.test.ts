import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerOf } from '../../../../../app/resources/preview/shape/values/read-value.ts';
import { filterTests, type Shape, type Step, type ValueType } from '../../../../../app/shared/shape/shape.ts';
import { parsed, previewId, receive } from '../read-body.ts';
import { applyToModel, type Model } from './model.ts';
import { patiently } from './patiently.ts';

const columns = {
  '/text': { type: 'text', pattern: undefined },
  '/number': { type: 'number', pattern: 'plain' },
  '/german': { type: 'number', pattern: 'point_comma' },
  '/day': { type: 'date', pattern: 'dd.MM.yyyy' },
  '/at': { type: 'datetime', pattern: 'iso' },
  '/flag': { type: 'boolean', pattern: 'true_false' },
  '/in/time': { type: 'time', pattern: 'HH:mm' },
} as const satisfies Record<string, { type: ValueType; pattern: string | undefined }>;
type Pointer = keyof typeof columns;
const pointers = Object.keys(columns) as Pointer[];

const odd = fc.constantFrom<unknown>(undefined, null, '', 'n/a', 'N/A', '-', 17, { a: 1 });
const big = fc.constantFrom('9007199254740993', '9007199254740992', '9007199254740992.0', '9007199254740991.9999');
const cells: Record<Pointer, fc.Arbitrary<unknown>> = {
  '/text': fc.constantFrom(
    'a',
    'A',
    'ä',
    'b',
    'file 9',
    'file 10',
    'file 010',
    'fi"le\n',
    'é',
    'ß',
    'aaaaaaaaa1',
    'aaaaaaaaa2',
  ),
  '/number': fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }), big),
  '/german': fc.constantFrom('1.234,5', '-2', '0,1', '0,10', '1.234', '12', 3),
  '/day': fc.constantFrom('1.1.2026', '01.01.2026', '31.12.1999', '30.02.2026', '11.11.2030'),
  '/at': fc.constantFrom(
    '2026-11-30T12:00:00Z',
    '2026-11-30T13:00:00+01:00',
    '2026-11-30',
    '2026-11-30T12:00:00.1234561Z',
    '2026-11-30T12:00:00.1234562Z',
  ),
  '/flag': fc.boolean(),
  '/in/time': fc.constantFrom('7:00', '07:00:00', '23:59', '12:30:15.5'),
};

const values: Record<ValueType, readonly string[]> = {
  text: ['a', 'A', 'file 9', 'b', 'e', ''],
  number: ['0', '1234.5', '9007199254740993', '-2', '3', '0.1'],
  date: ['2026-01-01', '1999-12-31'],
  datetime: ['2026-11-30T12:00:00Z', '2026-11-30T12:00:00.1234561Z'],
  boolean: ['true', 'false'],
  time: ['07:00:00', '12:30:15.5'],
  duration: ['1'],
};

const row = fc.record(
  Object.fromEntries(
    pointers.map((pointer) => [
      pointer,
      fc.oneof({ weight: 6, arbitrary: cells[pointer] }, { weight: 1, arbitrary: odd }),
    ]),
  ) as Record<Pointer, fc.Arbitrary<unknown>>,
);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({
      column: fc.constantFrom(...pointers),
      test: fc.constantFrom(...filterTests),
      seeds: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
    })
    .map(({ column, test, seeds }): Step => {
      const known = values[columns[column].type];
      const [value = '', to = '', third = ''] = seeds.map((seed) => known[seed % known.length] ?? '');
      return { kind: 'filter', id: 'f', column, test, value, to, values: [value, third] };
    }),
  fc
    .array(fc.record({ column: fc.constantFrom(...pointers), descending: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((keys): Step => ({ kind: 'sort', id: 's', keys })),
  fc.subarray(pointers, { maxLength: 3 }).map((chosen): Step => ({ kind: 'distinct', id: 'd', columns: chosen })),
  fc
    .record({ count: fc.integer({ min: 1, max: 30 }), from: fc.constantFrom('first' as const, 'last' as const) })
    .map((limit): Step => ({ kind: 'limit', id: 'l', ...limit })),
);

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

function modelOf(rows: readonly Record<string, unknown>[], found: readonly string[]): Model {
  return new Map(
    found.map((pointer) => {
      const known = Object.hasOwn(columns, pointer) ? columns[pointer as Pointer] : undefined;
      const { type = 'text', pattern } = known ?? {};
      const read = readerOf(type, pattern);
      const cellOf = (value: unknown) => {
        const text = textOf(value);
        const isContainer = typeof value === 'object' && value !== null;
        const typed =
          read === undefined ? text || undefined : isContainer || text === '' ? undefined : read(text)?.text;
        return { text, value: typed };
      };
      return [pointer, { type, cells: rows.map((each) => cellOf(each[pointer])) }];
    }),
  );
}

describe('steps', () => {
  it('keep and order the rows that the plainest reading of them does', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.array(step, { minLength: 1, maxLength: 4 }),
        (rows, steps) => {
          const body = rows.map(({ '/in/time': time, ...each }, index) => ({
            '': index,
            ...Object.fromEntries(Object.entries(each).map(([pointer, value]) => [pointer.slice(1), value])),
            in: { time },
          }));
          const shape: Shape = {
            order: [],
            columns: Object.fromEntries(
              pointers.map((pointer) => [
                pointer,
                columns[pointer].pattern === undefined ? { type: 'text' as const } : { ...columns[pointer] },
              ]),
            ) as Shape['columns'],
            steps: steps.map((each, index) => ({ ...each, id: String(index) })),
          };
          const received = receive(JSON.stringify(body), { dataPath: '', shape });
          const view = { previewId, dataPath: '', shape };
          const summary = parsed(received.summary);
          const found = summary.columns.map(({ pointer }) => pointer);
          const model = modelOf(
            rows.map((each, index): Record<string, unknown> => ({ ...each, '/': index })),
            found,
          );
          let expected = rows.map((_row, index) => index);
          const counts = steps.map((each, index) => {
            if (!summary.stepProblems.some(({ id }) => id === String(index)))
              expected = applyToModel(model, each, expected);
            return expected.length;
          });
          expect(summary.stepRowCounts).toEqual(counts);
          const { rows: shown, pointers: places } = patiently(() =>
            received.body.rows({ ...view, columns: ['/', ...pointers], start: 0, count: 100 }),
          );
          expect(places).toEqual(expected.map((index) => `/${index}`));
          for (const [place, cellsOfRow] of shown.entries()) {
            const source = expected[place] ?? 0;
            for (const [column, pointer] of pointers.entries()) {
              const cell = cellsOfRow[column + 1];
              const own = model.get(pointer)?.cells[source];
              // No guess loses a value: the text stays what the body says.
              if (own !== undefined && own.text !== '') expect(cell?.text).toBe(own.text);
              if (columns[pointer].type !== 'text') expect(cell?.value).toBe(own?.value);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
