// biome-ignore-all lint/a11y/useSemanticElements: the elements of a table cannot hold a part of its rows and columns.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its cell (aria-activedescendant).
import { memo } from 'react';
import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import { formatCount } from '../../common/numbers.ts';
import { useLanguage } from '../../messages/language.ts';
import { CellValue } from '../cell-value.tsx';
import { type ColumnWindow, drawnColumns, type Pinned } from './column-layout.ts';
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
  pinned: Pinned;
  /** -1: not in this row. */
  activeColumn: number;
  /** The selected columns of this row; the end is exclusive. */
  selectedFrom: number;
  selectedTo: number;
  /** All cells of the row, by its number. */
  isWhole: boolean;
  /** Which blocks of columns `blocks` holds. */
  blockNumbers: readonly number[];
  /** The cells of this row by blocks of columns. */
  blocks: readonly (readonly (Cell | undefined)[] | undefined)[];
}

/** Of the number of the row that has the keyboard. */
export const rowId = (gridId: string): string => `${gridId}-row`;
export const cellId = (gridId: string): string => `${gridId}-active`;

function Row(props: BodyRowProps) {
  const { gridId, row, columns, widths, fractions, shown, gutter, pinned, activeColumn, blockNumbers, blocks } = props;
  const { selectedFrom, selectedTo, isWhole } = props;
  // `memo` below keeps the row when the language changes.
  useLanguage();
  let left = gutter;
  return (
    <div
      className={classes.row}
      role="row"
      aria-rowindex={row + 2}
      data-row={row}
      data-active={activeColumn !== -1 || undefined}
    >
      <div
        className={classes.rowNumber}
        role="rowheader"
        {...(activeColumn === -1 ? {} : { id: rowId(gridId) })}
        aria-colindex={1}
        aria-selected={isWhole}
        data-selected={isWhole || undefined}
        style={{ width: gutter }}
      >
        {formatCount(row + 1)}
      </div>
      {drawnColumns(shown, pinned).map((number) => {
        const column = columns[number];
        if (column === undefined) return null;
        const cell = blocks[blockNumbers.indexOf(Math.floor(number / blockColumns))]?.[number % blockColumns];
        const isActive = number === activeColumn;
        const isSelected = number >= selectedFrom && number < selectedTo;
        const isPinned = number < pinned.count;
        const width = widths[number] ?? 0;
        const place = left;
        if (isPinned) left += width;
        const fraction = fractions[number] ?? 0;
        const pad = cell === undefined ? '' : padOf(cell, column, fraction);
        return (
          <div
            key={column.pointer}
            {...(isActive ? { id: cellId(gridId) } : {})}
            role="gridcell"
            aria-colindex={number + 2}
            aria-selected={isSelected}
            className={classes.cell}
            data-column={number}
            data-active={isActive || undefined}
            data-pinned={isPinned ? (number === pinned.count - 1 ? 'last' : true) : undefined}
            data-kind={cell === undefined ? undefined : lookOf(cell, column)}
            title={cell === undefined ? undefined : cellHint(cell, column)}
            data-unfit={cell?.unfit}
            {...(pad === '' ? {} : { 'data-pad': pad })}
            data-right={(isRight(column) && cell?.unfit !== true) || undefined}
            style={isPinned ? { width, left: place } : { width, marginLeft: number === shown.first ? shown.left : 0 }}
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
    before.selectedFrom === after.selectedFrom &&
    before.selectedTo === after.selectedTo &&
    before.isWhole === after.isWhole &&
    before.pinned.count === after.pinned.count &&
    before.columns === after.columns &&
    before.widths === after.widths &&
    before.fractions === after.fractions &&
    before.gutter === after.gutter &&
    before.shown.first === after.shown.first &&
    before.shown.end === after.shown.end &&
    before.shown.left === after.shown.left &&
    before.blocks.length === after.blocks.length &&
    before.blocks.every((block, index) => block === after.blocks[index]),
);
