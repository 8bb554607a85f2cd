import { parsePointer } from '../../../shared/json-pointer.ts';
import type { Cell } from '../../../shared/preview/preview.ts';
import { keyPointer } from '../../../shared/preview/row-path.ts';
import { missingCell, readCell } from './cells.ts';
import { valueStart } from './children.ts';
import type { JsonDocument } from './document.ts';
import { parentValue } from './parents.ts';
import type { Rows } from './row-places.ts';
import { eachChild, kindAt, readKey, valueOfKey } from './walk.ts';
import { xmlCell } from './xml-text.ts';

/** The requested columns, as a tree of keys. */
interface Wanted {
  columns: number[];
  children: Map<string, Wanted>;
}

/** Keeps responses small, however many columns there are. */
const maximumCells = 100_000;

/**
 * Cells of the rows from `start`, in the order of `columns` (pointers relative to the row, or above it). Returns fewer
 * rows if they are wide. `list`: the rows of the table by their index in the body. Absent: all.
 */
export function readRows(
  document: JsonDocument,
  rows: Rows,
  columns: readonly string[],
  start: number,
  count: number,
  list?: Uint32Array,
): Cell[][] {
  const wanted = compile(columns);
  const parents = columns.map((column) => parentValue(document, rows, column));
  const length = list?.length ?? rows.offsets.length;
  const end = Math.min(length, start + Math.min(count, Math.ceil(maximumCells / (columns.length + 1))));
  const cells: Cell[][] = [];
  for (let place = start; place < end; place++) {
    const index = list?.[place] ?? place;
    const row = new Array<Cell>(columns.length).fill(missingCell);
    if (rows.kind === 'object') fillKey(document, rows.offsets[index] ?? 0, columns, row);
    fill(document, valueStart(document.bytes, rows, index), wanted, row);
    for (const [column, read] of parents.entries()) {
      const at = read?.(index) ?? -1;
      if (at !== -1) row[column] = cellAt(document, at);
    }
    cells.push(row);
  }
  return cells;
}

function compile(columns: readonly string[]): Wanted {
  const root: Wanted = { columns: [], children: new Map() };
  for (const [column, pointer] of columns.entries()) {
    let at = root;
    const tokens = parsePointer(pointer);
    if (tokens === undefined) continue;
    for (const token of tokens) {
      const next: Wanted = at.children.get(token) ?? { columns: [], children: new Map() };
      at.children.set(token, next);
      at = next;
    }
    at.columns.push(column);
  }
  return root;
}

function fillKey(document: JsonDocument, at: number, columns: readonly string[], row: Cell[]): void {
  const column = columns.indexOf(keyPointer);
  if (column !== -1) row[column] = readCell(document.bytes, at, document.count);
}

function cellAt(document: JsonDocument, at: number): Cell {
  const cell = readCell(document.bytes, at, document.count);
  return document.isXml ? xmlCell(cell) : cell;
}

/** Recurses only as deep as the requested columns, never as deep as the body. */
function fill(document: JsonDocument, at: number, wanted: Wanted, row: Cell[]): void {
  const { bytes } = document;
  if (wanted.columns.length > 0) {
    const cell = cellAt(document, at);
    for (const column of wanted.columns) row[column] = cell;
  }
  if (wanted.children.size === 0) return;
  const kind = kindAt(bytes, at);
  if (kind !== 'object' && kind !== 'array') return;
  const met = new Set<Wanted>();
  let index = 0;
  eachChild(bytes, at, (child) => {
    const below = wanted.children.get(kind === 'array' ? String(index++) : readKey(bytes, child));
    if (below === undefined) return;
    // Of equal keys the last counts, with everything below it.
    if (met.has(below)) clear(below, row);
    met.add(below);
    fill(document, kind === 'array' ? child : valueOfKey(bytes, child), below, row);
  });
}

function clear(wanted: Wanted, row: Cell[]): void {
  for (const column of wanted.columns) row[column] = missingCell;
  for (const child of wanted.children.values()) clear(child, row);
}
