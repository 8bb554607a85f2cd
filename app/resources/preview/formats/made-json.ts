import { GrowingBytes } from '../json/growing-bytes.ts';

/**
 * Bytes of JSON made from another format. Its size does not follow from the size of the body: each row of a CSV repeats
 * all names. 30 MB of commas made 600 MB.
 */
export const mostMadeBytes = 256 * 1024 * 1024;
/** Handed on in pieces of about this many characters. */
const pieceCharacters = 256 * 1024;

/** A JSON list that stops growing at a limit. */
export class MadeList {
  rowCount = 0;
  isFull = false;
  private readonly json: GrowingBytes;
  private readonly mostBytes: number;
  private piece = '[';

  constructor(expectedBytes: number, mostBytes = mostMadeBytes) {
    this.json = new GrowingBytes(Math.min(expectedBytes, mostBytes));
    this.mostBytes = mostBytes;
  }

  /** `source`: JSON. A full list ignores it. */
  add(source: string): void {
    if (this.isFull) return;
    this.piece += `${this.rowCount++ === 0 ? '' : ',\n'}${source}`;
    if (this.piece.length < pieceCharacters) return;
    this.json.append(Buffer.from(this.piece));
    this.piece = '';
    this.isFull = this.json.length >= this.mostBytes;
  }

  end(): Buffer {
    this.json.append(Buffer.from(`${this.piece}]`));
    return this.json.view();
  }
}
