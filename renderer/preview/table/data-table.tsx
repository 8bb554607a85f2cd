// biome-ignore-all lint/a11y/useSemanticElements: the elements of a table cannot hold a part of its rows and columns.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its cell (aria-activedescendant).
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Cell, Column, TableView } from '../../../app/shared/preview/preview.ts';
import { FindBar } from '../find/find-bar.tsx';
import { useFind } from '../find/use-find.ts';
import { useHighlights } from '../find/use-highlights.ts';
import { PreviewError } from '../preview-error.tsx';
import { scrollToRow } from '../scroll/row-window.ts';
import { useScroll } from '../scroll/use-scroll.ts';
import { columnName } from '../shape/arrange.ts';
import { useShaping } from '../shape/shaping.tsx';
import { ValuePanel } from '../value-panel.tsx';
import { BodyRow, cellId, rowId } from './body-row.tsx';
import { cellPointer } from './cell-pointer.ts';
import { columnWindow, pinnedColumns, scrollToColumn } from './column-layout.ts';
import classes from './data-table.module.css';
import { GridMenu, type MenuPlace } from './grid-menu.tsx';
import { type GridBox, headerHeight, placeAt, rowHeight, rowsInView } from './grid-place.ts';
import { HeaderRow, headId } from './header-row.tsx';
import type { CellPlace } from './move-cell.ts';
import { RangeStatus } from './range-status.tsx';
import { hasRange } from './selection.ts';
import { SelectionWords } from './selection-words.tsx';
import { createTableFinder } from './table-finder.ts';
import { type KeepWidth, useColumnWidths } from './use-column-widths.ts';
import { useCopy } from './use-copy.ts';
import { type DragKind, useDrag } from './use-drag.ts';
import { useHeadStatistics } from './use-head-statistics.tsx';
import { useRows } from './use-rows.ts';
import { useSelection } from './use-selection.ts';

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
  /** Keeps the rows with the cell's value. */
  onFilter?: ((column: Column, cell: Cell) => void) | undefined;
  /** Items of a column's menu. `isShort`: they follow those of a cell. */
  columnItems?: ((column: Column, isShort: boolean) => ReactNode) | undefined;
}

