// biome-ignore-all lint/a11y/useSemanticElements: the elements of a table cannot hold a part of its rows and columns.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its cell (aria-activedescendant).
import type { Column } from '../../../app/shared/preview/preview.ts';
import { text } from '../../messages/text.ts';
import { columnName } from '../shape/arrange.ts';
import type { ColumnWindow } from './column-layout.ts';
import classes from './data-table.module.css';
import { isRight } from './shown-value.ts';

interface HeaderRowProps {
  columns: readonly Column[];
  widths: readonly number[];
  shown: ColumnWindow;
  gutter: number;
  active: number;
  onResize: (column: number, width: number) => void;
  onReset: (column: number) => void;
}

/** Names of the columns; their right edges can be dragged, a double click fits them again. */
export function HeaderRow({ columns, widths, shown, gutter, active, onResize, onReset }: HeaderRowProps) {
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
  return (
    <div className={classes.header} role="row" aria-rowindex={1}>
      <div
        className={classes.corner}
        role="columnheader"
        aria-colindex={1}
        style={{ width: gutter }}
        title={text('preview.grid.row')}
      >
        #
      </div>
      <div style={{ flex: 'none', width: shown.left }} role="none" />
      {columns.slice(shown.first, shown.end).map((column, index) => {
        const number = shown.first + index;
        return (
          <div
            key={column.pointer}
            role="columnheader"
            aria-colindex={number + 2}
            className={classes.headerCell}
            data-right={isRight(column) || undefined}
            data-active={number === active || undefined}
            style={{ width: widths[number] }}
            title={columnName(column)}
          >
            <span className={classes.headerLabel}>{columnName(column)}</span>
            <span
              className={classes.resizer}
              aria-hidden
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
