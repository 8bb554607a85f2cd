import { describe, expect, it } from 'vitest';
import { Body } from '../../../../../app/resources/preview/body.ts';
import type { BodyOptions } from '../../../../../app/resources/preview/messages.ts';
import type { Shape, Step } from '../../../../../app/shared/shape/shape.ts';
import { parsed, previewId, receive } from '../read-body.ts';
import { patiently } from './patiently.ts';

const filter = (column: string, test: string, value = '', to = ''): Step =>
  ({ kind: 'filter', id: 'f', column, test, value, to, values: [] }) as Step;
const shapeOf = (shape: Partial<Shape>): Shape => ({ order: [], columns: {}, steps: [], ...shape });

function open(rows: readonly unknown[], shape: Partial<Shape> = {}, options: Partial<BodyOptions> = {}) {
  const view = { previewId, dataPath: '', shape: shapeOf(shape) };
  const { body, summary } = receive(JSON.stringify(rows), { dataPath: '', shape: view.shape, ...options });
  const texts = (...columns: string[]) =>
    patiently(() => body.rows({ ...view, columns, start: 0, count: 100 })).rows.map((row) =>
      row.map(({ text }) => text),
    );
  return { view, body, tables: body.tables, summary: parsed(summary), texts };
}

describe('a table in its shape', () => {
  it('has its columns in the user’s order, with names, widths and formats; steps do not see the names', () => {
    const { summary, texts } = open(
      [
        { a: 'x', b: 2, c: true },
        { a: 'y', b: 1, c: false },
      ],
      {
        order: ['/c', '/gone', '/b'],
        columns: { '/b': { name: 'Amount', width: 90, pinned: true, format: { decimals: 2 } }, '/a': { hidden: true } },
        steps: [{ kind: 'sort', id: 's', keys: [{ column: '/b', descending: false }] }],
      },
    );
    expect(summary.columns).toMatchObject([
      { pointer: '/c', type: 'boolean' },
      { pointer: '/b', label: 'b', name: 'Amount', width: 90, pinned: true, format: { decimals: 2 }, type: 'number' },
      { pointer: '/a', hidden: true },
    ]);
    expect(texts('/a', '/b')).toEqual([
      ['y', '1'],
      ['x', '2'],
    ]);
  });

  it('says which steps cannot be applied, and applies the others', () => {
    const gone: Step = { kind: 'sort', id: 'gone', keys: [{ column: '/gone', descending: false }] };
    const { summary } = open([{ n: 1 }, { n: 2 }, { n: 3 }], {
      columns: { '/gone': { name: 'Sum' } },
      steps: [gone, filter('/n', 'more', '1'), { ...filter('/n', 'less', 'much'), id: 'bad' } as Step],
    });
    expect(summary).toMatchObject({ rowCount: 2, sourceRowCount: 3, stepRowCounts: [3, 2, 2] });
    expect(summary.stepProblems).toMatchObject([
      { id: 'gone', message: { id: 'shape.noColumn', values: { column: 'Sum' } } },
      { id: 'bad', message: { id: 'shape.badValue.number', values: { value: 'much' } } },
    ]);
  });

  it('finds columns and types that only the last of many rows tell', () => {
    const rows = Array.from({ length: 5000 }, (_none, index): unknown =>
      index === 4999
        ? { n: index, late: '2026-11-30' }
        : index % 20 === 7 && index > 4000
          ? { n: 'odd' }
          : { n: index },
    );
    const { summary, body, view } = open(rows, { steps: [filter('/late', 'not_empty')] });
    expect(summary).toMatchObject({ rowCount: 1, stepProblems: [] });
    let table = patiently(() => body.columns(view));
    while (!table.hasAllColumns) table = patiently(() => body.columns(view));
    expect(table.columns).toMatchObject([
      { pointer: '/n', type: 'number', unfitCount: 50 },
      { pointer: '/late', type: 'date', pattern: 'iso', unfitCount: 0 },
    ]);
  });

  it('applies the choices of columns while it arrives, and the steps in the end', () => {
    const text = Buffer.from(JSON.stringify(Array.from({ length: 500 }, (_none, n) => ({ n, m: -n }))));
    const shape = shapeOf({ order: ['/m'], columns: { '/n': { name: 'Number' } }, steps: [filter('/n', 'less', '7')] });
    const body = new Body({ format: 'json', dataPath: '', contentType: '', limitBytes: 1e9, shape });
    body.write(text.subarray(0, 4000));
    expect(body.arriving()?.columns).toMatchObject([{ pointer: '/m' }, { pointer: '/n', name: 'Number' }]);
    expect(body.table({ previewId, dataPath: '', shape }).rowCount).toBeGreaterThan(100);
    body.write(text.subarray(4000));
    expect(patiently(() => body.end())).toMatchObject({ rowCount: 7, sourceRowCount: 500 });
  });

  it('compares moments with days of the time zone, and with relative dates', () => {
    const rows = [{ at: '2026-11-29T23:30:00Z' }, { at: '2026-11-30T12:00:00Z' }, { at: '2026-11-30T23:30:00Z' }];
    const inBerlin = { timeZone: 'Europe/Berlin' };
    const counts = (step: Step, options: Partial<BodyOptions>) =>
      open(rows, { steps: [step] }, options).summary.rowCount;
    expect(counts(filter('/at', 'is', '2026-11-30'), inBerlin)).toBe(2);
    expect(counts(filter('/at', 'is', '2026-11-30'), { timeZone: 'UTC' })).toBe(2);
    expect(counts(filter('/at', 'less', '2026-11-30'), inBerlin)).toBe(0);
    expect(counts(filter('/at', 'at_most', '2026-11-30'), inBerlin)).toBe(2);
    expect(counts(filter('/at', 'more', '{{today-7d}}'), inBerlin)).toBe(Date.now() < Date.UTC(2026, 11, 7) ? 3 : 0);
    expect(counts(filter('/at', 'less', '{{now+1000y}}'), inBerlin)).toBe(3);
    expect(open(rows, { steps: [filter('/at', 'less', '{{soon}}')] }).summary.stepProblems).toHaveLength(1);
  });

  it('sorts numbers of more digits than a double has, and keeps them as written', () => {
    const numbers = [
      '9007199254740993',
      '9007199254740992',
      '0.1000',
      '9007199254740993.5',
      '-1e400',
      '12345678901234567891',
    ];
    const { texts } = open(
      numbers.map((n) => ({ n })),
      {
        columns: { '/n': { type: 'number', pattern: 'plain' } },
        steps: [{ kind: 'sort', id: 's', keys: [{ column: '/n', descending: true }] }],
      },
    );
    expect(texts('/n').flat()).toEqual([
      '12345678901234567891',
      '9007199254740993.5',
      '9007199254740993',
      '9007199254740992',
      '0.1000',
      '-1e400',
    ]);
  });
});

