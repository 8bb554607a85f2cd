import { childPointer, parsePointer } from '../../../shared/json-pointer.ts';
import { readRowPath } from '../../../shared/preview/row-path.ts';
import { maximumNameCharacters, maximumPointerCharacters } from '../limits.ts';
import { cut } from './cells.ts';

/** A key can have a megabyte. The window gets the member's place then: RFC 6901 §3 leaves `~#` free. */
export const memberPointer = (pointer: string, key: string, index: number): string =>
  key.length > maximumPointerCharacters ? `${pointer}/~#${index}` : childPointer(pointer, key);

/** The place that a token of `memberPointer` names; `undefined`: it is a key or an index as usual. */
export function readMember(token: string): number | undefined {
  return /^~#\d{1,9}$/.test(token) ? Number(token.slice(2)) : undefined;
}

/** A name of the body as the window shows it: a key may have a megabyte. */
export const shownName = (name: string): string =>
  name.length <= maximumNameCharacters ? name : `${cut(name, maximumNameCharacters - 1)}…`;

/** The pointer's tokens as people write paths: `data.items`. */
export function pointerLabel(path: string): string {
  const { pointer } = readRowPath(path);
  const tokens = parsePointer(pointer) ?? [];
  return tokens.length === 0 ? 'root' : shownName(tokens.join('.'));
}
