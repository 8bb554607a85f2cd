import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { nextTile } from './next-tile.ts';

const buttonsIn = (all: HTMLElement): HTMLButtonElement[] => [...all.querySelectorAll('button')];

/**
 * Arrow keys move between the buttons inside the element, and only one of them is a stop of Tab: the one focused last,
 * or the first.
 */
export function useTileKeys(element: RefObject<HTMLElement | null>): void {
  const last = useRef<HTMLButtonElement | null>(null);

  const setStop = (): void => {
    if (element.current === null) return;
    const buttons = buttonsIn(element.current);
    const stop = buttons.find((button) => button === last.current) ?? buttons.find((button) => !button.disabled);
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  };

  // After each render: a search shows other tiles.
  useLayoutEffect(setStop);

  useEffect(() => {
    const all = element.current;
    if (all === null) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const buttons = buttonsIn(all);
      const at = buttons.findIndex((button) => button.contains(document.activeElement));
      const next = nextTile(
        buttons.map((button) => button.getBoundingClientRect()),
        at,
        event.key,
      );
      if (next === undefined) return;
      event.preventDefault();
      buttons[next]?.focus();
    };
    const onFocus = ({ target }: FocusEvent): void => {
      last.current = target instanceof HTMLButtonElement ? target : null;
      setStop();
    };
    all.addEventListener('keydown', onKeyDown);
    all.addEventListener('focusin', onFocus);
    return () => {
      all.removeEventListener('keydown', onKeyDown);
      all.removeEventListener('focusin', onFocus);
    };
  });
}
