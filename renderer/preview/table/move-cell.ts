export interface CellPlace {
  row: number;
  column: number;
}

export interface GridSize {
  rowCount: number;
  columnCount: number;
  /** Rows that the view shows. */
  pageRows: number;
}

/** Where a key leads in a grid (ARIA APG, grid pattern); `undefined`: it is not one of those keys. */
export function moveCell(
  { row, column }: CellPlace,
  { key, ctrl }: { key: string; ctrl: boolean },
  { rowCount, columnCount, pageRows }: GridSize,
): CellPlace | undefined {
  const lastRow = rowCount - 1;
  const lastColumn = columnCount - 1;
  const to = (nextRow: number, nextColumn: number): CellPlace => ({
    row: Math.max(0, Math.min(lastRow, nextRow)),
    column: Math.max(0, Math.min(lastColumn, nextColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(ctrl ? 0 : row - 1, column);
    case 'ArrowDown':
      return to(ctrl ? lastRow : row + 1, column);
    case 'ArrowLeft':
      return to(row, ctrl ? 0 : column - 1);
    case 'ArrowRight':
      return to(row, ctrl ? lastColumn : column + 1);
    case 'PageUp':
      return to(row - pageRows, column);
    case 'PageDown':
      return to(row + pageRows, column);
    case 'Home':
      return to(ctrl ? 0 : row, 0);
    case 'End':
      return to(ctrl ? lastRow : row, lastColumn);
    default:
      return undefined;
  }
}
