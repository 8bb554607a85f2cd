import { readString, skipString, skipValue } from '../json/walk.ts';

/** The position of a value that a row lacks. Bodies stay below 4 GiB. */
export const nowhere = 0xffff_ffff;

const quote = 0x22;

/** `null`, missing, or empty text. */
export function isEmptyAt(bytes: Uint8Array, at: number): boolean {
  if (at === nowhere) return true;
  const first = bytes[at];
  return first === 0x6e || (first === quote && bytes[at + 1] === quote);
}

/** The whole value as text: the content of a string, the source of anything else. Empty: no value, or `null`. */
export function textAt(bytes: Buffer, at: number): string {
  if (isEmptyAt(bytes, at)) return '';
  const end = bytes[at] === quote ? skipString(bytes, at) : skipValue(bytes, at);
  return bytes[at] === quote ? readString(bytes, at, end) : bytes.toString('utf8', at, end);
}

/** `undefined`: the value takes more than `most` bytes, so it has no type but text. */
export function shortTextAt(bytes: Buffer, at: number, most: number): string | undefined {
  if (bytes[at] !== quote) return isContainer(bytes, at) ? undefined : textAt(bytes, at);
  const limit = at + most + 1;
  for (let place = at + 1; place <= limit; place++) {
    if (bytes[place] === quote) return readString(bytes, at, place + 1);
    if (bytes[place] === 0x5c) place++;
  }
  return undefined;
}

export const isContainer = (bytes: Uint8Array, at: number): boolean => bytes[at] === 0x7b || bytes[at] === 0x5b;
