import { type Message, message } from '../../../../shared/messages/message.ts';
import type { FirstRow } from '../../../../shared/resource/resource.ts';
import { JsonScanner } from '../../json/scanner.ts';
import { maximumColumns, mostMadeBytes } from '../../limits.ts';
import { LineIndex } from '../../lines.ts';
import { findDelimiter } from './delimiter.ts';
import { hasHeader } from './header.ts';
import { ColumnNames } from './names.ts';
import { RowWriter } from './row-writer.ts';
import { sampleRecords } from './sample.ts';
import { CsvScanner, cellText } from './scanner.ts';

/** The size of the start from which the CSV's dialect is detected, in bytes. */
const sampleBytes = 64 * 1024;

export interface CsvOptions {
  firstRow: FirstRow;
  contentType: string;
  expectedBytes: number;
  mostBytes?: number;
  /** Known from the page before, as a byte. Absent: found in the start of the text. */
  delimiter?: number | undefined;
}

/**
 * Converts CSV to JSON while it arrives: a list of objects with keys from the header row. Numbers keep their source
 * text. The JSON has its own size limit, because each row repeats all names.
 */
export class CsvReader {
  /** Scans the generated JSON. */
  readonly scanner = new JsonScanner(new LineIndex(), 0);
  readonly notes: Message[] = [];
  /** The start of a quoted cell that is never closed. */
  unclosedAt: number | undefined;
  private readonly options: CsvOptions;
  private readonly mostBytes: number;
  private readonly rows: RowWriter;
  private readonly start: number;
  private records: CsvScanner | undefined;
  private names: ColumnNames | undefined;
  private readonly keys: Uint8Array[] = [];
  private bytes: Buffer = Buffer.alloc(0);
  private header: string[] | undefined;
  private index = 0;
  private widest = 0;
  /** An empty line is not a row: its empty cell is held back until another follows. */
  private blank: { from: number; to: number } | undefined;

  /** `start`: after the byte order mark. */
  constructor(start: number, options: CsvOptions) {
    this.options = options;
    this.start = start;
    this.mostBytes = options.mostBytes ?? mostMadeBytes;
    this.rows = new RowWriter(Math.min(options.expectedBytes, this.mostBytes));
  }

  /** The UTF-8 in `json` generated so far. */
  get json(): Buffer {
    return this.rows.json.view();
  }

  /** Continues up to `end`. Earlier bytes must not move. */
  write(bytes: Buffer, end: number): void {
    const isKnown = this.options.delimiter !== undefined && this.options.firstRow !== 'auto';
    if (this.records === undefined && end - this.start < sampleBytes && !isKnown) return;
    this.read(bytes, end, false);
    this.scanner.scan(this.rows.json.bytes, this.rows.json.length);
  }

  /** Passes finished rows on, which otherwise wait until there are many. */
  flush(): void {
    this.rows.flush();
    this.scanner.scan(this.rows.json.bytes, this.rows.json.length);
  }

  end(bytes: Buffer, end: number): void {
    this.read(bytes, end, true);
    this.rows.end();
    this.scanner.end(this.rows.json.bytes, this.rows.json.length);
    if (this.widest > maximumColumns)
      this.notes.push(message('preview.csv.columns', { shown: maximumColumns, widest: this.widest }));
    if (this.isFull) this.notes.push(message('preview.csv.rows', { count: this.rows.rowCount }));
  }

  /** Names from the first row, including columns without values. Empty if the columns are numbered. */
  get columnNames(): readonly string[] {
    return this.header === undefined || this.names === undefined ? [] : this.names.of(this.header.length);
  }

  private get isFull(): boolean {
    return this.rows.json.length >= this.mostBytes;
  }

  private read(bytes: Buffer, end: number, isWhole: boolean): void {
    this.bytes = bytes;
    this.records ??= this.open(bytes, end, isWhole);
    // In steps, so that a body that arrives at once also stops at the limit.
    for (
      let at = Math.min(end, this.records.scanned + sampleBytes);
      !this.isFull;
      at = Math.min(end, at + sampleBytes)
    ) {
      this.records.scan(bytes, at);
      if (at === end) break;
    }
    if (!isWhole || this.isFull) return;
    const unclosedAt = this.records.end(bytes, end);
    if (unclosedAt !== -1) this.unclosedAt = unclosedAt;
  }

  private open(bytes: Buffer, end: number, isWhole: boolean): CsvScanner {
    const { contentType, firstRow } = this.options;
    const sampleEnd = Math.min(end, this.start + sampleBytes);
    const isAll = isWhole && sampleEnd === end;
    const found = findDelimiter(bytes, this.start, sampleEnd, isAll, contentType);
    const { start } = found;
    const delimiter = this.options.delimiter ?? found.delimiter;
    const named =
      firstRow === 'auto'
        ? hasHeader(sampleRecords(bytes, start, sampleEnd, delimiter, isAll).records, contentType)
        : firstRow === 'names';
    if (named) this.header = [];
    else this.names = new ColumnNames([]);
    return new CsvScanner(delimiter, start, {
      cell: (from, to, quotes, quoted) => this.cell(from, to, quotes, quoted),
      endRecord: () => this.endRecord(),
    });
  }

  private cell(from: number, to: number, quotes: boolean, quoted: boolean): void {
    if (this.index++ === 0 && !quoted && this.isBlank(from, to)) {
      this.blank = { from, to };
      return;
    }
    const { blank } = this;
    this.blank = undefined;
    if (blank !== undefined) this.add(0, blank.from, blank.to, false);
    this.add(this.index - 1, from, to, quotes);
  }

  private add(index: number, from: number, to: number, quotes: boolean): void {
    if (index >= maximumColumns) return;
    if (this.names === undefined) this.header?.push(cellText(this.bytes, from, to, quotes));
    else this.rows.cell(this.keyOf(this.names, index), this.bytes, from, to, quotes);
  }

  private endRecord(): void {
    const isRow = this.blank === undefined;
    this.widest = Math.max(this.widest, this.index);
    this.blank = undefined;
    this.index = 0;
    if (!isRow) return;
    if (this.names === undefined) this.names = new ColumnNames(this.header ?? []);
    else this.rows.endRow();
  }

  private isBlank(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.bytes[at] !== 0x20 && this.bytes[at] !== 0x09) return false;
    return true;
  }

  private keyOf(names: ColumnNames, index: number): Uint8Array {
    this.keys[index] ??= Buffer.from(`${JSON.stringify(names.at(index))}:`);
    return this.keys[index];
  }
}
