/** No piece of a secret of this length, or longer, may be shown. */
export const shortestPiece = 6;

const bits21 = 0x1f_ff_ff;

/** Three characters as a small integer: exact for ASCII (3 × 7 bits), a fingerprint above them for the rest. */
function tripleAt(text: string, index: number): number {
  const first = codeAt(text, index);
  const second = codeAt(text, index + 1);
  const third = codeAt(text, index + 2);
  if ((first | second | third) < 128) return (first << 14) | (second << 7) | third;
  return (bits21 + 1) | ((Math.imul(first, 0x9e_37_79) ^ Math.imul(second, 0x85_eb_ca) ^ third) & bits21);
}

/** Form encoding writes a space as `+`: the two are one. */
function codeAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code === 0x2b ? 0x20 : code;
}

/**
 * Every piece of six characters of every secret. Looking up pieces, not whole secrets, finds one that was cut, split or
 * said back in part, and takes the same time for one secret and for thousands.
 */
export class SecretPieces {
  /** Open addressing, at most half full: pairs of triples, the first one higher by one, as 0 is an empty place. */
  private table = new Int32Array(2 * 1024);
  private used = 0;

  get count(): number {
    return this.used;
  }

  add(secret: string): void {
    for (let index = 0; index + shortestPiece <= secret.length; index += 1)
      this.insert(tripleAt(secret, index) + 1, tripleAt(secret, index + 3));
  }

  /** The ranges of a text that are pieces of secrets. */
  find(text: string, found: (start: number, end: number) => void): void {
    const { table } = this;
    if (this.used === 0 || text.length < shortestPiece) return;
    // Each triple is the second half of one piece and, three characters on, the first half of another.
    let [now, next, afterNext] = [tripleAt(text, 0), tripleAt(text, 1), tripleAt(text, 2)];
    for (let index = 0; index + shortestPiece <= text.length; index += 1) {
      const second = tripleAt(text, index + 3);
      if (table[this.placeOf(now + 1, second)] !== 0) found(index, index + shortestPiece);
      now = next;
      next = afterNext;
      afterNext = second;
    }
  }

  /** Where the pair is, or would go. */
  private placeOf(first: number, second: number): number {
    const { table } = this;
    const last = table.length - 2;
    const mixed = Math.imul(first ^ Math.imul(second, 0x85_eb_ca_6b), 0x9e_37_79_b1);
    let place = (mixed ^ (mixed >>> 15)) & last;
    while (table[place] !== 0 && (table[place] !== first || table[place + 1] !== second)) place = (place + 2) & last;
    return place;
  }

  private insert(first: number, second: number): void {
    if (this.used * 4 >= this.table.length) this.grow();
    const place = this.placeOf(first, second);
    if (this.table[place] !== 0) return;
    this.table[place] = first;
    this.table[place + 1] = second;
    this.used += 1;
  }

  private grow(): void {
    const old = this.table;
    this.table = new Int32Array(old.length * 2);
    for (let place = 0; place < old.length; place += 2) {
      const first = old[place] ?? 0;
      if (first === 0) continue;
      const free = this.placeOf(first, old[place + 1] ?? 0);
      this.table[free] = first;
      this.table[free + 1] = old[place + 1] ?? 0;
    }
  }
}
