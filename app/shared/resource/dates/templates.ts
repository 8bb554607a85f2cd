/** A part of a text with relative dates, as typed: `raw`. */
export type Segment =
  | { kind: 'text'; raw: string }
  /** `{{…}}`. `inner`: what is between the braces. */
  | { kind: 'date'; raw: string; inner: string }
  /** `{{'{{'}}` stands for `{{`. */
  | { kind: 'braces'; raw: string }
  /** `{{` without `}}` after it. */
  | { kind: 'unclosed'; raw: string };

const braces = "{{'{{'}}";

/** The parts of a text, in order. Joined, their `raw` is the text. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{{', at);
    if (open !== at) segments.push({ kind: 'text', raw: text.slice(at, open === -1 ? undefined : open) });
    if (open === -1) break;
    const close = text.startsWith(braces, open) ? open + braces.length - 2 : text.indexOf('}}', open + 2);
    const raw = text.slice(open, close === -1 ? undefined : close + 2);
    if (close === -1) segments.push({ kind: 'unclosed', raw });
    else if (raw === braces) segments.push({ kind: 'braces', raw });
    else segments.push({ kind: 'date', raw, inner: raw.slice(2, -2) });
    at = open + raw.length;
  }
  return segments;
}

/** Writes each part anew. `date` also gets what is before and after the date, as typed. */
export function writeSegments(
  text: string,
  write: { text(raw: string): string; date(inner: string, before: string, after: string): string; braces: string },
): string {
  if (!text.includes('{{')) return write.text(text);
  let before = '';
  let written = '';
  for (const segment of segmentsOf(text)) {
    const after = text.slice(before.length + segment.raw.length);
    if (segment.kind === 'date') written += write.date(segment.inner, before, after);
    else written += segment.kind === 'braces' ? write.braces : write.text(segment.raw);
    before += segment.raw;
  }
  return written;
}

/** The text with another one in the place of each date, to look at what is around them. */
export const withoutDates = (text: string, instead = 'x'): string =>
  writeSegments(text, { text: (raw) => raw, date: () => instead, braces: instead });
