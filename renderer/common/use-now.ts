import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';

// One clock for all relative times: they change together, and nothing ticks when none is shown.
const clock = createStore(() => Date.now());
let watchers = 0;
const tick = (): void => clock.setState(Date.now());
let timer: ReturnType<typeof setInterval> | undefined;

function watch(): () => void {
  if (watchers++ === 0) {
    tick();
    timer = setInterval(tick, 1000);
  }
  return () => {
    if (--watchers === 0) clearInterval(timer);
  };
}

/** The current time (epoch ms), updated every second so that an expired token never appears valid. */
export function useNow(): number {
  useEffect(watch, []);
  return useStore(clock);
}
