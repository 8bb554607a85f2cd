/** A part of the file. Values are copied into it, and it is written when it is full. */
const size = 1024 * 1024;
/** Free after `room`. What is longer is written by itself. */
const reserve = 64 * 1024;

/** Collects bytes, so that a file is written in few large parts. */
export class Output {
  readonly bytes = Buffer.allocUnsafe(size);
  length = 0;
  private readonly write: (bytes: Uint8Array) => void;

  constructor(write: (bytes: Uint8Array) => void) {
    this.write = write;
  }

  /** Makes room for a short value. */
  room(): void {
    if (this.length > size - reserve) this.flush();
  }

  /** How many bytes fit after `room`. */
  get free(): number {
    return size - this.length;
  }

  byte(byte: number): void {
    if (this.length === size) this.flush();
    this.bytes[this.length++] = byte;
  }

  /** A short text of ASCII. */
  ascii(text: string): void {
    if (text.length > size - this.length) this.flush();
    for (let index = 0; index < text.length; index++) this.bytes[this.length++] = text.charCodeAt(index);
  }

  /** Any bytes, also long ones. */
  copy(source: Uint8Array, from = 0, to = source.length) {
    const count = to - from;
    if (count > size - this.length) {
      this.flush();
      if (count > size) return this.write(source.subarray(from, to));
    }
    if (count < 24)
      for (let at = from; at < to; at++) this.bytes[this.length++] = source[at] as number; // in range
    else {
      this.bytes.set(source.subarray(from, to), this.length);
      this.length += count;
    }
  }

  /** Any text, as UTF-8. */
  text(text: string): void {
    if (text.length * 3 <= size - this.length) this.length += this.bytes.write(text, this.length, 'utf8');
    else this.copy(Buffer.from(text));
  }

  flush(): void {
    if (this.length > 0) this.write(this.bytes.subarray(0, this.length));
    this.length = 0;
  }
}
