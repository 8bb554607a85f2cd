const growth = 8;
/** Most bodies fit the first; those that do not are rarely just a little longer. */
const firstBytes = 64 * 1024;
const secondBytes = 8 * 1024 * 1024;

/**
 * The bytes of a body as they arrive, in one piece. Pages beyond `length` are never touched, so they take no memory:
 * growing in large steps costs little, copying often would cost as much as reading the body.
 */
export class GrowingBytes {
  private buffer: Buffer;
  private used = 0;

  constructor(expectedBytes = 0) {
    this.buffer = Buffer.from(new ArrayBuffer(Math.max(firstBytes, expectedBytes)));
  }

  get length(): number {
    return this.used;
  }

  /** The memory behind: bytes after `length` are zero. Changes when it grows. */
  get bytes(): Buffer {
    return this.buffer;
  }

  append(chunk: Uint8Array): void {
    const needed = this.used + chunk.byteLength;
    if (needed > this.buffer.byteLength) {
      const grown = Buffer.from(new ArrayBuffer(Math.max(needed, secondBytes, this.buffer.byteLength * growth)));
      grown.set(this.buffer.subarray(0, this.used));
      this.buffer = grown;
    }
    this.buffer.set(chunk, this.used);
    this.used = needed;
  }

  /** What has arrived, without copying. */
  view(): Buffer {
    return this.buffer.subarray(0, this.used);
  }
}
