import { getCellAddress } from 'write-excel-file/utility';
import { skipValue } from '../json/walk.ts';
import { isContainer, textAt } from '../shape/source-text.ts';
import type { CellStyle, ExcelPackage } from './excel-package.ts';
import { Output } from './output.ts';
import type { RowSource, RowWriter } from './row-source.ts';
import { type Fit, isEmptyText, isNothing, isText, TypeReader } from './values.ts';
import { ZipFile } from './zip-file.ts';

/** Excel keeps 15 digits. */
const exactDigits = 15;
/** Of a cell, in UTF-16 units. */
const longestText = 32_767;
const dayMs = 86_400_000;
/** The day number of 1970-01-01. */
const epochDay = 25_569;
/** 1900-03-01 and the end of 9999. Excel takes 1900 for a leap year, so that earlier days have other numbers. */
const firstDay = 61;
const lastDay = 2_958_466;

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A sheet of Excel with typed cells. Texts are in the cells themselves: a list of all texts would be as large as the data. */
export class ExcelWriter implements RowWriter {
  /** Texts that were cut, because Excel allows no longer ones. */
  cutTexts = 0;
  private readonly source: RowSource;
  private readonly zip: ZipFile;
  private readonly output: Output;
  private readonly package: ExcelPackage;
  private readonly readers: readonly (TypeReader | undefined)[];
  /** `<c r="AB`, to which the number of the row is added. */
  private readonly starts: readonly string[];
  private rowNumber = 1;

  constructor(source: RowSource, write: (bytes: Uint8Array) => void, around: ExcelPackage) {
    this.source = source;
    this.package = around;
    this.zip = new ZipFile(write);
    this.output = new Output((bytes) => this.zip.push(bytes));
    this.readers = TypeReader.of(source.columns);
    this.starts = source.columns.map((_, column) => `<c r="${getCellAddress(0, column).replace(/\d+$/, '')}`);
  }

  begin(): void {
    const { parts, sheetName, before } = this.package;
    for (const [name, bytes] of Object.entries(parts)) this.zip.add(name, bytes);
    this.zip.start(sheetName);
    this.output.text(before);
  }

  row(): void {
    const { output, source, starts } = this;
    const number = String(++this.rowNumber);
    output.room();
    output.ascii(`<row r="${number}">`);
    for (let column = 0; column < starts.length; column++) {
      const at = source.found[column] as number; // as many as columns
      const isEmpty = isNothing(source.bytes, at) || isEmptyText(source.bytes, at);
      const meant = isEmpty ? this.readers[column]?.ofNothing : undefined;
      if (isEmpty && meant === undefined) continue;
      output.room();
      output.ascii(starts[column] as string); // as many as columns
      output.ascii(number);
      if (meant === undefined) this.value(at, column);
      else this.boolean(meant.key === 1);
    }
    output.ascii('</row>');
  }

  end(): void {
    this.output.text(this.package.after);
    this.output.flush();
    this.zip.end();
  }

  private value(at: number, column: number) {
    const { source } = this;
    const { bytes } = source;
    const type = source.columns[column]?.type;
    if (!isText(bytes, at) && !isContainer(bytes, at) && (type === undefined || type === 'text' || type === 'number')) {
      const end = skipValue(bytes, at);
      if (bytes[at] === 0x74 || bytes[at] === 0x66) return this.boolean(bytes[at] === 0x74);
      return this.number(bytes.toString('latin1', at, end));
    }
    const fit = isContainer(bytes, at) ? undefined : this.readers[column]?.fit(bytes, at);
    if (fit === undefined) return this.text(textAt(bytes, at));
    if (type === 'number') return this.number(fit.text);
    if (type === 'boolean') return this.boolean(fit.key === 1);
    this.dated(fit, type);
  }

  private dated({ key, text }: Fit, type: string | undefined) {
    if (type === 'date' || type === 'datetime') {
      const day = key / dayMs + epochDay;
      return day >= firstDay && day < lastDay ? this.styled(day, type) : this.text(text);
    }
    if (type === 'time') return this.styled(key / 86_400, 'time');
    // Excel shows no negative durations.
    if (type === 'duration') return key >= 0 ? this.styled(key / 86_400, 'duration') : this.number(text);
    this.text(text);
  }

  private styled(value: number, style: CellStyle): void {
    this.output.ascii(`" s="${this.package.styles[style]}"><v>${value}</v></c>`);
  }

  private boolean(value: boolean): void {
    this.output.ascii(value ? '" t="b"><v>1</v></c>' : '" t="b"><v>0</v></c>');
  }

  /** A number with more digits than Excel keeps is a text. */
  private number(text: string) {
    if (text.length > exactDigits && !keepsDigits(text)) return this.text(text);
    const { output } = this;
    output.ascii('"><v>');
    output.ascii(text);
    output.ascii('</v></c>');
  }

  /** As text, a formula is none. */
  private text(text: string): void {
    let shown = text;
    if (text.length > longestText) {
      shown = text.slice(0, longestText).toWellFormed();
      this.cutTexts++;
    }
    this.output.ascii('" t="inlineStr"><is><t xml:space="preserve">');
    this.output.text(/[&<>\r_\p{Cc}\ufffe\uffff\ud800-\udfff]/u.test(shown) ? escaped(shown) : shown);
    this.output.room();
    this.output.ascii('</t></is></c>');
  }
}

function keepsDigits(text: string): boolean {
  const [, whole = '', fraction = ''] = /^-?(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+|0+$/g, '');
  return digits.length <= exactDigits && Number.isFinite(Number(text));
}

/** XML 1.0 §2.2 lacks control characters: ECMA-376 part 1, §22.9.2.19 writes them, and what looks like one, `_x0001_`. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>\p{Cc}\ufffe\uffff]/gu, (each) => marks[each] ?? (isInXml(each) ? each : `_x${codeOf(each)}_`));

const isInXml = (letter: string): boolean =>
  letter === '\t' || letter === '\n' || (letter >= '\x7f' && letter < '\ufffe');
const codeOf = (letter: string): string => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
