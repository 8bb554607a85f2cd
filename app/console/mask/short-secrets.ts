import type { Found } from './packed.ts';
import { codesOf } from './secret-index.ts';

/** Secrets too short to have pieces: matched whole, as typed. */
export class ShortSecrets {
  private readonly byFirst = new Map<number, Uint8Array[]>();
  private readonly begins = new Uint8Array(256);

  add(secret: string): void {
    const codes = codesOf(secret);
    const [first] = codes;
    if (first === undefined) return;
    this.begins[first] = 1;
    this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), codes]);
  }

  /** The ranges of short secrets in the first `length` codes. */
  find(codes: Uint8Array, length: number, found: Found): void {
    if (this.byFirst.size === 0) return;
    for (let at = 0; at < length; at += 1) {
      const first = codes[at] ?? 0;
      if (this.begins[first] === 0) continue;
      for (const secret of this.byFirst.get(first) ?? [])
        if (at + secret.length <= length && secret.every((code, index) => codes[at + index] === code))
          found(at, at + secret.length);
    }
  }
}
