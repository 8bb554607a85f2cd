import { useCallback, useEffect, useRef } from 'react';
import { edgeScroll, type GridBox, placeAt } from './grid-place.ts';
import type { CellPlace } from './move-cell.ts';

/** What a drag selects: from cell to cell, over heads, or over row numbers. */
export type DragKind = 'cells' | 'columns' | 'rows';

interface DragOptions {
  scroller: React.RefObject<HTMLElement | null>;
  /** As it is drawn now. */
  box: GridBox;
  onOver(kind: DragKind, place: CellPlace): void;
}

/**
 * Follows the pointer from a press to its release, also outside the grid. Beyond an edge the grid scrolls, the farther
 * the faster. Returns what starts it.
 */
export function useDrag({ scroller, box, onOver }: DragOptions): (event: React.PointerEvent, kind: DragKind) => void {
  const latest = useRef({ box, onOver });
  useEffect(() => {
    latest.current = { box, onOver };
  });
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);

  return useCallback(
    (event, kind) => {
      stop.current?.();
      const start = { x: event.clientX, y: event.clientY };
      let at = start;
      let last: CellPlace | undefined;
      let frame = 0;
      const boxNow = (element: HTMLElement): GridBox => ({
        ...latest.current.box,
        scrollTop: element.scrollTop,
        scrollLeft: element.scrollLeft,
      });
      const point = (element: HTMLElement) => {
        const { left, top } = element.getBoundingClientRect();
        return { x: at.x - left, y: at.y - top };
      };
      const over = (element: HTMLElement) => {
        const { x, y } = point(element);
        const place = placeAt(boxNow(element), x, y);
        if (last?.row === place.row && last.column === place.column) return;
        last = place;
        latest.current.onOver(kind, place);
      };
      const scroll = () => {
        frame = 0;
        const element = scroller.current;
        if (element === null) return;
        const { x, y } = point(element);
        const by = edgeScroll(boxNow(element), x, y);
        const dx = kind === 'rows' ? 0 : by.x;
        const dy = kind === 'columns' ? 0 : by.y;
        if (dx === 0 && dy === 0) return;
        element.scrollBy(dx, dy);
        over(element);
        frame = requestAnimationFrame(scroll);
      };
      const move = (moved: PointerEvent) => {
        const element = scroller.current;
        if (element === null) return;
        at = { x: moved.clientX, y: moved.clientY };
        // A click that trembles selects one cell.
        if (last === undefined && Math.hypot(at.x - start.x, at.y - start.y) < 4) return;
        over(element);
        if (frame === 0) frame = requestAnimationFrame(scroll);
      };
      const end = () => {
        cancelAnimationFrame(frame);
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', end);
        window.removeEventListener('pointercancel', end);
        stop.current = undefined;
      };
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', end);
      window.addEventListener('pointercancel', end);
      stop.current = end;
    },
    [scroller],
  );
}
