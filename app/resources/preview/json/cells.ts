import type { Cell } from '../../../shared/preview/preview.ts';
import { characterStart } from '../lines.ts';
import { kindAt, parseString, readString, skipValue } from './walk.ts';

/** What a cell shows at most; the whole value is asked for by `preview.value`. In UTF-16 units. */
export const cellCharacters = 500;
/** No shown character takes more than `\uXXXX`. */
const longestSource = cellCharacters * 6;

export const missingCell: Cell = { kind: 'missing', text: '' };

/** The value at `at` as the renderer draws it. `count`: the children of a container. */
export function readCell(bytes: Buffer, at: number, count: (at: number) => number): Cell {
  const kind = kindAt(bytes, at);
  if (kind === 'string') return stringCell(bytes, at);
  if (kind === 'object' || kind === 'array') return containerCell(bytes, at, kind, count(at));
  // Numbers stay as they were written: no digit is lost to a double.
  return capped(kind, bytes.toString('latin1', at, Math.min(skipValue(bytes, at), at + longestSource)));
}

function capped(kind: Cell['kind'], text: string): Cell {
  if (text.length <= cellCharacters) return { kind, text };
  return { kind, text: cut(text, cellCharacters), truncated: true };
}

/** At most `length` units, no half of a surrogate pair at the end. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

function stringCell(bytes: Buffer, at: number): Cell {
  const { text, whole } = readStringStart(bytes, at, longestSource);
  const cell = capped('string', text);
  return whole ? cell : { ...cell, truncated: true };
}

/** The start of the string at `at`, from at least `maximum` bytes of it where it is longer. */
export function readStringStart(bytes: Buffer, at: number, maximum: number): { text: string; whole: boolean } {
  const limit = at + 1 + maximum;
  let end = at + 1;
  while (end < limit && bytes[end] !== 0x22) {
    if (bytes[end] !== 0x5c) end++;
    else end += bytes[end + 1] === 0x75 ? 6 : 2;
  }
  if (bytes[end] === 0x22) return { text: readString(bytes, at, end + 1), whole: true };
  const source = bytes.toString('utf8', at, characterStart(bytes, end));
  return { text: source.includes('\\') ? parseString(`${source}"`) : source.slice(1), whole: false };
}

function containerCell(bytes: Buffer, at: number, kind: 'array' | 'object', count: number): Cell {
  if (count === 0) return { kind, text: kind === 'array' ? '[]' : '{}', count };
  const limit = at + cellCharacters;
  const end = skipShort(bytes, at, limit);
  const whole = end <= limit;
  const text = bytes.toString('utf8', at, whole ? end : characterStart(bytes, limit)).replace(/\s+/g, ' ');
  return whole ? { kind, text, count } : { kind, text, count, truncated: true };
}

/** Where the value ends, or something beyond `limit`: not all of a big container is walked. */
function skipShort(bytes: Buffer, at: number, limit: number): number {
  let depth = 0;
  let inside = false;
  for (let place = at; place < limit; place++) {
    const byte = bytes[place];
    if (inside) {
      if (byte === 0x5c) place++;
      else if (byte === 0x22) inside = false;
    } else if (byte === 0x22) inside = true;
    else if (byte === 0x7b || byte === 0x5b) depth++;
    else if ((byte === 0x7d || byte === 0x5d) && --depth === 0) return place + 1;
  }
  return limit + 1;
}