describe('the figures of a column', () => {
  it('are exact, and of the rows after the steps', () => {
    const rows = [0.1, 0.2, 5, 'n/a', null, 7, 7, 1, 1, 1, 1, 1, 1, 1].map((n) => ({ n }));
    const { tables, view } = open(rows, {
      columns: { '/n': { type: 'number' } },
      steps: [filter('/n', 'is_not', '5')],
    });
    expect(patiently(() => tables.statistics({ ...view, column: '/n' }))).toMatchObject({
      ...{ type: 'number', count: 13, empty: 1, unfit: 1, distinct: 4 },
      ...{ min: '0.1', max: '7', sum: '21.3', isExact: true, median: '1' },
    });
    const { bins, mean } = patiently(() => tables.statistics({ ...view, column: '/n' }));
    expect(bins).toHaveLength(20);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(11);
    expect(Number(mean)).toBeCloseTo(21.3 / 11);
  });

  it('have the most frequent texts, and means of times', () => {
    const rows = ['b', 'a', 'b', '', 'c', 'b', 'a'].map((name, index) => ({ name, day: `2026-11-0${index + 1}` }));
    const { tables, view } = open(rows);
    expect(patiently(() => tables.statistics({ ...view, column: '/name' }))).toMatchObject({
      ...{ type: 'text', empty: 1, distinct: 3, min: 'a', max: 'c' },
      top: [
        { text: 'b', count: 3 },
        { text: 'a', count: 2 },
        { text: 'c', count: 1 },
      ],
    });
    expect(patiently(() => tables.statistics({ ...view, column: '/day' }))).toMatchObject({
      ...{ type: 'date', min: '2026-11-01', max: '2026-11-07', mean: '2026-11-04', median: '2026-11-04' },
    });
    expect(patiently(() => tables.statistics({ ...view, column: '/gone' }))).toMatchObject({ count: 7, empty: 7 });
  });
});

