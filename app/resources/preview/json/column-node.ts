import { childPointer } from '../../../shared/json-pointer.ts';
import type { Column } from '../../../shared/preview/preview.ts';
import { attributeMark, textKey } from '../formats/xml/keys.ts';
import { maximumPointerCharacters } from '../limits.ts';
import { shownName } from './pointer.ts';
import { type Kind, readKey, skipString } from './walk.ts';

/** The kinds of values seen in one column, as bits, because this is recorded for every cell of a million rows. */
const bits = { null: 1, boolean: 2, number: 4, string: 8, array: 16, object: 32 };
const emptyText = 64;
const nothing = bits.null | emptyText;

/** A position in the rows: a column, or an object whose fields are columns. */
export class ColumnNode {
  readonly pointer: string;
  readonly label: string;
  /** In the order of discovery. */
  readonly children: ColumnNode[] = [];
  private readonly byKey = new Map<string, ColumnNode>();
  /** The key's bytes as in the body. */
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

  /**
   * Rows nearly always have their keys in the same order: returns the child at `index` if the key at `at` is its key.
   */
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
    // Fields of the whole body have no name above them.
    const isTop = this.pointer === '' || this.label === '';
    // The text of an element with attributes is the element's value.
    const isText = isXml && key === textKey;
    const name = isXml && key.startsWith(attributeMark) ? key.slice(attributeMark.length) : key;
    const label = isText ? this.label : shownName(isTop ? name : `${this.label}.${name}`);
    return this.add(key, label, Uint8Array.from(bytes.subarray(at + 1, skipString(bytes, at) - 1)));
  }

  /** Adds a column before any row was read. */
  addName(name: string): void {
    this.add(name, shownName(name), Buffer.from(JSON.stringify(name)).subarray(1, -1))?.note('null', false);
  }

  /** Adds a column for a row that is a list, identified by its index. */
  addPlace(): ColumnNode | undefined {
    const index = this.children.length;
    return this.add(String(index), `Column ${index + 1}`, new Uint8Array());
  }

  /** A position that is null in one row and an object in another shows only the object's columns. */
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
