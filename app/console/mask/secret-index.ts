/** No piece of a secret of this length or longer may be shown. */
export const shortestPiece = 6;

const half = shortestPiece / 2;
/** Of the places where three characters may begin, each piece has one of every so many. */
const stride = shortestPiece - half + 1;

/**
 * A text as one byte a character: exact for ASCII, with the high bit and a fingerprint for the rest. The bytes of a
 * decoded text are such a text as they are.
 */
export function codesOf(text: string): Uint8Array {
  const codes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    codes[index] = code < 128 ? code : 128 | ((code ^ (code >> 8)) & 127);
  }
  return codes;
}

/** Letters in one case, and form encoding's `+` as the space that it stands for. */
const folded = Uint8Array.from({ length: 256 }, (_, code) =>
  code === 0x2b ? 0x20 : code >= 0x41 && code <= 0x5a ? code + 0x20 : code & 127,
);

/** Encodes three characters as a small integer. */
const tripleAt = (codes: Uint8Array, index: number): number =>
  ((folded[codes[index] ?? 0] ?? 0) << 14) |
  ((folded[codes[index + 1] ?? 0] ?? 0) << 7) |
  (folded[codes[index + 2] ?? 0] ?? 0);

/**
 * Every six-character piece of every secret. Looking up pieces instead of whole secrets finds those that were cut,
 * split or repeated in part, in any case. Lookup time does not depend on the number of secrets.
 */
export class SecretIndex {
  /** Open addressing, at most half full: pairs of triples, the first one higher by one, as 0 is an empty place. */
  private table = new Int32Array(2 * 1024);
  private used = 0;
  /** A bit for each three characters that some secret has: most of a text has none of them, and is skipped. */
  private triples: Uint32Array | undefined;

  get count(): number {
    return this.used;
  }

  add(secret: string): void {
    const codes = codesOf(secret);
    this.triples ??= new Uint32Array(2 ** 16);
    for (let index = 0; index + half <= codes.length; index += 1) {
      const triple = tripleAt(codes, index);
      this.triples[triple >> 5] = (this.triples[triple >> 5] ?? 0) | (1 << (triple & 31));
      if (index >= half) this.insert(tripleAt(codes, index - half) + 1, triple);
    }
  }

  /** The ranges of the first `length` codes that are pieces of secrets, in order. */
  find(codes: Uint8Array, length: number, found: (start: number, end: number) => void): void {
    const { triples } = this;
    if (triples === undefined) return;
    for (let index = half; index + half <= length; index += stride) {
      const triple = tripleAt(codes, index);
      if (((triples[triple >> 5] ?? 0) & (1 << (triple & 31))) === 0) continue;
      const last = Math.min(index, length - shortestPiece);
      for (let start = index - half; start <= last; start += 1)
        if (this.has(tripleAt(codes, start) + 1, tripleAt(codes, start + half))) found(start, start + shortestPiece);
    }
  }

  private has(first: number, second: number): boolean {
    return this.table[this.placeOf(first, second)] !== 0;
  }

  /** The position of the pair, or where it would be inserted. */
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
