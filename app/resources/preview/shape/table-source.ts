import type { Column } from '../../../shared/preview/preview.ts';
import type { DateClock } from '../../../shared/resource/dates/evaluate.ts';
import type { ColumnChoice, Shape } from '../../../shared/shape/shape.ts';
import type { ColumnSearch, FoundColumns } from '../json/columns.ts';
import type { JsonDocument } from '../json/document.ts';
import type { Rows } from '../json/row-places.ts';
import { type ColumnType, TypeGuess } from './guess.ts';
import { Locator, locate } from './locate.ts';
import { type Ranks, rankColumn } from './ranks.ts';
import { nowhere } from './source-text.ts';
import { readColumn, type TypedColumn } from './typed-column.ts';
import { Job, type Slices } from './work.ts';

/** Rows whose types are guessed at once, so that the first ones can be shown. */
const sampledRows = 300;
const rowsAtOnce = 2000;
/** For the values of columns that steps use. The least recently used column goes first. */
const defaultBudgetBytes = 256 * 1024 * 1024;
const searchMs = 10;

export interface SourceOptions {
  document: JsonDocument;
  rows: Rows;
  search: ColumnSearch;
  /** The body is JSON: its numbers are numbers. */
  isJson: boolean;
  /** For relative dates in filters. */
  clock: DateClock;
  budgetBytes?: number;
}

interface KeptColumn {
  column: Job<TypedColumn>;
  ranks: Job<Ranks> | undefined;
}

/** The rows of a table before any step, with the values of their columns. Built on demand, and kept within a budget. */
export class TableSource {
  readonly document: JsonDocument;
  readonly rows: Rows;
  readonly search: ColumnSearch;
  readonly clock: DateClock;
  private readonly isJson: boolean;
  private readonly budgetBytes: number;
  /** The most recently used is last. */
  private readonly kept = new Map<string, KeptColumn>();
  /** Types from all values. */
  private readonly types = new Map<string, ColumnType>();
  /** Types from the first rows. */
  private readonly sampled = new Map<string, ColumnType>();
  private typing: { keys: string; job: Job<void> } | undefined;

  constructor({ document, rows, search, isJson, clock, budgetBytes = defaultBudgetBytes }: SourceOptions) {
    this.document = document;
    this.rows = rows;
    this.search = search;
    this.isJson = isJson;
    this.clock = clock;
    this.budgetBytes = budgetBytes;
  }

  get rowCount(): number {
    return this.rows.offsets.length;
  }

  get found(): FoundColumns {
    return this.search.found();
  }

  /** Whether all rows were searched for columns, and all values for types. */
  isComplete(shape: Shape): boolean {
    return this.search.isDone && this.found.columns.every((column) => this.types.has(keyOf(column.pointer, shape)));
  }

  /** From all values, or from the first rows. */
  typeOf(column: Column, shape: Shape): ColumnType {
    const key = keyOf(column.pointer, shape);
    const known = this.types.get(key) ?? this.sampled.get(key);
    if (known !== undefined) return known;
    this.sample(shape);
    return this.types.get(key) ?? this.sampled.get(key) ?? { type: 'text', unfitCount: 0 };
  }

  /** Continues the search for columns, then that for types. */
  *complete(shape: Shape): Slices<void> {
    yield* this.completeColumns();
    const missing = this.found.columns.filter((column) => !this.types.has(keyOf(column.pointer, shape)));
    const keys = missing.map((column) => keyOf(column.pointer, shape)).join('\n');
    if (this.typing?.keys !== keys) this.typing = { keys, job: new Job(this.guessAll(missing, shape)) };
    yield* this.typing.job.wait();
  }

  *completeColumns(): Slices<void> {
    while (!this.search.isDone) {
      this.search.lookOn(searchMs);
      yield;
    }
  }

  /** The column with this pointer. `undefined`: no row has it. */
  *find(pointer: string): Slices<Column | undefined> {
    const known = this.found.columns.find((column) => column.pointer === pointer);
    if (known !== undefined || this.search.isDone) return known;
    yield* this.completeColumns();
    return this.found.columns.find((column) => column.pointer === pointer);
  }

  *values(column: Column, shape: Shape): Slices<TypedColumn> {
    return yield* this.keep(column, shape).column.wait();
  }

