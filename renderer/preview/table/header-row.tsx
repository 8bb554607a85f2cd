// biome-ignore-all lint/a11y/useSemanticElements: the elements of a table cannot hold a part of its rows and columns.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its cell (aria-activedescendant).
import { IconArrowDown, IconArrowUp, IconChevronDown } from '@tabler/icons-react';
import { memo } from 'react';
import type { Column } from '../../../app/shared/preview/preview.ts';
import { formatCount } from '../../common/numbers.ts';
import { useLanguage } from '../../messages/language.ts';
import { text } from '../../messages/text.ts';
import { columnName } from '../shape/arrange.ts';
import { sortOf } from '../shape/changes.ts';
import { useShaping } from '../shape/shaping.tsx';
import { type ColumnWindow, drawnColumns, type Pinned } from './column-layout.ts';
import classes from './data-table.module.css';
import { isRight } from './shown-value.ts';

interface HeaderRowProps {
  columns: readonly Column[];
  widths: readonly number[];
  shown: ColumnWindow;
  gutter: number;
  pinned: Pinned;
  gridId: string;
  active: number;
  /** The selected columns; the end is exclusive. */
  selectedFrom: number;
  selectedTo: number;
  /** The columns are selected as a whole, by their heads. */
  isWhole: boolean;
  onResize: (column: number, width: number) => void;
  onReset: (column: number) => void;
  /** The pointer is over a head. */
  onRest: (pointer: string, head: Element) => void;
  onLeave: () => void;
  /** The element with the figures of a column. */
  describedBy: { pointer: string; id: string } | undefined;
}

export const headId = (gridId: string, column: number): string => `${gridId}-head-${column}`;

/** Names of the columns; their right edges can be dragged, a double click fits them again. */
function Header(props: HeaderRowProps) {
  const { columns, widths, shown, gutter, pinned, gridId, active, selectedFrom, selectedTo, isWhole } = props;
  const { onResize, onReset, onRest, onLeave, describedBy } = props;
  const { shape, newColumns, openMenu } = useShaping();
  // `memo` below keeps the row when the language changes.
  useLanguage();
  const startDrag = (event: React.PointerEvent<HTMLElement>, column: number) => {
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const from = event.clientX - (widths[column] ?? 0);
    handle.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => onResize(column, moved.clientX - from);
    const stop = () => handle.removeEventListener('pointermove', move);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', stop, { once: true });
  };
  let left = gutter;
  return (
    <div className={classes.header} role="row" aria-rowindex={1}>
      <div
        className={classes.corner}
        role="columnheader"
        aria-colindex={1}
        data-corner
        style={{ width: gutter }}
        title={text('grid.selectAll')}
      >
        #
      </div>
      {drawnColumns(shown, pinned).map((number) => {
        const column = columns[number];
        if (column === undefined) return null;
        const isSelected = number >= selectedFrom && number < selectedTo;
        const isPinned = number < pinned.count;
        const width = widths[number] ?? 0;
        const place = left;
        if (isPinned) left += width;
        const sort = sortOf(shape, column.pointer);
        return (
          <div
            key={column.pointer}
            role="columnheader"
            id={headId(gridId, number)}
            aria-colindex={number + 2}
            aria-selected={isWhole && isSelected}
            data-head={number}
            data-selected={isSelected || undefined}
            data-whole={(isWhole && isSelected) || undefined}
            data-pinned={isPinned ? (number === pinned.count - 1 ? 'last' : true) : undefined}
            className={classes.headerCell}
            data-right={isRight(column) || undefined}
            data-active={number === active || undefined}
            {...ariaSort(sort)}
            style={isPinned ? { width, left: place } : { width, marginLeft: number === shown.first ? shown.left : 0 }}
            {...(describedBy?.pointer === column.pointer ? { 'aria-describedby': describedBy.id } : {})}
            onPointerEnter={(event) => event.buttons === 0 && onRest(column.pointer, event.currentTarget)}
            onPointerLeave={onLeave}
          >
            <span className={classes.headerLabel}>{columnName(column)}</span>
            {newColumns.has(column.pointer) ? (
              <span
                className={classes.newMark}
                role="img"
                aria-label={text('shape.columns.new')}
                title={text('shape.column.new')}
              />
            ) : null}
            <SortMark sort={sort} />
            <button
              type="button"
              className={classes.menuButton}
              tabIndex={-1}
              aria-label={text('shape.column.menu', { column: columnName(column) })}
              onClick={(event) => openMenu(column.pointer, event.currentTarget)}
            >
              <IconChevronDown size={13} stroke={2} aria-hidden />
            </button>
            <span
              className={classes.resizer}
              aria-hidden
              data-resizer
              onPointerDown={(event) => startDrag(event, number)}
              onDoubleClick={(event) => {
                event.stopPropagation();
                onReset(number);
              }}
            />
          </div>
        );
      })}
    </div>
  );
}

/** Scrolling up and down does not render it again. */
export const HeaderRow = memo(Header);

type Sort = ReturnType<typeof sortOf>;

/** Only the first key is told: ARIA has one sorted column (WAI-ARIA 1.2, aria-sort). */
const ariaSort = (sort: Sort): { 'aria-sort'?: 'ascending' | 'descending' } =>
  sort?.place === 1 ? { 'aria-sort': sort.descending ? 'descending' : 'ascending' } : {};

function SortMark({ sort }: { sort: Sort }) {
  if (sort === undefined) return null;
  const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <span className={classes.sortMark} title={text('shape.column.sortKey', { place: sort.place })}>
      <Arrow size={12} stroke={2} aria-hidden />
      {sort.of > 1 ? formatCount(sort.place) : null}
    </span>
  );
}
