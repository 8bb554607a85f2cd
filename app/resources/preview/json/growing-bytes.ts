const growth = 8;
/** Most bodies fit. Those that do not are usually much longer. */
const firstBytes = 64 * 1024;
const secondBytes = 8 * 1024 * 1024;

/**
 * The bytes of a body as they arrive, in one block. Memory pages beyond `length` are never touched, so they cost
 * nothing: growing in large steps is cheap, while frequent copying would cost as much as reading the body.
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

  /** The underlying memory: zero after `length`. Replaced when it grows. */
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

  /** The received bytes, without copying. */
  view(): Buffer {
    return this.buffer.subarray(0, this.used);
  }
}
