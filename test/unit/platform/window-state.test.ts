import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boundsOn, centredOn, readWindowState, writeWindowState } from '../../../app/platform/window-state.ts';

const small = { x: 0, y: 0, width: 1366, height: 728 };
const big = { x: 1366, y: 0, width: 2560, height: 1400 };

describe('where a login window opens', () => {
  const size = { width: 560, height: 760 };

  it('opens in the middle of the app, also on a second display', () => {
    const app = { x: 1500, y: 100, width: 1280, height: 900 };
    expect(centredOn(app, size, big)).toEqual({ x: 1860, y: 170, ...size });
  });

  it('stays on the display when the app hangs over its edge, and is never larger than it', () => {
    expect(centredOn({ x: -800, y: -300, width: 900, height: 600 }, size, small)).toEqual({
      x: 0,
      y: 0,
      width: 560,
      height: 728,
    });
    expect(centredOn({ x: 1200, y: 600, width: 900, height: 600 }, size, small)).toMatchObject({ x: 806, y: 0 });
  });
});

describe('where the window opens', () => {
  it('opens in the middle of the first display at first', () => {
    expect(boundsOn([big, small], undefined)).toEqual({ x: 2006, y: 300, width: 1280, height: 800 });
  });

  it('opens where it was', () => {
    const saved = { x: 1500, y: 100, width: 1000, height: 700 };
    expect(boundsOn([small, big], saved)).toEqual(saved);
  });

  it('comes back when its display has gone', () => {
    const { x, y, width, height } = boundsOn([small], { x: 3000, y: 900, width: 1000, height: 700 });
    expect([x >= 0, y >= 0, x + width <= 1366, y + height <= 728]).toEqual([true, true, true, true]);
  });

  it('shrinks to a display that became smaller, and never under what is usable', () => {
    expect(boundsOn([small], { x: 100, y: 100, width: 3000, height: 2000 })).toEqual(small);
    expect(boundsOn([small], { x: 100, y: 100, width: 10, height: 10 })).toMatchObject({ width: 720, height: 480 });
  });

  it('is pulled in when it hangs over an edge', () => {
    expect(boundsOn([small], { x: 1000, y: -50, width: 800, height: 600 })).toEqual({
      x: 566,
      y: 0,
      width: 800,
      height: 600,
    });
  });
});

describe('the file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tokenboard-state-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is read as it was written, for its owner alone', () => {
    const state = { bounds: { x: 10, y: 20, width: 1000, height: 700 }, maximized: true };
    writeWindowState(folder, state);
    expect(readWindowState(folder)).toEqual(state);
    expect(statSync(join(folder, 'window.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  it.each([
    ['nothing', undefined],
    ['an empty file', ''],
    ['a torn file', '{"version":1,"bounds":{"x":1'],
    ['another version', '{"version":2,"bounds":{"x":1,"y":1,"width":1,"height":1},"maximized":false}'],
    ['words for numbers', '{"version":1,"bounds":{"x":"1","y":1,"width":1,"height":1},"maximized":false}'],
    ['numbers beyond reason', '{"version":1,"bounds":{"x":1e300,"y":1,"width":1,"height":1},"maximized":false}'],
  ])('is left out of account when there is %s [39]', (_name, content) => {
    if (content !== undefined) writeFileSync(join(folder, 'window.json'), content);
    expect(readWindowState(folder)).toBeUndefined();
  });

  it('troubles nobody when it cannot be written', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() =>
      writeWindowState(join(folder, 'file'), { bounds: { x: 0, y: 0, width: 1, height: 1 }, maximized: false }),
    ).not.toThrow();
  });
});
