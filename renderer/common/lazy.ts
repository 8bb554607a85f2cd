import { useEffect, useState } from 'react';
import { loadLaterTexts } from '../messages/later-texts.ts';

/** A part of the window that is loaded, with the later texts, when it is first needed. */
export interface LatePart<Part> {
  load(): Promise<void>;
  loaded(): Part | undefined;
}

export function latePart<Part>(load: () => Promise<Part>): LatePart<Part> {
  let loaded: Part | undefined;
  return {
    load: async () => {
      [loaded] = await Promise.all([load(), loadLaterTexts()]);
    },
    loaded: () => loaded,
  };
}

/**
 * `undefined` until the part is loaded. If loading fails, the error boundary offers to reload the window. Not React.lazy:
 * after a Suspense fallback React hides the content for 300 ms, longer than 44 MB of data take to appear.
 */
export function useLatePart<Part>(part: LatePart<Part>, isNeeded: boolean): Part | undefined {
  const [, setState] = useState({});
  useEffect(() => {
    if (!isNeeded || part.loaded() !== undefined) return;
    let gone = false;
    part.load().then(
      () => {
        if (!gone) setState({});
      },
      (error: unknown) => {
        if (!gone)
          setState(() => {
            throw error;
          });
      },
    );
    return () => {
      gone = true;
    };
  }, [part, isNeeded]);
  return part.loaded();
}

/** Whether the window has rendered and been idle for a moment. */
export function useIdle(): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    const asked = requestIdleCallback(() => setIsIdle(true), { timeout: 500 });
    return () => cancelIdleCallback(asked);
  }, []);
  return isIdle;
}
