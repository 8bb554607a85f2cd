// biome-ignore-all lint/a11y/useSemanticElements: the elements of a table cannot hold a part of its rows and columns.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its cell (aria-activedescendant).
import { memo } from 'react';
import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import { formatCount } from '../../common/numbers.ts';
import { useLanguage } from '../../messages/language.ts';
import { CellValue } from '../cell-value.tsx';
import type { ColumnWindow } from './column-layout.ts';
import classes from './data-table.module.css';
import { blockColumns } from './row-pages.ts';
import { cellHint, isRight, lookOf, padOf, shownText } from './shown-value.ts';

interface BodyRowProps {
  gridId: string;
  row: number;
  columns: readonly Column[];
  widths: readonly number[];
  /** Digits after the decimal point, by column. */
  fractions: readonly number[];
  shown: ColumnWindow;
  gutter: number;
  /** -1: not in this row. */
  activeColumn: number;
  /** The cells of this row by blocks of columns, from the block that the first shown column is in. */
  blocks: readonly (readonly (Cell | undefined)[] | undefined)[];
}

export const cellId = (gridId: string): string => `${gridId}-active`;

function Row({ gridId, row, columns, widths, fractions, shown, gutter, activeColumn, blocks }: BodyRowProps) {
  // `memo` below keeps the row when the language changes.
  useLanguage();
  const firstBlock = Math.floor(shown.first / blockColumns);
  return (
    <div
      className={classes.row}
      role="row"
      aria-rowindex={row + 2}
      data-row={row}
      data-active={activeColumn !== -1 || undefined}
    >
      <div className={classes.rowNumber} role="rowheader" aria-colindex={1} style={{ width: gutter }}>
        {formatCount(row + 1)}
      </div>
      <div style={{ flex: 'none', width: shown.left }} role="none" />
      {columns.slice(shown.first, shown.end).map((column, index) => {
        const number = shown.first + index;
        const cell = blocks[Math.floor(number / blockColumns) - firstBlock]?.[number % blockColumns];
        const isActive = number === activeColumn;
        const fraction = fractions[number] ?? 0;
        const pad = cell === undefined ? '' : padOf(cell, column, fraction);
        return (
          <div
            key={column.pointer}
            {...(isActive ? { id: cellId(gridId) } : {})}
            role="gridcell"
            aria-colindex={number + 2}
            aria-selected={isActive}
            className={classes.cell}
            data-column={number}
            data-kind={cell === undefined ? undefined : lookOf(cell, column)}
            title={cell === undefined ? undefined : cellHint(cell, column)}
            data-unfit={cell?.unfit}
            {...(pad === '' ? {} : { 'data-pad': pad })}
            data-right={(isRight(column) && cell?.unfit !== true) || undefined}
            style={{ width: widths[number] }}
          >
            {cell === undefined ? <span className={classes.placeholder} /> : contentOf(cell, column, fraction)}
          </div>
        );
      })}
    </div>
  );
}

/** Most cells are one element with a text, because scrolling shows thousands of them. */
const contentOf = (cell: Cell, column: Column, fraction: number) =>
  cell.kind === 'number' || cell.kind === 'boolean' || (cell.kind === 'string' && cell.text !== '') ? (
    shownText(cell, column, fraction)
  ) : (
    <CellValue cell={cell} />
  );

/** A row that stays in view during scrolling does not render again. */
export const BodyRow = memo(
  Row,
  (before, after) =>
    before.row === after.row &&
    before.activeColumn === after.activeColumn &&
    before.columns === after.columns &&
    before.widths === after.widths &&
    before.fractions === after.fractions &&
    before.gutter === after.gutter &&
    before.shown.first === after.shown.first &&
    before.shown.end === after.shown.end &&
    before.blocks.length === after.blocks.length &&
    before.blocks.every((block, index) => block === after.blocks[index]),
);
