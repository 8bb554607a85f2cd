import { type Message, message } from '../../../shared/messages/message.ts';
import type { Column } from '../../../shared/preview/preview.ts';
import { keyPointer } from '../../../shared/preview/row-path.ts';
import { maximumColumns, maximumPointerCharacters } from '../limits.ts';
import { type Children, valueStart } from './children.ts';
import { ColumnNode } from './column-node.ts';
import type { JsonDocument } from './document.ts';
import { withOwnLabels } from './labels.ts';
import { ParentNodes } from './parent-nodes.ts';
import type { Rows } from './row-places.ts';
import { containerEnd, firstChild, isLongString, type Kind, kindAt, nextChild, skipValue, valueOfKey } from './walk.ts';

const firstRows = 200;
const spreadRows = 100;
/** Objects inside rows are flattened to this depth: `a.b.c`. */
const flattenedDepth = 3;
/** The longest key of a column in bytes: `\uXXXX` is the longest form. */
const longestKey = maximumPointerCharacters * 6;
/** Rows to search between two checks of the clock. */
const rowsAtOnce = 1000;

export interface FoundColumns {
  columns: Column[];
  /** What is omitted, as sentences. */
  notes: Message[];
}

/**
 * The columns of a table: the union of its rows' keys, in the order of discovery. The first rows and a sample of the
 * rest are searched at once, so that rows can be shown. `lookOn` searches all others, because no column may be missing.
 */
export class ColumnSearch {
  private readonly bytes: Buffer;
  private readonly isXml: boolean;
  private readonly rows: Rows;
  private readonly parents: ParentNodes | undefined;
  private readonly root = new ColumnNode('', 'value', new Uint8Array());
  private readonly flattened: 'object' | 'array' | undefined;
  /** How many more columns may be found. */
  private left = maximumColumns * 2;
  /** Whether a column with a long name was omitted. */
  private leftOut = false;
  private next = firstRows;

  /** `withParents`: the columns of the objects above the rows too. */
  constructor(document: JsonDocument, rows: Rows, withParents = false) {
    const { bytes, isXml, columnNames } = document;
    this.bytes = bytes;
    this.isXml = isXml;
    this.rows = rows;
    for (const name of columnNames) this.root.addName(name);
    this.left -= columnNames.length;
    const places = [...sample(rows.offsets.length)].map((index) => valueStart(bytes, rows, index));
    this.flattened = flattenedKind(bytes, rows, places);
    for (const at of places) this.look(at, this.root, 0);
    if (!withParents) return;
    this.parents = new ParentNodes(document, rows, (into, key, index) => this.memberOf(into, key, index));
    for (const row of sample(rows.offsets.length)) this.parents.look(row);
  }

  /** All rows were searched. Values that are not flattened add no columns. */
  get isDone(): boolean {
    const { length } = this.rows.offsets;
    return length <= firstRows + spreadRows || this.next >= length;
  }

  /** Continues for about `milliseconds`. */
  lookOn(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    const { length } = this.rows.offsets;
    do {
      const upTo = Math.min(length, this.next + rowsAtOnce);
      for (; this.next < upTo; this.next++) {
        this.look(valueStart(this.bytes, this.rows, this.next), this.root, 0);
        this.parents?.look(this.next);
      }
    } while (this.next < length && performance.now() < end);
  }

  found(): FoundColumns {
    const columns: Column[] = [];
    if (this.rows.kind === 'object') columns.push({ pointer: keyPointer, label: 'key', kind: 'string' });
    this.root.collect(columns);
    this.parents?.collect(columns);
    const notes: Message[] = [];
    if (this.leftOut) notes.push(message('preview.longNames'));
    if (columns.length > maximumColumns) notes.push(message('preview.columns', { count: maximumColumns }));
    return { columns: withOwnLabels(columns.slice(0, maximumColumns), this.isXml), notes };
  }

  /** The position after the value at `at`. */
  private look(at: number, into: ColumnNode, depth: number): number {
    const { bytes } = this;
    const kind = kindAt(bytes, at);
    const flattened = depth === 0 ? kind === this.flattened : kind === 'object' && depth < flattenedDepth;
    const first = flattened ? firstChild(bytes, at) : -1;
    if (first === -1) {
      into.note(kind, kind === 'string' && bytes[at + 1] === 0x22);
      return skipValue(bytes, at);
    }
    let end = first;
    let index = 0;
    for (let child = first; child !== -1; child = nextChild(bytes, end)) {
      const below = kind === 'array' ? this.placeIn(into, index) : this.memberOf(into, child, index);
      const value = kind === 'array' ? child : valueOfKey(bytes, child);
      // The elements of an array row are cells, whatever they contain.
      end =
        below === undefined
          ? skipValue(bytes, value)
          : this.look(value, below, kind === 'array' ? flattenedDepth : depth + 1);
      index++;
    }
    return containerEnd(bytes, end);
  }

  private placeIn(into: ColumnNode, index: number): ColumnNode | undefined {
    if (into.children[index] !== undefined) return into.children[index];
    return this.left-- > 0 ? into.addPlace() : undefined;
  }

  private memberOf(into: ColumnNode, key: number, index: number): ColumnNode | undefined {
    const expected = into.expected(this.bytes, key, index);
    if (expected !== undefined) return expected;
    // Do not create a string from a key of a megabyte.
    if (isLongString(this.bytes, key, longestKey)) {
      this.leftOut = true;
      return undefined;
    }
    const known = into.find(this.bytes, key);
    if (known !== undefined) return known;
    if (this.left-- <= 0) return undefined;
    const added = into.addKey(this.bytes, key, this.isXml);
    if (added === undefined) this.leftOut = true;
    return added;
  }
}

function* sample(count: number): Generator<number> {
  for (let index = 0; index < Math.min(count, firstRows); index++) yield index;
  const step = (count - firstRows) / spreadRows;
  if (step <= 1) for (let index = firstRows; index < count; index++) yield index;
  else for (let each = 1; each <= spreadRows; each++) yield Math.floor(firstRows + each * step) - 1;
}

/** Rows are flattened if they are objects, or nearly all lists. The mixed fields of one object are not. */
function flattenedKind(bytes: Uint8Array, rows: Children, places: readonly number[]): 'object' | 'array' | undefined {
  const count = (kind: Kind) => places.filter((at) => kindAt(bytes, at) === kind).length;
  if (count('object') * (rows.kind === 'array' ? 4 : 2) > places.length) return 'object';
  return count('array') * 4 > places.length * 3 ? 'array' : undefined;
}
