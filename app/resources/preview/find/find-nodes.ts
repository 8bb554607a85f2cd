import type { NodeMatch, Search } from '../../../shared/contract/search.ts';
import { attributeMark, keyKind } from '../formats/xml/keys.ts';
import { valueStart } from '../json/children.ts';
import type { JsonDocument } from '../json/document.ts';
import { readString, skipString, skipValue } from '../json/walk.ts';
import { onlyText } from '../json/xml-names.ts';
import { type Slice, sliceLimit, textPattern } from './search-slice.ts';

const quote = 0x22;
const colon = 0x3a;
/** The clock is read once for so many keys and values. */
const atOnce = 64;

/** The keys and values that contain a text, from the byte `from` on. 0: from the start. */
export function findNodes(
  document: JsonDocument,
  { query, matchCase, from }: Omit<Search, 'previewId'>,
): Slice<NodeMatch> {
  const { bytes } = document;
  // Without `g`: `test` would continue after the last match.
  const pattern = new RegExp(textPattern(query, matchCase).source, matchCase ? 'u' : 'iu');
  const isOver = sliceLimit();
  const matches: NodeMatch[] = [];
  let looked = 0;
  let at = Math.max(from, document.start);
  while (at < bytes.length) {
    const byte = bytes[at] as number; // at < length
    if (isBetween(byte)) {
      at++;
      continue;
    }
    const isText = byte === quote;
    const end = isText ? skipString(bytes, at) : Math.max(at + 1, skipValue(bytes, at));
    const text = isText ? readString(bytes, at, end) : bytes.toString('latin1', at, end);
    // In XML a key is found by the name that is shown.
    const mark = document.isXml && isText && isKeyEnd(bytes, end) ? keyKind(text) : undefined;
    const shown = mark === 'attribute' ? text.slice(attributeMark.length) : text;
    if (mark !== 'text' && pattern.test(shown))
      matches.push({ path: pathTo(document, at), isKey: isText && isKeyEnd(bytes, end) });
    at = end;
    if (++looked % atOnce === 0 && isOver(matches.length)) break;
  }
  return { matches, next: at < bytes.length ? at : null };
}

/** White space, brackets, commas and colons: `, : [ ] { }`. */
const isBetween = (byte: number): boolean =>
  byte <= 32 || byte === 0x2c || byte === colon || byte === 0x5b || byte === 0x5d || byte === 0x7b || byte === 0x7d;

function isKeyEnd(bytes: Buffer, end: number): boolean {
  let at = end;
  while (at < bytes.length && (bytes[at] as number) <= 32) at++; // at < length
  return bytes[at] === colon;
}

/** The place among the children of the key or value at `target`, from the root on. */
function pathTo(document: JsonDocument, target: number): number[] {
  const path: number[] = [];
  for (let at = document.root; ; ) {
    const children = document.children(at);
    const index = children === undefined ? -1 : lastUpTo(children.offsets, target);
    if (children === undefined || index === -1) return path;
    // The tree shows such an element as its text.
    if (document.isXml && onlyText(document.bytes, children) !== -1) return path;
    path.push(index);
    const start = valueStart(document.bytes, children, index);
    if (target <= start) return path;
    at = start;
  }
}

/** The index of the last position that is not beyond `target`, or -1. */
function lastUpTo(offsets: Uint32Array, target: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) <= target) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
