import type { TreeNode } from '../../../app/shared/preview/preview.ts';

/** Children shown under one node at most: a longer list is shown in ranges. */
export const mostChildren = 1000;

/** A part of a long list: `[1,000 … 1,999]`. */
export interface RangeNode {
  kind: 'range';
  id: string;
  /** Of the list. */
  pointer: string;
  start: number;
  end: number;
}

export interface ValueNode extends TreeNode {
  kind: 'value';
  id: string;
}

export type TreeItem = ValueNode | RangeNode;

/** What was asked for, by the id of the node that it belongs to; '' is the root. */
export interface TreeState {
  children: ReadonlyMap<string, readonly TreeItem[]>;
  expanded: ReadonlySet<string>;
}

/** A line of the tree. `level`, `position` and `size` as ARIA counts them, from 1. */
export interface TreeLine {
  item: TreeItem;
  level: number;
  position: number;
  size: number;
  expanded: boolean;
  /** The line of the parent, -1: the root. */
  parent: number;
}

export const isContainer = (item: TreeItem): boolean => item.kind === 'range' || (item.cell.count ?? 0) > 0;

/** What to ask for when a node opens, or the ranges that stand for a list that is too long. */
export function rangesOf(pointer: string, start: number, end: number): RangeNode[] | undefined {
  if (end - start <= mostChildren) return undefined;
  let step = mostChildren;
  while ((end - start) / step > mostChildren) step *= 10;
  const ranges: RangeNode[] = [];
  for (let from = start; from < end; from += step) {
    const to = Math.min(end, from + step);
    ranges.push({ kind: 'range', id: `${pointer}#${from}-${to}`, pointer, start: from, end: to });
  }
  return ranges;
}

/** Equal keys have equal pointers: the place among the children tells them apart. */
export function itemsOf(parentId: string, nodes: readonly TreeNode[], start: number): ValueNode[] {
  return nodes.map((node, index) => ({ ...node, kind: 'value', id: `${parentId}/${start + index}` }));
}

/** What an item is in any response of the resource. The last range of a list ends where the list does. */
export const placeOf = (item: TreeItem): string =>
  item.kind === 'range' ? `${item.pointer}#${item.start}` : item.pointer;

/** The lines that are open now, in order. */
export function linesOf({ children, expanded }: TreeState): TreeLine[] {
  const lines: TreeLine[] = [];
  const add = (id: string, level: number, parent: number) => {
    const items = children.get(id) ?? [];
    for (const [index, item] of items.entries()) {
      const open = expanded.has(item.id);
      lines.push({ item, level, position: index + 1, size: items.length, expanded: open, parent });
      if (open) add(item.id, level + 1, lines.length - 1);
    }
  };
  add('', 1, -1);
  return lines;
}

export type TreeMove = { type: 'go'; line: number } | { type: 'open' | 'close' | 'choose'; line: number };

/** What a key does in a tree (ARIA APG, tree view pattern); `undefined`: it is not one of those keys. */
export function moveInTree(
  lines: readonly TreeLine[],
  active: number,
  key: string,
  pageLines: number,
): TreeMove | undefined {
  const line = lines[active];
  const go = (to: number): TreeMove => ({ type: 'go', line: Math.max(0, Math.min(lines.length - 1, to)) });
  if (line === undefined) return undefined;
  switch (key) {
    case 'ArrowDown':
      return go(active + 1);
    case 'ArrowUp':
      return go(active - 1);
    case 'PageDown':
      return go(active + pageLines);
    case 'PageUp':
      return go(active - pageLines);
    case 'Home':
      return go(0);
    case 'End':
      return go(lines.length - 1);
    case 'ArrowRight':
      if (!isContainer(line.item)) return undefined;
      return line.expanded ? go(active + 1) : { type: 'open', line: active };
    case 'ArrowLeft':
      if (line.expanded) return { type: 'close', line: active };
      return line.parent === -1 ? undefined : go(line.parent);
    case 'Enter':
    case ' ':
      if (!isContainer(line.item)) return { type: 'choose', line: active };
      return { type: line.expanded ? 'close' : 'open', line: active };
    default:
      return undefined;
  }
}
