import type { ValueType } from '../../../shared/shape/shape.ts';
import { skipString, skipValue } from '../json/walk.ts';
import { isContainer, textAt } from '../shape/source-text.ts';
import { columnNames } from './column-names.ts';
import type { Output } from './output.ts';
import type { RowSource, RowWriter } from './row-source.ts';
import { isNothing, isText, TypeReader } from './values.ts';

/** JSON (RFC 8259) writes a list, NDJSON a line for each row. `empty`: the end of a body without rows. */
const frames = {
  json: { start: '[', between: ',\n', end: '\n]\n', empty: '\n]\n' },
  wrapped: { start: '{"data": [', between: ',\n', end: '\n]}\n', empty: ']}\n' },
  ndjson: { start: '', between: '\n', end: '\n', empty: '' },
  /** As NDJSON, but never without bytes: readers take that for a failure. */
  lines: { start: '', between: '\n', end: '\n', empty: '\n' },
} as const;
export type JsonFrame = keyof typeof frames;

/**
 * `flat`: an object of the columns. `list`: their values. `source`: the row as the service sent it. `strict`: an object whose
 * values have the types of their columns, or are `null`.
 */
export type JsonRow = 'flat' | 'list' | 'source' | 'strict';

const isNumberLiteral = (text: string): boolean => /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text);

/** Writes rows as objects or lists. Texts, and values without a type, are copied from the body as they are. */
export class JsonWriter implements RowWriter {
  private readonly source: RowSource;
  private readonly output: Output;
  private readonly rows: JsonRow;
  private readonly frame: (typeof frames)[JsonFrame];
  /** What is before each value. */
  private readonly keys: readonly Buffer[];
  private readonly close: Buffer;
  private readonly readers: readonly (TypeReader | undefined)[];
  private isFirst = true;

  constructor(source: RowSource, output: Output, frame: JsonFrame, rows: JsonRow) {
    const { columns, time } = source;
    this.source = source;
    this.output = output;
    this.rows = rows;
    this.frame = frames[frame];
    const names = columnNames.unique([...columns.map(({ name }) => name), ...(time ? [time.name] : [])]);
    const [open, close] = rows === 'list' ? '[]' : '{}';
    const keyOf = (name: string, index: number): string =>
      `${index === 0 ? open : ','}${rows === 'list' ? '' : `${JSON.stringify(name)}:`}`;
    const keys = names.map(keyOf);
    const last = time === undefined ? '' : `${keys.pop()}${JSON.stringify(time.text)}`;
    this.keys = keys.map((key) => Buffer.from(key));
    this.close = Buffer.from(`${names.length === 0 ? open : last}${close}`);
    this.readers = TypeReader.of(columns);
  }

  begin(): void {
    this.output.ascii(this.frame.start);
  }

  row(at: number): void {
    const { output, frame } = this;
    output.room();
    // The bracket of a list is on a line of its own.
    if (!this.isFirst) output.ascii(frame.between);
    else if (frame.start !== '') output.byte(0x0a);
    this.isFirst = false;
    if (this.rows === 'source') this.compact(at);
    else this.values();
  }

  end(): void {
    this.output.ascii(this.isFirst ? this.frame.empty : this.frame.end);
    this.output.flush();
  }

  private values(): void {
    const { output, keys, source } = this;
    for (let column = 0; column < keys.length; column++) {
      output.room();
      output.copy(keys[column] as Buffer); // as many as columns
      const at = source.found[column] as number; // as many as columns
      if (this.rows === 'strict') this.strictValue(at, column);
      else this.value(at, column);
    }
    output.copy(this.close);
  }

  private value(at: number, column: number) {
    const { output, source } = this;
    const { bytes } = source;
    if (isNothing(bytes, at)) return output.ascii(this.readers[column]?.ofNothing?.text ?? 'null');
    if (isContainer(bytes, at)) return this.compact(at);
    const type = source.columns[column]?.type;
    const fit = isText(bytes, at) || type !== 'number' ? this.readers[column]?.fit(bytes, at) : undefined;
    if (fit === undefined) return output.copy(bytes, at, skipValue(bytes, at));
    const isLiteral = (type === 'number' && isNumberLiteral(fit.text)) || type === 'boolean' || type === 'duration';
    output.text(isLiteral ? fit.text : JSON.stringify(fit.text));
  }

  private strictValue(at: number, column: number): void {
    const { output, source } = this;
    const reader = this.readers[column];
    if (reader === undefined && isText(source.bytes, at)) output.copy(source.bytes, at, skipValue(source.bytes, at));
    else output.text(this.strictText(at, reader, source.columns[column]?.type));
  }

  private strictText(at: number, reader: TypeReader | undefined, type: ValueType | undefined): string {
    const { bytes } = this.source;
    if (isNothing(bytes, at)) return reader?.ofNothing?.text ?? 'null';
    if (reader === undefined) return JSON.stringify(textAt(bytes, at));
    const fit = isContainer(bytes, at) ? undefined : reader.fit(bytes, at)?.text;
    if (fit === undefined || (type === 'number' && !isNumberLiteral(fit))) return 'null';
    if (type === 'number' || type === 'boolean' || type === 'duration') return fit;
    return JSON.stringify(type === 'datetime' && !fit.endsWith('Z') ? `${fit}Z` : fit);
  }

  /** Without white space between the parts, so that a row stays on one line. */
  private compact(at: number): void {
    const { output, source } = this;
    const { bytes } = source;
    const end = skipValue(bytes, at);
    let from = at;
    let place = at;
    while (place < end) {
      const byte = bytes[place] as number; // in range
      if (byte === 0x22) place = skipString(bytes, place);
      else if (byte <= 32) {
        output.copy(bytes, from, place);
        from = ++place;
      } else place++;
    }
    output.copy(bytes, from, end);
  }
}
