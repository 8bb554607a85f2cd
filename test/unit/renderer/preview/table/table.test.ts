import { describe, expect, it } from 'vitest';
import type { Cell, Column } from '../../../../../app/shared/preview/preview.ts';
import { cellPointer } from '../../../../../renderer/preview/table/cell-pointer.ts';
import { columnWindow, fittingWidth, scrollToColumn } from '../../../../../renderer/preview/table/column-layout.ts';
import { moveCell } from '../../../../../renderer/preview/table/move-cell.ts';
import { readBlockKey, wantedBlocks } from '../../../../../renderer/preview/table/row-pages.ts';

describe('keys in the table', () => {
  const size = { rowCount: 1000, columnCount: 8, pageRows: 20 };
  it.each([
    ['ArrowDown', false, 6, 3],
    ['ArrowUp', false, 4, 3],
    ['ArrowLeft', false, 5, 2],
    ['ArrowRight', false, 5, 4],
    ['ArrowDown', true, 999, 3],
    ['ArrowUp', true, 0, 3],
    ['ArrowLeft', true, 5, 0],
    ['ArrowRight', true, 5, 7],
    ['PageDown', false, 25, 3],
    ['PageUp', false, 0, 3],
    ['Home', false, 5, 0],
    ['End', false, 5, 7],
    ['Home', true, 0, 0],
    ['End', true, 999, 7],
  ])('%s with ctrl %s leads to row %i, column %i', (key, ctrl, row, column) => {
    expect(moveCell({ row: 5, column: 3 }, { key, ctrl }, size)).toEqual({ row, column });
  });

  it('never lead out of it', () => {
    expect(moveCell({ row: 999, column: 7 }, { key: 'ArrowDown', ctrl: false }, size)).toEqual({ row: 999, column: 7 });
    expect(moveCell({ row: 0, column: 0 }, { key: 'ArrowLeft', ctrl: false }, size)).toEqual({ row: 0, column: 0 });
  });

  it('are left to others when they are not its own', () => {
    expect(moveCell({ row: 0, column: 0 }, { key: 'Tab', ctrl: false }, size)).toBeUndefined();
  });
});

describe('columns in view', () => {
  const widths = Array.from({ length: 500 }, () => 100);

  it('are those that touch the view, and one more on either side', () => {
    expect(columnWindow(widths, 250, 300)).toEqual({ first: 1, end: 7, left: 100, total: 50_000 });
    expect(columnWindow(widths, 0, 300)).toMatchObject({ first: 0, end: 4, left: 0 });
    expect(columnWindow(widths, 49_700, 300)).toMatchObject({ first: 496, end: 500 });
    expect(columnWindow([], 0, 300)).toEqual({ first: 0, end: 0, left: 0, total: 0 });
  });

  it('are scrolled to no further than needed', () => {
    expect(scrollToColumn(widths, 3, 250, 300)).toBe(250);
    expect(scrollToColumn(widths, 2, 250, 300)).toBe(200);
    expect(scrollToColumn(widths, 6, 250, 300)).toBe(400);
  });

  it('fit their name and their first cells, within limits', () => {
    const column: Column = { pointer: '/a', label: 'a', kind: 'string' };
    const cell = (text: string): Cell => ({ kind: 'string', text });
    expect(fittingWidth(column, [])).toBe(56);
    // What Chromium needs for these at 13 px, and the padding: neither a date nor an amount is cut.
    expect(fittingWidth(column, [cell('2026-02-28')])).toBeGreaterThanOrEqual(74 + 26);
    expect(fittingWidth(column, [cell('1234567.891')])).toBeGreaterThanOrEqual(87 + 26);
    expect(fittingWidth(column, [cell('x'.repeat(500))])).toBe(360);
  });
});

describe('the blocks asked for', () => {
  const shown = { firstRow: 0, endRow: 30, firstColumn: 0, endColumn: 10, rowCount: 1_000_000 };

  it('are those in view, then the next, the one before, and the last for the widths', () => {
    expect(wantedBlocks(shown)).toEqual(['0:0', '1:0', '9999:0']);
    expect(wantedBlocks({ ...shown, firstRow: 590, endRow: 620 })).toEqual(['5:0', '6:0', '7:0', '4:0']);
    expect(wantedBlocks({ ...shown, rowCount: 30 })).toEqual(['0:0']);
  });

  it('cover the columns in view', () => {
    expect(wantedBlocks({ ...shown, rowCount: 30, firstColumn: 20, endColumn: 30 })).toEqual(['0:0', '0:1']);
    expect(wantedBlocks({ ...shown, endColumn: 0 })).toEqual([]);
    expect(readBlockKey('12:3')).toEqual({ rows: 12, columns: 3 });
  });
});

describe('where a cell is in the body', () => {
  it('is told by the place of its row', () => {
    expect(cellPointer('/data/7', '/a~1b')).toBe('/data/7/a~1b');
    expect(cellPointer('/prices/a~1b', '/eur')).toBe('/prices/a~1b/eur');
    expect(cellPointer('/data/7', '')).toBe('/data/7');
    expect(cellPointer('', '/a')).toBe('/a');
  });

  it('is above the row for a column of what contains it', () => {
    expect(cellPointer('/orders/3/lines/0', '2/id')).toBe('/orders/3/id');
    expect(cellPointer('/orders/3/lines/0', '4/total')).toBe('/total');
    expect(cellPointer('/lines/0', '3/total')).toBeUndefined();
  });

  it('is nowhere for a key', () => {
    expect(cellPointer('/prices/eur', '0#')).toBeUndefined();
    expect(cellPointer('/prices/eur', '2#')).toBeUndefined();
  });
});
