import { utf8MarkLength } from './charset.ts';

/** Line and column of a byte in a UTF-8 body, counted from 1. The column counts characters, not bytes. */
export function placeOf(bytes: Buffer, position: number): { line: number; column: number } {
  const start = utf8MarkLength(bytes, bytes.length);
  let line = 1;
  let lineStart = start;
  for (let at = bytes.indexOf(10, start); at !== -1 && at < position; at = bytes.indexOf(10, at + 1)) {
    line++;
    lineStart = at + 1;
  }
  let column = 1;
  for (let at = lineStart; at < position; at++) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) column++;
  return { line, column };
}
