import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Column } from '../../../app/shared/preview/preview.ts';
import { text } from '../../messages/text.ts';
import { columnName } from '../shape/arrange.ts';
import type { CellRange, Selection } from './selection.ts';

/** A range that still grows is not announced, in ms. */
const restMs = 250;

interface SelectionWordsProps {
  selection: Selection;
  range: CellRange;
  /** More than one cell. A single one is announced by its grid. */
  isMany: boolean;
  columns: readonly Column[];
}

/** Tells a screen reader what is selected. */
export function SelectionWords({ selection, range, isMany, columns }: SelectionWordsProps) {
  const words = isMany ? selectionWords(selection, range, columns) : '';
  const [told, setTold] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTold(words), restMs);
    return () => clearTimeout(timer);
  }, [words]);
  return <VisuallyHidden role="status">{told}</VisuallyHidden>;
}

export function selectionWords(
  { whole }: Pick<Selection, 'whole'>,
  { firstRow, endRow, firstColumn, endColumn }: CellRange,
  columns: readonly Column[],
): string {
  if (whole === 'all') return text('grid.selected.all');
  if (whole === 'rows') return text('grid.selected.rows', { count: endRow - firstRow });
  if (whole === 'columns')
    return text('grid.selected.columns', { count: endColumn - firstColumn, name: columnName(columns[firstColumn]) });
  return text('grid.selected', { rows: endRow - firstRow, columns: endColumn - firstColumn });
}
