import { type PointerEvent, type RefObject, useRef, useState } from 'react';

interface DragOptions {
  scroller: RefObject<HTMLDivElement | null>;
  rowHeight: number;
  count: number;
  enabled: boolean;
  onDrop: (from: number, to: number) => void;
}

/** A dragged row does not follow the pointer: a line shows where it would land. A press that moves less than 5 px is a click. */
export function useDrag({ scroller, rowHeight, count, enabled, onDrop }: DragOptions) {
  const start = useRef<{ index: number; y: number; pointer: number } | null>(null);
  const [drag, setDrag] = useState<{ from: number; gap: number } | null>(null);

  const rowUnits = (clientY: number): number => {
    const box = scroller.current;
    return box === null ? 0 : (clientY - box.getBoundingClientRect().top + box.scrollTop) / rowHeight;
  };
  const end = (): void => {
    start.current = null;
    setDrag(null);
  };

  return {
    from: drag?.from ?? null,
    gap: drag?.gap ?? null,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
        const onRow = event.target instanceof Element && event.target.closest('[data-row]') !== null;
        if (!enabled || event.button !== 0 || !onRow) return;
        start.current = { index: Math.floor(rowUnits(event.clientY)), y: event.clientY, pointer: event.pointerId };
      },
      onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
        const from = start.current;
        if (from === null || (drag === null && Math.abs(event.clientY - from.y) < 5)) return;
        if (drag === null) event.currentTarget.setPointerCapture(from.pointer);
        const gap = Math.max(0, Math.min(count, Math.round(rowUnits(event.clientY))));
        setDrag({ from: from.index, gap });
      },
      onPointerUp: () => {
        if (drag !== null) onDrop(drag.from, dropIndex(drag.from, drag.gap));
        end();
      },
      onPointerCancel: end,
    },
  };
}

/** Where a dragged row lands: `gap` is the line between rows that is nearest to the pointer. */
export function dropIndex(from: number, gap: number): number {
  return gap > from ? gap - 1 : gap;
}
