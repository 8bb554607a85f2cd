import { isUtf8 } from 'node:buffer';
import type { Encoding } from '../../../shared/resource/resource.ts';

/** Converts the body to UTF-8 while it arrives. `undefined`: it is already UTF-8. */
export interface Transcoder {
  write(chunk: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

export interface Charset {
  /** A label of the Encoding Standard. Default: `utf-8`. */
  label: string;
  /** Whether the user chose it: then nothing is assumed. */
  isChosen: boolean;
  /** A label in the response that is unknown. */
  unknown?: string;
}

/** The number of bytes needed to detect the encoding, if the body is that long. */
export const charsetBytes = 1024;

/**
 * The user's choice; otherwise a byte order mark, which is more reliable (RFC 7303 §3.2); the charset of the
 * Content-Type (RFC 9110 §8.3.2); the encoding of an XML declaration (XML 1.0 §4.3.3); UTF-16 detected by its zero
 * bytes (XML 1.0 appendix F); UTF-8, the usual encoding (RFC 8259 §8.1). `start`: the first bytes of the body.
 */
export function chooseCharset(start: Uint8Array, contentType: string, choice: Encoding): Charset {
  if (choice !== 'auto') return { label: choice, isChosen: true };
  const named = markOf(start) ?? charsetOf(contentType) ?? declaredIn(start) ?? patternOf(start) ?? 'utf-8';
  const known = decoderFor(named)?.encoding;
  return known === undefined
    ? { label: 'utf-8', isChosen: false, unknown: named.replace(/[^\w.:+-]/g, '?').slice(0, 40) }
    : { label: known, isChosen: false };
}

export function createTranscoder(label: string): Transcoder | undefined {
  const decoder = decoderFor(label);
  if (decoder === undefined || decoder.encoding === 'utf-8') return undefined;
  return {
    write: (chunk) => Buffer.from(decoder.decode(chunk, { stream: true })),
    end: () => Buffer.from(decoder.decode()),
  };
}

/** Decodes a complete text, such as an error message, and removes byte order marks. */
export function decodeText(bytes: Buffer, contentType: string): string {
  const { label } = chooseCharset(bytes, contentType, 'auto');
  const isAnsi = label === 'utf-8' && checkUtf8(bytes) === 'windows-1252';
  return new TextDecoder(isAnsi ? 'windows-1252' : label).decode(bytes);
}

/** What bytes labelled UTF-8 really are. Checked once, when all have arrived. */
export function checkUtf8(bytes: Buffer): 'utf-8' | 'damaged' | 'windows-1252' {
  if (isUtf8(bytes)) return 'utf-8';
  // If most non-ASCII characters are valid UTF-8, a few bytes are damaged: keep the others readable.
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length > 1) good++;
    else if (length === 0) bad++;
    at += Math.max(1, length);
  }
  return good > bad ? 'damaged' : 'windows-1252';
}

/** The length of the UTF-8 character at `at`, or 0. Precise enough for counting; `isUtf8` decides validity. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (let next = at + 1; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** ASCII is valid UTF-8, and text labelled ASCII often contains more. */
function charsetOf(contentType: string): string | undefined {
  const named = /\bcharset\s*=\s*["']?([^\s;,"']+)/i.exec(contentType)?.[1]?.toLowerCase();
  return named !== undefined && /^(us-)?ascii$/.test(named) ? 'utf-8' : named;
}

/**
 * The declaration is ASCII in every encoding except UTF-16, which has a mark. A UTF-16 label in single bytes is wrong.
 */
function declaredIn(start: Uint8Array): string | undefined {
  const text = Buffer.from(start.subarray(0, charsetBytes)).toString('latin1');
  const named = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(text)?.[1]?.toLowerCase();
  return named?.startsWith('utf-16') ? undefined : named;
}

function patternOf([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first && second === 0 && third && fourth === 0) return 'utf-16le';
  return first === 0 && second && third === 0 && fourth ? 'utf-16be' : undefined;
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

/** The length of the byte order mark, which UTF-8 text may start with. */
export function utf8MarkLength(bytes: Uint8Array, length: number): number {
  return length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
