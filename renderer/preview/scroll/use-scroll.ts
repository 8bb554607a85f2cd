import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export interface ScrollState {
  top: number;
  left: number;
  width: number;
  height: number;
}

const nothing: ScrollState = { top: 0, left: 0, width: 0, height: 0 };

/** Where an element is scrolled to and how large it is; drawn in the same frame, so that rows never lag behind. */
export function useScroll(ref: RefObject<HTMLElement | null>): ScrollState {
  const [state, setState] = useState(nothing);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    setState(stateOf(element));
    const onScroll = () => flushSync(() => setState(stateOf(element)));
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [ref]);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setState(stateOf(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return state;
}

const stateOf = (element: HTMLElement): ScrollState => ({
  top: element.scrollTop,
  left: element.scrollLeft,
  width: element.clientWidth,
  height: element.clientHeight,
});
