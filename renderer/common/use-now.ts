import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';

// One clock for all relative times: they change together, and nothing ticks when none is shown.
const clock = createStore(() => Date.now());
let watchers = 0;
const tick = (): void => clock.setState(Date.now());
let timer: ReturnType<typeof setInterval> | undefined;

/** Ticks while a time is shown and the window is visible. */
function wind(): void {
  clearInterval(timer);
  timer = undefined;
  if (watchers === 0 || document.hidden) return;
  tick();
  timer = setInterval(tick, 1000);
}

function watch(): () => void {
  if (watchers++ === 0) {
    document.addEventListener('visibilitychange', wind);
    wind();
  }
  return () => {
    if (--watchers > 0) return;
    document.removeEventListener('visibilitychange', wind);
    wind();
  };
}

/** The current time (epoch ms), updated every second so that an expired token never appears valid. */
export function useNow(): number {
  useEffect(watch, []);
  return useStore(clock);
}
