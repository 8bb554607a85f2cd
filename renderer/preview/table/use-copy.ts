import type { RefObject } from 'react';
import type { Cell, Column, TableView } from '../../../app/shared/preview/preview.ts';
import { preferencesQuery, queryClient } from '../../api/queries.ts';
import { useCopyEvent } from '../use-copy-event.ts';
import { type CopyFormat, copyRange } from './copy-range.ts';
import { type CellRange, cellCount } from './selection.ts';
import { useCopyCell } from './use-copy-cell.ts';

interface CopyOptions {
  grid: RefObject<HTMLElement | null>;
  view: TableView;
  columns: readonly Column[];
  range: CellRange;
  /** The cell that has the keyboard. */
  cell: Cell | undefined;
  pointer: string | undefined;
}

/** Copies what is selected: one cell as its value, more as tab-separated text. */
export function useCopy({ grid, view, columns, range, cell, pointer }: CopyOptions) {
  const copyCell = useCopyCell(view.previewId, cell, pointer);
  const copy = (format: CopyFormat) => void copyRange({ view, columns, range }, format);
  useCopyEvent(grid, (event) => {
    if (cellCount(range) === 1) return copyCell(event);
    event.preventDefault();
    copy(copiesHeader() ? 'tsvWithHeader' : 'tsv');
  });
  return copy;
}

/** Whether Ctrl C copies the names of the columns too. */
const copiesHeader = (): boolean => queryClient.getQueryData(preferencesQuery.queryKey)?.copiesHeader ?? false;
