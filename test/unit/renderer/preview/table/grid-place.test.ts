import { describe, expect, it } from 'vitest';
import type { Column } from '../../../../../app/shared/preview/preview.ts';
import {
  columnAt,
  columnWindow,
  drawnColumns,
  pinnedColumns,
  scrollToColumn,
} from '../../../../../renderer/preview/table/column-layout.ts';
import { edgeScroll, type GridBox, placeAt } from '../../../../../renderer/preview/table/grid-place.ts';
import { columnBlocks, wantedBlocks } from '../../../../../renderer/preview/table/row-pages.ts';

const widths = Array.from({ length: 50 }, () => 100);
const column = (index: number, pinned?: true): Column => ({
  pointer: `/${index}`,
  label: String(index),
  kind: 'string',
  ...(pinned ? { pinned } : {}),
});
const columns = widths.map((_width, index) => column(index, index < 2 || undefined));

describe('pinned columns', () => {
  it('are those at the left, as long as others have room', () => {
    expect(pinnedColumns(columns, widths, 800)).toEqual({ count: 2, width: 200 });
    expect(pinnedColumns(columns, widths, 300)).toEqual({ count: 1, width: 100 });
    expect(pinnedColumns(columns.slice(2), widths, 800)).toEqual({ count: 0, width: 0 });
  });

  it('are drawn beside those in view, and never twice', () => {
    const pinned = { count: 2, width: 200 };
    expect(columnWindow(widths, 1050, 300, 2)).toEqual({ first: 11, end: 17, left: 900, total: 5000 });
    expect(drawnColumns({ first: 11, end: 13, left: 900, total: 5000 }, pinned)).toEqual([0, 1, 11, 12]);
    expect(drawnColumns(columnWindow(widths, 0, 200, 2), pinned)).toEqual([0, 1, 2, 3, 4]);
  });

  it('need no scrolling, and cover no column that the keyboard goes to', () => {
    expect(scrollToColumn(widths, 1, 700, 300, 2)).toBe(700);
    expect(scrollToColumn(widths, 2, 700, 300, 2)).toBe(0);
    expect(scrollToColumn(widths, 12, 700, 300, 2)).toBe(800);
  });

  it('are always fetched', () => {
    expect(columnBlocks({ firstColumn: 100, endColumn: 110, pinned: 1 })).toEqual([0, 4]);
    expect(columnBlocks({ firstColumn: 1, endColumn: 10, pinned: 1 })).toEqual([0]);
    const shown = { firstRow: 0, endRow: 30, firstColumn: 100, endColumn: 110, rowCount: 30, pinned: 1 };
    expect(wantedBlocks(shown)).toEqual(['0:0', '0:4']);
  });
});

describe('the cell at a point', () => {
  const box: GridBox = {
    gutter: 40,
    widths,
    pinned: { count: 2, width: 200 },
    rowCount: 1_000_000,
    width: 840,
    height: 310,
    scrollTop: 0,
    scrollLeft: 450,
  };

  it('is below the heads and beside the row numbers, under pinned columns or the scrolled ones', () => {
    expect(placeAt(box, 45, 35)).toEqual({ row: 0, column: 0 });
    expect(placeAt(box, 239, 59)).toEqual({ row: 1, column: 1 });
    expect(placeAt(box, 245, 59)).toEqual({ row: 1, column: 6 });
    expect(columnAt(widths, 245 - 40, { scrollLeft: 0, viewWidth: 800, pinned: box.pinned })).toBe(2);
  });

  it('is the nearest in view when the point is outside', () => {
    expect(placeAt(box, -500, -500)).toEqual({ row: 0, column: 0 });
    expect(placeAt(box, 5000, 5000)).toEqual({ row: 9, column: 12 });
    expect(placeAt({ ...box, rowCount: 3 }, 5000, 5000).row).toBe(2);
  });

  it('scrolls faster the farther it is outside', () => {
    expect(edgeScroll(box, 400, 100)).toEqual({ x: 0, y: 0 });
    expect(edgeScroll(box, 400, 340)).toEqual({ x: 0, y: 10 });
    expect(edgeScroll(box, 200, -60)).toEqual({ x: -14, y: -30 });
    expect(edgeScroll(box, 5000, 100).x).toBe(120);
  });
});
