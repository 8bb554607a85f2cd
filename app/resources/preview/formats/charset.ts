/** What turns the body into UTF-8 while it arrives; `undefined`: it is UTF-8 already. */
export interface Transcoder {
  write(chunk: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

/**
 * A byte order mark decides, then the charset of the Content-Type (RFC 9110 §8.3.2); RFC 8259 §8.1 and most services mean UTF-8.
 * `start`: the first bytes of the body, at least 2 where there are as many.
 */
export function chooseTranscoder(contentType: string, start: Uint8Array): Transcoder | undefined {
  const label = markedCharset(start) ?? /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1]?.toLowerCase();
  if (label === undefined || /^(utf-?8|us-ascii|ascii)$/.test(label)) return undefined;
  const decoder = decoderFor(label);
  if (decoder === undefined || decoder.encoding === 'utf-8') return undefined;
  return {
    write: (chunk) => Buffer.from(decoder.decode(chunk, { stream: true })),
    end: () => Buffer.from(decoder.decode()),
  };
}

function markedCharset([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** A charset that nobody knows is read as UTF-8. */
function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

/** Bytes of the mark that UTF-8 text may start with. */
export function utf8MarkLength(bytes: Uint8Array, length: number): number {
  return length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
