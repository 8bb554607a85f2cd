import type { Dictionary } from './dictionary.ts';
import { sortByKeys } from './radix.ts';
import type { Slices } from './work.ts';

// The natural order of texts, the same on every computer: case and accents count only between texts that are equal
// otherwise, and digits count as numbers ("file 9" before "file 10"). Each text gets a key whose bytes have this order.
// Intl.Collator would take ten times as long for a million texts.

const zero = 0x30;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= zero && byte <= zero + 9;
const wordsAtOnce = 10_000;
/** Letters whose base letter NFD does not tell. */
const bases: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

const folded = new Map<string, Buffer>();
/** A character that is not ASCII, as the bytes that stand for it in keys. */
function foldedCharacter(character: string): Buffer {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const lower = character.toLowerCase();
  const base = lower.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const bytes = Buffer.from(bases[base] ?? base);
  if (folded.size < 5000) folded.set(character, bytes);
  return bytes;
}

const lowered = new Uint8Array(128);
for (let byte = 0; byte < 128; byte++) lowered[byte] = byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte;

/** Keys of texts, one after the other. */
interface Keys {
  bytes: Uint8Array;
  starts: Uint32Array;
}

class KeyWriter {
  bytes = Buffer.allocUnsafe(64 * 1024);
  at = 0;

  /** The key of the UTF-8 text between the positions. */
  add(pool: Buffer, from: number, to: number): void {
    // A run of digits takes two bytes more, and a character at most three times its bytes.
    this.reserve((to - from) * 3 + 8);
    let place = from;
    while (place < to) {
      const byte = pool[place] as number; // place < to
      if (isDigit(byte)) place = this.number(pool, place, to);
      else if (byte < 128) {
        this.bytes[this.at++] = lowered[byte] as number; // byte < 128
        place++;
      } else place = this.character(pool, place, to);
    }
  }

  /** The number of digits, then the digits without zeros at the start. */
  private number(pool: Uint8Array, from: number, to: number): number {
    let first = from;
    while (pool[first] === zero && first + 1 < to && isDigit(pool[first + 1])) first++;
    let end = first;
    while (end < to && isDigit(pool[end])) end++;
    this.bytes[this.at++] = zero;
    this.bytes[this.at++] = Math.min(255, end - first);
    for (let place = first; place < end; place++) this.bytes[this.at++] = pool[place] as number; // place < end
    return end;
  }

  private character(pool: Buffer, from: number, to: number): number {
    const byte = pool[from] as number; // from < to
    const end = Math.min(to, from + (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2));
    const key = foldedCharacter(pool.toString('utf8', from, end));
    this.reserve(key.length + (to - end) * 3 + 8);
    this.bytes.set(key, this.at);
    this.at += key.length;
    return end;
  }

  private reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.at + count, this.bytes.length * 2));
    this.bytes.copy(grown, 0, 0, this.at);
    this.bytes = grown;
  }
}

const writer = new KeyWriter();
function keyOf(text: string): Buffer {
  const source = Buffer.from(text);
  writer.at = 0;
  writer.add(source, 0, source.length);
  return Buffer.from(writer.bytes.subarray(0, writer.at));
}

/** Compares texts in this order. Different texts are never equal. */
export function compareTexts(one: string, other: string): number {
  return Buffer.compare(keyOf(one), keyOf(other)) || Buffer.compare(Buffer.from(one), Buffer.from(other));
}

const prefixBytes = 4;
/** Smaller groups are sorted by comparing. */
const leastGroup = 64;

/** The numbers of the dictionary's texts in natural order. */
export function* sortTexts({ count, pool, starts }: Dictionary): Slices<Uint32Array> {
  const keys = new KeyWriter();
  const keyStarts = new Uint32Array(count + 1);
  for (let id = 0; id < count; id++) {
    keys.add(pool, starts[id] as number, starts[id + 1] as number); // id < count
    keyStarts[id + 1] = keys.at;
    if (id % wordsAtOnce === 0) yield;
  }
  const sorter = new Sorter({ bytes: keys.bytes, starts: keyStarts }, { bytes: pool, starts });
  return yield* sorter.sort(Uint32Array.from({ length: count }, (_none, id) => id));
}

