/** Rows and columns are asked for in blocks: so many rows of so many columns. */
export const blockRows = 100;
export const blockColumns = 24;

export interface Block {
  rows: number;
  columns: number;
}

export const blockKey = ({ rows, columns }: Block): string => `${rows}:${columns}`;

export function readBlockKey(key: string): Block {
  const [rows = 0, columns = 0] = key.split(':').map(Number);
  return { rows, columns };
}

interface Shown {
  firstRow: number;
  endRow: number;
  firstColumn: number;
  endColumn: number;
  rowCount: number;
  /** The first so many columns, which are always in view. */
  pinned?: number;
}

/** The blocks of columns in view. */
export function columnBlocks({
  firstColumn,
  endColumn,
  pinned = 0,
}: Omit<Shown, 'firstRow' | 'endRow' | 'rowCount'>): number[] {
  const ends = pinned > 0 ? range(0, Math.floor((pinned - 1) / blockColumns)) : [];
  if (endColumn <= firstColumn) return ends;
  const scrolled = range(Math.floor(firstColumn / blockColumns), Math.floor((endColumn - 1) / blockColumns));
  return [...new Set([...ends, ...scrolled])];
}

/** The blocks in view, then those just after and before: scrolling goes down more often than up. */
export function wantedBlocks({ firstRow, endRow, rowCount, ...shown }: Shown): string[] {
  const columns = columnBlocks(shown);
  if (endRow <= firstRow || columns.length === 0) return [];
  const from = Math.floor(firstRow / blockRows);
  const to = Math.floor((endRow - 1) / blockRows);
  const last = Math.floor((rowCount - 1) / blockRows);
  const rows = range(from, to);
  if (to < last) rows.push(to + 1);
  if (from > 0) rows.push(from - 1);
  // At the top, the last rows are fetched too, to find the column widths.
  if (from === 0 && last > to + 1) rows.push(last);
  return rows.flatMap((row) => columns.map((column) => blockKey({ rows: row, columns: column })));
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
