import { readRowPath } from '../../../shared/preview/row-path.ts';
import { maximumNameCharacters, maximumPointerCharacters } from '../limits.ts';
import { cut } from './cells.ts';

/** JSON Pointer, RFC 6901. `undefined`: not a pointer. */
export function readPointer(pointer: string): string[] | undefined {
  return splitPointer(pointer)?.map(readToken);
}

/** The tokens as they stand there. */
export function splitPointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  return pointer.startsWith('/') ? pointer.slice(1).split('/') : undefined;
}

export const readToken = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

/** A key can have a megabyte. The window gets the member's place then: RFC 6901 §3 leaves `~#` free. */
export const memberPointer = (pointer: string, key: string, index: number): string =>
  key.length > maximumPointerCharacters ? `${pointer}/~#${index}` : childPointer(pointer, key);

/** The place that a token of `memberPointer` names; `undefined`: it is a key or an index as usual. */
export function readMember(token: string): number | undefined {
  return /^~#\d{1,9}$/.test(token) ? Number(token.slice(2)) : undefined;
}

export function childPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A name of the body as the window shows it: a key may have a megabyte. */
export const shownName = (name: string): string =>
  name.length <= maximumNameCharacters ? name : `${cut(name, maximumNameCharacters - 1)}…`;

/** The pointer's tokens as people write paths: `data.items`. */
export function pointerLabel(path: string): string {
  const { pointer } = readRowPath(path);
  const tokens = readPointer(pointer) ?? [];
  return tokens.length === 0 ? 'root' : shownName(tokens.join('.'));
}

/** RFC 6901 §4: no leading zeros. -1: not an index. */
export function readIndex(token: string): number {
  return /^(0|[1-9]\d{0,9})$/.test(token) ? Number(token) : -1;
}