class Sorter {
  private readonly keys: Keys;
  private readonly texts: Keys;
  private readonly prefixes: Uint32Array;

  constructor(keys: Keys, texts: Keys) {
    this.keys = keys;
    this.texts = texts;
    this.prefixes = new Uint32Array(texts.starts.length);
  }

  /** Sorts by four bytes of the keys at a time, then each group that is equal there by the next. */
  *sort(list: Uint32Array): Slices<Uint32Array> {
    const waiting: { from: number; to: number; depth: number }[] = [{ from: 0, to: list.length, depth: 0 }];
    let worked = 0;
    for (let group = waiting.pop(); group !== undefined; group = waiting.pop()) {
      const { from, to } = group;
      const part = list.subarray(from, to);
      worked += part.length;
      if (worked > wordsAtOnce) {
        worked = 0;
        yield;
      }
      const depth = group.depth + (part.length >= leastGroup ? this.shared(part, group.depth) : 0);
      if (part.length < leastGroup || this.allEnd(part, depth)) {
        this.compareFrom(part, depth);
        continue;
      }
      for (let index = 0; index < part.length; index++) {
        const id = part[index] as number; // index < length
        this.prefixes[id] = this.prefixOf(id, depth);
      }
      part.set(yield* sortByKeys(part, this.prefixes));
      let start = 0;
      for (let index = 1; index <= part.length; index++) {
        const isEqual = index < part.length && this.prefix(part, index) === this.prefix(part, start);
        if (isEqual) continue;
        if (index - start > 1) waiting.push({ from: from + start, to: from + index, depth: depth + prefixBytes });
        start = index;
      }
    }
    return list;
  }

  private prefix(part: Uint32Array, index: number): number {
    return this.prefixes[part[index] as number] as number; // index < length, of known texts
  }

  /** Keys hold no zero byte at their end, so a shorter key is smaller. */
  private prefixOf(id: number, depth: number): number {
    const { bytes, starts } = this.keys;
    const from = (starts[id] as number) + depth; // a known text
    const to = starts[id + 1] as number; // a known text
    let prefix = 0;
    for (let at = from; at < from + prefixBytes; at++) prefix = (prefix << 8) | (at < to ? (bytes[at] as number) : 0); // at < to
    return prefix >>> 0;
  }

  /** How many bytes after `depth` all keys share. Names often start alike. */
  private shared(part: Uint32Array, depth: number): number {
    const { bytes, starts } = this.keys;
    const first = part[0] as number; // a group is not empty
    const from = (starts[first] as number) + depth; // a known text
    let length = Math.max(0, (starts[first + 1] as number) - from); // a known text
    for (let index = 1; index < part.length && length > 0; index++) {
      const id = part[index] as number; // index < length
      const start = (starts[id] as number) + depth; // a known text
      length = Math.min(length, Math.max(0, (starts[id + 1] as number) - start)); // a known text
      let same = 0;
      while (same < length && bytes[start + same] === bytes[from + same]) same++;
      length = same;
    }
    return length;
  }

  private allEnd(part: Uint32Array, depth: number): boolean {
    const { starts } = this.keys;
    for (let index = 0; index < part.length; index++) {
      const id = part[index] as number; // index < length
      if ((starts[id + 1] as number) - (starts[id] as number) > depth) return false; // a known text
    }
    return true;
  }

  private compareFrom(part: Uint32Array, depth: number): void {
    part.sort((one, other) => compareAt(this.keys, one, other, depth) || compareAt(this.texts, one, other, 0));
  }
}

function compareAt({ bytes, starts }: Keys, one: number, other: number, depth: number): number {
  let a = (starts[one] as number) + depth; // a known text
  let b = (starts[other] as number) + depth; // a known text
  const endA = starts[one + 1] as number; // a known text
  const endB = starts[other + 1] as number; // a known text
  while (a < endA && b < endB) {
    const difference = (bytes[a++] as number) - (bytes[b++] as number); // before the ends
    if (difference !== 0) return difference;
  }
  return endA - a - (endB - b);
}
