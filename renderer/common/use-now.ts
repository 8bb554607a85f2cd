import { useSyncExternalStore } from 'react';

// One clock for all relative times: they change together, and nothing ticks when none is shown.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    timer = setInterval(() => {
      now = Date.now();
      for (const each of listeners) each();
    }, 1000);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The time now (epoch ms), fresh every second: what has expired must not read otherwise. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
