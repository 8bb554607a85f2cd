import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import { columnName } from '../shape/arrange.ts';
import { padOf, shownText } from './shown-value.ts';

const narrowest = 56;
const widest = 360;
const widestByHand = 1200;
/** Of 13 px text, about: tabular figures are wider than most letters. */
const figureWidth = 8.3;
const characterWidth = 7.3;
const padding = 26;

export const clampWidth = (width: number): number => Math.min(widestByHand, Math.max(narrowest, Math.round(width)));

/** Wide enough for the name and for the first rows, as far as that is sensible. */
export function fittingWidth(column: Column, cells: readonly (Cell | undefined)[], fraction = 0): number {
  let longest = textWidth(columnName(column)) + characterWidth;
  for (const cell of cells) longest = Math.max(longest, cellWidth(cell, column, fraction));
  return Math.min(widest, Math.max(narrowest, Math.ceil(longest + padding)));
}

const cellWidth = (cell: Cell | undefined, column: Column, fraction: number): number => {
  if (cell === undefined) return 0;
  if (cell.kind === 'array' || cell.kind === 'object') return Math.min(22, cell.text.length + 6) * characterWidth;
  return textWidth(shownText(cell, column, fraction) + padOf(cell, column, fraction));
};

/** No more is looked at than the widest column could show. */
function textWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length && width < widest; index++) {
    const code = text.charCodeAt(index);
    width += code >= 48 && code <= 57 ? figureWidth : characterWidth;
  }
  return width;
}

/** Columns at the left that stay in view. */
export interface Pinned {
  /** The first so many columns. */
  count: number;
  width: number;
}

/** Pinned columns take at most this part of the view: the others must be reachable. */
const mostPinned = 0.6;

/** `columns`: pinned ones first. */
export function pinnedColumns(columns: readonly Column[], widths: readonly number[], viewWidth: number): Pinned {
  let width = 0;
  let count = 0;
  while (columns[count]?.pinned === true) {
    const next = width + (widths[count] ?? 0);
    if (next > viewWidth * mostPinned) break;
    width = next;
    count++;
  }
  return { count, width };
}

/** The columns that scroll. */
export interface ColumnWindow {
  first: number;
  end: number;
  /** Of the first column, from the end of the pinned ones. */
  left: number;
  /** Of all columns, pinned ones too. */
  total: number;
}

/** Which columns to draw: those that touch the view, and one more on either side. `viewWidth`: beside the pinned ones. */
export function columnWindow(
  widths: readonly number[],
  scrollLeft: number,
  viewWidth: number,
  pinned = 0,
): ColumnWindow {
  let left = 0;
  let first = pinned;
  while (first < widths.length && left + (widths[first] ?? 0) <= scrollLeft) left += widths[first++] ?? 0;
  let end = first;
  let right = left;
  while (end < widths.length && right < scrollLeft + viewWidth) right += widths[end++] ?? 0;
  if (first > pinned) left -= widths[--first] ?? 0;
  const total = widths.reduce((sum, width) => sum + width, 0);
  return { first, end: Math.min(widths.length, end + 1), left, total };
}

/** The numbers of the columns to draw: the pinned ones, then those in view. */
export const drawnColumns = ({ first, end }: ColumnWindow, pinned: Pinned): number[] => [
  ...Array.from({ length: pinned.count }, (_none, column) => column),
  ...Array.from({ length: Math.max(0, end - first) }, (_none, index) => first + index),
];

/** The scroll position that shows the whole of a column. Pinned ones are always in view. */
export function scrollToColumn(
  widths: readonly number[],
  column: number,
  scrollLeft: number,
  viewWidth: number,
  pinned = 0,
): number {
  if (column < pinned) return scrollLeft;
  const left = widths.slice(pinned, column).reduce((sum, width) => sum + width, 0);
  const right = left + (widths[column] ?? 0);
  if (left < scrollLeft || right - left > viewWidth) return left;
  return right > scrollLeft + viewWidth ? right - viewWidth : scrollLeft;
}

/** The column at a place, from the left edge of the columns. Outside: the nearest in view. */
export function columnAt(
  widths: readonly number[],
  x: number,
  { scrollLeft, viewWidth, pinned }: { scrollLeft: number; viewWidth: number; pinned: Pinned },
): number {
  const inside = Math.max(0, Math.min(viewWidth - 1, x));
  let column = inside < pinned.width ? 0 : pinned.count;
  let left = inside < pinned.width ? inside : inside - pinned.width + scrollLeft;
  while (column < widths.length - 1 && left >= (widths[column] ?? 0)) left -= widths[column++] ?? 0;
  return column;
}
