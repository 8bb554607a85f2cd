/** Deeper lines start no further to the right: white space must not outgrow the text. */
const deepestIndent = 40;

/** A comment, CDATA, an instruction, a declaration, a tag, or text. */
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!(?:[^<>[]|\[[\s\S]*?\])*>|<\/?(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+/g;

const isText = (part: string): boolean => part.startsWith('<![CDATA[') || (!part.startsWith('<') && part.trim() !== '');
const opens = (part: string): boolean => /^<[^/?!]/.test(part) && !part.endsWith('/>');

/**
 * The same XML with a line for each element. It changes only white space between tags: an element that contains text stays
 * as sent, with its whole content. `text` is valid XML.
 */
export function formatXml(text: string): string {
  const parts = text.match(token) ?? [];
  const verbatim = elementsWithText(parts);
  let formatted = '';
  let depth = 0;
  /** Depth of the outermost element that holds text. */
  let verbatimFrom: number | undefined;
  let previousOpens = false;
  for (const [index, part] of parts.entries()) {
    const closes = part.startsWith('</');
    if (closes) depth--;
    if (verbatimFrom !== undefined) formatted += part;
    else if (part.trim() !== '') {
      // `<a></a>` stays on its line.
      const joins = formatted === '' || (closes && previousOpens);
      formatted += joins ? part : `\n${'  '.repeat(Math.min(depth, deepestIndent))}${part}`;
    }
    if (closes && depth === verbatimFrom) verbatimFrom = undefined;
    if (part.trim() !== '') previousOpens = opens(part);
    if (!opens(part)) continue;
    if (verbatimFrom === undefined && verbatim.has(index)) verbatimFrom = depth;
    depth++;
  }
  return formatted;
}

/** Places of the start tags whose elements hold text themselves. */
function elementsWithText(parts: readonly string[]): Set<number> {
  const found = new Set<number>();
  const open: number[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.startsWith('</')) open.pop();
    else if (opens(part)) open.push(index);
    else if (isText(part)) found.add(open.at(-1) ?? -1);
  }
  return found;
}
