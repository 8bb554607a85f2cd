import type { LineMatch, LineSearch } from '../../../shared/contract/search.ts';
import { characterStart, type LineIndex } from '../lines.ts';
import { type Slice, sliceLimit, textPattern } from './search-slice.ts';

/** Bytes that are searched at once. */
const partBytes = 16 * 1024;
/** The longest form of a character whose other case is one UTF-16 unit. */
const bytesPerUnit = 4;

/** Where a text occurs in the first `length` bytes (UTF-8), from the byte `from` on. */
export function findLines(
  bytes: Buffer,
  length: number,
  lines: LineIndex,
  { query, matchCase, from }: Omit<LineSearch, 'previewId' | 'isIndented'>,
): Slice<LineMatch> {
  const pattern = textPattern(query, matchCase);
  const isOver = sliceLimit();
  const matches: LineMatch[] = [];
  let shown: ReturnType<LineIndex['find']> | undefined;
  let at = from;
  while (at < length) {
    const end = at + partBytes < length ? characterStart(bytes, at + partBytes) : length;
    // A match may begin at the end of the part and end after it.
    const reach = end + query.length * bytesPerUnit;
    const text = bytes.toString('utf8', at, reach < length ? characterStart(bytes, reach) : length);
    let next = end;
    let position = at;
    let units = 0;
    for (const found of text.matchAll(pattern)) {
      position += Buffer.byteLength(text.slice(units, found.index));
      units = found.index;
      if (position >= end) break;
      shown = lines.find(bytes, length, position, shown);
      const column = bytes.toString('utf8', shown.start, position).length;
      matches.push({ line: shown.line, column, length: found[0].length });
      next = Math.max(next, position + Buffer.byteLength(found[0]));
    }
    at = next;
    if (isOver(matches.length)) break;
  }
  return { matches, next: at < length ? at : null };
}
