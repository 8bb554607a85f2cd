// JSON Pointer, RFC 6901. Why it is our own: docs/decisions/014-json-pointer.md.

/** RFC 6901 §3: empty, or each token after a slash, where a tilde is written `~0` and a slash `~1`. */
export const isPointer = (text: string): boolean => /^(?:\/(?:[^~/]|~[01])*)*$/.test(text);

/**
 * The names and indexes on the way, unescaped. `undefined`: it does not start with a slash. A tilde that escapes nothing
 * stays; `isPointer` refuses it.
 */
export function parsePointer(pointer: string): string[] | undefined {
  return splitPointer(pointer)?.map(readToken);
}

/** The tokens as they are written. `undefined`: no pointer. */
export function splitPointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  return pointer.startsWith('/') ? pointer.slice(1).split('/') : undefined;
}

/** §4: `~1` first, so that `~01` becomes `~1` and not a slash. */
export const readToken = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

/** The pointer to a member (by name) or an element (by index, from 0) of what `pointer` points to. */
export const childPointer = (pointer: string, key: string | number): string =>
  `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The pointer to what contains it; that of the whole document is its own. */
export const parentPointer = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

/** §4: digits without leading zeros. -1: not an index. */
export const readIndex = (token: string): number => (/^(0|[1-9]\d{0,9})$/.test(token) ? Number(token) : -1);

/** The value there; `undefined`: there is none. Nothing inherited is found, nor the length of a list. */
export function valueAt(value: unknown, pointer: string): unknown {
  const tokens = parsePointer(pointer);
  if (tokens === undefined) return undefined;
  let current = value;
  for (const token of tokens) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, token)) return undefined;
    if (Array.isArray(current) && readIndex(token) === -1) return undefined;
    current = (current as Record<string, unknown>)[token]; // an object that has this own property, as just seen
  }
  return current;
}
