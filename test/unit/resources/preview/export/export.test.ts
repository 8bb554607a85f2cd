import fc from 'fast-check';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { isFormula, neutralised } from '../../../../../app/resources/preview/export/formula.ts';
import type { ShapedCell } from '../../../../../app/resources/preview/shape/shaped-rows.ts';
import {
  type CsvChoices,
  csvDelimiters,
  decimalMarks,
  initialExportChoices,
  lineEnds,
} from '../../../../../app/shared/export/export.ts';
import { noShape, type Shape } from '../../../../../app/shared/shape/shape.ts';
import { patiently } from '../shape/patiently.ts';
import { bodyOf, exported } from './exported.ts';

const shown = ({ value, text }: ShapedCell): string => value ?? text;
const csv = (change: Partial<CsvChoices>): CsvChoices => ({ ...initialExportChoices.csv, ...change });

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '=1+2',
    '+x',
    '-5',
    '-5,00 €',
    '@sum',
    '\tx',
    '\rx',
    '＝x',
    'a"b',
    'a,b;c\td',
    'a\nb',
    ' a ',
    '',
    '00012',
    '1e5',
  ),
);
const value = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('2026-11-30', '2026-11-30T12:00:00Z', '12:30', '1.234,5', '12.345.678,90'),
  fc.record({ x: fc.integer() }),
  fc.array(fc.integer(), { maxLength: 2 }),
);
const names = ['id', 'name, "quoted"', '=formula', 'ü'];
const anyRows = fc.array(fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: ['id'] }), {
  minLength: 1,
  maxLength: 12,
});
const anyShape = fc.record({
  order: fc.shuffledSubarray(['/id', '/ü']),
  columns: fc.constantFrom<Shape['columns']>(
    {},
    { '/id': { name: 'Number' }, '/ü': { hidden: true } },
    { '/ü': { pinned: true, type: 'text' } },
  ),
  steps: fc.constantFrom<Shape['steps']>(
    [],
    [{ kind: 'sort', id: 's', keys: [{ column: '/id', descending: true }] }],
    [{ kind: 'limit', id: 'l', count: 3, from: 'last' }],
  ),
});

/** The cells as a resource of the format CSV shows them, with the names as the first row. */
function readByUs(written: string): string[][] {
  const body = bodyOf(written, 'csv');
  const rows = patiently(() => body.tables.shapedRows({ dataPath: '', withParents: false, shape: noShape }));
  const names = rows.columns.map(({ label }) => label);
  return [names, ...rows.read(0, rows.rowCount).map((cells) => cells.map((cell) => cell.text))];
}

/** As the preview shows them: pinned columns are first. */
const pinnedFirst = (columns: string[], shape: Shape): number[] => {
  const pinned = columns.map((name) => name === 'ü' && shape.columns['/ü']?.pinned === true);
  return [...columns.keys()].sort((one, other) => Number(pinned[other]) - Number(pinned[one]));
};

describe('an export has the shape of the preview', () => {
  it('as CSV, read by another program', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRows,
        anyShape,
        fc.record({
          delimiter: fc.constantFrom(...csvDelimiters),
          decimalMark: fc.constantFrom(...decimalMarks),
          lineEnd: fc.constantFrom(...lineEnds),
          mark: fc.boolean(),
        }),
        async (rows, shape, choices) => {
          const body = bodyOf(JSON.stringify(rows));
          const out = await exported(body, { format: 'csv', csv: csv(choices) }, { shape });
          expect(out.text.startsWith('\ufeff')).toBe(choices.mark);
          const { data } = Papa.parse<string[]>(out.text.replace('\ufeff', ''), {
            delimiter: { comma: ',', semicolon: ';', tab: '\t' }[choices.delimiter],
            newline: choices.lineEnd === 'crlf' ? '\r\n' : '\n',
          });
          // The line end after the last row.
          expect(data.pop()).toEqual(['']);
          const order = pinnedFirst(out.names, shape);
          const columns = patiently(() => body.tables.shapedRows({ dataPath: '', withParents: false, shape })).columns;
          const cells = out.rows.map((row) =>
            order.map((at) => {
              const cell = row[at] as ShapedCell;
              const isNumber = cell.kind === 'number' || (columns[at]?.type === 'number' && cell.value !== undefined);
              const written =
                isNumber || (cell.value !== undefined && columns[at]?.type !== 'text')
                  ? shown(cell)
                  : neutralised(shown(cell));
              return isNumber && choices.decimalMark === 'comma' ? written.replace('.', ',') : written;
            }),
          );
          expect(data).toEqual([order.map((at) => neutralised(out.names[at] ?? '')), ...cells]);
          // Our reader guesses the delimiter: texts may hold the others.
          if (choices.delimiter === 'comma') expect(readByUs(out.text)).toEqual(data);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('as JSON and NDJSON', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyShape, async (rows, shape) => {
        const body = bodyOf(JSON.stringify(rows, undefined, 2));
        const json = await exported(body, { format: 'json' }, { shape });
        const ndjson = await exported(body, { format: 'ndjson' }, { shape });
        const parsed = JSON.parse(json.text) as Record<string, unknown>[];
        expect(
          ndjson.text
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line)),
        ).toEqual(parsed);
        expect(parsed).toHaveLength(json.rows.length);
        parsed.forEach((row, index) => {
          expect(Object.keys(row)).toEqual(pinnedFirst(json.names, shape).map((at) => json.names[at]));
          json.names.forEach((name, at) => {
            const cell = json.rows[index]?.[at] as ShapedCell;
            const got = row[name];
            if (cell.value === undefined && (cell.kind === 'missing' || cell.kind === 'null')) expect(got).toBeNull();
            else if (cell.kind === 'object' || cell.kind === 'array') expect(got).toEqual(JSON.parse(cell.text));
            else if (typeof got === 'number') expect(got).toBe(Number(shown(cell)));
            else expect(String(got)).toBe(shown(cell));
          });
        });
        const source = await exported(body, { format: 'json', json: { rows: 'source' } }, {});
        expect(JSON.parse(source.text)).toEqual(JSON.parse(JSON.stringify(rows)));
      }),
      { numRuns: 60 },
    );
  });

  it('as Excel, read by another library', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyShape, async (rows, shape) => {
        const out = await exported(bodyOf(JSON.stringify(rows)), { format: 'xlsx' }, { shape });
        const [sheet] = await readExcelFile(out.bytes, { trim: false });
        const read = sheet?.data ?? [];
        const order = pinnedFirst(out.names, shape);
        expect(read[0]).toEqual(order.map((at) => out.names[at]));
        expect(read.length - 1).toBe(lastRowWithValue(out.rows));
        read.slice(1).forEach((cells, index) => {
          order.forEach((at, place) => {
            const cell = out.rows[index]?.[at] as ShapedCell;
            const got = cells[place] ?? null;
            if (shown(cell) === '') expect(got).toBeNull();
            else if (typeof got === 'number') expect(got).toBe(Number(shown(cell)));
            else if (typeof got === 'boolean') expect(String(got)).toBe(shown(cell));
            else if (got instanceof Date) expect(got.toISOString()).toContain(shown(cell).slice(0, 10));
            else expect(decoded(String(got))).toBe(shown(cell).replaceAll('\r\n', '\n'));
          });
        });
      }),
      { numRuns: 20 },
    );
  });
});

