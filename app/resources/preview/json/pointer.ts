import { childPointer, parsePointer } from '../../../shared/json-pointer.ts';
import { readRowPath } from '../../../shared/preview/row-path.ts';
import { maximumNameCharacters, maximumPointerCharacters } from '../limits.ts';
import { cut } from './cells.ts';

/** For keys of up to a megabyte: the window gets the member's index instead. RFC 6901 §3 leaves `~#` unused. */
export const memberPointer = (pointer: string, key: string, index: number): string =>
  key.length > maximumPointerCharacters ? `${pointer}/~#${index}` : childPointer(pointer, key);

/** The index in a token of `memberPointer`. `undefined`: an ordinary key or index. */
export function readMember(token: string): number | undefined {
  return /^~#\d{1,9}$/.test(token) ? Number(token.slice(2)) : undefined;
}

/** A name from the body, shortened for the window: a key may have a megabyte. */
export const shownName = (name: string): string =>
  name.length <= maximumNameCharacters ? name : `${cut(name, maximumNameCharacters - 1)}…`;

/** The pointer as people write paths: `data.items`. */
export function pointerLabel(path: string): string {
  const { pointer } = readRowPath(path);
  const tokens = parsePointer(pointer) ?? [];
  return tokens.length === 0 ? 'root' : shownName(tokens.join('.'));
}
