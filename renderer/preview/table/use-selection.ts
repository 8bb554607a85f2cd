import { useCallback, useMemo, useRef, useState } from 'react';
import type { CellPlace, GridSize } from './move-cell.ts';
import {
  type CellRange,
  clampSelection,
  contains,
  extendToCell,
  extendToColumn,
  extendToRow,
  type GridKey,
  moveSelection,
  rangeOf,
  type Selection,
  selectCell,
  selectColumn,
  selectRow,
} from './selection.ts';
import type { DragKind } from './use-drag.ts';

export interface GridSelection {
  selection: Selection;
  /** The same object as long as the same cells are selected. */
  range: CellRange;
  /** The cell that has the keyboard. */
  focus: CellPlace;
  /** False: the key is not one of the selection's. */
  press(key: GridKey): boolean;
  /** `isExtended`: with Shift. `viewRow`: where the keyboard continues after a head. */
  take(kind: DragKind, place: CellPlace, isExtended: boolean): void;
  /** The pointer goes over a cell while it is pressed. */
  over(kind: DragKind, place: CellPlace): void;
  /** A right click: a selection that contains the place stays. */
  takeUnlessInside(kind: DragKind, place: CellPlace): void;
  go(place: CellPlace): void;
}

/** What is selected in a grid. `onGo`: called with the cell that must come into view. */
export function useSelection(size: GridSize, onGo: (place: CellPlace, before: Selection) => void): GridSelection {
  const [stored, setStored] = useState<Selection>(() => selectCell({ row: 0, column: 0 }));
  // A filter takes rows away, and a hidden column is gone.
  const selection = clampSelection(stored, size);
  const { rowCount, columnCount } = size;
  const range = useMemo(() => rangeOf(selection, { rowCount, columnCount }), [selection, rowCount, columnCount]);
  const latest = useRef(selection);
  latest.current = selection;

  const set = useCallback((next: Selection) => {
    latest.current = next;
    setStored(next);
  }, []);
  const take = (kind: DragKind, place: CellPlace, isExtended: boolean) => {
    const before = latest.current;
    if (kind === 'columns')
      set(isExtended ? extendToColumn(before, place.column) : selectColumn(place.column, place.row));
    else if (kind === 'rows') set(isExtended ? extendToRow(before, place.row) : selectRow(place.row, place.column));
    else set(isExtended ? extendToCell(before, place) : selectCell(place));
  };
  return {
    selection,
    range,
    focus: selection.focus,
    press: (key) => {
      const before = latest.current;
      const next = moveSelection(before, key, size);
      if (next === undefined) return false;
      set(next);
      if (next.focus !== before.focus) onGo(next.focus, next);
      return true;
    },
    take,
    over: (kind, place) => take(kind, place, true),
    takeUnlessInside: (kind, place) => {
      const { whole } = latest.current;
      const isWhole = kind === 'cells' || whole === 'all' || whole === kind;
      if (!isWhole || !contains(range, kind === 'columns' ? { ...place, row: range.firstRow } : place))
        take(kind, place, false);
    },
    go: (place) => {
      const next = selectCell(place);
      set(next);
      onGo(place, next);
    },
  };
}
