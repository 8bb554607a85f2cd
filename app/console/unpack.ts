import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';
import { isZlib, readContentCodings } from '../http/content-coding.ts';

/** 16 KiB can hold a thousand times as much. */
const mostBytes = 4 * 2 ** 20;

const lenient: ZlibOptions = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes };

/** The start of a packed body as far as it can be read; `undefined`: not at all. */
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
