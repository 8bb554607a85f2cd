// biome-ignore-all lint/a11y/useSemanticElements: the elements of a table cannot hold a part of its rows and columns.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its cell (aria-activedescendant).
import { useEffect, useId, useRef, useState } from 'react';
import type { Column, TableView } from '../../../app/shared/preview/preview.ts';
import { PreviewError } from '../preview-error.tsx';
import { rowWindow, scrollToRow } from '../scroll/row-window.ts';
import { useScroll } from '../scroll/use-scroll.ts';
import { columnName } from '../shape/arrange.ts';
import { ValuePanel } from '../value-panel.tsx';
import { BodyRow, cellId } from './body-row.tsx';
import { cellPointer } from './cell-pointer.ts';
import { columnWindow, scrollToColumn } from './column-layout.ts';
import classes from './data-table.module.css';
import { HeaderRow } from './header-row.tsx';
import { type CellPlace, moveCell } from './move-cell.ts';
import { type KeepWidth, useColumnWidths } from './use-column-widths.ts';
import { useCopyCell } from './use-copy-cell.ts';
import { useRows } from './use-rows.ts';

const rowHeight = 28;
const headerHeight = 30;

export interface DataTableProps {
  /** The same object as long as the rows are the same. */
  view: TableView;
  /** Those that are shown, in their order. */
  columns: readonly Column[];
  rowCount: number;
  onKeepWidth: KeepWidth;
  /** What the rows are, for screen readers. */
  label: string;
  onShowList: (pointer: string) => void;
  onRun: () => void;
}

/** A table of any length: only the cells in view exist, and nearby cells are requested as they approach. */
export function DataTable({
  view: tableView,
  columns,
  rowCount,
  label,
  onKeepWidth,
  onShowList,
  onRun,
}: DataTableProps) {
  const { previewId } = tableView;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const scroll = useScroll(scroller);
  const [chosen, setActive] = useState<CellPlace>({ row: 0, column: 0 });
  // A filter takes rows away, and a hidden column is gone.
  const active = {
    row: Math.max(0, Math.min(chosen.row, rowCount - 1)),
    column: Math.max(0, Math.min(chosen.column, columns.length - 1)),
  };
  const [isPanelOpen, setPanelOpen] = useState(false);
  const { widths, fractions, measure, resize, reset } = useColumnWidths(columns, onKeepWidth);

  const gutter = Math.max(40, String(rowCount).length * 9 + 18);
  const viewHeight = Math.max(0, scroll.height - headerHeight);
  const view = { scrollTop: scroll.top, viewHeight, rowHeight, count: rowCount };
  const rows = rowWindow(view);
  const shown = columnWindow(widths, scroll.left, scroll.width - gutter);

  const cells = useRows({ view: tableView, columns, rowCount, rows, shown, measure });
  const pointerAt = ({ row, column }: CellPlace) => {
    const rowPointer = cells.pointerOf(row, column);
    const pointer = columns[column]?.pointer;
    return rowPointer === undefined || pointer === undefined ? undefined : cellPointer(rowPointer, pointer);
  };
  const activeCell = cells.cellAt(active.row, active.column);
  const onCopy = useCopyCell(previewId, activeCell, pointerAt(active));

  const go = (place: CellPlace) => {
    setActive(place);
    const element = scroller.current;
    if (element === null) return;
    element.scrollTop = scrollToRow({ ...view, scrollTop: element.scrollTop }, place.row);
    element.scrollLeft = scrollToColumn(widths, place.column, element.scrollLeft, scroll.width - gutter);
  };
  const columnsWidth = scroll.width - gutter;
  // The panel takes up space, so the cell that it shows is scrolled into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the room changes
  useEffect(() => {
    const element = scroller.current;
    if (element !== null && isPanelOpen)
      element.scrollLeft = scrollToColumn(widths, active.column, element.scrollLeft, columnsWidth);
  }, [isPanelOpen, columnsWidth]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      resize(active.column, (widths[active.column] ?? 0) + (event.key === 'ArrowRight' ? 16 : -16));
      return;
    }
    if (event.altKey || event.shiftKey) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const pageRows = Math.max(1, Math.floor(viewHeight / rowHeight) - 1);
    const next = moveCell(active, { key: event.key, ctrl }, { rowCount, columnCount: columns.length, pageRows });
    if (next !== undefined) go(next);
    else if (!ctrl && (event.key === 'Enter' || event.key === ' ')) setPanelOpen(true);
    else if (event.key === 'Escape' && isPanelOpen) setPanelOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerDown = (event: React.PointerEvent) => {
    const place = event.button === 0 ? placeOf(event.target) : undefined;
    if (place !== undefined) go(place);
  };

  if (cells.error !== undefined) return <PreviewError error={cells.error} onRun={onRun} />;
  const isActiveShown =
    active.row >= rows.first && active.row < rows.end && active.column >= shown.first && active.column < shown.end;
  const slots = Math.ceil(viewHeight / rowHeight) + 2;
  return (
    <div className={classes.split}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        tabIndex={0}
        data-pane-focus
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length + 1}
        {...(isActiveShown ? { 'aria-activedescendant': cellId(gridId) } : {})}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onDoubleClick={(event) => placeOf(event.target) !== undefined && setPanelOpen(true)}
        onCopy={onCopy}
      >
        <div role="none" style={{ height: rows.height + headerHeight, width: shown.total + gutter, minWidth: '100%' }}>
          <div role="none" className={classes.view} style={{ height: scroll.height }}>
            <HeaderRow
              columns={columns}
              widths={widths}
              shown={shown}
              gutter={gutter}
              active={active.column}
              onResize={resize}
              onReset={reset}
            />
            <div role="rowgroup" style={{ transform: `translateY(${rows.offset}px)` }}>
              {Array.from({ length: rows.end - rows.first }, (_, index) => {
                const row = rows.first + index;
                // The same element shows another row after scrolling: nothing is made anew.
                return (
                  <BodyRow
                    key={row % slots}
                    gridId={gridId}
                    row={row}
                    columns={columns}
                    widths={widths}
                    fractions={fractions}
                    shown={shown}
                    gutter={gutter}
                    activeColumn={row === active.row ? active.column : -1}
                    blocks={cells.blocksOf(row)}
                  />
                );
              })}
            </div>
          </div>
        </div>
      </div>
      {isPanelOpen && activeCell !== undefined ? (
        <ValuePanel
          previewId={previewId}
          pointer={pointerAt(active)}
          cell={activeCell}
          title={columnName(columns[active.column])}
          onShowList={onShowList}
          onClose={() => {
            setPanelOpen(false);
            scroller.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}

/** The cell that an event happened in. */
function placeOf(target: EventTarget): CellPlace | undefined {
  if (!(target instanceof Element)) return undefined;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset.column;
  const row = target.closest<HTMLElement>('[data-row]')?.dataset.row;
  return column === undefined || row === undefined ? undefined : { row: Number(row), column: Number(column) };
}
