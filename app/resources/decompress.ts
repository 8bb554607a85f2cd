import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { RequestError } from '../errors.ts';

/** Nobody packs an answer more often; each layer takes memory, and a header has room for thousands. */
const mostEncodings = 5;

/** The body as it was before the server packed it (RFC 9110 §8.4). Throws RequestError `resource.encoding_unknown`. */
export function decompressed(body: Readable, contentEncoding: string | undefined): Readable {
  if (contentEncoding === undefined) return body;
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '' && encoding !== 'identity');
  if (encodings.length > mostEncodings) throw unknownEncoding(encodings.join(', '));
  // All of them first: none is begun where a later one is unknown.
  const unpackers = encodings.reverse().map(unpack);
  let stream = body;
  // Listed in the order in which they were applied.
  for (const unpacker of unpackers) stream = pipeline(stream, unpacker, () => undefined);
  return stream;
}

function unpack(encoding: string) {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'deflate') return createInflate();
  throw unknownEncoding(encoding);
}

const unknownEncoding = (encoding: string) =>
  new RequestError('resource.encoding_unknown', 'The service packed its answer in a way that Tokenboard cannot read.', {
    details: { encoding: encoding.slice(0, 40) },
  });
