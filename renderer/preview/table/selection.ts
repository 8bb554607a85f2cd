import { type CellPlace, type GridSize, moveCell } from './move-cell.ts';

/**
 * What is selected: two corners, whatever the number of cells between them. `whole`: full columns, full rows or the
 * table, including rows that still arrive.
 */
export interface Selection {
  /** Stays while the range grows. */
  anchor: CellPlace;
  /** The other corner. The keyboard is here. */
  focus: CellPlace;
  whole: 'none' | 'columns' | 'rows' | 'all';
}

/** Ends are exclusive. */
export interface CellRange {
  firstRow: number;
  endRow: number;
  firstColumn: number;
  endColumn: number;
}

export const selectCell = (place: CellPlace): Selection => ({ anchor: place, focus: place, whole: 'none' });

/** `row`: where the keyboard continues. */
export const selectColumn = (column: number, row: number): Selection => ({
  anchor: { row, column },
  focus: { row, column },
  whole: 'columns',
});

export const selectRow = (row: number, column: number): Selection => ({
  anchor: { row, column },
  focus: { row, column },
  whole: 'rows',
});

/** The keyboard stays at its cell. */
export const selectAll = ({ focus }: Selection): Selection => ({ anchor: focus, focus, whole: 'all' });

/** From the anchor to a cell, with Shift or by dragging. */
export const extendToCell = ({ anchor }: Selection, focus: CellPlace): Selection => ({ anchor, focus, whole: 'none' });

export const extendToColumn = ({ anchor, focus }: Selection, column: number): Selection => ({
  anchor,
  focus: { row: focus.row, column },
  whole: 'columns',
});

export const extendToRow = ({ anchor, focus }: Selection, row: number): Selection => ({
  anchor,
  focus: { row, column: focus.column },
  whole: 'rows',
});

export function rangeOf(
  { anchor, focus, whole }: Selection,
  { rowCount, columnCount }: Pick<GridSize, 'rowCount' | 'columnCount'>,
): CellRange {
  const allRows = whole === 'columns' || whole === 'all';
  const allColumns = whole === 'rows' || whole === 'all';
  return {
    firstRow: allRows ? 0 : Math.min(anchor.row, focus.row),
    endRow: allRows ? rowCount : Math.min(rowCount, Math.max(anchor.row, focus.row) + 1),
    firstColumn: allColumns ? 0 : Math.min(anchor.column, focus.column),
    endColumn: allColumns ? columnCount : Math.min(columnCount, Math.max(anchor.column, focus.column) + 1),
  };
}

export const cellCount = ({ firstRow, endRow, firstColumn, endColumn }: CellRange): number =>
  (endRow - firstRow) * (endColumn - firstColumn);

export const contains = (range: CellRange, { row, column }: CellPlace): boolean =>
  row >= range.firstRow && row < range.endRow && column >= range.firstColumn && column < range.endColumn;

/** The selection in a table that changed: no corner is outside. */
export function clampSelection(selection: Selection, { rowCount, columnCount }: GridSize): Selection {
  const clamp = ({ row, column }: CellPlace): CellPlace => ({
    row: Math.max(0, Math.min(rowCount - 1, row)),
    column: Math.max(0, Math.min(columnCount - 1, column)),
  });
  const { anchor, focus, whole } = selection;
  const isInside = [anchor, focus].every(({ row, column }) => row < rowCount && column < columnCount);
  return isInside ? selection : { anchor: clamp(anchor), focus: clamp(focus), whole };
}

export interface GridKey {
  key: string;
  /** On macOS Command too. */
  ctrl: boolean;
  shift: boolean;
}

/** What a key does to the selection (ARIA APG, grid pattern); `undefined`: it is not one of those keys. */
export function moveSelection(
  selection: Selection,
  { key, ctrl, shift }: GridKey,
  size: GridSize,
): Selection | undefined {
  if (ctrl && !shift && key.toLowerCase() === 'a') return selectAll(selection);
  if (key === ' ' && ctrl !== shift) return selectWhole(selection, ctrl ? 'columns' : 'rows');
  if (key === 'Escape' && !ctrl && !shift) return hasRange(selection, size) ? selectCell(selection.focus) : undefined;
  const focus = moveCell(selection.focus, { key, ctrl }, size);
  if (focus === undefined) return undefined;
  return shift ? { anchor: selection.anchor, focus, whole: selection.whole } : selectCell(focus);
}

/** More than one cell is selected, or a whole row or column. */
export const hasRange = (selection: Selection, size: Pick<GridSize, 'rowCount' | 'columnCount'>): boolean =>
  selection.whole !== 'none' || cellCount(rangeOf(selection, size)) > 1;

/** Both keys after each other select the table. */
function selectWhole({ anchor, focus, whole }: Selection, wanted: 'columns' | 'rows'): Selection {
  const isOther = whole === (wanted === 'columns' ? 'rows' : 'columns');
  return { anchor, focus, whole: whole === 'all' || isOther ? 'all' : wanted };
}
