import type { Indent } from '../../shared/indent/indent.ts';
import { utf8MarkLength } from './formats/charset.ts';
import { GrowingBytes } from './json/growing-bytes.ts';
import { mostMadeBytes } from './limits.ts';
import { LineIndex } from './lines.ts';
import type { Slices } from './shape/work.ts';

/** A text in UTF-8, and its lines. */
export interface TextLines {
  text: GrowingBytes;
  lines: LineIndex;
}

/** A copy of the text, indented. `undefined`: it would take more than `mostBytes`. */
export function* indentText(
  indent: Indent,
  source: GrowingBytes,
  mostBytes = mostMadeBytes,
): Slices<TextLines | undefined> {
  const from = utf8MarkLength(source.bytes, source.length);
  const text = new GrowingBytes(2 * source.length);
  const lines = new LineIndex();
  for (const piece of indent(source.bytes.toString('utf8', from, source.length))) {
    const start = text.length;
    text.append(Buffer.from(piece));
    if (text.length > mostBytes) return undefined;
    lines.scan(text.bytes, start, text.length);
    yield;
  }
  lines.end(text.length);
  return { text, lines };
}
