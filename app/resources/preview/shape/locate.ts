import { parsePointer } from '../../../shared/json-pointer.ts';
import { keyPointer } from '../../../shared/preview/row-path.ts';
import { valueStart } from '../json/children.ts';
import type { JsonDocument } from '../json/document.ts';
import { type ParentValue, parentValue } from '../json/parents.ts';
import type { Rows } from '../json/row-places.ts';
import { containerEnd, firstChild, nextChild, readKey, skipString, skipValue, valueOfKey } from '../json/walk.ts';
import { nowhere } from './source-text.ts';
import type { Slices } from './work.ts';

/** A position in the rows that is a wanted column, or has one below. */
class Place {
  /** The columns at this position, by their index. */
  readonly columns: number[] = [];
  readonly children = new Map<string, Place>();
  /** Keys in the order in which they were met: rows nearly always have the same. */
  readonly met: { source: Uint8Array; child: Place | undefined }[] = [];
  /** The columns below this position. */
  readonly columnsBelow: number[] = [];

  below(token: string): Place {
    const child = this.children.get(token) ?? new Place();
    this.children.set(token, child);
    return child;
  }
}

const rowsAtOnce = 10_000;

/** Finds where the values of columns start. Reads each row once, whatever the number of columns. */
export class Locator {
  private readonly bytes: Buffer;
  private readonly rows: Rows;
  private readonly root = new Place();
  private readonly keyColumns: readonly number[];
  private readonly parents: readonly (readonly [column: number, read: ParentValue])[];
  /** Some columns are not inside the rows. */
  private readonly isAbove: boolean;
  /** The positions of the row that was read last, in the order of the columns. `nowhere`: the row has no such value. */
  readonly found: Uint32Array;

  constructor(document: JsonDocument, rows: Rows, columns: readonly string[]) {
    this.bytes = document.bytes;
    this.rows = rows;
    this.found = new Uint32Array(columns.length).fill(nowhere);
    this.keyColumns =
      rows.kind === 'object' ? [...columns.keys()].filter((column) => columns[column] === keyPointer) : [];
    this.parents = columns.flatMap((pointer, column) => {
      const read = parentValue(document, rows, pointer);
      return read === undefined ? [] : [[column, read] as const];
    });
    this.isAbove = this.keyColumns.length > 0 || this.parents.length > 0;
    for (const [column, pointer] of columns.entries()) {
      const tokens = parsePointer(pointer);
      if (tokens === undefined) continue;
      let place = this.root;
      for (const token of tokens) {
        place.columnsBelow.push(column);
        place = place.below(token);
      }
      place.columns.push(column);
    }
  }

  /** Sets `found`. `row`: its index in the body. */
  read(row: number): void {
    const { found, bytes, rows, root } = this;
    for (let column = 0; column < found.length; column++) found[column] = nowhere;
    if (this.isAbove) this.readAbove(row);
    if (root.children.size > 0 || root.columns.length > 0) this.walk(valueStart(bytes, rows, row), root);
  }

  private readAbove(row: number): void {
    const { found, rows } = this;
    for (const column of this.keyColumns) found[column] = rows.offsets[row] ?? nowhere;
    for (const [column, read] of this.parents) {
      const at = read(row);
      found[column] = at === -1 ? nowhere : at;
    }
  }

  /** The position after the value at `at`. Recurses only as deep as the columns. */
  private walk(at: number, place: Place): number {
    const { bytes, found } = this;
    const { columns, columnsBelow } = place;
    for (let index = 0; index < columns.length; index++) found[columns[index] as number] = at; // index < length
    if (columnsBelow.length === 0) return skipValue(bytes, at);
    // Of equal keys the last counts, with everything below it.
    if (place !== this.root)
      for (let index = 0; index < columnsBelow.length; index++) found[columnsBelow[index] as number] = nowhere; // < length
    const first = bytes[at];
    if (first === 0x5b) return this.elements(at, place);
    return first === 0x7b ? this.members(at, place) : skipValue(bytes, at);
  }

  private members(at: number, place: Place): number {
    const { bytes } = this;
    let end = at + 1;
    let index = 0;
    for (let key = firstChild(bytes, at); key !== -1; key = nextChild(bytes, end)) {
      const known = place.met[index];
      let child: Place | undefined;
      let value: number;
      const after = known === undefined ? -1 : afterKey(bytes, key, known.source);
      if (known !== undefined && after !== -1) {
        ({ child } = known);
        const isTight = bytes[after] === 0x3a && (bytes[after + 1] ?? 0) > 32;
        value = isTight ? after + 1 : valueOfKey(bytes, key);
      } else {
        child = place.children.get(readKey(bytes, key));
        if (index < 1000)
          place.met[index] = { source: Uint8Array.from(bytes.subarray(key + 1, skipString(bytes, key) - 1)), child };
        value = valueOfKey(bytes, key);
      }
      end = child === undefined ? skipValue(bytes, value) : this.walk(value, child);
      index++;
    }
    return containerEnd(bytes, end);
  }

  private elements(at: number, place: Place): number {
    const { bytes } = this;
    let end = at + 1;
    let index = 0;
    for (let element = firstChild(bytes, at); element !== -1; element = nextChild(bytes, end)) {
      const child = place.children.get(String(index++));
      end = child === undefined ? skipValue(bytes, element) : this.walk(element, child);
    }
    return containerEnd(bytes, end);
  }
}

/** The position after the key at `at`, if it has these bytes. -1: another key. */
function afterKey(bytes: Uint8Array, at: number, source: Uint8Array): number {
  const from = at + 1;
  for (let index = 0; index < source.length; index++) if (bytes[from + index] !== source[index]) return -1;
  return bytes[from + source.length] === 0x22 ? from + source.length + 1 : -1;
}

/** Where the values of one column start, in all rows. `each` sees them in the order of the rows. */
export function* locate(
  document: JsonDocument,
  rows: Rows,
  pointer: string,
  each: (at: number) => void,
): Slices<Uint32Array> {
  const locator = new Locator(document, rows, [pointer]);
  const count = rows.offsets.length;
  const offsets = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    locator.read(row);
    const at = locator.found[0] as number; // of the only column
    offsets[row] = at;
    if (at !== nowhere) each(at);
    if (row % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  return offsets;
}
