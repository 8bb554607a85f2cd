import { expect, it } from 'vitest';
import { nextTile } from '../../../../renderer/presets/next-tile.ts';

// Two groups: three columns with five tiles, then two tiles below a heading.
const places = [
  ...[0, 1, 2].map((column) => ({ left: column * 100, top: 0 })),
  ...[0, 1].map((column) => ({ left: column * 100, top: 50 })),
  ...[0, 1].map((column) => ({ left: column * 100, top: 140 })),
];

it.each([
  [0, 'ArrowRight', 1],
  [2, 'ArrowRight', 3],
  [3, 'ArrowLeft', 2],
  [0, 'ArrowLeft', undefined],
  [6, 'ArrowRight', undefined],
  [1, 'ArrowDown', 4],
  [2, 'ArrowDown', 4],
  [4, 'ArrowDown', 6],
  [5, 'ArrowUp', 3],
  [1, 'ArrowUp', undefined],
  [6, 'ArrowDown', undefined],
  [4, 'Home', 0],
  [0, 'End', 6],
  [0, 'a', undefined],
])('from tile %i, %s leads to %j', (at, key, next) => {
  expect(nextTile(places, at, key)).toBe(next);
});
