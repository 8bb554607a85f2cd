import { attributeMark, textKey } from '../formats/xml/keys.ts';
import { maximumColumns, maximumPointerCharacters } from '../limits.ts';
import type { Column } from '../preview.ts';
import { type Children, valueStart } from './children.ts';
import type { JsonDocument } from './document.ts';
import { withOwnLabels } from './labels.ts';
import { childPointer, shownName } from './pointer.ts';
import { eachChild, firstChild, type Kind, kindAt, readKey, valueOfKey } from './walk.ts';

const firstRows = 200;
const spreadRows = 100;
/** Objects inside rows are flattened so deep: `a.b.c`. */
const flattenedDepth = 3;
/** Relative JSON Pointer (draft-bhutton-relative-json-pointer §3): the key of the row itself, for a table of an object. */
export const keyPointer = '0#';

type Seen = Kind | 'empty';

interface Node {
  pointer: string;
  label: string;
  kinds: Set<Seen>;
  children: Map<string, Node>;
}

const node = (pointer: string, label: string): Node => ({ pointer, label, kinds: new Set(), children: new Map() });

export interface FoundColumns {
  columns: Column[];
  /** What is left out, in sentences. */
  notes: string[];
}

/** The union of the keys of the first rows and of some spread over the rest, in the order they are met. */
export function findColumns({ bytes, isXml }: JsonDocument, rows: Children): FoundColumns {
  const root = node('', 'value');
  const places = [...sample(rows.offsets.length)].map((index) => valueStart(bytes, rows, index));
  const flattened = flattenedKind(bytes, rows, places);
  const search: Search = { bytes, isXml, left: maximumColumns * 2, flattened, leftOut: false };
  for (const at of places) look(search, at, root, 0);
  const columns: Column[] = [];
  if (rows.kind === 'object') columns.push({ pointer: keyPointer, label: 'key', kind: 'string' });
  collect(root, columns);
  const notes: string[] = [];
  if (search.leftOut) notes.push('Columns with names over 2,000 characters are left out. The tree shows them.');
  if (columns.length > maximumColumns)
    notes.push(`The table has the first ${maximumColumns} columns. The tree shows all fields.`);
  return { columns: withOwnLabels(columns.slice(0, maximumColumns), isXml), notes };
}

function* sample(count: number): Generator<number> {
  for (let index = 0; index < Math.min(count, firstRows); index++) yield index;
  const step = (count - firstRows) / spreadRows;
  if (step <= 1) for (let index = firstRows; index < count; index++) yield index;
  else for (let each = 1; each <= spreadRows; each++) yield Math.floor(firstRows + each * step) - 1;
}

/** Rows are flattened when they are objects, or nearly all lists: the fields of one object, of all kinds, are not. */
function flattenedKind(bytes: Uint8Array, rows: Children, places: readonly number[]): 'object' | 'array' | undefined {
  const count = (kind: Kind) => places.filter((at) => kindAt(bytes, at) === kind).length;
  if (count('object') * (rows.kind === 'array' ? 4 : 2) > places.length) return 'object';
  return count('array') * 4 > places.length * 3 ? 'array' : undefined;
}

interface Search {
  bytes: Buffer;
  isXml: boolean;
  /** Columns that may still be found. */
  left: number;
  flattened: 'object' | 'array' | undefined;
  /** A name was too long. */
  leftOut: boolean;
}

function look(search: Search, at: number, into: Node, depth: number): void {
  const { bytes } = search;
  const kind = kindAt(bytes, at);
  const flattened = depth === 0 ? kind === search.flattened : kind === 'object' && depth < flattenedDepth;
  if (!flattened || firstChild(bytes, at) === -1) {
    into.kinds.add(kind === 'string' && bytes[at + 1] === 0x22 ? 'empty' : kind);
    return;
  }
  let index = 0;
  eachChild(bytes, at, (child) => {
    const key = kind === 'array' ? String(index++) : readKey(bytes, child);
    let below = into.children.get(key);
    if (below === undefined) {
      if (search.left-- <= 0) return;
      const pointer = childPointer(into.pointer, key);
      if (pointer.length > maximumPointerCharacters) {
        search.leftOut = true;
        return;
      }
      below = node(pointer, label(search, into, kind, key, depth));
      into.children.set(key, below);
    }
    // Cells of an array row are cells, whatever they hold.
    const value = kind === 'array' ? child : valueOfKey(bytes, child);
    look(search, value, below, kind === 'array' ? flattenedDepth : depth + 1);
  });
}

function label({ isXml }: Search, into: Node, kind: Kind, key: string, depth: number): string {
  if (kind === 'array') return `Column ${Number(key) + 1}`;
  // The text of an element that has attributes is what the element says.
  if (isXml && key === textKey) return into.label;
  const name = isXml && key.startsWith(attributeMark) ? key.slice(attributeMark.length) : key;
  return shownName(depth === 0 ? name : `${into.label}.${name}`);
}

/** A place that is null in one row and an object in another shows the object's columns only. */
function collect(from: Node, columns: Column[]): void {
  const own = [...from.kinds].filter((kind) => kind !== 'null' && kind !== 'empty');
  if (own.length > 0 || (from.kinds.size > 0 && from.children.size === 0))
    columns.push({ pointer: from.pointer, label: from.label, kind: kindOf(own, from.kinds) });
  for (const child of from.children.values()) collect(child, columns);
}

function kindOf(own: Seen[], all: Set<Seen>): Kind {
  const [first] = own;
  if (first === undefined) return all.has('empty') ? 'string' : 'null';
  return own.length === 1 && first !== 'empty' ? first : 'string';
}
