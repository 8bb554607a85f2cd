import { createHash } from 'node:crypto';

/** Tells whether a page repeats the one before: some services send the last page again for every number after it. */
export class RowsHash {
  private last: string | undefined;

  /** Remembers these rows. Returns whether they are equal to those of the page before. */
  isRepeat(rows: Uint8Array): boolean {
    const hash = createHash('sha256').update(rows).digest('base64');
    const isRepeat = rows.byteLength > 0 && hash === this.last;
    this.last = hash;
    return isRepeat;
  }
}
