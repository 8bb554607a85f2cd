import { childPointer } from '../../../shared/json-pointer.ts';
import type { Column } from '../../../shared/preview/preview.ts';
import { attributeMark, textKey } from '../formats/xml/keys.ts';
import { maximumPointerCharacters } from '../limits.ts';
import { shownName } from './pointer.ts';
import { type Kind, readKey, skipString } from './walk.ts';

/** What cells of one place were seen to hold, as bits: this is noted for every cell of a million rows. */
const bits = { null: 1, boolean: 2, number: 4, string: 8, array: 16, object: 32 };
const emptyText = 64;
const nothing = bits.null | emptyText;

/** A place in the rows: a column, or an object whose fields are columns. */
export class ColumnNode {
  readonly pointer: string;
  readonly label: string;
  /** In the order in which they were met. */
  readonly children: ColumnNode[] = [];
  private readonly byKey = new Map<string, ColumnNode>();
  /** The key as its bytes are in the body. */
  private readonly source: Uint8Array;
  private kinds = 0;

  constructor(pointer: string, label: string, source: Uint8Array) {
    this.pointer = pointer;
    this.label = label;
    this.source = source;
  }

  note(kind: Kind, isEmpty: boolean): void {
    this.kinds |= isEmpty ? emptyText : bits[kind];
  }

  /** Rows have their keys in the same order, nearly always: the child at `index`, where the key at `at` is its. */
  expected(bytes: Uint8Array, at: number, index: number): ColumnNode | undefined {
    const child = this.children[index];
    return child?.isAt(bytes, at) ? child : undefined;
  }

  find(bytes: Buffer, at: number): ColumnNode | undefined {
    return this.byKey.get(readKey(bytes, at));
  }

  /** `undefined`: the name is too long for a column. */
  addKey(bytes: Buffer, at: number, isXml: boolean): ColumnNode | undefined {
    const key = readKey(bytes, at);
    const isTop = this.pointer === '';
    // The text of an element that has attributes is what the element says.
    const isText = isXml && key === textKey;
    const name = isXml && key.startsWith(attributeMark) ? key.slice(attributeMark.length) : key;
    const label = isText ? this.label : shownName(isTop ? name : `${this.label}.${name}`);
    return this.add(key, label, Uint8Array.from(bytes.subarray(at + 1, skipString(bytes, at) - 1)));
  }

  /** A column before any row was looked at. */
  addName(name: string): void {
    this.add(name, shownName(name), Buffer.from(JSON.stringify(name)).subarray(1, -1))?.note('null', false);
  }

  /** Of a row that is a list: its cells are told apart by their places. */
  addPlace(): ColumnNode | undefined {
    const index = this.children.length;
    return this.add(String(index), `Column ${index + 1}`, new Uint8Array());
  }

  /** A place that is null in one row and an object in another shows the object's columns only. */
  collect(columns: Column[]): void {
    const own = this.kinds & ~nothing;
    if (own !== 0 || (this.kinds !== 0 && this.children.length === 0))
      columns.push({ pointer: this.pointer, label: this.label, kind: kindOf(this.kinds) });
    for (const child of this.children) child.collect(columns);
  }

  private add(key: string, label: string, source: Uint8Array): ColumnNode | undefined {
    const pointer = childPointer(this.pointer, key);
    if (pointer.length > maximumPointerCharacters) return undefined;
    const child = new ColumnNode(pointer, label, source);
    this.children.push(child);
    this.byKey.set(key, child);
    return child;
  }

  private isAt(bytes: Uint8Array, at: number): boolean {
    const { source } = this;
    if (bytes[at + 1 + source.length] !== 0x22) return false;
    for (let place = 0; place < source.length; place++) if (bytes[at + 1 + place] !== source[place]) return false;
    return true;
  }
}

function kindOf(kinds: number): Kind {
  const own = kinds & ~nothing;
  for (const kind of ['boolean', 'number', 'string', 'array', 'object'] as const) if (own === bits[kind]) return kind;
  return own === 0 && (kinds & emptyText) === 0 ? 'null' : 'string';
}
