import type { ExportChoices } from '../../../shared/export/export.ts';
import { skipString, skipValue } from '../json/walk.ts';
import { isContainer } from '../shape/source-text.ts';
import type { Output } from './output.ts';
import type { RowSource, RowWriter } from './row-source.ts';
import { isNothing, isText, TypeReader } from './values.ts';

/** JSON (RFC 8259) writes a list, NDJSON a line for each row. */
const frames = {
  json: { start: '[', between: ',\n', end: ']\n', first: '\n' },
  ndjson: { start: '', between: '\n', end: '', first: '' },
} as const;

const isNumberLiteral = (text: string): boolean => /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text);

/** Writes rows as objects. Texts, and values without a type, are copied from the body as they are. */
export class JsonWriter implements RowWriter {
  private readonly source: RowSource;
  private readonly output: Output;
  private readonly isFlat: boolean;
  private readonly frame: (typeof frames)[keyof typeof frames];
  private readonly keys: readonly Buffer[];
  private readonly readers: readonly (TypeReader | undefined)[];
  private isFirst = true;

  constructor(source: RowSource, output: Output, format: keyof typeof frames, { rows }: ExportChoices['json']) {
    this.source = source;
    this.output = output;
    this.isFlat = rows === 'flat';
    this.frame = frames[format];
    this.keys = uniqueNames(source.columns.map(({ name }) => name)).map((name) =>
      Buffer.from(`${JSON.stringify(name)}:`),
    );
    this.readers = TypeReader.of(source.columns);
  }

  begin(): void {
    this.output.ascii(this.frame.start);
  }

  row(at: number): void {
    const { output, frame } = this;
    output.room();
    output.ascii(this.isFirst ? frame.first : frame.between);
    this.isFirst = false;
    if (this.isFlat) this.flat();
    else this.compact(at);
  }

  end(): void {
    if (this.frame === frames.json || !this.isFirst) this.output.ascii('\n');
    this.output.ascii(this.frame.end);
    this.output.flush();
  }

  private flat(): void {
    const { output, keys, source } = this;
    output.byte(0x7b);
    for (let column = 0; column < keys.length; column++) {
      output.room();
      if (column > 0) output.byte(0x2c);
      output.copy(keys[column] as Buffer); // as many as columns
      this.value(source.found[column] as number, column);
    }
    output.byte(0x7d);
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

/** A name that occurs again gets a number: an object holds each name once. */
function uniqueNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let next = 2; used.has(free); next++) free = `${name} ${next}`;
    used.add(free);
    return free;
  });
}
