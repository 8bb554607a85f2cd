import type { ValueType } from '../../../shared/shape/shape.ts';
import type { JsonDocument } from '../json/document.ts';
import { type Dictionary, readDictionary } from './dictionary.ts';
import type { ColumnType } from './guess.ts';
import { isContainer, isEmptyAt, shortTextAt, textAt } from './source-text.ts';
import { compareNumbers, exactDigits } from './values/numbers.ts';
import { QuickDate, QuickNumber } from './values/quick.ts';
import { readerOf } from './values/read-value.ts';
import type { ReadValue } from './values/typed-value.ts';
import type { Slices } from './work.ts';

/** All values of a column, by row. */
export interface TypedColumn extends ColumnType {
  /** Where the values start. `nowhere`: the row has none. */
  readonly offsets: Uint32Array;
  /** Reads the column's texts. `undefined`: text. */
  readonly read: ReadValue | undefined;
  /** Keys of `TypedValue`. NaN: empty, or without the type. `undefined`: text. */
  readonly keys: Float64Array | undefined;
  /** Some values have more digits than their key: equal keys are compared by their texts. */
  readonly isInexact: boolean;
  /** The different texts. `undefined`: not text. */
  readonly words: Dictionary | undefined;
}

const rowsAtOnce = 10_000;
const dayMs = 86_400_000;
/** In bytes: a longer value has no type but text. */
export const longestTyped = 400;
const mostRemembered = 50_000;
/** The end of the year 9999, in seconds. */
const lastSecond = 253_402_300_800;
const emptyIsNo = 'x_empty';

export const isEmptyRow = (bytes: Uint8Array, { offsets, pattern }: TypedColumn, row: number): boolean =>
  pattern !== emptyIsNo && isEmptyAt(bytes, offsets[row] as number); // a row of the table

/** The value in canonical form. `undefined`: the text does not have the type. For text: itself. */
export function canonicalOf(
  { read, pattern }: { read: ReadValue | undefined; pattern?: string | undefined },
  text: string,
): string | undefined {
  if (text === '' && pattern !== emptyIsNo) return undefined;
  return read === undefined ? text : read(text)?.text;
}

export function* readColumn(document: JsonDocument, offsets: Uint32Array, found: ColumnType): Slices<TypedColumn> {
  const { bytes } = document;
  const { type, pattern } = found;
  const read = readerOf(type, pattern);
  if (read === undefined) {
    const words = yield* readDictionary(bytes, offsets);
    return { ...found, offsets, read, keys: undefined, isInexact: false, words };
  }
  const keys = new Float64Array(offsets.length);
  const reader = new KeyReader(bytes, type, pattern ?? '', read);
  for (let row = 0; row < offsets.length; row++) {
    keys[row] = reader.key(offsets[row] as number); // row < length
    if (row % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  return { ...found, offsets, read, keys, isInexact: reader.isInexact, words: undefined };
}

/** Compares values of equal keys by their canonical texts. */
export function compareExact(type: ValueType, one: string, other: string): number {
  if (one === other) return 0;
  if (type === 'number' || type === 'duration') return compareNumbers(one, other);
  const [a, b] = [one.replace('Z', ''), other.replace('Z', '')];
  return a < b ? -1 : Number(a > b);
}

/** The canonical text of a row that has the type. */
export const exactText = (bytes: Buffer, { offsets, read }: TypedColumn, row: number): string =>
  read?.(textAt(bytes, offsets[row] as number))?.text ?? ''; // a row of the table

class KeyReader {
  isInexact = false;
  private readonly bytes: Buffer;
  private readonly type: ValueType;
  private readonly pattern: string;
  private readonly read: ReadValue;
  private readonly quick: (at: number) => number;
  private readonly number = new QuickNumber();
  private readonly date = new QuickDate();
  /** Values repeat, unless they are numbers. */
  private readonly remembered = new Map<string, number>();

  constructor(bytes: Buffer, type: ValueType, pattern: string, read: ReadValue) {
    this.bytes = bytes;
    this.type = type;
    this.pattern = pattern;
    this.read = read;
    this.quick = this.quickReader();
  }

  key(at: number): number {
    if (isEmptyAt(this.bytes, at)) return this.pattern === emptyIsNo ? 0 : Number.NaN;
    const quick = this.quick(at);
    return Number.isNaN(quick) ? this.slow(at) : quick;
  }

  private slow(at: number): number {
    const { bytes } = this;
    if (isContainer(bytes, at)) return Number.NaN;
    const text = shortTextAt(bytes, at, longestTyped);
    if (text === undefined) return Number.NaN;
    const known = this.remembered.get(text);
    if (known !== undefined) return known;
    const value = this.read(text);
    if (value !== undefined && hasMoreDigits(this.type, value.text)) this.isInexact = true;
    const key = value?.key ?? Number.NaN;
    if (this.remembered.size < mostRemembered) this.remembered.set(text, key);
    return key;
  }

  /** NaN: read the text. */
  private quickReader(): (at: number) => number {
    const { bytes, number, date, type, pattern } = this;
    const none = () => Number.NaN;
    if (type === 'number') {
      if (pattern.includes('_percent') || pattern.includes('_currency')) return none;
      // `1.234` may be more than a thousand.
      const isWhole = pattern === 'point_comma' || pattern === 'space_comma';
      return (at) => {
        if (!number.read(bytes, at) || (isWhole && number.fraction > 0)) return Number.NaN;
        if (number.isInexact) this.isInexact = true;
        return number.value;
      };
    }
    if (type === 'datetime' && (pattern === 'epoch_s' || pattern === 'epoch_ms')) {
      const factor = pattern === 'epoch_s' ? 1000 : 1;
      return (at) => {
        if (!number.read(bytes, at) || number.fraction > 0 || number.value < 0) return Number.NaN;
        const ms = number.value * factor;
        return ms < lastSecond * 1000 ? ms : Number.NaN;
      };
    }
    if (pattern === 'iso' && type === 'datetime') return (at) => (date.read(bytes, at) ? date.key : Number.NaN);
    if (pattern === 'iso' && type === 'date')
      return (at) => (date.read(bytes, at) ? Math.floor(date.key / dayMs) * dayMs : Number.NaN);
    if (pattern === 'true_false') return (at) => (bytes[at] === 0x74 ? 1 : bytes[at] === 0x66 ? 0 : Number.NaN);
    return none;
  }
}

const fraction = /\.(\d+)Z?$/;

function hasMoreDigits(type: ValueType, text: string): boolean {
  if (type === 'number' || type === 'duration')
    return text.length > exactDigits && text.replaceAll(/\D/g, '').length > exactDigits;
  return (fraction.exec(text)?.[1]?.length ?? 0) > 3;
}
