import { OffsetList } from './offset-list.ts';
import { eachChild, skipString, valueOfKey } from './walk.ts';

/** The children of one container: where its elements, or an object's keys, start. */
export interface Children {
  kind: 'array' | 'object';
  offsets: Uint32Array;
}

/** Scans a container that was not recorded while the body arrived. */
export function indexChildren(bytes: Uint8Array, at: number): Children {
  const list = new OffsetList();
  eachChild(bytes, at, (child) => list.push(child));
  return { kind: bytes[at] === 0x7b ? 'object' : 'array', offsets: list.view() };
}

/** Where the value of child `index` starts. */
export function valueStart(bytes: Uint8Array, children: Children, index: number): number {
  const offset = children.offsets[index] ?? 0;
  return children.kind === 'array' ? offset : valueOfKey(bytes, offset);
}

/** Whether the key at `at` is `name`. `source`: the name in UTF-8. */
export function keyIs(bytes: Buffer, at: number, name: string, source: Buffer): boolean {
  const end = skipString(bytes, at) - 1;
  const backslash = bytes.subarray(at + 1, end).indexOf(0x5c);
  if (backslash === -1)
    return end - at - 1 === source.length && bytes.compare(source, 0, source.length, at + 1, end) === 0;
  return JSON.parse(bytes.toString('utf8', at, end + 1)) === name;
}
