/** No piece of a secret of this length, or longer, may be shown. */
export const shortestPiece = 6;

const half = shortestPiece / 2;
const bits21 = 0x1f_ff_ff;

/** Letters in one case, and form encoding's `+` as the space that it stands for. */
const folded = Uint8Array.from({ length: 128 }, (_, code) =>
  code === 0x2b ? 0x20 : code >= 0x41 && code <= 0x5a ? code + 0x20 : code,
);

/** Exact for ASCII but for its case, a fingerprint for the rest. */
function codeAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code < 128 ? (folded[code] ?? 0) : (code ^ (code >> 7) ^ (code >> 14)) & 0x7f;
}

/** The three characters that end at the index, as a small integer, from those that ended one earlier. */
const withNext = (triple: number, text: string, index: number): number =>
  ((triple << 7) | codeAt(text, index)) & bits21;

/**
 * Every piece of six characters of every secret. Looking up pieces, not whole secrets, finds one that was cut, split or
 * said back in part, in whatever case, and takes the same time for one secret and for thousands.
 */
export class SecretPieces {
  /** Open addressing, at most half full: pairs of triples, the first one higher by one, as 0 is an empty place. */
  private table = new Int32Array(2 * 1024);
  private used = 0;

  get count(): number {
    return this.used;
  }

  add(secret: string): void {
    let first = 0;
    let second = 0;
    for (let index = 0; index < secret.length; index += 1) {
      if (index >= half) first = withNext(first, secret, index - half);
      second = withNext(second, secret, index);
      if (index + 1 >= shortestPiece) this.insert(first + 1, second);
    }
  }

  /** The ranges of a text that are pieces of secrets. */
  find(text: string, found: (start: number, end: number) => void): void {
    const { table } = this;
    if (this.used === 0 || text.length < shortestPiece) return;
    let first = 0;
    let second = 0;
    for (let index = 0; index < text.length; index += 1) {
      if (index >= half) first = withNext(first, text, index - half);
      second = withNext(second, text, index);
      if (index + 1 >= shortestPiece && table[this.placeOf(first + 1, second)] !== 0)
        found(index + 1 - shortestPiece, index + 1);
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
