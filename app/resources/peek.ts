import { Readable } from 'node:stream';
import { readContentCodings, unpacked } from '../http/content-coding.ts';

export interface Peeked {
  /** The start of the body, decompressed as far as possible. */
  text: string;
  /** The whole body as it arrived, including its start. */
  body: Readable;
}

/** Enough of a refusal to find its message. */
const peekBytes = 64 * 1024;

/** Reads the start of a body, and returns the complete body with it. Rejects if the body breaks off before that. */
export async function peek(body: Readable, contentEncoding: string | undefined): Promise<Peeked> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Iterate by hand: `for await` would destroy the body when it stops.
  const iterator: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  while (bytes < peekBytes) {
    const { value, done } = await iterator.next();
    if (done) break;
    chunks.push(value);
    bytes += value.length;
  }
  async function* whole(): AsyncGenerator<Buffer> {
    yield* chunks;
    try {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return {
    text: await textOf(Buffer.concat(chunks), contentEncoding),
    body: Readable.from(whole(), { objectMode: false }),
  };
}

async function textOf(start: Buffer, contentEncoding: string | undefined): Promise<string> {
  const readable: Buffer[] = [];
  let bytes = 0;
  try {
    const { codings } = readContentCodings(contentEncoding);
    for await (const chunk of unpacked(Readable.from([start]), codings)) {
      readable.push(chunk);
      bytes += chunk.length;
      if (bytes >= peekBytes) break;
    }
  } catch {
    // The data is cut off, or compressed in an unknown way: use what was read so far.
  }
  return Buffer.concat(readable).toString('utf8', 0, peekBytes);
}
