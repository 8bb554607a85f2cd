import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBackground } from '../../app/background.ts';
import type { TrayState } from '../../app/platform/tray.ts';

const running: TrayState = { feeds: 'running', published: 1, origins: ['http://127.0.0.1:8098'] };

function background(kept: boolean) {
  const world = {
    kept,
    hasWindow: false,
    feeds: running as TrayState | undefined,
    shown: [] as (TrayState | undefined)[],
  };
  const made = createBackground({
    showTray: (state) => world.shown.push(state),
    keepsRunning: () => world.kept,
    hasWindow: () => world.hasWindow,
    feeds: () => world.feeds,
  });
  return { world, made };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the app without its window', () => {
  it('goes on and shows its icon by the user’s choice, as soon as it is made', () => {
    const { world, made } = background(false);
    expect(made.goesOn()).toBe(false);
    made.update();
    expect(world.shown).toEqual([undefined]);
    world.kept = true;
    made.update();
    expect(made.goesOn()).toBe(true);
    expect(world.shown.at(-1)).toEqual(running);
  });

  it('goes on after a start without a window, until the first window is open', () => {
    const { world, made } = background(false);
    made.startedHidden();
    expect(made.goesOn()).toBe(true);
    expect(world.shown.at(-1)).toEqual(running);
    world.hasWindow = true;
    made.update();
    expect(made.goesOn()).toBe(false);
    expect(world.shown.at(-1)).toBeUndefined();
    world.hasWindow = false;
    made.update();
    expect(made.goesOn()).toBe(false);
  });

  it('draws the icon once a second however often feeds are read, and not at all where there is none', () => {
    const { world, made } = background(true);
    made.update();
    const before = world.shown.length;
    for (let count = 0; count < 1_000; count += 1) made.feedsChanged();
    expect(world.shown.length).toBe(before);
    vi.advanceTimersByTime(1_000);
    expect(world.shown.length).toBe(before + 1);
    vi.advanceTimersByTime(60_000);
    expect(world.shown.length).toBe(before + 1);
    world.kept = false;
    made.feedsChanged();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('shows an icon before the feeds are known, and none after the end', () => {
    const { world, made } = background(true);
    world.feeds = undefined;
    made.update();
    expect(world.shown).toEqual([{ feeds: 'off', published: 0, origins: [] }]);
    made.feedsChanged();
    made.close();
    vi.advanceTimersByTime(10_000);
    made.update();
    expect(world.shown.length).toBe(1);
  });
});
