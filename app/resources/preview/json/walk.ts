/**
 * Steps over JSON that the scanner has validated: no checks, no recursion. Positions are bytes. Each step returns the
 * position after what it skipped.
 */
import type { cellSchema } from '../../../shared/preview/preview.ts';
import { plainInString } from './tables.ts';

export type Kind = Exclude<(typeof cellSchema)['_output']['kind'], 'missing'>;

const quote = 0x22;
const backslash = 0x5c;

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] as number) <= 32) at++; // at < length
  return at;
}

/** `from`: the opening quote. */
export function skipString(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  for (;;) {
    while (plainInString[bytes[at] as number] === 1) at++; // a valid string ends
    if (bytes[at] !== backslash) return at + 1;
    at += 2;
  }
}

/** Whether the string at `from` has more than `limit` bytes. Reads no further than that. */
export function isLongString(bytes: Uint8Array, from: number, limit: number): boolean {
  for (let at = from + 1; at <= from + limit; at++) {
    if (bytes[at] === quote) return false;
    if (bytes[at] === backslash) at++;
  }
  return true;
}

export function skipValue(bytes: Uint8Array, from: number): number {
  const first = bytes[from];
  if (first === quote) return skipString(bytes, from);
  let at = from;
  if (first !== 0x7b && first !== 0x5b) {
    while (at < bytes.length && !endsScalar(bytes[at] as number)) at++; // at < length
    return at;
  }
  let depth = 0;
  for (;;) {
    const byte = bytes[at];
    if (byte === quote) {
      at = skipString(bytes, at);
      continue;
    }
    // The value has not arrived completely.
    if (byte === undefined) return at;
    at++;
    if (byte === 0x7b || byte === 0x5b) depth++;
    else if ((byte === 0x7d || byte === 0x5d) && --depth === 0) return at;
  }
}

const endsScalar = (byte: number) => byte <= 32 || byte === 0x2c || byte === 0x5d || byte === 0x7d;

export function kindAt(bytes: Uint8Array, at: number): Kind {
  switch (bytes[at]) {
    case quote:
      return 'string';
    case 0x7b:
      return 'object';
    case 0x5b:
      return 'array';
    case 0x74:
    case 0x66:
      return 'boolean';
    case 0x6e:
      return 'null';
    default:
      return 'number';
  }
}

/** The position of a key's value, from the key's opening quote. */
export function valueOfKey(bytes: Uint8Array, keyAt: number): number {
  return skipSpace(bytes, skipSpace(bytes, skipString(bytes, keyAt)) + 1);
}

/** The position of the first child (in an object: its key), or -1. `at`: the opening bracket. */
export function firstChild(bytes: Uint8Array, at: number): number {
  const child = skipSpace(bytes, at + 1);
  return bytes[child] === 0x5d || bytes[child] === 0x7d ? -1 : child;
}

/** The next child after the one whose value ends at `valueEnd`, or -1. */
export function nextChild(bytes: Uint8Array, valueEnd: number): number {
  const separator = skipSpace(bytes, valueEnd);
  return bytes[separator] === 0x2c ? skipSpace(bytes, separator + 1) : -1;
}

/** Calls `visit` with the position of every child (in an object: its key). */
export function eachChild(bytes: Uint8Array, at: number, visit: (child: number) => void): void {
  const object = bytes[at] === 0x7b;
  for (let child = firstChild(bytes, at); child !== -1; ) {
    visit(child);
    child = nextChild(bytes, skipValue(bytes, object ? valueOfKey(bytes, child) : child));
  }
}

/** The position after the bracket that closes a container whose last child ends at `childEnd`. */
export function containerEnd(bytes: Uint8Array, childEnd: number): number {
  let at = childEnd;
  while (at < bytes.length && bytes[at] !== 0x7d && bytes[at] !== 0x5d) at++;
  return at + 1;
}

/** Whether an escape stands in the content of a string, between the positions. */
export function hasEscape(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === backslash) return true;
  return false;
}

/** The text of the string between the quotes `from` and `to - 1`. */
export function readString(bytes: Buffer, from: number, to: number): string {
  if (hasEscape(bytes, from + 1, to - 1)) return parseString(bytes.toString('utf8', from, to));
  return bytes.toString('utf8', from + 1, to - 1);
}

/** `source` is one valid JSON string. */
export function parseString(source: string): string {
  return String(JSON.parse(source));
}

/** The key at `at`. */
export function readKey(bytes: Buffer, at: number): string {
  return readString(bytes, at, skipString(bytes, at));
}