  *ranks(column: Column, shape: Shape): Slices<Ranks> {
    const kept = this.keep(column, shape);
    const values = yield* kept.column.wait();
    kept.ranks ??= new Job(rankColumn(this.document.bytes, values));
    const ranks = yield* kept.ranks.wait();
    this.trim();
    return ranks;
  }

  private keep(column: Column, shape: Shape): KeptColumn {
    const key = keyOf(column.pointer, shape);
    const kept = this.kept.get(key) ?? { column: new Job(this.read(column, shape, key)), ranks: undefined };
    this.kept.delete(key);
    this.kept.set(key, kept);
    return kept;
  }

  private *read(column: Column, shape: Shape, key: string): Slices<TypedColumn> {
    const { document, rows } = this;
    const { bytes } = document;
    const known = this.types.get(key);
    const guess = known === undefined ? this.guess(column, choiceOf(column.pointer, shape)) : undefined;
    const other = [...this.kept].find(([each]) => each.startsWith(`${column.pointer}\n`) && each !== key)?.[1].column;
    let offsets: Uint32Array;
    if (other?.isDone === true) {
      offsets = (yield* other.wait()).offsets;
      for (let row = 0; guess !== undefined && row < offsets.length; row++) {
        const at = offsets[row] as number; // row < length
        if (at !== nowhere) guess.note(bytes, at);
        if (row % rowsAtOnce === 0) yield;
      }
    } else offsets = yield* locate(document, rows, column.pointer, (at) => guess?.note(bytes, at));
    const type = known ?? guess?.found() ?? { type: 'text', unfitCount: 0 };
    this.types.set(key, type);
    const values = yield* readColumn(document, offsets, type);
    this.trim();
    return values;
  }

  private *guessAll(columns: readonly Column[], shape: Shape): Slices<void> {
    const guesses = columns.map((column) => this.guess(column, choiceOf(column.pointer, shape)));
    yield* this.note(columns, guesses, this.rowCount);
    for (const [index, guess] of guesses.entries())
      this.types.set(keyOf(columns[index]?.pointer ?? '', shape), guess.found());
  }

  private sample(shape: Shape): void {
    const columns = this.found.columns.filter((column) => {
      const key = keyOf(column.pointer, shape);
      return !this.types.has(key) && !this.sampled.has(key);
    });
    const guesses = columns.map((column) => this.guess(column, choiceOf(column.pointer, shape)));
    const count = Math.min(sampledRows, this.rowCount);
    for (const _pause of this.note(columns, guesses, count));
    const into = count === this.rowCount ? this.types : this.sampled;
    for (const [index, guess] of guesses.entries())
      into.set(keyOf(columns[index]?.pointer ?? '', shape), guess.found());
  }

  private *note(columns: readonly Column[], guesses: readonly TypeGuess[], count: number): Slices<void> {
    const { bytes } = this.document;
    const locator = new Locator(
      this.document,
      this.rows,
      columns.map(({ pointer }) => pointer),
    );
    for (let row = 0; row < count; row++) {
      locator.read(row);
      for (let index = 0; index < guesses.length; index++) {
        const at = locator.found[index] as number; // as many as guesses
        if (at !== nowhere) guesses[index]?.note(bytes, at);
      }
      if (row % rowsAtOnce === rowsAtOnce - 1) yield;
    }
  }

  private guess({ label }: Column, choice: ColumnChoice): TypeGuess {
    return new TypeGuess(label, choice, this.isJson, this.rowCount);
  }

  /** Columns that work still goes on with stay. */
  private trim(): void {
    const bytesOf = ({ column, ranks }: KeptColumn) =>
      this.rowCount * ((column.isDone ? 12 : 0) + (ranks?.isDone === true ? 4 : 0));
    let total = [...this.kept.values()].reduce((sum, each) => sum + bytesOf(each), 0);
    for (const [key, each] of [...this.kept].slice(0, -1)) {
      if (total <= this.budgetBytes) return;
      if (!each.column.isDone || each.ranks?.isDone === false) continue;
      total -= bytesOf(each);
      this.kept.delete(key);
    }
  }
}

const choiceOf = (pointer: string, { columns }: Shape): ColumnChoice =>
  Object.hasOwn(columns, pointer) ? (columns[pointer] ?? {}) : {};

const keyOf = (pointer: string, shape: Shape): string => {
  const { type = '', pattern = '' } = choiceOf(pointer, shape);
  return `${pointer}\n${type}\n${type === '' ? '' : pattern}`;
};
