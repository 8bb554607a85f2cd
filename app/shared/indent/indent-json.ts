import { newline, pieceCharacters } from './new-line.ts';

/**
 * The same JSON with a line for each value. It changes only white space: numbers keep their digits, keys their order.
 * `text` is valid JSON, or several values under each other. Yields it in pieces.
 */
export function* indentJson(text: string): Generator<string, void, undefined> {
  let piece = '';
  let depth = 0;
  /** After an opening bracket, before its first child. */
  let opened = false;
  let isFirst = true;
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '}' || character === ']') {
      depth--;
      piece += opened ? character : newline(depth) + character;
      opened = false;
      at++;
    } else if (character === ',') {
      piece += character + newline(depth);
      at++;
    } else if (character === ':') {
      piece += ': ';
      at++;
    } else if (character <= ' ') {
      at++;
    } else {
      if (opened || (depth === 0 && !isFirst)) piece += newline(depth);
      isFirst = false;
      opened = character === '{' || character === '[';
      const end = opened ? at + 1 : endOfScalar(text, at);
      piece += text.slice(at, end);
      if (opened) depth++;
      at = end;
    }
    if (piece.length < pieceCharacters) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function endOfScalar(text: string, from: number): number {
  let at = from + 1;
  if (text[from] !== '"') {
    while (at < text.length && !',:]} \n\r\t'.includes(text[at] ?? '')) at++;
    return at;
  }
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return text.length;
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}
