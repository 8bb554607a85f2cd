import { describe, expect, it } from 'vitest';
import type { Cell, TreeNode } from '../../../../../app/shared/preview/preview.ts';
import { itemsOf, linesOf, rangesOf, type TreeItem } from '../../../../../renderer/preview/tree/tree-model.ts';
import { indexLevels, isBefore, jsonPath, pathOf } from '../../../../../renderer/preview/tree/tree-path.ts';

const node = (pointer: string, key: string, kind: Cell['kind'], count?: number): TreeNode => ({
  pointer,
  key,
  cell: { kind, text: '', ...(count === undefined ? {} : { count }) },
});
const ranges = rangesOf('/data', 0, 2500) ?? [];
const [, second] = ranges;
const lines = linesOf({
  children: new Map<string, readonly TreeItem[]>([
    ['', itemsOf('', [node('/0', '0', 'number'), node('/data', 'data', 'array', 2500)], 0)],
    ['/1', ranges],
    [second?.id ?? '', itemsOf(second?.id ?? '', [node('/data/1000', '1000', 'object', 1)], 1000)],
    [`${second?.id}/1000`, itemsOf(`${second?.id}/1000`, [node("/data/1000/it's", "it's", 'string')], 0)],
  ]),
  expanded: new Set(['/1', second?.id ?? '', `${second?.id}/1000`]),
});

describe('the place of a node', () => {
  it('is told by its ancestors, whatever ranges are between', () => {
    expect(lines.map((_line, at) => pathOf(lines, at))).toEqual([
      [0],
      [1],
      [1, 0],
      [1, 1000],
      [1, 1000],
      [1, 1000, 0],
      [1, 2000],
    ]);
  });

  it('comes before another as in the tree', () => {
    expect(isBefore([0, 5], [1])).toBe(true);
    expect(isBefore([1], [1, 0])).toBe(true);
    expect(isBefore([1, 0], [1])).toBe(false);
    expect(isBefore([1, 2], [1, 2])).toBe(false);
  });
});

describe('the JSONPath of a node', () => {
  it('tells the index in a list from a name of digits', () => {
    expect(indexLevels(lines, 5, false)).toEqual([false, true, false]);
    expect(jsonPath("/data/1000/it's", indexLevels(lines, 5, false))).toBe("$.data[1000]['it\\'s']");
    expect(jsonPath('/0', indexLevels(lines, 0, false))).toBe("$['0']");
    expect(jsonPath('/0', indexLevels(lines, 0, true))).toBe('$[0]');
  });

  it('quotes what is no name', () => {
    expect(jsonPath('/größe/@id/a~1b/"\\\n', [])).toBe(`$.größe['@id']['a/b']['"\\\\\\n']`);
  });
});
