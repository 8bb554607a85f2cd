import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Cell, Column, TableView } from '../../../app/shared/preview/preview.ts';
import { call } from '../../api/client.ts';
import type { RowWindow } from '../scroll/row-window.ts';
import { usePages } from '../scroll/use-pages.ts';
import type { ColumnWindow } from './column-layout.ts';
import { blockColumns, blockKey, blockRows, columnBlocks, readBlockKey, wantedBlocks } from './row-pages.ts';

/** A block of cells, and where its rows are in the body (RFC 6901). */
interface RowPage {
  /** Pointers of the columns. */
  columns: string[];
  rows: Cell[][];
  /** How many rows the table had when the block was requested. */
  of: number;
  pointers: string[];
}

interface RowsOptions {
  /** The same object as long as the rows are the same. */
  view: TableView;
  columns: readonly Column[];
  rowCount: number;
  rows: RowWindow;
  shown: ColumnWindow;
  /** The first so many columns are always in view. */
  pinned: number;
  /** Called with the first and the last rows of some columns. */
  measure(columns: readonly Column[], rows: readonly (readonly Cell[])[]): void;
}

/** The cells in view. While another order or other columns are fetched, the rows before stay. */
export function useRows({ view, columns, rowCount, rows, shown, pinned, measure }: RowsOptions) {
  // More rows may arrive, and names and widths may change: requested cells stay.
  const latest = useRef({ rowCount, columns });
  useEffect(() => {
    latest.current = { rowCount, columns };
  });
  // A cell is read by the type of its column.
  const reading = useMemo(
    () => JSON.stringify(columns.map(({ pointer, type, pattern }) => [pointer, type, pattern])),
    [columns],
  );
  const fetchPage = useCallback(
    async (key: string): Promise<RowPage> => {
      const block = readBlockKey(key);
      const of = latest.current.rowCount;
      const [from, to] = [block.columns * blockColumns, (block.columns + 1) * blockColumns];
      const read: [string][] = JSON.parse(reading);
      const pointers = read.slice(from, to).map(([pointer]) => pointer);
      const page = await call('preview.rows', {
        ...view,
        columns: pointers,
        start: block.rows * blockRows,
        count: blockRows,
      });
      const { rowCount: count, columns: asked } = latest.current;
      if (block.rows === 0 || block.rows === Math.floor((count - 1) / blockRows))
        measure(asked.slice(from, to), page.rows);
      return { ...page, columns: pointers, of };
    },
    [view, reading, measure],
  );
  const inView = { firstColumn: shown.first, endColumn: shown.end, pinned };
  const wanted = wantedBlocks({ firstRow: rows.first, endRow: rows.end, rowCount, ...inView });
  const { get, error } = usePages<RowPage>(fetchPage, wanted, {
    version: rowCount,
    // Pages of a response arrive, and the last block was not full.
    isStale: ({ rows: had, of }) => had.length < blockRows && of < rowCount,
  });

  const { pageOf, blockOf, cellAt } = useMemo(() => cellsIn(columns, get), [columns, get]);
  const shownBlocks = columnBlocks(inView);

  return {
    error,
    /** The same function as long as the cells are the same. */
    cellAt,
    /** Blocks of columns, pinned ones first. */
    shownBlocks,
    /** In the order of `shownBlocks`. */
    blocksOf: (row: number) => shownBlocks.map((block) => blockOf(row, block)),
    /** Where the row is in the body. `undefined`: not fetched yet. */
    pointerOf: (row: number, column: number): string | undefined =>
      pageOf(row, Math.floor(column / blockColumns))?.pointers[row % blockRows],
  };
}

/** Until a page of the new order arrives, `get` has the one before, whose columns may be others. */
function cellsIn(columns: readonly Column[], get: (key: string) => RowPage | undefined) {
  const pageOf = (row: number, columnBlock: number): RowPage | undefined =>
    get(blockKey({ rows: Math.floor(row / blockRows), columns: columnBlock }));
  const blockOf = (row: number, columnBlock: number): readonly (Cell | undefined)[] | undefined => {
    const page = pageOf(row, columnBlock);
    const cells = page?.rows[row % blockRows];
    const asked = columns.slice(columnBlock * blockColumns, (columnBlock + 1) * blockColumns);
    if (cells === undefined || page === undefined || asked.every(({ pointer }, at) => pointer === page.columns[at]))
      return cells;
    return asked.map(({ pointer }) => cells[page.columns.indexOf(pointer)]);
  };
  const cellAt = (row: number, column: number): Cell | undefined =>
    blockOf(row, Math.floor(column / blockColumns))?.[column % blockColumns];
  return { pageOf, blockOf, cellAt };
}
