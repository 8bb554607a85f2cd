import { viewsOf } from './decoded.ts';
import { codesOf } from './secret-index.ts';

export type Found = (start: number, end: number) => void;
/** Looks for secrets in the first `length` codes (`codesOf`). */
export type Look = (codes: Uint8Array, length: number, found: Found) => void;

/** Base64 of hex in Base64; deeper ones nobody writes. */
const mostPacked = 3;
/** What six bytes take in Base64 (RFC 4648 §4, §5) and in hex (§8). */
const shortestBase64 = 8;
const shortestHex = 12;

const no = 255;
const valuesOf = (digits: string): Uint8Array => {
  const values = new Uint8Array(256).fill(no);
  for (const [value, digit] of [...digits].entries()) values[digit.charCodeAt(0)] = value;
  return values;
};
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const sextets = valuesOf(`${letters}${letters.toLowerCase()}0123456789+/`);
sextets['-'.charCodeAt(0)] = 62;
sextets['_'.charCodeAt(0)] = 63;
const nibbles = valuesOf('0123456789abcdef');
for (let digit = 10; digit < 16; digit += 1) nibbles[55 + digit] = digit;

const percent = 0x25;
const ampersand = 0x26;
const backslash = 0x5c;
const escapable = new Set([...'uUxX"/'].map((sign) => sign.charCodeAt(0)));
const beginsEscape = new Uint8Array(256);
for (const code of [0, percent, ampersand, backslash]) beginsEscape[code] = 1;
const isPrintable = (code: number): boolean => code >= 0x20 && code < 0x7f;
/** Tab, line ends and NUL, too; not what only bytes that are no text have. */
const isOfText = (code: number): boolean =>
  code >= 0x20 ? code !== 0x7f : code === 0 || code === 9 || code === 10 || code === 13;

/** The memory of one unpacking inside another. */
interface Level {
  bytes: Uint8Array;
  /** Where the bytes were unpacked from: the first of the codes, and how many codes are a byte. */
  from: number;
  perByte: number;
  found: Found;
  /** Tells ranges of the bytes as ranges of the codes. */
  outward: Found;
  /** For what is packed in these bytes. `undefined`: nobody writes deeper ones. */
  inner: Level | undefined;
}

function levelsOf(count: number): Level | undefined {
  if (count === 0) return undefined;
  const level: Level = {
    bytes: new Uint8Array(0),
    from: 0,
    perByte: 1,
    found: () => undefined,
    outward: (start, end) =>
      level.found(level.from + Math.floor(start * level.perByte), level.from + Math.ceil(end * level.perByte)),
    inner: levelsOf(count - 1),
  };
  return level;
}

/**
 * Looks at what a text holds as Base64 and hex, from each place where a byte may begin: other text may stand right
 * before. What that unpacks to is unpacked in the same way, also with its escapes undone. Whether a stretch is packed
 * cannot be seen, so everything that may be is unpacked, into memory that is used again and again.
 */
