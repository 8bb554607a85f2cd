import { describe, expect, it } from 'vitest';
import type { TreeNode } from '../../../../../app/shared/preview/preview.ts';
import {
  itemsOf,
  linesOf,
  moveInTree,
  rangesOf,
  type TreeState,
} from '../../../../../renderer/preview/tree/tree-model.ts';

const list = (key: string, count: number): TreeNode => ({
  pointer: `/${key}`,
  key,
  cell: { kind: 'array', text: '[…]', count },
});
const scalar = (pointer: string, key: string): TreeNode => ({ pointer, key, cell: { kind: 'number', text: '1' } });

const roots = itemsOf('', [list('a', 2), scalar('/b', 'b')], 0);
const below = itemsOf('/0', [scalar('/a/0', '0'), scalar('/a/1', '1')], 0);
const state: TreeState = {
  children: new Map([
    ['', roots],
    ['/0', below],
  ]),
  expanded: new Set(['/0']),
};
const lines = linesOf(state);

describe('the lines of the tree', () => {
  it('are the nodes that are open, with their places for screen readers', () => {
    expect(
      lines.map(({ item, level, position, size, expanded, parent }) => [
        item.id,
        level,
        position,
        size,
        expanded,
        parent,
      ]),
    ).toEqual([
      ['/0', 1, 1, 2, true, -1],
      ['/0/0', 2, 1, 2, false, 0],
      ['/0/1', 2, 2, 2, false, 0],
      ['/1', 1, 2, 2, false, -1],
    ]);
  });

  it('tell equal keys apart', () => {
    const twice = itemsOf('', [scalar('/a', 'a'), scalar('/a', 'a')], 0);
    expect(new Set(twice.map(({ id }) => id)).size).toBe(2);
  });
});

describe('a long list', () => {
  it('is shown in ranges of a thousand, never more than a thousand of them', () => {
    expect(rangesOf('/a', 0, 1000)).toBeUndefined();
    expect(rangesOf('/a', 0, 1204)?.map(({ start, end }) => [start, end])).toEqual([
      [0, 1000],
      [1000, 1204],
    ]);
    expect(rangesOf('/a', 0, 1_000_000)).toHaveLength(1000);
    const wide = rangesOf('/a', 0, 5_000_001);
    expect(wide).toHaveLength(501);
    expect(wide?.at(-1)).toMatchObject({ start: 5_000_000, end: 5_000_001 });
    expect(rangesOf('/a', 10_000, 20_000)).toHaveLength(10);
  });
});

describe('keys in the tree', () => {
  it.each([
    ['ArrowDown', 0, { type: 'go', line: 1 }],
    ['ArrowUp', 0, { type: 'go', line: 0 }],
    ['End', 0, { type: 'go', line: 3 }],
    ['Home', 3, { type: 'go', line: 0 }],
    ['PageDown', 0, { type: 'go', line: 2 }],
    ['PageUp', 3, { type: 'go', line: 1 }],
    ['ArrowRight', 0, { type: 'go', line: 1 }],
    ['ArrowLeft', 0, { type: 'close', line: 0 }],
    ['ArrowLeft', 2, { type: 'go', line: 0 }],
    ['ArrowLeft', 3, undefined],
    ['ArrowRight', 3, undefined],
    ['Enter', 0, { type: 'close', line: 0 }],
    ['Enter', 3, { type: 'choose', line: 3 }],
    ['x', 0, undefined],
  ])('%s on line %i', (key, line, move) => {
    expect(moveInTree(lines, line, key, 2)).toEqual(move);
  });

  it('open a node that is closed', () => {
    const closed = linesOf({ ...state, expanded: new Set() });
    expect(moveInTree(closed, 0, 'ArrowRight', 2)).toEqual({ type: 'open', line: 0 });
    expect(moveInTree(closed, 0, ' ', 2)).toEqual({ type: 'open', line: 0 });
  });
});
