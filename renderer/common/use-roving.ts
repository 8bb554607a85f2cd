import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Buttons side by side as one Tab stop (ARIA Authoring Practices, toolbar): arrows, Home and End move between them.
 * Spread `row` on an element with the role `toolbar`. `onPastEnd`: an arrow leads out of the row.
 */
export function useRoving(count: number, onPastEnd?: () => void) {
  const row = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const active = Math.min(chosen, Math.max(0, count - 1));
  const items = (): HTMLElement[] => [...(row.current?.querySelectorAll<HTMLElement>('[data-roving]') ?? [])];
  const focus = (index: number): void => items()[index]?.focus();
  return {
    row: {
      ref: row,
      onFocus: ({ target }: FocusEvent<HTMLDivElement>) => {
        const index = items().indexOf(target as HTMLElement); // what has the focus is an HTML element
        if (index !== -1) setChosen(index);
      },
      onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
        const to = placeAfter(event.key, active, count);
        if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        if (to >= count) onPastEnd?.();
        else focus(Math.max(0, to));
      },
    },
    item: (index: number) => ({ 'data-roving': true, tabIndex: index === active ? 0 : -1 }),
    focus,
    /** Runs a change that removes this item, then focuses the item in its place. False: no item is left. */
    focusAfter: (index: number, change: () => void): boolean => {
      flushSync(change);
      const left = items();
      left[Math.min(index, left.length - 1)]?.focus();
      return left.length > 0;
    },
  };
}

function placeAfter(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return active - 1;
    case 'ArrowRight':
    case 'ArrowDown':
      return active + 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
