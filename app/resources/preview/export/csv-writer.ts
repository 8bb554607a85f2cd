import { skipValue } from '../json/walk.ts';
import { isContainer, textAt } from '../shape/source-text.ts';
import { neutralised } from './formula.ts';
import type { Output } from './output.ts';
import type { ExportColumn, RowSource, RowWriter } from './row-source.ts';
import { isNothing, isPlainPattern, isText, plainNumberEnd, TypeReader } from './values.ts';
import type { WriteChoices } from './write-choices.ts';

const delimiters = { comma: ',', semicolon: ';', tab: '\t' } as const;
const quote = 0x22;
const point = 0x2e;
const comma = 0x2c;
const isDateType = {
  text: false,
  number: false,
  boolean: false,
  date: true,
  datetime: true,
  time: true,
  duration: false,
};

/** `number`: as written, with the decimal mark. `typed`: in canonical form. `text`: as it is. */
type Kind = 'number' | 'typed' | 'text';

/**
 * Writes CSV (RFC 4180) in UTF-8. Copies the bytes of a value where they can stay as they are, because a million strings
 * would take longer than the whole file. A text that a spreadsheet would take for a formula starts with an apostrophe,
 * unless the choices keep it.
 */
export class CsvWriter implements RowWriter {
  private readonly source: RowSource;
  private readonly output: Output;
  private readonly choices: WriteChoices['csv'];
  private readonly delimiter: number;
  private readonly lineEnd: string;
  private readonly needsQuotes: RegExp;
  /** By byte: 1 if it can be copied from a JSON string into an unquoted field. */
  private readonly copied = new Uint8Array(256).fill(1, 32);
  /** By byte: 1 if a field that starts with it may be a formula, or needs reading. */
  private readonly careful = new Uint8Array(256);
  private readonly kinds: readonly Kind[];
  private readonly readers: readonly (TypeReader | undefined)[];

  constructor(source: RowSource, output: Output, choices: WriteChoices['csv']) {
    this.source = source;
    this.output = output;
    this.choices = choices;
    const delimiter = delimiters[choices.delimiter];
    this.delimiter = delimiter.charCodeAt(0);
    this.lineEnd = choices.lineEnd === 'crlf' ? '\r\n' : '\n';
    this.needsQuotes = new RegExp(`["\\r\\n${delimiter}]|^\\s|\\s$`);
    for (const byte of [quote, 0x5c, this.delimiter]) this.copied[byte] = 0;
    // The last is the first byte of the signs in full width.
    for (const text of ['=', '+', '-', '@', ' ', '\\']) this.careful[text.charCodeAt(0)] = 1;
    this.careful[0xef] = 1;
    this.kinds = source.columns.map((column) => this.kindOf(column));
    this.readers = TypeReader.of(source.columns);
  }

  begin(): void {
    const { output, choices, source } = this;
    if (choices.mark) output.text('\ufeff');
    if (!choices.header) return;
    source.columns.forEach(({ name }, index) => {
      if (index > 0) output.byte(this.delimiter);
      this.text(name);
    });
    const { time } = source;
    if (time !== undefined) {
      if (source.columns.length > 0) output.byte(this.delimiter);
      this.text(time.name);
    }
    // A body without columns is not empty either.
    if (source.columns.length === 0 && time === undefined) output.ascii('""');
    output.ascii(this.lineEnd);
  }

  row(): void {
    const { output, kinds, source, delimiter } = this;
    const { found, time } = source;
    for (let column = 0; column < kinds.length; column++) {
      output.room();
      if (column > 0) output.byte(delimiter);
      this.value(found[column] as number, column); // as many as kinds
    }
    if (time !== undefined) {
      if (kinds.length > 0) output.byte(delimiter);
      output.ascii(time.text);
    }
    output.ascii(this.lineEnd);
  }

  end(): void {
    this.output.flush();
  }

  private kindOf({ type, read, pattern }: ExportColumn): Kind {
    if (read === undefined || (this.choices.dates === 'source' && isDateType[type])) return 'text';
    return type === 'number' && isPlainPattern(pattern) ? 'number' : 'typed';
  }

  private value(at: number, column: number) {
    const { source, kinds } = this;
    const { bytes } = source;
    if (isNothing(bytes, at)) {
      const meant = this.readers[column]?.ofNothing;
      return meant === undefined ? this.empty() : this.typed(meant.text, false);
    }
    const kind = kinds[column];
    if (kind === 'number') {
      const from = isText(bytes, at) ? at + 1 : at;
      const end = plainNumberEnd(bytes, from);
      if (end !== -1) return this.number(bytes, from, end);
    }
    if (kind !== 'text' && !isContainer(bytes, at)) {
      const fit = this.readers[column]?.fit(bytes, at);
      if (fit !== undefined) return this.typed(fit.text, source.columns[column]?.type === 'number');
    }
    if (isText(bytes, at)) this.string(bytes, at);
    else this.literal(bytes, at);
  }

  /** A line that is empty would be no row. */
  private empty(): void {
    if (this.kinds.length === 1) this.output.ascii('""');
  }

  private number(bytes: Uint8Array, from: number, to: number) {
    const { output } = this;
    if (this.choices.decimalMark === 'point' || to - from > 400) return output.copy(bytes, from, to);
    const start = output.length;
    let hasMark = false;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number; // in range
      if (byte === point) hasMark = true;
      output.byte(byte === point ? comma : byte);
    }
    if (hasMark && this.delimiter === comma) {
      const text = output.bytes.toString('latin1', start, output.length);
      output.length = start;
      output.ascii(`"${text}"`);
    }
  }

  private typed(text: string, isNumber: boolean): void {
    const written = isNumber && this.choices.decimalMark === 'comma' ? text.replace('.', ',') : text;
    if (this.needsQuotes.test(written)) this.quoted(written);
    else this.output.text(written);
  }

  private literal(bytes: Buffer, at: number) {
    if (isContainer(bytes, at)) return this.text(textAt(bytes, at));
    const end = skipValue(bytes, at);
    if (plainNumberEnd(bytes, at) === end) this.number(bytes, at, end);
    else this.typed(textAt(bytes, at), bytes[at] !== 0x74 && bytes[at] !== 0x66);
  }

  private string(bytes: Buffer, at: number) {
    const { output, copied } = this;
    const target = output.bytes;
    const start = output.length;
    let from = at + 1;
    if (bytes[from] === quote) return this.empty();
    if (this.careful[bytes[from] as number] === 1) return this.text(textAt(bytes, at));
    const limit = Math.min(from + output.free, bytes.length);
    let place = start;
    for (; from < limit; from++) {
      const byte = bytes[from] as number; // in range
      if (copied[byte] === 0) break;
      target[place++] = byte;
    }
    // A space at the end would need quotes.
    if (bytes[from] === quote && target[place - 1] !== 0x20) output.length = place;
    else this.text(textAt(bytes, at));
  }

  private text(text: string): void {
    const safe = this.choices.keepsFormulas ? text : neutralised(text);
    if (safe !== text || this.needsQuotes.test(safe)) this.quoted(safe);
    else if (safe === '') this.empty();
    else this.output.text(safe);
  }

  private quoted(text: string): void {
    this.output.text(`"${text.replaceAll('"', '""')}"`);
  }
}
