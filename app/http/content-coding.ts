import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { HttpError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';

/** No server applies more. Each layer takes memory, and a header has room for thousands. */
const mostCodings = 5;

const readable = new Set(['gzip', 'x-gzip', 'deflate', 'br']);
/** Codings from the IANA registry, and compressors that servers name there. The app cannot decode them. */
const unreadable = new Set([
  ...['compress', 'x-compress', 'zstd', 'exi', 'aes128gcm', 'dcb', 'dcz', 'pack200-gzip'],
  ...['bzip2', 'x-bzip2', 'lz4', 'lzma', 'xz', 'snappy', 'zip', 'sdch'],
]);

export interface ContentCodings {
  /** In the order in which they were applied. The app can decode each. */
  codings: string[];
  /** Values that are not codings, such as `none` or `utf-8`: the body is read as it is. */
  ignored: string[];
}

/** Reads `Content-Encoding` (RFC 9110 §8.4). Throws HttpError `http.encoding_unknown`. */
export function readContentCodings(header: string | undefined): ContentCodings {
  if (header === undefined) return { codings: [], ignored: [] };
  const named = header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  const codings = named.filter((name) => readable.has(name) || unreadable.has(name));
  const unknown = codings.find((name) => unreadable.has(name));
  if (unknown !== undefined || codings.length > mostCodings)
    throw new HttpError('http.encoding_unknown', message('http.encodingUnknown'), {
      details: { encoding: unknown ?? message('http.encodingUnknown.layers', { count: codings.length }) },
    });
  return { codings, ignored: named.filter((name) => !codings.includes(name)) };
}

/**
 * Decompresses a body. An empty body is empty whatever its coding. If the connection breaks after the end mark of the
 * compressed data, the body is complete. Fails as the body does, or with an error of zlib, which `toHttpError` maps.
 */
export function unpacked(body: AsyncIterable<Buffer>, codings: readonly string[]): AsyncIterable<Buffer> {
  // Undo the last coding first.
  return codings.reduceRight((packed, coding) => unpack(packed, coding), body);
}

async function* unpack(body: AsyncIterable<Buffer>, coding: string): AsyncGenerator<Buffer> {
  const chunks = body[Symbol.asyncIterator]();
  let unpacker: Transform | undefined;
  let failure: { error: unknown } | undefined;
  const write = (to: Transform, chunk: Buffer) => new Promise<void>((resolve) => to.write(chunk, () => resolve()));
  const feed = async (to: Transform, first: Buffer): Promise<void> => {
    try {
      await write(to, first);
      for (let next = await chunks.next(); !next.done && !to.destroyed; next = await chunks.next())
        await write(to, next.value);
    } catch (error) {
      failure = { error };
    }
    to.end();
  };
  try {
    const first = await nextBytes(chunks);
    if (first === undefined) return;
    unpacker = createUnpacker(coding, first);
    void feed(unpacker, first);
    // zlib's streams yield Buffers.
    yield* unpacker as AsyncIterable<Buffer>;
  } catch (error) {
    throw failure === undefined ? error : failure.error;
  } finally {
    unpacker?.destroy();
    await chunks.return?.();
  }
}

async function nextBytes(chunks: AsyncIterator<Buffer>): Promise<Buffer | undefined> {
  for (let next = await chunks.next(); !next.done; next = await chunks.next())
    if (next.value.length > 0) return next.value;
  return undefined;
}

/** `first`: the start of the compressed body. */
function createUnpacker(coding: string, first: Buffer): Transform {
  if (coding === 'br') return createBrotliDecompress();
  if (coding === 'deflate') return isZlib(first) ? createInflate() : createInflateRaw();
  return createGunzip();
}

/**
 * `deflate` means the zlib format (RFC 9110 §8.4.1.2), but some servers send raw deflate. The zlib header tells them
 * apart (RFC 1950 §2.2). If only its first byte has arrived, that is enough: raw deflate seldom starts with 0x78.
 */
export function isZlib(start: Buffer): boolean {
  const [first = 0, second] = start;
  return (first & 0x0f) === 8 && (second === undefined || (first * 256 + second) % 31 === 0);
}