export function createPackedSearch(look: Look): Look {
  function search(codes: Uint8Array, length: number, inner: Level | undefined, found: Found): void {
    look(codes, length, found);
    searchRuns(codes, length, inner, found);
    searchEscaped(codes, length, inner, found);
  }

  function searchRuns(codes: Uint8Array, length: number, inner: Level | undefined, found: Found): void {
    if (inner === undefined) return;
    for (let index = 0; index < length; index += 1) {
      const start = index;
      while (index < length && sextets[codes[index] ?? 0] !== no) index += 1;
      if (index - start >= shortestBase64) searchRun(codes, start, index, inner, found);
    }
  }

  function searchRun(codes: Uint8Array, start: number, end: number, level: Level, found: Found): void {
    for (let offset = 0; offset < 4; offset += 1)
      searchUnpacked(codes, start + offset, end, level, found, fromBase64, 4 / 3);
    for (let index = start; end - index >= shortestHex; index += 1) {
      const first = index;
      while (index < end && nibbles[codes[index] ?? 0] !== no) index += 1;
      if (index - first < shortestHex) continue;
      for (let offset = 0; offset < 2; offset += 1)
        searchUnpacked(codes, first + offset, index, level, found, fromHex, 2);
    }
  }

  function searchUnpacked(
    codes: Uint8Array,
    start: number,
    end: number,
    level: Level,
    found: Found,
    unpack: typeof fromHex,
    perByte: number,
  ): void {
    if (level.bytes.length < end - start) level.bytes = new Uint8Array(2 * (end - start));
    level.from = start;
    level.perByte = perByte;
    level.found = found;
    search(level.bytes, unpack(codes, start, end, level.bytes), level.inner, level.outward);
  }

  /** Each stretch of unpacked bytes that is a text with escapes, or one in UTF-16. Most bytes are no text at all. */
  function searchEscaped(codes: Uint8Array, length: number, inner: Level | undefined, found: Found): void {
    for (let index = 0; index < length; index += 1) {
      if (beginsEscape[codes[index] ?? 0] === 0 || !mayBeEscape(codes, index)) continue;
      let start = index;
      while (start > 0 && isOfText(codes[start - 1] ?? 0)) start -= 1;
      while (index < length && isOfText(codes[index] ?? 0)) index += 1;
      const stretch = Buffer.from(codes.buffer, codes.byteOffset + start, index - start).toString('latin1');
      for (const { text, from } of viewsOf(stretch).slice(1)) {
        const back: Found = (first, last) => found(start + (from[first] ?? 0), start + (from[last] ?? 0));
        const seen = codesOf(text);
        look(seen, seen.length, back);
        searchRuns(seen, seen.length, inner, back);
      }
    }
  }

  const outermost = levelsOf(mostPacked);
  return (codes, length, found) => searchRuns(codes, length, outermost, found);
}

/** Where the codes before and after are of an earlier text, a stretch may be looked at for nothing. */
function mayBeEscape(codes: Uint8Array, index: number): boolean {
  const code = codes[index];
  const next = codes[index + 1] ?? 0;
  if (code === percent) return nibbles[next] !== no && nibbles[codes[index + 2] ?? 0] !== no;
  if (code === backslash) return escapable.has(next);
  if (code === ampersand) return next === 0x23;
  // Letters with a NUL beside each.
  return isPrintable(codes[index - 1] ?? 0) && isPrintable(next) && codes[index + 2] === 0;
}

/** Each of these returns how many bytes it made. */
function fromBase64(codes: Uint8Array, start: number, end: number, bytes: Uint8Array): number {
  let length = 0;
  let index = start;
  for (; index + 3 < end; index += 4) {
    const bits =
      ((sextets[codes[index] ?? 0] ?? 0) << 18) |
      ((sextets[codes[index + 1] ?? 0] ?? 0) << 12) |
      ((sextets[codes[index + 2] ?? 0] ?? 0) << 6) |
      (sextets[codes[index + 3] ?? 0] ?? 0);
    bytes[length] = bits >> 16;
    bytes[length + 1] = bits >> 8;
    bytes[length + 2] = bits;
    length += 3;
  }
  const left = end - index;
  if (left < 2) return length;
  const third = left === 3 ? (sextets[codes[index + 2] ?? 0] ?? 0) : 0;
  const bits = ((sextets[codes[index] ?? 0] ?? 0) << 12) | ((sextets[codes[index + 1] ?? 0] ?? 0) << 6) | third;
  bytes[length] = bits >> 10;
  if (left === 3) bytes[length + 1] = bits >> 2;
  return length + left - 1;
}

function fromHex(codes: Uint8Array, start: number, end: number, bytes: Uint8Array): number {
  let length = 0;
  for (let index = start; index + 1 < end; index += 2) {
    bytes[length] = ((nibbles[codes[index] ?? 0] ?? 0) << 4) | (nibbles[codes[index + 1] ?? 0] ?? 0);
    length += 1;
  }
  return length;
}