describe('a search in the table', () => {
  const rows = [
    { a: 'One', n: '1.234,5', b: 'x\u00e9"y' },
    { a: 'none', n: '7', b: null },
    { a: 'two', n: '1.234,75', b: 'ONE' },
  ];
  const search = (text: string, more: object = {}, shape: Partial<Shape> = {}) => {
    const { tables, view } = open(rows, shape);
    const request = { ...view, text, matchCase: false, from: null, backwards: false, ...more };
    let found = patiently(() => tables.findNext(request));
    while (!found.isDone) found = patiently(() => tables.findNext(request));
    return found;
  };

  it('goes from match to match in reading order, and around', () => {
    expect(search('one')).toEqual({ place: { row: 0, column: '/a' }, number: 1, matchCount: 3, isDone: true });
    expect(search('one', { from: { row: 0, column: '/a' } })).toMatchObject({
      place: { row: 1, column: '/a' },
      number: 2,
    });
    expect(search('one', { from: { row: 2, column: '/b' } })).toMatchObject({ place: { row: 0, column: '/a' } });
    expect(search('one', { from: { row: 0, column: '/a' }, backwards: true })).toMatchObject({ number: 3 });
    expect(search('one', { backwards: true })).toMatchObject({ place: { row: 2, column: '/b' } });
    expect(search('One', { matchCase: true })).toMatchObject({ matchCount: 1 });
    expect(search('four')).toEqual({ place: null, number: 0, matchCount: 0, isDone: true });
  });

  it('reads values as written and in canonical form, of the columns that are shown, in their order', () => {
    expect(search('1234.5')).toMatchObject({ place: { row: 0, column: '/n' }, matchCount: 1 });
    expect(search('1.234')).toMatchObject({ matchCount: 2 });
    expect(search('É"Y')).toMatchObject({ place: { row: 0, column: '/b' }, matchCount: 1 });
    expect(search('one', {}, { order: ['/b'], columns: { '/a': { hidden: true } } })).toMatchObject({
      place: { row: 2, column: '/b' },
      matchCount: 1,
    });
    const steps: Step[] = [{ kind: 'sort', id: 's', keys: [{ column: '/n', descending: true }] }];
    expect(search('one', {}, { steps })).toMatchObject({ place: { row: 0, column: '/b' } });
  });
});

describe('copied cells', () => {
  it('are tab-separated, quoted where needed, with numbers in the decimal mark asked for', () => {
    const { tables, view } = open(
      [
        { a: 'x\ty', n: '1.234,50' },
        { a: 'say "a"\n', n: '2' },
        { a: '=1+1', n: 'n/a' },
      ],
      { columns: { '/a': { name: 'A b' }, '/n': { type: 'number', pattern: 'point_comma' } } },
    );
    const request = { ...view, columns: ['/n', '/a'], start: 0, count: null, withHeader: true };
    expect(patiently(() => tables.copy(request))).toEqual({
      text: 'n\tA b\r\n1234.50\t"x\ty"\r\n2\t"say ""a""\n"\r\nn/a\t=1+1',
      rowCount: 3,
      isCut: false,
    });
    expect(
      patiently(() => tables.copy({ ...request, start: 0, count: 1, withHeader: false, decimalMark: ',' })),
    ).toEqual({
      text: '1234,50\t"x\ty"',
      rowCount: 1,
      isCut: false,
    });
  });

  it('and the rows of an export are those of the table', () => {
    const rows = [{ n: 2, s: 'b' }, { n: 1 }, { n: 3, s: null }];
    const { tables, view } = open(rows, {
      steps: [{ kind: 'sort', id: 's', keys: [{ column: '/n', descending: false }] }],
    });
    const shaped = patiently(() => tables.shapedRows(view));
    expect(shaped.columns.map(({ pointer, type }) => [pointer, type])).toEqual([
      ['/n', 'number'],
      ['/s', 'text'],
    ]);
    expect(shaped.read(0, 10)).toEqual([
      [
        { kind: 'number', text: '1', value: '1' },
        { kind: 'missing', text: '', value: undefined },
      ],
      [
        { kind: 'number', text: '2', value: '2' },
        { kind: 'string', text: 'b', value: undefined },
      ],
      [
        { kind: 'number', text: '3', value: '3' },
        { kind: 'null', text: '', value: undefined },
      ],
    ]);
    expect([0, 1, 2].map((row) => shaped.sourceRow(row))).toEqual([1, 0, 2]);
  });
});
