import { parsePointer } from '../../../app/shared/json-pointer.ts';
import type { TreeLine } from './tree-model.ts';

/** The place among the children, from the root on (`preview.findNodes`). Ranges do not count. */
export function pathOf(lines: readonly TreeLine[], at: number): number[] {
  const path: number[] = [];
  for (let line = lines[at]; line !== undefined; line = lines[line.parent]) {
    const { item } = line;
    if (item.kind === 'value') path.unshift(Number(item.id.slice(item.id.lastIndexOf('/') + 1)));
    else if (path.length === 0) path.unshift(item.start);
  }
  return path;
}

/** Whether a node comes before another in the tree. */
export function isBefore(one: readonly number[], other: readonly number[]): boolean {
  for (const [depth, index] of one.entries()) {
    const against = other[depth];
    if (against === undefined) return false;
    if (index !== against) return index < against;
  }
  return one.length < other.length;
}

/**
 * The node as a JSONPath (RFC 9535 §2.7), names without quotes where they may be (§2.5.1). `isIndex`: for each token of
 * the pointer, whether it is the index in a list.
 */
export function jsonPath(pointer: string, isIndex: readonly boolean[]): string {
  const tokens = parsePointer(pointer) ?? [];
  const parts = tokens.map((token, depth) => {
    if (isIndex[depth] === true) return `[${token}]`;
    return /^[\p{L}_][\p{L}\d_]*$/u.test(token) ? `.${token}` : `[${quoted(token)}]`;
  });
  return `$${parts.join('')}`;
}

/** For each level of a line, whether its parent is a list. `isRootList`: of the first level. */
export function indexLevels(lines: readonly TreeLine[], at: number, isRootList: boolean): boolean[] {
  const levels: boolean[] = [];
  for (let line = lines[at]; line !== undefined; ) {
    const { item } = line;
    let parent = lines[line.parent];
    while (parent?.item.kind === 'range') parent = lines[parent.parent];
    const above = parent?.item;
    if (item.kind === 'value') levels.unshift(above?.kind === 'value' ? above.cell.kind === 'array' : isRootList);
    line = parent;
  }
  return levels;
}

/** In single quotes (RFC 9535 §2.3.1.1). */
const quoted = (name: string): string =>
  `'${JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
