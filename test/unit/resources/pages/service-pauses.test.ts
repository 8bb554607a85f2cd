import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause } from '../../../../app/resources/pages/service-pauses.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a pause between two pages', () => {
  it('lasts as long as asked', async () => {
    let isOver = false;
    const paused = pause(50, new AbortController().signal).then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(49);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await paused;
    expect(isOver).toBe(true);
  });

  it('of 0 ms needs no timer, and ends a cancelled run all the same', async () => {
    const controller = new AbortController();
    const paused = pause(0, controller.signal);
    expect(vi.getTimerCount()).toBe(0);
    await paused;
    controller.abort();
    await expect(pause(0, controller.signal)).rejects.toMatchObject({ code: 'http.cancelled' });
  });
});
