import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';
import { isZlib, readContentCodings } from '../http/content-coding.ts';

/** A limit, because 16 KiB can decompress to a thousand times as much. */
const mostBytes = 4 * 2 ** 20;

const lenient: ZlibOptions = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes };

/** Decompresses the start of a body as far as possible. `undefined`: not possible at all. */
export function unpackStart(body: Buffer, contentEncoding: string | undefined): Buffer | undefined {
  try {
    return readContentCodings(contentEncoding).codings.reduceRight(unpackLayer, body);
  } catch {
    return undefined;
  }
}

function unpackLayer(packed: Buffer, coding: string): Buffer {
  if (packed.length === 0) return packed;
  if (coding === 'br')
    return brotliDecompressSync(packed, {
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
      maxOutputLength: mostBytes,
    });
  if (coding !== 'deflate') return gunzipSync(packed, lenient);
  return isZlib(packed) ? inflateSync(packed, lenient) : inflateRawSync(packed, lenient);
}
