/** Most positions to store, in 256 MiB. Further ones are dropped. */
export const maximumOffsets = 2 ** 26;

/** A growing list of byte positions, four bytes each: bodies stay below 4 GiB. */
export class OffsetList {
  private items = new Uint32Array(8);
  length = 0;
  private readonly maximum: number;

  constructor(maximum = maximumOffsets) {
    this.maximum = maximum;
  }

  push(offset: number): void {
    if (this.length === this.items.length) {
      if (this.length === this.maximum) return;
      const grown = new Uint32Array(this.items.length * 2);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.length++] = offset;
  }

  at(index: number): number {
    return this.items[index] ?? 0;
  }

  /** The positions, without copying. */
  view(): Uint32Array {
    return this.items.subarray(0, this.length);
  }

  get byteLength(): number {
    return this.items.byteLength;
  }
}
