const quote = 0x22;
const lineFeed = 10;
const carriageReturn = 13;

/** The scanner's events, in order. Cells are positions in the bytes. */
export interface CsvEvents {
  /** `quotes`: the cell contains doubled quotes (RFC 4180 §2.7). `quoted`: the cell was in quotes. */
  cell(from: number, to: number, quotes: boolean, quoted: boolean): void;
  endRecord(): void;
}

const cellStart = 0;
const plain = 1;
const inQuotes = 2;
const afterQuote = 3;

/**
 * Splits CSV (RFC 4180) into cells while its bytes arrive. CR LF, LF and CR end a line, in any mixture. A single quote
 * character inside a quoted cell counts as text, because many programs write it that way.
 */
export class CsvScanner {
  private readonly events: CsvEvents;
  private readonly delimiter: number;
  /** Bytes that end an unquoted cell. */
  private readonly stops = new Uint8Array(256);
  private position: number;
  private state = cellStart;
  private cellAt = 0;
  private quoteAt = 0;
  private hasQuotes = false;
  private openedAt = 0;
  private recordHasCells = false;
  private lastWasReturn = false;

  constructor(delimiter: number, start: number, events: CsvEvents) {
    this.delimiter = delimiter;
    this.position = start;
    this.events = events;
    for (const stop of [delimiter, lineFeed, carriageReturn]) this.stops[stop] = 1;
  }

  /** The position reached. */
  get scanned(): number {
    return this.position;
  }

  /** The position of the quote that opened a cell which has not ended. -1: there is none. */
  get openQuoteAt(): number {
    return this.state === inQuotes ? this.openedAt : -1;
  }

  /** Continues up to `end`. Earlier bytes have been scanned and must not move. */
  scan(bytes: Uint8Array, end: number): void {
    const { stops } = this;
    let at = this.position;
    while (at < end) {
      if (this.state === cellStart) {
        if (this.lastWasReturn && bytes[at] === lineFeed) at++;
        this.lastWasReturn = false;
        if (at === end) break;
        const opened = bytes[at] === quote;
        this.state = opened ? inQuotes : plain;
        this.openedAt = at;
        if (opened) at++;
        this.cellAt = at;
        this.hasQuotes = false;
      }
      if (this.state === plain) {
        while (at < end && stops[bytes[at] as number] === 0) at++; // at < end <= bytes.length
        if (at < end) this.endCell(bytes[at++] as number, this.cellAt, at - 1, false);
      } else if (this.state === inQuotes) {
        while (at < end && bytes[at] !== quote) at++;
        if (at === end) break;
        this.quoteAt = at++;
        this.state = afterQuote;
      } else {
        const byte = bytes[at++] as number; // at < end <= bytes.length
        if (stops[byte] === 1) this.endCell(byte, this.cellAt, this.quoteAt, true);
        else if (byte === quote && this.quoteAt === at - 2) {
          this.hasQuotes = true;
          this.state = inQuotes;
        } else if (byte === quote) this.quoteAt = at - 1;
        else if (byte !== 0x20 && byte !== 0x09) this.state = inQuotes;
      }
    }
    this.position = at;
  }

  /** Call after the last byte. Returns the position of an unclosed quote, or -1. */
  end(bytes: Uint8Array, length: number): number {
    this.scan(bytes, length);
    if (this.openQuoteAt !== -1) return this.openQuoteAt;
    // A delimiter at the very end is followed by an empty cell; a line end is not.
    if (this.state === plain) this.endCell(lineFeed, this.cellAt, length, false);
    else if (this.state === afterQuote) this.endCell(lineFeed, this.cellAt, this.quoteAt, true);
    else if (this.recordHasCells) this.endCell(lineFeed, length, length, false);
    return -1;
  }

  private endCell(stop: number, from: number, to: number, quoted: boolean): void {
    this.state = cellStart;
    this.events.cell(from, to, quoted && this.hasQuotes, quoted);
    this.recordHasCells = stop === this.delimiter;
    if (this.recordHasCells) return;
    this.lastWasReturn = stop === carriageReturn;
    this.events.endRecord();
  }
}

/** The text of a cell. */
export function cellText(bytes: Buffer, from: number, to: number, quotes: boolean): string {
  const text = bytes.toString('utf8', from, to);
  return quotes ? text.replaceAll('""', '"') : text;
}
