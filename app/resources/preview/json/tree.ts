import type { TreeNode } from '../../../shared/preview/preview.ts';
import { readCell } from './cells.ts';
import { valueStart } from './children.ts';
import type { JsonDocument } from './document.ts';
import { memberPointer, shownName } from './pointer.ts';
import { readKey } from './walk.ts';

/** Children of the container at `pointer`, or none if it is not a container. Includes all equal keys. */
export function readTree(
  document: JsonDocument,
  pointer: string,
  start: number,
  count: number,
): { nodes: TreeNode[]; total: number } {
  const children = document.children(document.resolve(pointer));
  if (children === undefined) return { nodes: [], total: 0 };
  const total = children.offsets.length;
  const nodes: TreeNode[] = [];
  for (let index = start; index < Math.min(total, start + count); index++) {
    const key = children.kind === 'array' ? String(index) : readKey(document.bytes, children.offsets[index] ?? 0);
    const cell = readCell(document.bytes, valueStart(document.bytes, children, index), document.count);
    nodes.push({ pointer: memberPointer(pointer, key, index), key: shownName(key), cell });
  }
  return { nodes, total };
}
