// Where the rows of a table are. Separate from the preview, because the window reads these paths too.

/**
 * A path is a JSON Pointer (RFC 6901) to a list, or to an object whose members are the rows. With this prefix, the
 * object itself is the only row.
 */
const oneRowMark = '.';

export const oneRowPath = (pointer: string): string => oneRowMark + pointer;

export function readRowPath(path: string): { pointer: string; isOneRow: boolean } {
  const isOneRow = path.startsWith(oneRowMark);
  return { pointer: isOneRow ? path.slice(oneRowMark.length) : path, isOneRow };
}

/** Relative JSON Pointer (draft-bhutton-relative-json-pointer §3): the row's own key, for tables made of an object. */
export const keyPointer = '0#';
