import { describe, expect, it } from 'vitest';
import type { GridSize } from '../../../../../renderer/preview/table/move-cell.ts';
import {
  cellCount,
  clampSelection,
  contains,
  extendToCell,
  extendToColumn,
  extendToRow,
  moveSelection,
  rangeOf,
  type Selection,
  selectAll,
  selectCell,
  selectColumn,
  selectRow,
} from '../../../../../renderer/preview/table/selection.ts';

const size: GridSize = { rowCount: 1_000_000, columnCount: 8, pageRows: 20 };
const at = selectCell({ row: 5, column: 3 });
const key = (selection: Selection, key: string, { ctrl = false, shift = false } = {}) =>
  moveSelection(selection, { key, ctrl, shift }, size);
const rangeAfter = (selection: Selection | undefined) => selection && rangeOf(selection, size);

describe('the keys of a selection', () => {
  it('move it without Shift, and grow it from its anchor with Shift', () => {
    expect(key(at, 'ArrowDown')).toEqual(selectCell({ row: 6, column: 3 }));
    expect(rangeAfter(key(at, 'ArrowDown', { shift: true }))).toEqual({
      firstRow: 5,
      endRow: 7,
      firstColumn: 3,
      endColumn: 4,
    });
    const grown = extendToCell(at, { row: 7, column: 5 });
    expect(key(grown, 'ArrowLeft')).toEqual(selectCell({ row: 7, column: 4 }));
    expect(key(grown, 'Home', { shift: true })).toEqual(extendToCell(at, { row: 7, column: 0 }));
  });

  it.each([
    ['ArrowUp', false, { firstRow: 4, endRow: 6, firstColumn: 3, endColumn: 4 }],
    ['ArrowUp', true, { firstRow: 0, endRow: 6, firstColumn: 3, endColumn: 4 }],
    ['ArrowDown', true, { firstRow: 5, endRow: 1_000_000, firstColumn: 3, endColumn: 4 }],
    ['PageDown', false, { firstRow: 5, endRow: 26, firstColumn: 3, endColumn: 4 }],
    ['PageUp', false, { firstRow: 0, endRow: 6, firstColumn: 3, endColumn: 4 }],
    ['End', false, { firstRow: 5, endRow: 6, firstColumn: 3, endColumn: 8 }],
    ['Home', true, { firstRow: 0, endRow: 6, firstColumn: 0, endColumn: 4 }],
    ['End', true, { firstRow: 5, endRow: 1_000_000, firstColumn: 3, endColumn: 8 }],
  ])('grow it with Shift and %s, Ctrl %s', (name, ctrl, range) => {
    expect(rangeAfter(key(at, name, { ctrl, shift: true }))).toEqual(range);
  });

  it('select the table, the column or the row', () => {
    const all = { firstRow: 0, endRow: 1_000_000, firstColumn: 0, endColumn: 8 };
    expect(rangeAfter(key(at, 'a', { ctrl: true }))).toEqual(all);
    expect(key(at, 'A', { ctrl: true, shift: true })).toBeUndefined();
    const column = key(at, ' ', { ctrl: true });
    expect(rangeAfter(column)).toEqual({ firstRow: 0, endRow: 1_000_000, firstColumn: 3, endColumn: 4 });
    const row = key(at, ' ', { shift: true });
    expect(rangeAfter(row)).toEqual({ firstRow: 5, endRow: 6, firstColumn: 0, endColumn: 8 });
    expect(rangeAfter(key(row ?? at, ' ', { ctrl: true }))).toEqual(all);
  });

  it('grow whole columns sideways, and whole rows up and down', () => {
    expect(rangeAfter(key(selectColumn(3, 40), 'ArrowRight', { shift: true }))).toEqual({
      firstRow: 0,
      endRow: 1_000_000,
      firstColumn: 3,
      endColumn: 5,
    });
    expect(rangeAfter(key(selectRow(9, 0), 'ArrowDown', { shift: true }))).toMatchObject({ firstRow: 9, endRow: 11 });
  });

  it('end it with Escape, which is left to others when one cell is selected', () => {
    expect(key(extendToCell(at, { row: 9, column: 4 }), 'Escape')).toEqual(selectCell({ row: 9, column: 4 }));
    expect(key(selectAll(at), 'Escape')).toEqual(at);
    expect(key(at, 'Escape')).toBeUndefined();
    expect(key(at, 'Tab')).toBeUndefined();
  });
});

describe('a selection by the mouse', () => {
  it('covers what is between its corners, in any direction', () => {
    const range = rangeOf(extendToCell(at, { row: 2, column: 6 }), size);
    expect(range).toEqual({ firstRow: 2, endRow: 6, firstColumn: 3, endColumn: 7 });
    expect(cellCount(range)).toBe(16);
    expect(contains(range, { row: 5, column: 6 })).toBe(true);
    expect(contains(range, { row: 6, column: 6 })).toBe(false);
  });

  it('grows over heads and row numbers', () => {
    expect(rangeOf(extendToColumn(selectColumn(4, 0), 2), size)).toMatchObject({ firstColumn: 2, endColumn: 5 });
    expect(rangeOf(extendToRow(selectRow(4, 0), 9), size)).toMatchObject({ firstRow: 4, endRow: 10, endColumn: 8 });
  });
});

describe('a table that changes', () => {
  it('keeps the corners inside', () => {
    const small = { ...size, rowCount: 4, columnCount: 2 };
    expect(clampSelection(at, small)).toEqual(selectCell({ row: 3, column: 1 }));
    expect(clampSelection(at, size)).toBe(at);
  });

  it('adds the rows that arrive to a whole column', () => {
    expect(rangeOf(selectColumn(1, 0), { ...size, rowCount: 2_000_000 }).endRow).toBe(2_000_000);
  });
});
