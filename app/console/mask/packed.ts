/** A stretch of a text that may be Base64 or hex, decoded, and where its bytes came from. */
export interface Packed {
  /** The bytes, each as one character. */
  text: string;
  /** Of the bytes from `start` to `end`, the range in the text that holds them. */
  rangeOf(start: number, end: number): [start: number, end: number];
}

/** What six bytes take in Base64 (RFC 4648 §4, §5) and in hex (§8). */
const base64Run = /[\w+/-]{8,}/g;
const hexRun = /[0-9a-fA-F]{12,}/g;

/** The stretches, from each place where a byte may begin: other text may stand right before. */
export function* packedIn(text: string): Generator<Packed> {
  for (const { 0: run, index } of text.matchAll(base64Run))
    for (let offset = 0; offset < 4; offset += 1) yield unpacked(run, index, offset, 'base64');
  for (const { 0: run, index } of text.matchAll(hexRun))
    for (let offset = 0; offset < 2; offset += 1) yield unpacked(run, index, offset, 'hex');
}

function unpacked(run: string, index: number, offset: number, encoding: 'base64' | 'hex'): Packed {
  const bytes = Buffer.from(offset === 0 ? run : run.slice(offset), encoding);
  const perByte = encoding === 'base64' ? 4 / 3 : 2;
  const from = index + offset;
  return {
    text: bytes.toString('latin1'),
    rangeOf: (start, end) => [from + Math.floor(start * perByte), from + Math.ceil(end * perByte)],
  };
}

/** Bytes that may be a text with escapes, or one in UTF-16. Most are neither: they are no text at all. */
export const mayHaveLayers = (packed: string): boolean => /%[0-9a-f]{2}|\\[ux"/]|&#|[ -~]\0[ -~]\0/i.test(packed);