/** A table of any length: only the cells in view exist, and nearby cells are requested as they approach. */
export function DataTable(props: DataTableProps) {
  const { view, columns, rowCount, label, onKeepWidth, onShowList, onRun, onFilter, columnItems } = props;
  const { openMenu } = useShaping();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const scroll = useScroll(scroller);
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [menu, setMenu] = useState<MenuPlace>();
  const { widths, fractions, measure, resize, reset } = useColumnWidths(columns, onKeepWidth);

  const gutter = Math.max(40, String(rowCount).length * 9 + 18);
  const viewWidth = scroll.width - gutter;
  const pinned = useMemo(() => pinnedColumns(columns, widths, viewWidth), [columns, widths, viewWidth]);
  const columnsWidth = viewWidth - pinned.width;
  const rows = rowsInView({ scrollTop: scroll.top, height: scroll.height, rowCount });
  const shown = useMemo(
    () => columnWindow(widths, scroll.left, columnsWidth, pinned.count),
    [widths, scroll.left, columnsWidth, pinned.count],
  );
  const box: GridBox = {
    gutter,
    widths,
    pinned,
    rowCount,
    width: scroll.width,
    height: scroll.height,
    scrollTop: scroll.top,
    scrollLeft: scroll.left,
  };
  const viewHeight = Math.max(0, scroll.height - headerHeight);
  const pageRows = Math.max(1, Math.floor(viewHeight / rowHeight) - 1);
  const size = { rowCount, columnCount: columns.length, pageRows };
  const reveal = ({ row, column }: CellPlace) => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, scrollLeft } = element;
    element.scrollTop = scrollToRow({ scrollTop, viewHeight, rowHeight, count: rowCount }, row);
    element.scrollLeft = scrollToColumn(widths, column, scrollLeft, columnsWidth, pinned.count);
  };
  const selected = useSelection(size, reveal);
  const { selection, range, focus } = selected;
  const { whole } = selection;
  /** Of the element that has the keyboard, if it is drawn. */
  const focusId =
    whole === 'columns' ? headId(gridId, focus.column) : whole === 'rows' ? rowId(gridId) : cellId(gridId);

  const cells = useRows({ view, columns, rowCount, rows, shown, pinned: pinned.count, measure });
  const pointerAt = ({ row, column }: CellPlace) => {
    const rowPointer = cells.pointerOf(row, column);
    const pointer = columns[column]?.pointer;
    return rowPointer === undefined || pointer === undefined ? undefined : cellPointer(rowPointer, pointer);
  };
  const focusCell = cells.cellAt(focus.row, focus.column);
  const copy = useCopy({ grid: scroller, view, columns, range, cell: focusCell, pointer: pointerAt(focus) });
  const finder = createTableFinder({ view, columns, focus: () => focus, go: selected.go });
  const find = useFind(scroller, finder, () => scroller.current?.focus());
  useHighlights(scroller, '[role=gridcell]', find.isOpen ? find.query : undefined);
  const statistics = useHeadStatistics({
    gridId,
    view,
    columns,
    headColumn: whole === 'columns' ? columns[focus.column]?.pointer : undefined,
    moved: `${scroll.top} ${scroll.left} ${menu === undefined}`,
    scroller,
  });
  const startDrag = useDrag({ scroller, box, onOver: selected.over });

  // The panel takes up space, so the cell that it shows is scrolled into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the room changes
  useEffect(() => {
    const element = scroller.current;
    if (element !== null && isPanelOpen)
      element.scrollLeft = scrollToColumn(widths, focus.column, element.scrollLeft, columnsWidth, pinned.count);
  }, [isPanelOpen, columnsWidth]);

  /** The list in a cell, if there is one. */
  const listAt = (place: CellPlace): string | undefined =>
    cells.cellAt(place.row, place.column)?.kind === 'array' ? pointerAt(place) : undefined;
  const focusList = listAt(focus);
  const focusColumn = columns[focus.column];
  const onKeyDown = (event: React.KeyboardEvent) => {
    const ctrl = event.ctrlKey || event.metaKey;
    const { key, altKey: alt, shiftKey: shift } = event;
    if (find.press(event)) event.preventDefault();
    else if (alt && (key === 'ArrowLeft' || key === 'ArrowRight'))
      resize(focus.column, (widths[focus.column] ?? 0) + (key === 'ArrowRight' ? 16 : -16));
    else if (alt && key === 'ArrowDown' && focusColumn !== undefined)
      openMenu(focusColumn.pointer, document.getElementById(headId(gridId, focus.column)) ?? event.currentTarget);
    else if (alt) return;
    else if (key === 'ContextMenu' || (shift && key === 'F10')) openMenuAtFocus();
    else if (ctrl && shift && key.toLowerCase() === 'c') copy('tsvWithHeader');
    else if (selected.press({ key, ctrl, shift })) setMenu(undefined);
    else if (!ctrl && !shift && (key === 'Enter' || key === ' ')) setPanelOpen(true);
    else if (!ctrl && shift && key === 'Enter' && focusList !== undefined) onShowList(focusList);
    else if (key === 'Escape' && statistics.describedBy !== undefined) statistics.hide();
    else if (key === 'Escape' && isPanelOpen) setPanelOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  /** What the pointer is on: a cell, a head or a row number. */
  const targetOf = (event: React.MouseEvent): { kind: DragKind; place: CellPlace } | undefined => {
    const kind = kindOf(event.target);
    const element = scroller.current;
    if (kind === undefined || element === null) return undefined;
    const { left, top } = element.getBoundingClientRect();
    const place = placeAt(box, event.clientX - left, event.clientY - top);
    // The keyboard continues in view, at the first row or column.
    if (kind === 'columns') return { kind, place: { ...place, row: rows.first } };
    return { kind, place: kind === 'rows' ? { ...place, column: focus.column } : place };
  };
  const onPointerDown = (event: React.PointerEvent) => {
    if (event.button !== 0) return;
    if (event.target instanceof Element && event.target.closest('[data-corner]') !== null) {
      selected.press({ key: 'a', ctrl: true, shift: false });
      return;
    }
    const target = targetOf(event);
    if (target === undefined) return;
    selected.take(target.kind, target.place, event.shiftKey);
    if (target.kind === 'cells') reveal(target.place);
    startDrag(event, target.kind);
  };
  const onContextMenu = (event: React.MouseEvent) => {
    event.preventDefault();
    const target = targetOf(event);
    if (target === undefined) return menu === undefined ? openMenuAtFocus() : undefined;
    selected.takeUnlessInside(target.kind, target.place);
    setMenu({ x: event.clientX, y: event.clientY, kind: target.kind, ...target.place });
  };
  const openMenuAtFocus = () => {
    const kind: DragKind = whole === 'columns' || whole === 'rows' ? whole : 'cells';
    const element = document.getElementById(focusId) ?? scroller.current;
    const { left, bottom } = element?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
    setMenu({ x: left + 12, y: Math.min(bottom, window.innerHeight - 40), kind, ...focus });
  };

  if (cells.error !== undefined) return <PreviewError error={cells.error} onRun={onRun} />;
  const isColumnDrawn = focus.column < pinned.count || (focus.column >= shown.first && focus.column < shown.end);
  const isRowDrawn = focus.row >= rows.first && focus.row < rows.end;
  const isFocusDrawn = (whole === 'columns' || isRowDrawn) && (whole === 'rows' || isColumnDrawn);
  const slots = Math.ceil(viewHeight / rowHeight) + 2;
  const isMany = hasRange(selection, size);
  const menuColumn = menu === undefined ? undefined : columns[menu.column];
  const menuList = menu === undefined ? undefined : listAt(menu);
  const menuCell = menu === undefined ? undefined : cells.cellAt(menu.row, menu.column);
  return (
    <div className={classes.whole}>
      <FindBar find={find} />
      <div className={classes.split}>
        <div
          ref={scroller}
          className={classes.scroller}
          role="grid"
          tabIndex={0}
          data-pane-focus
          aria-label={label}
          aria-multiselectable
          aria-rowcount={rowCount + 1}
          aria-colcount={columns.length + 1}
          {...(isFocusDrawn ? { 'aria-activedescendant': focusId } : {})}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          onContextMenu={onContextMenu}
          onDoubleClick={(event) => kindOf(event.target) === 'cells' && setPanelOpen(true)}
        >
          <div
            role="none"
            style={{ height: rows.height + headerHeight, width: shown.total + gutter, minWidth: '100%' }}
          >
            <div role="none" className={classes.view} style={{ height: scroll.height }}>
              <HeaderRow
                columns={columns}
                widths={widths}
                shown={shown}
                gutter={gutter}
                pinned={pinned}
                gridId={gridId}
                active={focus.column}
                selectedFrom={isMany ? range.firstColumn : 0}
                selectedTo={isMany ? range.endColumn : 0}
                isWhole={whole === 'columns' || whole === 'all'}
                onResize={resize}
                onReset={reset}
                onRest={statistics.rest}
                onLeave={statistics.leave}
                describedBy={statistics.describedBy}
              />
              <div role="rowgroup" style={{ transform: `translateY(${rows.offset}px)` }}>
                {Array.from({ length: rows.end - rows.first }, (_, index) => {
                  const row = rows.first + index;
                  const isInRange = row >= range.firstRow && row < range.endRow;
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
                      pinned={pinned}
                      activeColumn={row === focus.row ? focus.column : -1}
                      selectedFrom={isInRange ? range.firstColumn : 0}
                      selectedTo={isInRange ? range.endColumn : 0}
                      isWhole={isInRange && (whole === 'rows' || whole === 'all')}
                      blockNumbers={cells.shownBlocks}
                      blocks={cells.blocksOf(row)}
                    />
                  );
                })}
              </div>
            </div>
          </div>
        </div>
        {statistics.card}
        {isMany ? (
          <RangeStatus
            view={view}
            columns={columns}
            rowCount={rowCount}
            selection={selection}
            range={range}
            cellAt={cells.cellAt}
            isAbove={focus.row >= rows.end - 4 && rows.end - rows.first > 8}
          />
        ) : null}
        <SelectionWords selection={selection} range={range} isMany={isMany} columns={columns} />
        {menu === undefined ? null : (
          <GridMenu
            place={menu}
            cell={menuCell}
            column={menuColumn}
            columnItems={menuColumn === undefined ? null : (columnItems?.(menuColumn, menu.kind === 'cells') ?? null)}
            onCopy={copy}
            onShowValue={() => {
              selected.go(menu);
              setPanelOpen(true);
            }}
            onShowList={menuList === undefined ? undefined : () => onShowList(menuList)}
            onFilter={
              onFilter === undefined || menuCell === undefined || menuColumn === undefined || !isFiltered(menuCell)
                ? undefined
                : () => onFilter(menuColumn, menuCell)
            }
            onClose={() => {
              setMenu(undefined);
              scroller.current?.focus();
            }}
          />
        )}
        {isPanelOpen && focusCell !== undefined ? (
          <ValuePanel
            previewId={view.previewId}
            pointer={pointerAt(focus)}
            cell={focusCell}
            title={columnName(focusColumn)}
            column={focusColumn}
            onShowList={onShowList}
            onClose={() => {
              setPanelOpen(false);
              scroller.current?.focus();
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Rows are compared with short values that are no containers. */
const isFiltered = ({ kind, truncated }: Cell): boolean => truncated !== true && kind !== 'array' && kind !== 'object';

function kindOf(target: EventTarget): DragKind | undefined {
  if (!(target instanceof Element) || target.closest('button, [data-resizer]') !== null) return undefined;
  if (target.closest('[data-column]') !== null) return 'cells';
  if (target.closest('[data-head]') !== null) return 'columns';
  return target.closest('[role="rowheader"]') === null ? undefined : 'rows';
}
