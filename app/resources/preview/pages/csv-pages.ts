import { message } from '../../../shared/messages/message.ts';
import { utf8MarkLength } from '../formats/charset.ts';
import { findDelimiter } from '../formats/csv/delimiter.ts';
import { CsvScanner } from '../formats/csv/scanner.ts';
import type { JsonDocument } from '../json/document.ts';
import type { BodyOptions } from '../messages.ts';
import type { Received } from '../received.ts';
import { documentOf, utf8Body } from './json-pages.ts';
import type { Added, ArrivedPage, MergedBody } from './merged.ts';
import { RowsHash } from './rows-hash.ts';

const lineFeed = 10;
const carriageReturn = 13;
/** Of the start of a page, in which its delimiter was found. */
const sampleBytes = 64 * 1024;
/** Each later page with further columns writes all rows so far again. */
const mostWidenings = 20;

/** How a later page is read: like the first. */
export interface CsvDialect {
  delimiter: number;
  firstRow: 'names' | 'data';
}

/** Pages of CSV: their lines follow each other. A header that is repeated is left out, and columns are matched by name. */
export class CsvPages implements MergedBody {
  readonly dialect: CsvDialect;
  private readonly options: BodyOptions;
  private readonly hash = new RowsHash();
  private names: readonly string[];
  private received: Received;
  private widenings = 0;

  constructor(first: ArrivedPage, options: BodyOptions) {
    const text = first.received.text.view();
    this.names = first.document.columnNames;
    this.dialect = {
      delimiter: delimiterOf(text, options.contentType),
      firstRow: this.names.length > 0 ? 'names' : 'data',
    };
    this.options = { ...options, ...this.dialect };
    this.hash.isRepeat(this.rowsOf(text));
    this.received = utf8Body(text, this.options);
  }

  get byteLength(): number {
    return 0;
  }

  add({ received, document }: ArrivedPage, dropRepeat: boolean): Added | 'repeat' {
    const text = received.text.view();
    const rows = this.rowsOf(text);
    if (this.hash.isRepeat(rows) && dropRepeat) return 'repeat';
    const rowCount = document.children(document.resolve(''))?.offsets.length ?? 0;
    if (rowCount === 0) return { rowCount };
    const isSame = JSON.stringify(document.columnNames) === JSON.stringify(this.names);
    if (!isSame && !this.widen(document.columnNames)) return { problem: message('preview.pages.columns') };
    this.startLine();
    this.received.write(isSame ? rows : this.matched(rows, document.columnNames));
    return { rowCount };
  }

  soFar(): { received: Received; document: JsonDocument } {
    const { received } = this;
    received.reader.flush?.();
    const document = received.reader.soFar(received.text.view(), () => undefined);
    if (document === undefined) throw new Error('Pages do not form one body');
    return { received, document };
  }

  /** `notes`: if the rows are too many, which may be those of all pages only. */
  finish(): ReturnType<MergedBody['finish']> {
    const { received } = this;
    received.end();
    return { received, ...documentOf(received.reader, received.text.view()) };
  }

  /** The text after the header. */
  private rowsOf(text: Buffer): Buffer {
    const start = utf8MarkLength(text, text.length);
    const sample = Math.min(text.length, start + sampleBytes);
    const { start: data } = findDelimiter(text, start, sample, sample === text.length, this.options.contentType);
    return text.subarray(this.dialect.firstRow === 'names' ? headerEnd(text, data, this.dialect.delimiter) : data);
  }

  private startLine(): void {
    const { bytes, length } = this.received.text;
    const last = bytes[length - 1];
    if (length > 0 && last !== lineFeed && last !== carriageReturn) this.received.write(Buffer.from('\n'));
  }

  /** Adds the columns that only a later page has to the header. */
  private widen(names: readonly string[]): boolean {
    const added = names.filter((name) => !this.names.includes(name));
    if (added.length === 0) return true;
    this.widenings += 1;
    if (this.widenings > mostWidenings) return false;
    const text = this.received.text.view();
    const rows = this.rowsOf(text);
    const all = [...this.names, ...added];
    this.names = all;
    this.received = utf8Body(this.line(all), this.options);
    this.received.write(rows);
    return true;
  }

  /** The rows with their cells in the order of the first page. */
  private matched(rows: Buffer, names: readonly string[]): Buffer {
    const { delimiter } = this.dialect;
    const places = this.names.map((name) => names.indexOf(name));
    const parts: Buffer[] = [];
    let cells: Buffer[] = [];
    const comma = Buffer.of(delimiter);
    const scanner = new CsvScanner(delimiter, 0, {
      cell: (from, to, _quotes, quoted) => {
        const cell = rows.subarray(from, to);
        cells.push(quoted ? Buffer.concat([quote, cell, quote]) : cell);
      },
      endRecord: () => {
        const isBlank = cells.length === 1 && cells[0]?.toString().trim() === '';
        if (!isBlank) {
          for (const [index, place] of places.entries()) {
            if (index > 0) parts.push(comma);
            const cell = cells[place];
            if (cell !== undefined) parts.push(cell);
          }
          for (const cell of cells.slice(names.length)) parts.push(comma, cell);
          parts.push(Buffer.of(lineFeed));
        }
        cells = [];
      },
    });
    scanner.end(rows, rows.length);
    return Buffer.concat(parts);
  }

  private line(names: readonly string[]): Buffer {
    const cells = names.map((name) => `"${name.replaceAll('"', '""')}"`);
    return Buffer.from(`${cells.join(String.fromCharCode(this.dialect.delimiter))}\n`);
  }
}

const quote = Buffer.from('"');

function delimiterOf(text: Buffer, contentType: string): number {
  const start = utf8MarkLength(text, text.length);
  const end = Math.min(text.length, start + sampleBytes);
  return findDelimiter(text, start, end, end === text.length, contentType).delimiter;
}

/** Where the first line ends that is not blank. */
function headerEnd(text: Buffer, start: number, delimiter: number): number {
  let lastCell: { to: number } | undefined;
  let isOver = false;
  let cells = 0;
  const scanner = new CsvScanner(delimiter, start, {
    cell: (from, to, _quotes, quoted) => {
      if (isOver) return;
      cells += 1;
      const isBlank = cells === 1 && !quoted && text.toString('utf8', from, to).trim() === '';
      lastCell = isBlank ? undefined : { to };
    },
    endRecord: () => {
      if (lastCell !== undefined) isOver = true;
      cells = 0;
    },
  });
  for (let at = start; at < text.length && !isOver; at += sampleBytes)
    scanner.scan(text, Math.min(text.length, at + sampleBytes));
  if (!isOver || lastCell === undefined) return text.length;
  let end = lastCell.to;
  while (end < text.length && text[end] !== lineFeed && text[end] !== carriageReturn) end++;
  return text[end] === carriageReturn && text[end + 1] === lineFeed ? end + 2 : Math.min(text.length, end + 1);
}
