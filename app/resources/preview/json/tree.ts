import { childPointer } from '../../../shared/json-pointer.ts';
import type { TreeNode } from '../../../shared/preview/preview.ts';
import { textKey } from '../formats/xml/keys.ts';
import { readCell } from './cells.ts';
import { valueStart } from './children.ts';
import type { JsonDocument } from './document.ts';
import { memberPointer, shownName } from './pointer.ts';
import { readKey } from './walk.ts';
import { MemberNames, onlyText } from './xml-names.ts';
import { xmlCell } from './xml-text.ts';

/**
 * Children of the container at `pointer`, or none if it is not a container. Includes all equal keys. In XML they are named as
 * in the table; their pointers have the keys.
 */
export function readTree(
  document: JsonDocument,
  pointer: string,
  start: number,
  count: number,
): { nodes: TreeNode[]; total: number } {
  const children = document.children(document.resolve(pointer));
  if (children === undefined) return { nodes: [], total: 0 };
  const total = children.offsets.length;
  const { bytes, isXml } = document;
  const names = isXml && children.kind === 'object' ? new MemberNames(bytes, children) : undefined;
  const nodes: TreeNode[] = [];
  for (let index = start; index < Math.min(total, start + count); index++) {
    const key = children.kind === 'array' ? String(index) : readKey(bytes, children.offsets[index] ?? 0);
    const own = memberPointer(pointer, key, index);
    const at = valueStart(bytes, children, index);
    const text = isXml ? onlyText(bytes, document.children(at)) : -1;
    const cell = readCell(bytes, text === -1 ? at : text, document.count);
    nodes.push({
      pointer: text === -1 ? own : childPointer(own, textKey),
      key: shownName(names?.of(key) ?? key),
      cell: isXml ? xmlCell(cell) : cell,
    });
  }
  return { nodes, total };
}
