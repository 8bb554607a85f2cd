import type { Cell } from '../../../shared/preview/preview.ts';
import { characterStart } from '../lines.ts';
import { kindAt, parseString, readString, skipValue } from './walk.ts';

/** The longest text of a cell, in UTF-16 units. `preview.value` returns the whole value. */
export const cellCharacters = 500;
/** The longest form of a character is `\uXXXX`. */
const longestSource = cellCharacters * 6;

export const missingCell: Cell = { kind: 'missing', text: '' };

/** The value at `at` as the renderer draws it. `count`: the children of a container. */
export function readCell(bytes: Buffer, at: number, count: (at: number) => number): Cell {
  const kind = kindAt(bytes, at);
  if (kind === 'string') return stringCell(bytes, at);
  if (kind === 'object' || kind === 'array') return containerCell(bytes, at, kind, count(at));
  // Numbers stay as written: converting to a double would lose digits.
  return capped(kind, bytes.toString('latin1', at, Math.min(skipValue(bytes, at), at + longestSource)));
}

function capped(kind: Cell['kind'], text: string): Cell {
  if (text.length <= cellCharacters) return { kind, text };
  return { kind, text: cut(text, cellCharacters), truncated: true };
}

/** Cuts to at most `length` units, without half a surrogate pair at the end. */
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

/** The start of the string at `at`. Reads at least `maximum` bytes of a longer one. */
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

/** The end of the value, or a position beyond `limit`: large containers are not read completely. */
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
