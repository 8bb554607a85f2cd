/** Deeper lines start no further to the right: white space must not outgrow the text. */
const deepestIndent = 40;
const indents = Array.from({ length: deepestIndent + 1 }, (_, depth) => `\n${'  '.repeat(depth)}`);

/**
 * The same JSON with a line for each value. It changes only white space: numbers keep their digits, keys their order.
 * `text` is valid JSON.
 */
export function formatJson(text: string): string {
  let formatted = '';
  let depth = 0;
  /** After an opening bracket, before its first child. */
  let opened = false;
  let at = 0;
  const newline = () => indents[Math.min(depth, deepestIndent)] ?? '';
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '}' || character === ']') {
      depth--;
      formatted += opened ? character : newline() + character;
      opened = false;
      at++;
    } else if (character === ',') {
      formatted += character + newline();
      at++;
    } else if (character === ':') {
      formatted += ': ';
      at++;
    } else if (character <= ' ') {
      at++;
    } else {
      if (opened || (depth === 0 && formatted !== '')) formatted += newline();
      opened = character === '{' || character === '[';
      const end = opened ? at + 1 : endOfScalar(text, at);
      formatted += text.slice(at, end);
      if (opened) depth++;
      at = end;
    }
  }
  return formatted;
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
