import { describe, expect, it } from 'vitest';
import type { Statistics } from '../../../../../app/shared/contract/table.ts';
import type { Cell, Column } from '../../../../../app/shared/preview/preview.ts';
import { noShape } from '../../../../../app/shared/shape/shape.ts';
import { figuresOfCells, figuresOfColumns, viewOfRange } from '../../../../../renderer/preview/table/range-figures.ts';

const columns: Column[] = [
  { pointer: '/a', label: 'a', kind: 'string', type: 'text' },
  { pointer: '/b', label: 'b', kind: 'string', type: 'number' },
];
const range = { firstRow: 0, endRow: 3, firstColumn: 0, endColumn: 2 };
const values: Cell[] = [
  { kind: 'string', text: '0,1', value: '0.1' },
  { kind: 'string', text: '0,2', value: '0.2' },
  { kind: 'string', text: 'n/a', unfit: true },
];
const figure = (change: Partial<Statistics>): Statistics => ({
  type: 'number',
  count: 3,
  empty: 0,
  unfit: 0,
  distinct: 3,
  bins: [],
  top: [],
  ...change,
});

describe('the figures of a range', () => {
  it('are those of its numbers, as they are meant and without noise', () => {
    const cellAt = (row: number, column: number) =>
      column === 1 ? values[row] : { kind: 'string' as const, text: '7' };
    expect(figuresOfCells(columns, range, cellAt)).toEqual({
      count: 2,
      sum: '0.3',
      mean: '0.15',
      min: '0.1',
      max: '0.2',
    });
    expect(figuresOfCells(columns, { ...range, endColumn: 1 }, cellAt)).toEqual({ count: 0 });
  });

  it('are asked for where cells are not there, cut, or too many', () => {
    expect(figuresOfCells(columns, range, () => undefined)).toBeUndefined();
    expect(figuresOfCells(columns, { ...range, endRow: 1_000_000 }, () => values[0])).toBeUndefined();
    expect(figuresOfCells(columns, range, () => ({ kind: 'number', text: '12345', truncated: true }))).toBeUndefined();
  });

  it('of one column have every digit, of several those of a double', () => {
    const big = figure({ sum: '12345678901234567890.5', min: '1', max: '9', empty: 1 });
    expect(figuresOfColumns([big])).toMatchObject({ count: 2, sum: '12345678901234567890.5' });
    const small = figure({ sum: '0.3', min: '-0.1', max: '0.2', unfit: 1 });
    expect(figuresOfColumns([figure({ sum: '6', min: '1', max: '3' }), small])).toEqual({
      count: 5,
      sum: '6.3',
      mean: '1.26',
      min: '-0.1',
      max: '3',
    });
    expect(figuresOfColumns([figure({ type: 'text' })])).toEqual({ count: 0 });
  });

  it('are asked for the rows of the range, after the steps of the shape', () => {
    const sort = { kind: 'sort' as const, id: 's', keys: [{ column: '/b', descending: true }] };
    const view = { previewId: 'p', dataPath: '', shape: { ...noShape, steps: [sort] } };
    expect(viewOfRange(view, { ...range, endRow: 50 }, 50)).toBe(view);
    expect(viewOfRange(view, { ...range, firstRow: 10, endRow: 30 }, 50).shape?.steps).toEqual([
      sort,
      { kind: 'limit', id: 'range-end', count: 30, from: 'first' },
      { kind: 'limit', id: 'range-start', count: 20, from: 'last' },
    ]);
  });
});
