import { useEffect } from 'react';
import { afterFrame } from '../common/after-frame.ts';

/** Where the focus was: the element, and its way up to the part of the window that it belongs to. */
interface Place {
  element: HTMLElement;
  steps: { parent: HTMLElement; index: number }[];
}

const remembered = 12;
const parts = '[data-pane], main, [role=dialog]';
const focusable =
  'a[href], button:not(:disabled):not([tabindex="-1"]), input:not(:disabled):not([tabindex="-1"]), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/**
 * Keeps the focus in the window. If a focused control disappears (a deleted row, a closed menu, a button replaced by a
 * message), the focus falls to `body`, where keys do nothing and a screen reader starts over. Then the control that took
 * its place gets the focus, or else the control that had the focus before.
 */
export function useFocusKeeper(): void {
  useEffect(() => {
    const places: Place[] = [];
    /** A waiting button is disabled. The focus returns to it once it is enabled again. */
    let waiting: { element: HTMLElement; standIn: HTMLElement } | null = null;
    let isChecking = false;

    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      const known = places.findIndex(({ element }) => element === target);
      if (known !== -1) places.splice(known, 1);
      places.push({ element: target, steps: stepsOf(target) });
      if (places.length > remembered) places.shift();
    };

    const check = (): void => {
      isChecking = false;
      const last = places.at(-1);
      if (last === undefined || !isLost() || canTakeFocus(last.element)) return;
      const next = successor(places);
      next?.focus();
      if (last.element.isConnected && next !== undefined) waiting = { element: last.element, standIn: next };
    };

    const onChange = (): void => {
      if (waiting !== null && (!waiting.element.isConnected || document.activeElement !== waiting.standIn))
        waiting = null;
      if (waiting !== null && canTakeFocus(waiting.element)) {
        waiting.element.focus();
        waiting = null;
      }
      const last = places.at(-1);
      if (isChecking || last === undefined || canTakeFocus(last.element)) return;
      isChecking = true;
      // The code that removed the control goes first: it may know a better place.
      afterFrame(check);
    };

    const observer = new MutationObserver(onChange);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'hidden'],
    });
    document.addEventListener('focusin', onFocus);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
    };
  }, []);
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

const canTakeFocus = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0;

function stepsOf(element: HTMLElement): Place['steps'] {
  const part = element.closest(parts);
  const steps: Place['steps'] = [];
  for (let child = element; child !== part && child.parentElement !== null; child = child.parentElement) {
    if (part === null) break;
    steps.push({ parent: child.parentElement, index: [...child.parentElement.children].indexOf(child) });
  }
  return steps;
}

/** From the newest place to the oldest: the control itself, or the control now in its place. */
function successor(places: readonly Place[]): HTMLElement | undefined {
  for (const { element, steps } of places.toReversed()) {
    if (canTakeFocus(element)) return element;
    for (const { parent, index } of steps) {
      const found = parent.isConnected ? nearIndex(parent, index) : undefined;
      if (found !== undefined) return found;
    }
  }
  return firstOf('nav [data-pane-focus]:not([tabindex="-1"])') ?? firstOf('main [data-pane-focus]') ?? firstIn('main');
}

/** The first control in the child at this place or behind it, else the last one before it. */
function nearIndex(parent: HTMLElement, index: number): HTMLElement | undefined {
  const children = [...parent.children];
  for (const child of children.slice(index)) {
    const found = controlsIn(child)[0];
    if (found !== undefined) return found;
  }
  return children.slice(0, index).flatMap(controlsIn).at(-1);
}

const controlsIn = (element: Element): HTMLElement[] =>
  [...(element.matches(focusable) ? [element] : []), ...element.querySelectorAll(focusable)].filter(
    (each): each is HTMLElement => each instanceof HTMLElement && canTakeFocus(each),
  );

function firstOf(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find(canTakeFocus);
}

function firstIn(selector: string): HTMLElement | undefined {
  const part = document.querySelector(selector);
  return part === null ? undefined : controlsIn(part)[0];
}
