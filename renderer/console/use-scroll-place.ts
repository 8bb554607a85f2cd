import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import type { ExchangeSummary } from '../../app/shared/exchange.ts';

/** In pixels, as the styles have them. */
export const rowHeight = 26;
export const headHeight = 26;

interface Place {
  exchanges: readonly ExchangeSummary[];
  follow: boolean;
  onFollow: (follow: boolean) => void;
}

/** The distance from the end that still counts as the end. */
const nearEnd = 4;

/**
 * Stays at the end while following. Otherwise keeps the top row in place, even if older rows are dropped or a filter hides
 * rows. Returns the list's scroll handler.
 */
export function useScrollPlace(scroller: RefObject<HTMLElement | null>, { exchanges, follow, onFollow }: Place) {
  const anchor = useRef<{ id: number; offset: number } | null>(null);
  const list = useRef(exchanges);

  // In the frame that draws the new rows: the list must not jump.
  useLayoutEffect(() => {
    list.current = exchanges;
    const element = scroller.current;
    if (element === null) return;
    if (follow) {
      element.scrollTop = headHeight + exchanges.length * rowHeight;
      return;
    }
    const place = anchor.current;
    if (place === null) return;
    const index = indexFrom(exchanges, place.id);
    const top = index * rowHeight + place.offset;
    if (Math.abs(element.scrollTop - top) >= 1) element.scrollTop = top;
  }, [exchanges, follow, scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || !follow) return;
    const observer = new ResizeObserver(() => {
      element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [follow, scroller]);

  return useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const index = Math.floor(element.scrollTop / rowHeight);
    const id = list.current[index]?.id;
    anchor.current = id === undefined ? null : { id, offset: element.scrollTop - index * rowHeight };
    onFollow(element.scrollTop + element.clientHeight >= element.scrollHeight - nearEnd);
  }, [scroller, onFollow]);
}

/** The first row with this id or a later one. Ids ascend. */
function indexFrom(exchanges: readonly ExchangeSummary[], id: number): number {
  let low = 0;
  let high = exchanges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((exchanges[middle]?.id ?? id) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
