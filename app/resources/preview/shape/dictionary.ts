import { hasEscape, skipString, skipValue } from '../json/walk.ts';
import { isEmptyAt, nowhere, textAt } from './source-text.ts';
import type { Slices } from './work.ts';

const quote = 0x22;
const rowsAtOnce = 20_000;

/** The different texts of a column, in UTF-8, and which of them each row has. */
export interface Dictionary {
  /** The text's number by row. `nowhere`: empty. */
  readonly ids: Uint32Array;
  readonly count: number;
  /** The texts, one after the other. */
  readonly pool: Buffer;
  /** Where each text starts, and the last one ends. */
  readonly starts: Uint32Array;
}

/** The text with the number. */
export const wordOf = ({ pool, starts }: Dictionary, id: number): string =>
  pool.toString('utf8', starts[id], starts[id + 1]);

class Builder {
  count = 0;
  pool = Buffer.allocUnsafe(64 * 1024);
  starts = new Uint32Array(1024);
  private hashes = new Uint32Array(1024);
  /** Numbers by hash, plus one. */
  private slots = new Uint32Array(4096);

  /** The number of the text between the positions. */
  idOf(bytes: Buffer, from: number, to: number): number {
    let hash = 0x811c_9dc5;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x0100_0193); // at < length
    hash = (hash ^ (hash >>> 15)) >>> 0;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = (this.slots[slot] as number) - 1; // slot <= mask
      if (id === -1) break;
      if (this.hashes[id] === hash && this.isAt(id, bytes, from, to)) return id;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.count + 1;
    return this.add(hash, bytes, from, to);
  }

  private isAt(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[id] as number; // a known number
    if ((this.starts[id + 1] as number) - start !== to - from) return false;
    for (let at = from, place = start; at < to; at++, place++) if (bytes[at] !== this.pool[place]) return false;
    return true;
  }

  private add(hash: number, bytes: Buffer, from: number, to: number): number {
    const start = this.starts[this.count] as number; // set with the text before
    const end = start + to - from;
    if (end > this.pool.length) {
      const grown = Buffer.allocUnsafe(Math.max(end, this.pool.length * 2));
      this.pool.copy(grown, 0, 0, start);
      this.pool = grown;
    }
    bytes.copy(this.pool, start, from, to);
    if (this.count + 2 > this.starts.length) this.grow();
    this.hashes[this.count] = hash;
    this.starts[this.count + 1] = end;
    const id = this.count++;
    if (this.count * 2 > this.slots.length) this.rehash();
    return id;
  }

  private grow(): void {
    const starts = new Uint32Array(this.starts.length * 2);
    starts.set(this.starts);
    this.starts = starts;
    const hashes = new Uint32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
  }

  private rehash(): void {
    const slots = new Uint32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = (this.hashes[id] as number) & mask; // a known number
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.slots = slots;
  }
}

/**
 * Numbers the texts at `offsets`: of strings their content, of other values their source. Rows outside of `only`, if
 * given, count as empty.
 */
export function* readDictionary(bytes: Buffer, offsets: Uint32Array, only?: Iterable<number>): Slices<Dictionary> {
  const builder = new Builder();
  const ids = new Uint32Array(offsets.length).fill(nowhere);
  const note = (row: number): void => {
    const at = offsets[row] as number; // row < length
    if (isEmptyAt(bytes, at)) return;
    const isText = bytes[at] === quote;
    const end = isText ? skipString(bytes, at) - 1 : skipValue(bytes, at);
    if (isText && hasEscape(bytes, at + 1, end)) {
      const text = Buffer.from(textAt(bytes, at));
      ids[row] = builder.idOf(text, 0, text.length);
    } else ids[row] = builder.idOf(bytes, isText ? at + 1 : at, end);
  };
  let count = 0;
  if (only === undefined) {
    for (let row = 0; row < offsets.length; row++) {
      note(row);
      if (++count % rowsAtOnce === 0) yield;
    }
  } else {
    for (const row of only) {
      note(row);
      if (++count % rowsAtOnce === 0) yield;
    }
  }
  return { ids, count: builder.count, pool: builder.pool, starts: builder.starts.subarray(0, builder.count + 1) };
}
