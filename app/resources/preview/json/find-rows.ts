import { parentPointer } from '../../../shared/json-pointer.ts';
import { oneRowPath, readRowPath } from '../../../shared/preview/row-path.ts';
import type { Children } from './children.ts';
import type { JsonDocument } from './document.ts';
import { PathFault } from './path/path-fault.ts';
import { rowsOfPath, simplePath } from './path/rows-of-path.ts';
import { type Rows, RowsBelow } from './row-places.ts';

const isJsonPath = (path: string): boolean => path.startsWith('$');

/**
 * The rows of a table: the members of a list or object, a single row, or what a JSONPath selects. `undefined`: the path
 * does not exist. PathFault: it cannot be followed.
 */
export function findRows(document: JsonDocument, dataPath: string): Rows | PathFault | undefined {
  return isJsonPath(dataPath) ? ofJsonPath(document, dataPath) : ofPointer(document, dataPath);
}

/** Without the reason why there are none. */
export function rowsAt(document: JsonDocument, dataPath: string): Rows | undefined {
  const rows = findRows(document, dataPath);
  return rows instanceof PathFault ? undefined : rows;
}

/** Whether the rows are those of one container, so that they can be found again and again while the body arrives. */
export function isQuickPath(dataPath: string): boolean {
  if (!isJsonPath(dataPath)) return true;
  const simple = simplePath(dataPath);
  return simple !== undefined && !(simple instanceof PathFault);
}

/** The pointer of the container whose children are the rows. `undefined`: there is none. */
export function listPointer(document: JsonDocument, dataPath: string): string | undefined {
  if (!isJsonPath(dataPath)) {
    const { pointer, isOneRow } = readRowPath(dataPath);
    return isOneRow ? undefined : pointer;
  }
  const simple = simplePath(dataPath);
  if (simple === undefined || simple instanceof PathFault) return undefined;
  return simple.hasWildcard || isList(document, simple.pointer) ? simple.pointer : undefined;
}

/**
 * Like Peakboard, the value of a path without wildcards is a list of rows, or the only row. Every other path selects its
 * rows one by one (RFC 9535).
 */
function ofJsonPath(document: JsonDocument, path: string): Rows | PathFault {
  const simple = simplePath(path);
  if (simple === undefined) return rowsOfPath(document, path);
  if (simple instanceof PathFault) return simple;
  const { pointer, hasWildcard } = simple;
  // In XML, one element or many are the rows.
  const isMany = hasWildcard || isList(document, pointer) || (document.isXml && pointer !== '');
  const rows = ofPointer(document, isMany ? pointer : oneRowPath(pointer));
  return rows ?? { ...noRows, places: new RowsBelow(document, noRows, pointer, false) };
}

function isList(document: JsonDocument, pointer: string): boolean {
  const at = document.resolve(pointer);
  return at === 'list' || (at !== -1 && document.bytes[at] === 0x5b);
}

function ofPointer(document: JsonDocument, dataPath: string): Rows | undefined {
  const { pointer, isOneRow } = readRowPath(dataPath);
  const at = document.resolve(pointer);
  const children =
    isOneRow || (document.isXml && pointer !== '') ? oneOrMore(document, pointer, at) : document.children(at);
  return children && { ...children, places: new RowsBelow(document, children, pointer, isOneRow) };
}

function oneOrMore(document: JsonDocument, pointer: string, at: number | 'list'): Children | undefined {
  const children = document.children(at);
  if (children?.kind === 'array') return document.isXml ? children : undefined;
  if (typeof at === 'number' && at !== -1) return { kind: 'array', offsets: Uint32Array.of(at) };
  // The element is missing this time, but its parent exists: a list without rows.
  const above = parentPointer(pointer);
  return document.isXml && above !== '' && document.resolve(above) !== -1 ? noRows : undefined;
}

const noRows: Children = { kind: 'array', offsets: new Uint32Array() };
