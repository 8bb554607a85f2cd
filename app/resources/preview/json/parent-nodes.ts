import { parsePointer } from '../../../shared/json-pointer.ts';
import type { Column } from '../../../shared/preview/preview.ts';
import { ColumnNode } from './column-node.ts';
import type { JsonDocument } from './document.ts';
import { holdsKeyedRows } from './keyed-rows.ts';
import { shownName } from './pointer.ts';
import type { Rows } from './row-places.ts';
import { firstChild, kindAt, nextChild, skipValue, valueOfKey } from './walk.ts';

/** Objects inside a parent are flattened to this depth: `order.customer.name`. */
const flattenedDepth = 3;
/** The name of a parent that has none: an element of the list that is the whole body. */
const unnamed = 'parent';

interface Level {
  levels: number;
  /** Its pointer is relative to the row: `2`. */
  node: ColumnNode;
  hasKey: boolean;
  /** Its members are rows, or parents of rows. */
  holdsRows: boolean;
  /** Rows in a row have the same parents. */
  last: number;
}

type MemberOf = (into: ColumnNode, key: number, index: number) => ColumnNode | undefined;

/** The columns of the objects above the rows: their scalar fields, nearest object first. */
export class ParentNodes {
  private readonly document: JsonDocument;
  private readonly rows: Rows;
  private readonly memberOf: MemberOf;
  private readonly levels: Level[];

  /** `memberOf`: the node of the key at a position, counted against the limit of columns. */
  constructor(document: JsonDocument, rows: Rows, memberOf: MemberOf) {
    this.document = document;
    this.rows = rows;
    this.memberOf = memberOf;
    const { depth, keyedLevels } = rows.places;
    const tokens = rows.offsets.length === 0 ? [] : (parsePointer(rows.places.pointer(0)) ?? []);
    this.levels = Array.from({ length: depth }, (_, above) => ({
      levels: above + 1,
      node: new ColumnNode(String(above + 1), this.nameOf(tokens, above + 1), new Uint8Array()),
      hasKey: keyedLevels.includes(above + 1),
      holdsRows: above === 0 ? rows.kind === 'object' : keyedLevels.includes(above),
      last: -1,
    }));
  }

  look(row: number): void {
    const { places } = this.rows;
    for (const level of this.levels) {
      const at = places.above(row, level.levels);
      if (at === -1 || at === level.last) continue;
      level.last = at;
      if (kindAt(this.document.bytes, at) !== 'object' || level.holdsRows || this.isKeyed(at)) continue;
      // The list that one XML element stands for has no value.
      const inside = places.above(row, level.levels - 1);
      const onTheWay = inside === -1 && level.levels > 1 ? places.above(row, level.levels - 2) : inside;
      this.inObject(at, onTheWay, level.node, 0);
    }
  }

  collect(columns: Column[]): void {
    for (const { levels, node, hasKey } of this.levels) {
      if (hasKey) columns.push({ pointer: `${levels}#`, label: node.label || unnamed, kind: 'string' });
      for (const child of node.children) child.collect(columns);
    }
  }

  /** `order` of an element of `orders`, `customer` of a member. Empty: the whole body. */
  private nameOf(tokens: readonly string[], levels: number): string {
    const own = tokens.length - levels;
    if (own <= 0) return '';
    const { places } = this.rows;
    const isNamed = places.key(0, levels) !== -1 && !places.keyedLevels.includes(levels);
    if (isNamed) return shownName(tokens[own - 1] ?? '');
    const container = tokens[own - 2];
    const hasName = container !== undefined && places.key(0, levels + 1) !== -1;
    return hasName ? shownName(singular(container)) : unnamed;
  }

  /** `onTheWay`: the value that contains the row has its own level. */
  private inObject(at: number, onTheWay: number, into: ColumnNode, depth: number): void {
    const { bytes } = this.document;
    const known = this.document.knownChildren(at);
    if (known !== undefined) {
      // The recorded positions save skipping a list of a million rows.
      for (let index = 0; index < known.offsets.length; index++)
        this.member(known.offsets[index] ?? 0, index, onTheWay, into, depth);
      return;
    }
    let index = 0;
    for (let key = firstChild(bytes, at); key !== -1; ) {
      this.member(key, index++, onTheWay, into, depth);
      key = nextChild(bytes, skipValue(bytes, valueOfKey(bytes, key)));
    }
  }

  /** Members of keyed objects are rows of another table. XML has names, not keys. */
  private isKeyed(at: number): boolean {
    if (this.document.isXml) return false;
    const first = firstChild(this.document.bytes, at);
    if (first === -1 || kindAt(this.document.bytes, valueOfKey(this.document.bytes, first)) !== 'object') return false;
    const members = this.document.children(at);
    return members !== undefined && holdsKeyedRows(this.document.bytes, members);
  }

  private member(key: number, index: number, onTheWay: number, into: ColumnNode, depth: number): void {
    const { bytes } = this.document;
    const value = valueOfKey(bytes, key);
    const kind = kindAt(bytes, value);
    if (kind === 'array' || value === onTheWay) return;
    if (kind === 'object' && (depth >= flattenedDepth - 1 || this.isKeyed(value))) return;
    const node = this.memberOf(into, key, index);
    if (node === undefined) return;
    if (kind === 'object') this.inObject(value, onTheWay, node, depth + 1);
    else node.note(kind, kind === 'string' && bytes[value + 1] === 0x22);
  }
}

/** English plurals of most names, as services write them. */
function singular(name: string): string {
  if (/[^aeiou]ies$/i.test(name)) return name.replace(/ies$/i, 'y');
  if (/(?:ch|sh|ss|x|z)es$/i.test(name)) return name.slice(0, -2);
  return /[^su]s$/i.test(name) ? name.slice(0, -1) : name;
}
