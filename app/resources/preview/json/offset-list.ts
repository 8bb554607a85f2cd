/** A growing list of byte positions, four bytes each: bodies stay below 4 GiB. */
export class OffsetList {
  private items = new Uint32Array(8);
  length = 0;

  push(offset: number): void {
    if (this.length === this.items.length) {
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