/** The reader leaves out rows at the end without any cell. */
function lastRowWithValue(rows: ShapedCell[][]): number {
  for (let count = rows.length; count > 0; count--)
    if (rows[count - 1]?.some((cell) => shown(cell) !== '')) return count;
  return 0;
}

/** ECMA-376 part 1, §22.9.2.19. */
const decoded = (written: string): string =>
  written
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\r\n', '\n');

describe('Excel', () => {
  it('has real types, and no digit is lost', async () => {
    const rows = [
      {
        n: 12.5,
        big: 12345678901234567890n,
        b: true,
        d: '2026-11-30',
        t: '2026-11-30T12:00:00Z',
        f: '=1+2',
        l: 'x'.repeat(40_000),
      },
      { n: -3, big: 5, b: false, d: '2026-12-01', t: '2026-12-01T06:30:00Z', f: '_x0041_', l: 'ü' },
    ];
    const json = JSON.stringify(rows, (_, each: unknown) => (typeof each === 'bigint' ? `BIG${each}` : each)).replace(
      /"BIG(\d+)"/,
      '$1',
    );
    const out = await exported(bodyOf(json), { format: 'xlsx' });
    const [sheet] = await readExcelFile(out.bytes);
    expect(out.progress.cutTexts).toBe(1);
    expect(sheet?.data[1]?.slice(0, 6)).toEqual([
      12.5,
      '12345678901234567890',
      true,
      new Date('2026-11-30'),
      new Date('2026-11-30T12:00:00Z'),
      '=1+2',
    ]);
    expect(String(sheet?.data[1]?.[6])).toHaveLength(32_767);
    expect(sheet?.data[2]?.slice(0, 2)).toEqual([-3, 5]);
  });
});

describe('a cell that a spreadsheet would calculate', () => {
  it.each(['=1+2', '+cmd', '-cmd', '@sum', '\tx', '\rx', '＝x', '-5+cmd'])('is neutralised: %j', (each) => {
    expect(isFormula(each)).toBe(true);
  });
  it.each(['-5', '+5', '-1.234,50', '-1 000', '-2.5e-3', '-5 %', 'a=b', '', '5'])('is not one: %j', (each) => {
    expect(isFormula(each)).toBe(false);
  });
});

it('writes names that occur twice as different keys, and empty rows as rows', async () => {
  const body = bodyOf('[{"a":1,"b":2},{"a":null}]');
  const shape: Shape = { ...noShape, columns: { '/a': { name: 'x' }, '/b': { name: 'x' } } };
  expect((await exported(body, { format: 'json' }, { shape })).text).toBe(
    '[\n{"x":1,"x 2":2},\n{"x":null,"x 2":null}\n]\n',
  );
  const single = bodyOf('[{"a":"x"},{"a":null},{"a":"y"}]');
  expect((await exported(single, { format: 'csv', csv: csv({ mark: false }) })).text).toBe('a\r\nx\r\n""\r\ny\r\n');
});
