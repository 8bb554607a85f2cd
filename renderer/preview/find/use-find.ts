import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { toastError } from '../../notices/toast.tsx';
import type { Finder, FindQuery, FindState, FindStep } from './finder.ts';

/** How long after the last letter the search starts, in ms. */
const restMs = 120;

export interface Find {
  isOpen: boolean;
  query: FindQuery;
  /** `undefined`: nothing is looked for. */
  state: FindState | undefined;
  /** Grows when the field should take the focus and select its text. */
  asked: number;
  change(query: FindQuery): void;
  step(step: FindStep): void;
  close(): void;
  /** Handles F3, and Ctrl F. False: it is another key. */
  press(event: Pick<React.KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): boolean;
}

/** The search of a view. Ctrl F opens it wherever the focus is in the same pane. `onClose`: takes the focus back. */
export function useFind(root: RefObject<HTMLElement | null>, finder: Finder, onClose: () => void): Find {
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState(0);
  const [query, setQuery] = useState<FindQuery>({ text: '', matchCase: false });
  const [state, setState] = useState<FindState>();
  const latest = useRef({ finder, query });
  const running = useRef<AbortController | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    latest.current = { finder, query };
  });

  const stop = useCallback(() => {
    clearTimeout(timer.current);
    running.current?.abort();
  }, []);
  useEffect(() => stop, [stop]);
  const search = useCallback(
    (wanted: FindQuery, step: FindStep) => {
      stop();
      if (wanted.text === '') return setState(undefined);
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      const report = (found: FindState) => !signal.aborted && setState(found);
      latest.current.finder.find(wanted, step, report, signal).catch((error: unknown) => {
        if (!signal.aborted) toastError(error);
      });
    },
    [stop],
  );

  const open = useCallback(() => {
    setOpen(true);
    setAsked((count) => count + 1);
  }, []);
  const press = useCallback<Find['press']>(
    ({ key, ctrlKey, metaKey, shiftKey, altKey }) => {
      if (altKey) return false;
      if ((ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'f') open();
      else if (key !== 'F3' || ctrlKey || metaKey) return false;
      else if (latest.current.query.text === '') open();
      else search(latest.current.query, shiftKey ? 'previous' : 'next');
      return true;
    },
    [open, search],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const pane = root.current?.closest('[data-pane]');
      const isHere = target === document.body || (target instanceof Node && pane?.contains(target) === true);
      if (event.defaultPrevented || !isHere || !press(event)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [root, press]);

  return {
    isOpen,
    query,
    state,
    asked,
    change: (wanted) => {
      setQuery(wanted);
      stop();
      timer.current = setTimeout(() => search(wanted, 'here'), restMs);
    },
    step: (step) => search(query, step),
    close: () => {
      stop();
      setOpen(false);
      setState(undefined);
      onClose();
    },
    press,
  };
}
