import { nowhere, textAt } from '../shape/source-text.ts';
import { longestTyped } from '../shape/typed-column.ts';
import type { ExportColumn } from './row-source.ts';

const quote = 0x22;
const mostRemembered = 20_000;

/** `null`, or no value. */
export const isNothing = (bytes: Uint8Array, at: number): boolean => at === nowhere || bytes[at] === 0x6e;

export const isText = (bytes: Uint8Array, at: number): boolean => bytes[at] === quote;

export const isEmptyText = (bytes: Uint8Array, at: number): boolean => bytes[at] === quote && bytes[at + 1] === quote;

/** A value that has its column's type. */
export interface Fit {
  text: string;
  key: number;
}

/** Reads values of one column's type. Remembers texts, because most repeat. */
export class TypeReader {
  private readonly read: NonNullable<ExportColumn['read']>;
  private readonly readsEmpty: boolean;
  /** What no value means. `undefined`: nothing. */
  readonly ofNothing: Fit | undefined;
  private readonly remembered = new Map<string, Fit | null>();

  private constructor(read: NonNullable<ExportColumn['read']>, readsEmpty: boolean) {
    this.read = read;
    this.readsEmpty = readsEmpty;
    this.ofNothing = readsEmpty ? read('') : undefined;
  }

  /** One for each column. `undefined`: text. */
  static of(columns: readonly ExportColumn[]): (TypeReader | undefined)[] {
    return columns.map(({ read, readsEmpty }) => (read === undefined ? undefined : new TypeReader(read, readsEmpty)));
  }

  /** The value at `at`, which is not a container. `undefined`: it does not have the type. */
  fit(bytes: Buffer, at: number): Fit | undefined {
    const text = textAt(bytes, at);
    const known = this.remembered.get(text);
    if (known !== undefined) return known ?? undefined;
    const fit = text.length > longestTyped || (text === '' && !this.readsEmpty) ? undefined : this.read(text);
    if (this.remembered.size < mostRemembered) this.remembered.set(text, fit ?? null);
    return fit;
  }
}

/** The value as text: in canonical form if it has its column's type, as it is if not. Not of a container. */
export function typedText(reader: TypeReader | undefined, bytes: Buffer, at: number): string {
  if (isNothing(bytes, at)) return reader?.ofNothing?.text ?? '';
  return reader?.fit(bytes, at)?.text ?? textAt(bytes, at);
}

/** The end of a number without exponent and zeros at its start, and the literal's or text's end follows. -1: none. */
export function plainNumberEnd(bytes: Uint8Array, from: number): number {
  let at = bytes[from] === 0x2d ? from + 1 : from;
  const first = at;
  let point = -1;
  for (;;) {
    const byte = bytes[at] as number; // the value ends before the bytes do
    if (byte >= 0x30 && byte <= 0x39) at++;
    else if (byte === 0x2e && point === -1 && at > first) point = at++;
    else break;
  }
  const whole = (point === -1 ? at : point) - first;
  if (whole === 0 || point === at - 1 || (whole > 1 && bytes[first] === 0x30)) return -1;
  const byte = bytes[at];
  const isEnd = byte === quote || byte === undefined || byte <= 32 || byte === 0x2c || byte === 0x7d || byte === 0x5d;
  return isEnd ? at : -1;
}

/** Patterns of numbers whose canonical form is the number as written, without marks of thousands. */
export const isPlainPattern = (pattern: string | undefined): boolean =>
  pattern === 'plain' || pattern === 'comma_point';
