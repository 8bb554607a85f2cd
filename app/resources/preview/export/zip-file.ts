import { constants, crc32, deflateRawSync } from 'node:zlib';
import { Zip, ZipDeflate, type ZipInputFile } from 'fflate';

/** Level 1 takes a third of the time of level 6 for a sixth more bytes. */
const level = 1;
/** A file without the extensions for large files (APPNOTE.TXT 4.3.9) is this long at most. */
const mostBytes = 0xffff_ffff;

export class TooLarge extends Error {}

/**
 * Writes a ZIP file whose last part is streamed. Node's own deflate compresses each piece by itself, and the pieces make
 * one stream (RFC 1951: a piece ends with an empty block).
 */
export class ZipFile {
  private readonly zip: Zip;
  private streamed: { file: ZipInputFile; written: number } | undefined;

  constructor(write: (bytes: Uint8Array) => void) {
    this.zip = new Zip((error, bytes) => {
      if (error) throw error;
      write(bytes);
    });
  }

  add(name: string, bytes: Uint8Array): void {
    const file = new ZipDeflate(name, { level: 6 });
    this.zip.add(file);
    file.push(bytes, true);
  }

  /** Starts the last part. */
  start(name: string): void {
    const file: ZipInputFile = { filename: name, size: 0, crc: 0, compression: 8 };
    this.streamed = { file, written: 0 };
    this.zip.add(file);
  }

  /** Throws TooLarge. */
  push(bytes: Uint8Array): void {
    this.piece(bytes, false);
  }

  end(): void {
    this.piece(new Uint8Array(), true);
    this.zip.end();
  }

  private piece(bytes: Uint8Array, isLast: boolean): void {
    const { streamed } = this;
    if (streamed === undefined) return;
    const { file } = streamed;
    file.size += bytes.length;
    file.crc = crc32(bytes, file.crc);
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const packed = deflateRawSync(bytes, { level, finishFlush });
    streamed.written += packed.length;
    if (file.size > mostBytes || streamed.written > mostBytes) throw new TooLarge();
    file.ondata?.(null, packed, isLast);
  }
}
