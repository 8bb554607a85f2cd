import { newline, pieceCharacters } from './new-line.ts';

/** A comment, CDATA, an instruction, a declaration, a tag, or text. */
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!(?:[^<>[]|\[[\s\S]*?\])*>|<\/?(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+/g;

const isText = (part: string): boolean => part.startsWith('<![CDATA[') || (!part.startsWith('<') && part.trim() !== '');
const opens = (part: string): boolean => /^<[^/?!]/.test(part) && !part.endsWith('/>');

/**
 * The same XML with a line for each element. It changes only white space between tags: an element that contains text stays
 * as sent, with its whole content. `text` is valid XML. Yields it in pieces.
 */
export function* indentXml(text: string): Generator<string, void, undefined> {
  const verbatim = yield* elementsWithText(text);
  let piece = '';
  let depth = 0;
  let element = -1;
  /** Depth of the outermost element that holds text. */
  let verbatimFrom: number | undefined;
  let previousOpens = false;
  let isFirst = true;
  for (const [part] of text.matchAll(token)) {
    const closes = part.startsWith('</');
    const isBlank = part.trim() === '';
    if (closes) depth--;
    // `<a></a>` stays on its line.
    if (verbatimFrom === undefined && !isBlank && !isFirst && !(closes && previousOpens)) piece += newline(depth);
    if (verbatimFrom !== undefined || !isBlank) {
      piece += part;
      isFirst = false;
    }
    if (closes && depth === verbatimFrom) verbatimFrom = undefined;
    if (!isBlank) previousOpens = opens(part);
    if (opens(part)) {
      element++;
      if (verbatimFrom === undefined && verbatim.has(element)) verbatimFrom = depth;
      depth++;
    }
    if (piece.length < pieceCharacters) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Which elements, counted by their start tags, hold text themselves. */
function* elementsWithText(text: string): Generator<string, Bits, undefined> {
  const found = new Bits();
  const open: number[] = [];
  let count = 0;
  let read = 0;
  for (const [part] of text.matchAll(token)) {
    if (part.startsWith('</')) open.pop();
    else if (opens(part)) open.push(count++);
    else if (isText(part) && open.length > 0) found.add(open.at(-1) ?? 0);
    read += part.length;
    if (read < pieceCharacters) continue;
    yield '';
    read = 0;
  }
  return found;
}

/** A set of small numbers. A text of 100 MB has millions of elements. */
class Bits {
  private bytes = new Uint8Array(1024);

  add(number: number): void {
    const at = number >> 3;
    if (at >= this.bytes.length) {
      const grown = new Uint8Array(Math.max(at + 1, this.bytes.length * 2));
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[at] = (this.bytes[at] ?? 0) | (1 << (number & 7));
  }

  has(number: number): boolean {
    return ((this.bytes[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
  }
}
