import type { Page } from 'playwright';
import type { RunningTestApp } from '../e2e/app.ts';

/**
 * Watches how long a frame may have waited, in the window (long tasks) and in the main process (stalls of its loop).
 * Returns the function that ends it and tells the longest, in ms; 0: none that Chromium calls long (50 ms).
 */
export async function watchFrames({
  mainPage,
  electronApp,
}: Pick<RunningTestApp, 'mainPage' | 'electronApp'>): Promise<() => Promise<number>> {
  const startStalls = () => {
    let last = performance.now();
    let longest = 0;
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last - 5);
      last = now;
    }, 5);
    Reflect.set(globalThis, 'endStalls', () => {
      clearInterval(timer);
      return longest;
    });
  };
  const endStalls = () => Number((Reflect.get(globalThis, 'endStalls') as () => number)()); // set just above
  await electronApp?.evaluate(startStalls);
  await mainPage.evaluate(() => {
    let longest = 0;
    const note = (entries: PerformanceEntryList) => {
      for (const entry of entries) longest = Math.max(longest, entry.duration);
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'longtask' });
    Reflect.set(window, 'endFrames', () => {
      note(observer.takeRecords());
      observer.disconnect();
      return longest;
    });
  });
  return async () => {
    const inWindow = await mainPage.evaluate(() => Number((Reflect.get(window, 'endFrames') as () => number)())); // as above
    const inMain = (await electronApp?.evaluate(endStalls)) ?? 0;
    return Math.max(inWindow, inMain);
  };
}

/** Scrolls what `selector` finds first that is much longer than what it shows: like a wheel, then by jumps across all of it. */
export async function scrollThrough(page: Page, selector: string, step: number): Promise<void> {
  await page.evaluate(
    async ({ selector, step }) => {
      const scroller = [...document.querySelectorAll(selector)].find(
        (element) =>
          element.scrollHeight > element.clientHeight * 10 && getComputedStyle(element).overflowY !== 'visible',
      );
      if (!scroller) throw new Error('There is nothing to scroll.');
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let count = 0; count < 120; count++) {
        scroller.scrollTop += step;
        await frame();
      }
      for (let count = 0; count < 60; count++) {
        scroller.scrollTop = (scroller.scrollHeight * ((count * 37) % 60)) / 60;
        await frame();
        await frame();
      }
    },
    { selector, step },
  );
}
