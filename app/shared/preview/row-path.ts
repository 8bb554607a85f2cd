// Where the rows of a table are. The window reads these paths too: nothing else is here.

/**
 * A path is a JSON Pointer (RFC 6901) to a list, or to an object whose members are the rows. With this before it the object that
 * it points to is the one row.
 */
const oneRowMark = '.';

export const oneRowPath = (pointer: string): string => oneRowMark + pointer;

export function readRowPath(path: string): { pointer: string; isOneRow: boolean } {
  const isOneRow = path.startsWith(oneRowMark);
  return { pointer: isOneRow ? path.slice(oneRowMark.length) : path, isOneRow };
}

/** Relative JSON Pointer (draft-bhutton-relative-json-pointer §3): the key of the row itself, for a table of an object. */
export const keyPointer = '0#';
