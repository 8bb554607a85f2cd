/** Browsers stop at about 33 million pixels, and draw unevenly beyond 2^24: a longer list scrolls in larger steps. */
export const maximumHeight = 15_000_000;

export interface RowWindow {
  /** Height of what the scroll bar goes along. */
  height: number;
  first: number;
  /** After the last row to draw. */
  end: number;
  /** Where the first row starts, above (negative) or at the top edge. */
  offset: number;
}

interface View {
  scrollTop: number;
  /** Of what shows rows. */
  viewHeight: number;
  rowHeight: number;
  count: number;
}

const scrollable = ({ viewHeight, rowHeight, count }: Omit<View, 'scrollTop'>) => {
  const whole = count * rowHeight;
  const height = Math.min(whole, maximumHeight);
  return { height, scale: height - viewHeight > 0 ? Math.max(1, (whole - viewHeight) / (height - viewHeight)) : 1 };
};

/** Which rows to draw, and where. */
export function rowWindow(view: View): RowWindow {
  const { height, scale } = scrollable(view);
  const top = Math.max(0, Math.min(view.scrollTop * scale, view.count * view.rowHeight - view.viewHeight));
  const first = Math.floor(top / view.rowHeight);
  const end = Math.min(view.count, Math.ceil((top + view.viewHeight) / view.rowHeight));
  return { height, first, end, offset: first * view.rowHeight - top };
}

/** The scroll position that shows the whole of `row`, as near as may be to the present one. */
export function scrollToRow(view: View, row: number): number {
  const { scale } = scrollable(view);
  const top = view.scrollTop * scale;
  const rowTop = row * view.rowHeight;
  if (rowTop < top) return Math.floor(rowTop / scale);
  if (rowTop + view.rowHeight > top + view.viewHeight)
    return Math.ceil((rowTop + view.rowHeight - view.viewHeight) / scale);
  return view.scrollTop;
}
