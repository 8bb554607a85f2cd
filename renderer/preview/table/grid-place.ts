import { type RowWindow, rowWindow } from '../scroll/row-window.ts';
import { columnAt, type Pinned } from './column-layout.ts';
import type { CellPlace } from './move-cell.ts';

export const rowHeight = 28;
export const headerHeight = 30;

/** How the grid is drawn. */
export interface GridBox {
  /** Of the row numbers. */
  gutter: number;
  widths: readonly number[];
  pinned: Pinned;
  rowCount: number;
  /** Of the part that scrolls, without the scroll bars. */
  width: number;
  height: number;
  scrollTop: number;
  scrollLeft: number;
}

export const rowsInView = ({
  scrollTop,
  height,
  rowCount,
}: Pick<GridBox, 'scrollTop' | 'height' | 'rowCount'>): RowWindow =>
  rowWindow({ scrollTop, viewHeight: Math.max(0, height - headerHeight), rowHeight, count: rowCount });

/** The cell at a point, from the grid's top left corner. Outside the cells: the nearest in view. */
export function placeAt(box: GridBox, x: number, y: number): CellPlace {
  const viewHeight = Math.max(1, box.height - headerHeight);
  const { first, offset } = rowsInView(box);
  const inside = Math.max(0, Math.min(viewHeight - 1, y - headerHeight));
  const row = first + Math.floor((inside - offset) / rowHeight);
  const column = columnAt(box.widths, x - box.gutter, {
    scrollLeft: box.scrollLeft,
    viewWidth: Math.max(1, box.width - box.gutter),
    pinned: box.pinned,
  });
  return { row: Math.max(0, Math.min(box.rowCount - 1, row)), column };
}

/** How far to scroll in one frame while the pointer is beyond an edge: the farther, the faster. In pixels. */
export function edgeScroll(box: GridBox, x: number, y: number): { x: number; y: number } {
  const left = box.gutter + box.pinned.width;
  return { x: step(x, left, box.width), y: step(y, headerHeight, box.height) };
}

const mostPerFrame = 120;

function step(at: number, from: number, to: number): number {
  const beyond = at < from ? at - from : at > to ? at - to : 0;
  return Math.sign(beyond) * Math.min(mostPerFrame, Math.ceil(Math.abs(beyond) / 3));
}
