import { brotliDecompressSync, constants, gunzipSync, inflateSync, type ZlibOptions } from 'node:zlib';

/** 16 KiB can hold a thousand times as much. */
const mostBytes = 4 * 2 ** 20;

const lenient: ZlibOptions = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes };

/** The start of a packed body as far as it can be read; `undefined`: not at all. */
export function unpackStart(body: Buffer, contentEncoding: string | undefined): Buffer | undefined {
  try {
    switch (contentEncoding?.trim().toLowerCase() ?? '') {
      case '':
      case 'identity':
        return body;
      case 'gzip':
      case 'x-gzip':
        return gunzipSync(body, lenient);
      case 'deflate':
        return inflateSync(body, lenient);
      case 'br':
        return brotliDecompressSync(body, {
          finishFlush: constants.BROTLI_OPERATION_FLUSH,
          maxOutputLength: mostBytes,
        });
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
