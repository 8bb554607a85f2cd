import { splitPointer } from '../../../app/shared/json-pointer.ts';

/**
 * The place of a cell's value in the body (RFC 6901). `column`: a JSON Pointer, or a Relative JSON Pointer
 * (draft-bhutton-relative-json-pointer §3) such as `2/id`. `undefined`: a key, which has no value of its own.
 */
export function cellPointer(rowPointer: string, column: string): string | undefined {
  const [, up, rest] = /^(\d+)(.*)$/s.exec(column) ?? [];
  if (up === undefined || rest === undefined) return `${rowPointer}${column}`;
  const tokens = splitPointer(rowPointer) ?? [];
  if (!isPlain(rest) || Number(up) > tokens.length) return undefined;
  const above = tokens.slice(0, tokens.length - Number(up)).map((token) => `/${token}`);
  return `${above.join('')}${rest}`;
}

/** Neither a key (`#`) nor a neighbour (`+1`). */
const isPlain = (rest: string): boolean => rest === '' || rest.startsWith('/');
