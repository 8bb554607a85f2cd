import type { PathSuggestion } from '../../../../shared/contract/paths.ts';
import { childPointer, parsePointer } from '../../../../shared/json-pointer.ts';
import { readRowPath } from '../../../../shared/preview/row-path.ts';
import { attributeMark, textKey } from '../../formats/xml/keys.ts';
import { maximumPointerCharacters } from '../../limits.ts';
import { type Children, valueStart } from '../children.ts';
import { findDataPaths } from '../data-paths.ts';
import type { JsonDocument } from '../document.ts';
import { holdsKeyedRows } from '../keyed-rows.ts';
import { isLongString, kindAt, readKey } from '../walk.ts';
import { parsePath } from './parse-path.ts';
import { PathFault } from './path-fault.ts';
import { nameSegment, pathOfPointer } from './path-text.ts';
import { select } from './select.ts';

const listsLookedInto = 12;
const sampledRows = 20;
const membersLookedInto = 200;
/** Objects between a row and its children. */
const deepestObject = 2;
/** Lists within lists. */
const deepestList = 3;
const mostUnnested = 20;
const longestName = 200;
/** For all counts together. */
const countMs = 600;

/** The paths that a body suggests: its lists and keyed objects, the children of their rows, and single rows. */
export function suggestPaths(document: JsonDocument): PathSuggestion[] {
  const { dataPaths } = findDataPaths(document);
  const found = dataPaths.map(({ pointer, rowCount }) => ({
    path: pointer,
    rowCount,
    kind: kindOf(document, pointer),
  }));
  const lists = found.filter(({ kind }) => kind !== 'object');
  const unnested = new Set<string>();
  for (const { path } of lists.slice(0, listsLookedInto)) {
    const children = document.children(document.resolve(path));
    if (children !== undefined) lookInto(document, children, `${asJsonPath(document, path)}[*]`, 1, unnested);
  }
  const end = performance.now() + countMs;
  const counted = [...unnested].map((path) => ({
    path,
    kind: 'unnested' as const,
    rowCount: countRows(document, path, end - performance.now()),
  }));
  return [...lists, ...counted, ...found.filter(({ kind }) => kind === 'object')];
}

function kindOf(document: JsonDocument, path: string): 'list' | 'keyed' | 'object' {
  const { pointer, isOneRow } = readRowPath(path);
  const kind = document.children(document.resolve(pointer))?.kind;
  if (isOneRow || (document.isXml && kind !== 'array')) return 'object';
  return kind === 'object' ? 'keyed' : 'list';
}

function asJsonPath(document: JsonDocument, pointer: string): string {
  let above = '';
  const lists = (parsePointer(pointer) ?? []).map((token) => {
    const isList = document.children(document.resolve(above))?.kind === 'array';
    above = childPointer(above, token);
    return isList;
  });
  return pathOfPointer(pointer, (place) => lists[place] === true);
}

/** Adds the paths of lists and keyed objects inside these rows. `path`: of the rows. */
function lookInto(document: JsonDocument, rows: Children, path: string, depth: number, found: Set<string>): void {
  const count = Math.min(rows.offsets.length, sampledRows);
  for (let row = 0; row < count; row++)
    inObject(document, valueStart(document.bytes, rows, row), path, depth, 0, found);
}

function inObject(
  document: JsonDocument,
  at: number,
  path: string,
  depth: number,
  objects: number,
  found: Set<string>,
): void {
  const { bytes } = document;
  if (kindAt(bytes, at) !== 'object') return;
  const members = document.children(at);
  for (let index = 0; index < Math.min(members?.offsets.length ?? 0, membersLookedInto); index++) {
    const key = members?.offsets[index] ?? 0;
    if (members === undefined || isLongString(bytes, key, longestName)) continue;
    const value = valueStart(bytes, members, index);
    const kind = kindAt(bytes, value);
    if (kind !== 'array' && kind !== 'object') continue;
    const name = readKey(bytes, key);
    if (document.isXml && (name === textKey || name.startsWith(attributeMark))) continue;
    const below = path + nameSegment(name);
    const children = document.children(value);
    const isRows = kind === 'array' || (!document.isXml && children !== undefined && holdsKeyedRows(bytes, children));
    if (isRows && children !== undefined) {
      const unnested = `${below}[*]`;
      if (children.offsets.length === 0 || unnested.length > maximumPointerCharacters) continue;
      if (found.size < mostUnnested) found.add(unnested);
      if (depth < deepestList) lookInto(document, children, unnested, depth + 1, found);
    } else if (objects < deepestObject) inObject(document, value, below, depth, objects + 1, found);
  }
}

function countRows(document: JsonDocument, path: string, milliseconds: number): number | null {
  if (milliseconds <= 0) return null;
  try {
    return select(document, parsePath(path), { places: 2 ** 23, milliseconds }).rows.length;
  } catch (error) {
    if (error instanceof PathFault) return null;
    throw error;
  }
}
