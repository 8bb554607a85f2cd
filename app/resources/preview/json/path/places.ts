import { childPointer } from '../../../../shared/json-pointer.ts';
import type { JsonDocument } from '../document.ts';
import { OffsetList } from '../offset-list.ts';
import type { RowPlaces } from '../row-places.ts';
import { readKey } from '../walk.ts';

/** A value without bytes of its own: the list of top-level values, or the list that one XML element stands for. */
const noValue = 0xffff_ffff;

/**
 * Values that a path passed, each with the one that contains it: 12 bytes per value, so that a million rows know what is
 * above them.
 */
export class Places {
  private readonly document: JsonDocument;
  private readonly values = new OffsetList();
  /** The position of the value's key, or its index in a list. */
  private readonly steps = new OffsetList();
  private readonly parents = new OffsetList();

  constructor(document: JsonDocument) {
    this.document = document;
    const { root } = document;
    this.push(root === 'list' || root === -1 ? noValue : root, 0, 0);
  }

  get count(): number {
    return this.values.length;
  }

  /** Returns the number of the new place. `step`: the position of the key, or the index. */
  add(value: number, step: number, parent: number): number {
    return this.push(value, step, parent);
  }

  /** The list that the only element of its name stands for (XML). */
  addListOf(element: number): number {
    return this.push(noValue, this.steps.at(element), this.parents.at(element));
  }

  /** The position of the value. `list`: that of all top-level values. -1: the list of one XML element. */
  at(place: number): number | 'list' {
    const value = this.values.at(place);
    if (value !== noValue) return value;
    return place === 0 && this.document.isList ? 'list' : -1;
  }

  /** The position of the key. -1: the value is in a list, or it is the root. */
  keyOf(place: number): number {
    if (place === 0) return -1;
    const container = this.values.at(this.parents.at(place));
    return container !== noValue && this.document.bytes[container] === 0x7b ? this.steps.at(place) : -1;
  }

  above(place: number, levels: number): number {
    let at = place;
    for (let level = 0; level < levels; level++) {
      if (at === 0) return -1;
      at = this.parents.at(at);
    }
    return at;
  }

  pointerOf(place: number): string {
    const tokens: (string | number)[] = [];
    for (let at = place; at !== 0; at = this.parents.at(at)) {
      const key = this.keyOf(at);
      tokens.push(key === -1 ? this.steps.at(at) : readKey(this.document.bytes, key));
    }
    return tokens.reduceRight<string>(childPointer, '');
  }

  depthOf(place: number): number {
    let depth = 0;
    for (let at = place; at !== 0; at = this.parents.at(at)) depth++;
    return depth;
  }

  private push(value: number, step: number, parent: number): number {
    this.values.push(value);
    this.steps.push(step);
    this.parents.push(parent);
    return this.values.length - 1;
  }
}

/** The rows that a path selected. */
export class SelectedRows implements RowPlaces {
  readonly depth: number;
  readonly keyedLevels: readonly number[];
  private readonly places: Places;
  private readonly rows: Uint32Array;

  /** `rows`: numbers of places. */
  constructor(places: Places, rows: Uint32Array, keyedLevels: readonly number[]) {
    this.keyedLevels = keyedLevels;
    this.places = places;
    this.rows = rows;
    let deepest = 0;
    // Rows below one another come from `..` alone; the first ones tell the levels of all others.
    for (const place of rows.subarray(0, 1000)) deepest = Math.max(deepest, places.depthOf(place));
    this.depth = deepest;
  }

  pointer(row: number): string {
    return this.places.pointerOf(this.rows[row] ?? 0);
  }

  above(row: number, levels: number): number {
    const place = this.places.above(this.rows[row] ?? 0, levels);
    const at = place === -1 ? -1 : this.places.at(place);
    return at === 'list' ? -1 : at;
  }

  key(row: number, levels: number): number {
    const place = this.places.above(this.rows[row] ?? 0, levels);
    return place === -1 ? -1 : this.places.keyOf(place);
  }
}
