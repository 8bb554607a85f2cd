import { GrowingBytes } from '../../json/growing-bytes.ts';
import { numberClass, numberComplete, numberEnded, numberNext, numberState, plainInString } from '../../json/tables.ts';

/** Output is passed on in blocks: one copy of many rows costs less than many copies of one. */
const pieceBytes = 256 * 1024;
const hex = '0123456789abcdef';
const quote = 0x22;
const backslash = 0x5c;
/** The longest escape is `\u001f`. */
const longestEscape = 6;

/** Writes rows of cells as a JSON list of objects, in UTF-8. Cells that are valid JSON numbers become numbers. */
export class RowWriter {
  readonly json: GrowingBytes;
  rowCount = 0;
  private piece = Buffer.allocUnsafe(2 * pieceBytes);
  private at = 0;
  private cells = 0;

  constructor(expectedBytes: number) {
    this.json = new GrowingBytes(expectedBytes);
    this.byte(0x5b);
  }

  /** `key`: with quotes and colon. `quotes`: the cell contains doubled quotes. */
  cell(key: Uint8Array, bytes: Uint8Array, from: number, to: number, quotes: boolean): void {
    this.reserve(key.length + (to - from) * longestEscape + 8);
    if (this.cells++ > 0) this.byte(0x2c);
    else this.openRow();
    this.piece.set(key, this.at);
    this.at += key.length;
    if (isNumber(bytes, from, to)) {
      for (let place = from; place < to; place++) this.byte(bytes[place] as number); // from <= place < to
      return;
    }
    this.byte(quote);
    this.text(bytes, from, to, quotes);
    this.byte(quote);
  }

  endRow(): void {
    this.reserve(8);
    if (this.cells === 0) this.openRow();
    this.byte(0x7d);
    this.cells = 0;
    if (this.at >= pieceBytes) this.flush();
  }

  flush(): void {
    this.json.append(this.piece.subarray(0, this.at));
    this.at = 0;
  }

  /** Also ends an incomplete row. */
  end(): void {
    if (this.cells > 0) this.endRow();
    this.reserve(1);
    this.byte(0x5d);
    this.flush();
  }

  private openRow(): void {
    if (this.rowCount++ > 0) {
      this.byte(0x2c);
      this.byte(10);
    }
    this.byte(0x7b);
  }

  private text(bytes: Uint8Array, from: number, to: number, quotes: boolean): void {
    const { piece } = this;
    let { at } = this;
    for (let place = from; place < to; place++) {
      const byte = bytes[place] as number; // from <= place < to
      if (plainInString[byte] === 1) piece[at++] = byte;
      else {
        piece[at++] = backslash;
        if (byte === quote || byte === backslash) piece[at++] = byte;
        else at += piece.write(`u00${hex[byte >> 4]}${hex[byte & 15]}`, at, 'latin1');
        if (quotes && byte === quote && bytes[place + 1] === quote) place++;
      }
    }
    this.at = at;
  }

  private byte(byte: number): void {
    this.piece[this.at++] = byte;
  }

  private reserve(bytes: number): void {
    if (this.at + bytes <= this.piece.length) return;
    this.flush();
    if (bytes > this.piece.length) this.piece = Buffer.allocUnsafe(bytes);
  }
}

/** A number as in RFC 8259 §6, which keeps every digit. `007` stays text. */
function isNumber(bytes: Uint8Array, from: number, to: number): boolean {
  let state = numberState.start;
  for (let at = from; at < to; at++) {
    const next = numberNext[(state << 3) | (numberClass[bytes[at] as number] as number)] as number; // tables are full
    if (next === numberEnded) return false;
    state = next;
  }
  return numberComplete[state] === 1;
}
