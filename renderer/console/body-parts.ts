import { indented } from '../../app/shared/indent/indent.ts';
import { indentJson } from '../../app/shared/indent/indent-json.ts';

/** How a body is shown: JSON line by line, a form as its fields, else as it came. */
export type BodyParts =
  | { kind: 'json'; text: string }
  | { kind: 'form'; fields: [name: string, value: string][] }
  | { kind: 'text'; text: string };

const looksLikeJson = /^\s*[{[]/;
/** RFC 6749 appendix B: pairs, and nothing that markup or JSON would have. */
const looksLikeForm = /^[\w.~%+-]+=[^\s<>{}]*$/;

/** The start of a JSON text is shown in lines, too: indenting only moves white space. */
export function bodyParts(text: string): BodyParts {
  if (looksLikeJson.test(text)) return { kind: 'json', text: indented(indentJson, text) };
  if (looksLikeForm.test(text.trim())) return { kind: 'form', fields: [...new URLSearchParams(text.trim())] };
  return { kind: 'text', text };
}

export interface JsonPiece {
  text: string;
  kind: 'key' | 'string' | 'number' | 'word' | 'rest';
}

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d[\d.eE+-]*/g;

/** Pieces of a formatted JSON text by colour. */
export function jsonPieces(text: string): JsonPiece[] {
  const pieces: JsonPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), kind: 'rest' });
    const [whole, quoted, colon, word] = match;
    if (quoted !== undefined) {
      pieces.push({ text: quoted, kind: colon === undefined ? 'string' : 'key' });
      if (colon !== undefined) pieces.push({ text: colon, kind: 'rest' });
    } else pieces.push({ text: whole, kind: word === undefined ? 'number' : 'word' });
    at = match.index + whole.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), kind: 'rest' });
  return pieces;
}
