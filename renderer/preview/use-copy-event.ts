import { type RefObject, useEffect, useRef } from 'react';

/**
 * Handles Ctrl C while the element has the focus. Its own `copy` event would not do: the event goes to where the text
 * selection is, and without one to the document's body.
 */
export function useCopyEvent(element: RefObject<HTMLElement | null>, onCopy: (event: ClipboardEvent) => void): void {
  const latest = useRef(onCopy);
  useEffect(() => {
    latest.current = onCopy;
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      if (element.current !== null && document.activeElement === element.current) latest.current(event);
    };
    document.addEventListener('copy', listen);
    return () => document.removeEventListener('copy', listen);
  }, [element]);
}
