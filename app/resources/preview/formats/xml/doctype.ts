import { type Message, message } from '../../../../shared/messages/message.ts';
export interface XmlFault {
  message: Message;
  line?: number;
  column?: number;
}

const literal = `(?:"[^"]*"|'[^']*')`;
/** XML 1.0 §2.8: the name, the location of an external definition, and a bracket if an internal one follows. */
const declaration = new RegExp(
  `<!doctype\\s+[^\\s>\\[]+(?:\\s+(?:system\\s+${literal}|public\\s+${literal}(?:\\s+${literal})?))?\\s*([>\\[])`,
  'iy',
);
/** What may precede the document type. */
const prolog = /(?:\s+|\ufeff|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/y;

/**
 * Removes the document type without moving other text. An external definition is never fetched. An internal one is
 * refused: its entities can expand endlessly or read files.
 */
export function withoutDoctype(text: string): { text: string } | { fault: XmlFault } {
  prolog.lastIndex = 0;
  prolog.exec(text);
  const start = prolog.lastIndex;
  if (!/^<!doctype/i.test(text.slice(start, start + 9))) return { text };
  declaration.lastIndex = start;
  const found = declaration.exec(text);
  if (found?.[1] !== '>') return { fault: { message: message('preview.xml.doctype'), ...placeOf(text, start) } };
  const blank = found[0].replace(/[^\n]/g, ' ');
  return { text: text.slice(0, start) + blank + text.slice(start + blank.length) };
}

function placeOf(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
