// JSON Pointer, RFC 6901. docs/decisions/014-json-pointer.md says why the app has its own.

/** RFC 6901 §3: empty, or a slash before each token. Tokens escape a tilde as `~0` and a slash as `~1`. */
export const isPointer = (text: string): boolean => /^(?:\/(?:[^~/]|~[01])*)*$/.test(text);

/**
 * The names and indexes of the pointer, unescaped. `undefined`: it does not start with a slash. Keeps a tilde that
 * escapes nothing; `isPointer` refuses it.
 */
export function parsePointer(pointer: string): string[] | undefined {
  return splitPointer(pointer)?.map(readToken);
}

/** The tokens, still escaped. `undefined`: not a pointer. */
export function splitPointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  return pointer.startsWith('/') ? pointer.slice(1).split('/') : undefined;
}

/** §4: unescape `~1` first, so that `~01` becomes `~1` and not a slash. */
export const readToken = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

/** The pointer to a member (by name) or element (by index, from 0) of the value at `pointer`. */
export const childPointer = (pointer: string, key: string | number): string =>
  `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The pointer to the containing value. The root is its own parent. */
export const parentPointer = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

/** §4: digits without leading zeros. -1: not an index. */
export const readIndex = (token: string): number => (/^(0|[1-9]\d{0,9})$/.test(token) ? Number(token) : -1);

/** The value at the pointer, or `undefined`. Ignores inherited properties and the length of a list. */
export function valueAt(value: unknown, pointer: string): unknown {
  const tokens = parsePointer(pointer);
  if (tokens === undefined) return undefined;
  let current = value;
  for (const token of tokens) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, token)) return undefined;
    if (Array.isArray(current) && readIndex(token) === -1) return undefined;
    current = (current as Record<string, unknown>)[token]; // an object that has this own property, as checked above
  }
  return current;
}
