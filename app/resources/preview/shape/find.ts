import type { Found } from '../../../shared/contract/table.ts';
import type { Column } from '../../../shared/preview/preview.ts';
import { hasEscape, skipString, skipValue } from '../json/walk.ts';
import { Locator } from './locate.ts';
import { isEmptyAt, nowhere, shortTextAt, textAt } from './source-text.ts';
import type { RowList } from './steps.ts';
import type { TableSource } from './table-source.ts';
import { canonicalOf, longestTyped } from './typed-column.ts';
import { QuickDate } from './values/quick.ts';
import { readerOf } from './values/read-value.ts';
import type { ReadValue } from './values/typed-value.ts';

export interface FindRequest {
  text: string;
  matchCase: boolean;
  from: { row: number; column: string } | null;
  backwards: boolean;
}

const rowsAtOnce = 500;
const sliceMs = 20;
/** What canonical forms consist of. */
const inCanonical = /^[-\d.:tzeruefals]+$/i;
const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);
const quote = 0x22;

/** A search of a whole table, continued by each call. */
export class TableFind {
  private readonly columns: readonly Column[];
  private readonly list: RowList;
  private readonly rowCount: number;
  private readonly locator: Locator;
  private readonly matchers: readonly Matcher[];
  /** Matching cells in reading order: row × number of columns + column. */
  private places = new Float64Array(256);
  private count = 0;
  private next = 0;

  /** `columns`: those that are shown, in their order. */
  constructor(
    { document, rows, rowCount }: TableSource,
    list: RowList,
    columns: readonly Column[],
    { text, matchCase }: Pick<FindRequest, 'text' | 'matchCase'>,
  ) {
    this.columns = columns;
    this.list = list;
    this.rowCount = list?.length ?? rowCount;
    this.locator = new Locator(
      document,
      rows,
      columns.map(({ pointer }) => pointer),
    );
    this.matchers = columns.map((column) => new Matcher(document.bytes, column, text, matchCase));
  }

  /** Searches on for about 20 ms, and answers from what was searched. */
  lookOn({ from, backwards }: Pick<FindRequest, 'from' | 'backwards'>): Found {
    const end = performance.now() + sliceMs;
    while (!this.isDone && performance.now() < end) this.look(Math.min(this.rowCount, this.next + rowsAtOnce));
    const index = this.indexOf(this.codeOf(from), backwards);
    const code = index === undefined ? undefined : this.places[index];
    const row = code === undefined ? 0 : Math.floor(code / this.columns.length);
    const column = code === undefined ? undefined : this.columns[code % this.columns.length];
    return {
      place: column === undefined ? null : { row, column: column.pointer },
      number: column === undefined ? 0 : (index ?? 0) + 1,
      matchCount: this.count,
      isDone: this.isDone,
    };
  }

  private get isDone(): boolean {
    return this.next >= this.rowCount || this.columns.length === 0;
  }

  private look(end: number): void {
    const { locator, matchers } = this;
    const { found } = locator;
    for (let row = this.next; row < end; row++) {
      locator.read(this.list?.[row] ?? row);
      for (let column = 0; column < matchers.length; column++) {
        const at = found[column] as number; // as many as matchers
        if (at !== nowhere && matchers[column]?.matches(at) === true) this.add(row * matchers.length + column);
      }
    }
    this.next = end;
  }

  private add(code: number): void {
    if (this.count === this.places.length) {
      const grown = new Float64Array(this.count * 2);
      grown.set(this.places);
      this.places = grown;
    }
    this.places[this.count++] = code;
  }

  private codeOf(from: FindRequest['from']): number | undefined {
    if (from === null) return undefined;
    const column = this.columns.findIndex(({ pointer }) => pointer === from.column);
    return from.row * this.columns.length + Math.max(0, column);
  }

  /** The match after or before the place. `undefined`: none, or not searched yet. */
  private indexOf(from: number | undefined, backwards: boolean): number | undefined {
    if (this.count === 0) return undefined;
    if (!backwards) {
      const after = from === undefined ? 0 : this.firstFrom(from + 1);
      return after < this.count ? after : this.isDone ? 0 : undefined;
    }
    const isSearched = from !== undefined && this.next * this.columns.length > from;
    const before = isSearched || (this.isDone && from !== undefined) ? this.firstFrom(from ?? 0) - 1 : -1;
    return before >= 0 ? before : this.isDone ? this.count - 1 : undefined;
  }

  /** The index of the first match at or after the place. */
  private firstFrom(code: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.places[middle] as number) < code)
        low = middle + 1; // middle < count
      else high = middle;
    }
    return low;
  }
}

/** Whether a value of one column contains the text, as written or in canonical form. */
class Matcher {
  private readonly bytes: Buffer;
  private readonly text: string;
  private readonly matchCase: boolean;
  private readonly pattern: string | undefined;
  /** `undefined`: the canonical form says nothing that the value as written does not. */
  private readonly read: ReadValue | undefined;
  private readonly isIso: boolean;
  /** Of a text in ASCII: its bytes, and those of the other case. */
  private readonly lower: Uint8Array | undefined;
  private readonly upper: Uint8Array;
  private readonly date = new QuickDate();

  constructor(bytes: Buffer, { type = 'text', pattern }: Column, text: string, matchCase: boolean) {
    this.bytes = bytes;
    this.text = matchCase ? text : text.toLowerCase();
    this.matchCase = matchCase;
    this.pattern = pattern;
    const isSame = pattern === 'plain' || pattern === 'true_false' || (type === 'date' && pattern === 'iso');
    this.read = isSame || !inCanonical.test(text) ? undefined : readerOf(type, pattern);
    this.isIso = pattern === 'iso';
    const needle = matchCase ? text : this.text;
    this.lower = isAscii(text) && !/["\\\p{Cc}]/u.test(text) ? Buffer.from(needle) : undefined;
    this.upper = Buffer.from(matchCase ? needle : needle.toUpperCase());
  }

  matches(at: number): boolean {
    const { bytes } = this;
    if (isEmptyAt(bytes, at)) return false;
    return this.isWritten(at) || (this.read !== undefined && this.isCanonical(at));
  }

  private isWritten(at: number): boolean {
    const { bytes, lower } = this;
    const isText = bytes[at] === quote;
    const from = isText ? at + 1 : at;
    const end = isText ? skipString(bytes, at) - 1 : skipValue(bytes, at);
    if (lower !== undefined) {
      const found = this.search(from, end, lower);
      // An escape may stand for a character of the text.
      if (found || !isText || !hasEscape(bytes, from, end)) return found;
    }
    const text = textAt(bytes, at);
    return this.has(text);
  }

  private search(from: number, end: number, lower: Uint8Array): boolean {
    const { bytes, upper } = this;
    const { length } = lower;
    const first = lower[0];
    const firstUpper = upper[0];
    for (let at = from; at <= end - length; at++) {
      const byte = bytes[at];
      if (byte !== first && byte !== firstUpper) continue;
      let index = 1;
      while (index < length && (bytes[at + index] === lower[index] || bytes[at + index] === upper[index])) index++;
      if (index === length) return true;
    }
    return false;
  }

  private isCanonical(at: number): boolean {
    const { bytes, read, pattern } = this;
    if (this.isIso && this.date.read(bytes, at)) return false;
    const text = shortTextAt(bytes, at, longestTyped);
    const canonical = text === undefined ? undefined : canonicalOf({ read, pattern }, text);
    return canonical !== undefined && this.has(canonical);
  }

  private has(text: string): boolean {
    return (this.matchCase ? text : text.toLowerCase()).includes(this.text);
  }
}
