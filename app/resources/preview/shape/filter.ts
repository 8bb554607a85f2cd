import { type Message, message } from '../../../shared/messages/message.ts';
import type { Column } from '../../../shared/preview/preview.ts';
import type { DateClock } from '../../../shared/resource/dates/evaluate.ts';
import type { FilterStep, FilterTest, Shape, ValueType } from '../../../shared/shape/shape.ts';
import { type Dictionary, wordOf } from './dictionary.ts';
import { fillFilter, momentsOfDay } from './filter-value.ts';
import { rankOfText } from './rank-of-text.ts';
import { nowhere, textAt } from './source-text.ts';
import type { TableSource } from './table-source.ts';
import { canonicalOf, compareExact, exactText, isEmptyRow, type TypedColumn } from './typed-column.ts';
import { canonicalReader } from './values/read-value.ts';
import type { TypedValue } from './values/typed-value.ts';
import type { Slices } from './work.ts';

/** Whether the row at the index in the body stays. */
export type RowTest = (row: number) => boolean;
export type PreparedFilter = { passes: RowTest } | { problem: Message };

type Test = Omit<FilterStep, 'kind' | 'id'>;

const lower = (text: string): string => text.toLowerCase();
const asItIs = (text: string): string => text;

const textTests: ReadonlySet<FilterTest> = new Set(['contains', 'contains_not', 'starts', 'ends']);
const equalTests: ReadonlySet<FilterTest> = new Set(['is', 'is_not', 'one_of']);
const wordsAtOnce = 10_000;

export function* prepareFilter(
  source: TableSource,
  shape: Shape,
  written: FilterStep,
  column: Column,
): Slices<PreparedFilter> {
  const step = fillFilter(written, source.clock);
  return 'problem' in step ? step : yield* prepareTest(source, shape, step, column);
}

/** `matchCase`: for text. Absent: `is` and the like do, the others do not. */
export function* prepareTest(
  source: TableSource,
  shape: Shape,
  step: Test,
  column: Column,
  matchCase?: boolean,
): Slices<PreparedFilter> {
  const { bytes } = source.document;
  const values = yield* source.values(column, shape);
  const isEmpty: RowTest = (row) => isEmptyRow(bytes, values, row);
  if (step.test === 'empty') return { passes: isEmpty };
  if (step.test === 'not_empty') return { passes: (row) => !isEmpty(row) };
  if (textTests.has(step.test)) return { passes: yield* textFilter(bytes, values, step, matchCase) };
  if (values.words !== undefined) {
    if (equalTests.has(step.test)) return { passes: yield* wordFilter(values.words, equalWords(step, matchCase)) };
    return { passes: yield* wordOrder(source, shape, step, column, values.words) };
  }
  const isInUtc = values.type === 'datetime' && hasZone(bytes, values);
  const read: ReadWanted = (text) => readWanted(values.type, text, isInUtc, source.clock);
  return equalTests.has(step.test) ? equalFilter(bytes, values, step, read) : orderFilter(bytes, values, step, read);
}

/** Whether the first moment of the column names its zone. */
function hasZone(bytes: Buffer, values: TypedColumn): boolean {
  const first = values.keys?.findIndex((key) => !Number.isNaN(key)) ?? -1;
  return first !== -1 && exactText(bytes, values, first).endsWith('Z');
}

/** Tests each different text once. Empty values pass if the empty text does. */
function* wordFilter(words: Dictionary, test: (word: string) => boolean): Slices<RowTest> {
  const passing = new Uint8Array(words.count);
  for (let id = 0; id < words.count; id++) {
    if (test(wordOf(words, id))) passing[id] = 1;
    if (id % wordsAtOnce === wordsAtOnce - 1) yield;
  }
  const passesEmpty = test('');
  const { ids } = words;
  return (row) => {
    const id = ids[row] as number; // a row of the table
    return id === nowhere ? passesEmpty : passing[id] === 1;
  };
}

/** Compares with the value as written and in canonical form. */
function* textFilter(bytes: Buffer, values: TypedColumn, { test, value }: Test, matchCase = false): Slices<RowTest> {
  const folded = matchCase ? asItIs : lower;
  const wanted = folded(value);
  const has = (text: string): boolean => {
    const own = folded(text);
    if (test === 'starts') return own.startsWith(wanted);
    return test === 'ends' ? own.endsWith(wanted) : own.includes(wanted);
  };
  const isNegated = test === 'contains_not';
  if (values.words !== undefined) return yield* wordFilter(values.words, (word) => has(word) !== isNegated);
  return (row) => {
    const text = textAt(bytes, values.offsets[row] as number); // a row of the table
    return (has(text) || has(canonicalOf(values, text) ?? '')) !== isNegated;
  };
}

function equalWords({ test, value, values }: Test, matchCase = true): (word: string) => boolean {
  const folded = matchCase ? asItIs : lower;
  const wanted = new Set((test === 'one_of' ? values : [value]).map(folded));
  return (word) => wanted.has(folded(word)) !== (test === 'is_not');
}

function* wordOrder(
  source: TableSource,
  shape: Shape,
  { test, value, to }: Test,
  column: Column,
  words: Dictionary,
): Slices<RowTest> {
  const { ranks, count } = yield* source.ranks(column, shape);
  const order = yield* wordsByRank(words, ranks, count);
  const low = rankOfText(words, order, value);
  const high = test === 'between' ? rankOfText(words, order, to) : low;
  const [from, end] = rangeOf(test, low, high);
  return (row) => {
    const rank = ranks[row] as number; // a row of the table
    return rank < count && rank >= from && rank < end;
  };
}

function* wordsByRank({ ids, count }: Dictionary, ranks: Uint32Array, rankCount: number): Slices<Uint32Array> {
  const order = new Uint32Array(rankCount);
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row] as number; // row < length
    if (id < count) order[ranks[row] as number] = id; // row < length
  }
  yield;
  return order;
}

/** The ranks that pass, from the first to before the end. */
function rangeOf(
  test: FilterTest,
  low: { from: number; end: number },
  high: { from: number; end: number },
): [from: number, end: number] {
  switch (test) {
    case 'less':
      return [0, low.from];
    case 'at_most':
      return [0, low.end];
    case 'more':
      return [low.end, nowhere];
    case 'at_least':
      return [low.from, nowhere];
    default:
      return [low.from, high.end];
  }
}

/** A value that a filter names: all values from `from` to `to`. They differ for a day among times. */
interface Wanted {
  from: TypedValue;
  to: TypedValue;
}

const dayAlone = /^\d{4}-\d\d-\d\d$/;

/** `undefined`: not a value of the type. */
type ReadWanted = (text: string) => Wanted | undefined;

function readWanted(type: ValueType, text: string, isInUtc: boolean, clock: DateClock): Wanted | undefined {
  if (type === 'datetime' && dayAlone.test(text.trim())) return momentsOfDay(text.trim(), isInUtc, clock);
  const from = canonicalReader(type)?.(text);
  return from && { from, to: from };
}

const noValue = (type: ValueType, value: string): PreparedFilter => ({
  problem: value.trim() === '' ? message('shape.noValue') : message(`shape.badValue.${type}`, { value }),
});

function equalFilter(
  bytes: Buffer,
  values: TypedColumn,
  { test, value, values: list }: Test,
  read: ReadWanted,
): PreparedFilter {
  const { type, keys = new Float64Array(), offsets, isInexact } = values;
  const texts = test === 'one_of' ? list : [value];
  const wanted = texts.flatMap((text) => read(text) ?? []);
  // Values without the type are compared as they are written.
  const written = new Set(texts);
  const singles = new Set(wanted.filter(({ from, to }) => from === to).map(({ from }) => from.key));
  const days = wanted.filter(({ from, to }) => from !== to);
  const isExactly = (row: number, key: number): boolean => {
    const own = exactText(bytes, values, row);
    return wanted.some(({ from }) => from.key === key && compareExact(type, own, from.text) === 0);
  };
  const needsExact = isInexact || wanted.some(({ from }) => from.text.length > 15 && type === 'number');
  const isEqual = (row: number): boolean => {
    const key = keys[row] as number; // a row of the table
    if (Number.isNaN(key)) return written.has(textAt(bytes, offsets[row] as number)); // a row of the table
    if (days.some(({ from, to }) => key >= from.key && key <= to.key)) return true;
    return singles.has(key) && (!needsExact || isExactly(row, key));
  };
  return { passes: test === 'is_not' ? (row) => !isEqual(row) : isEqual };
}

function orderFilter(bytes: Buffer, values: TypedColumn, { test, value, to }: Test, read: ReadWanted): PreparedFilter {
  const { type, keys = new Float64Array(), isInexact } = values;
  const low = read(value);
  if (low === undefined) return noValue(type, value);
  const high = test === 'between' ? read(to) : low;
  if (high === undefined) return noValue(type, to);
  /** Negative: the row's value is smaller. */
  const compare = (row: number, key: number, other: TypedValue): number => {
    if (key !== other.key) return key - other.key;
    return isInexact || other.text.length > 15 ? compareExact(type, exactText(bytes, values, row), other.text) : 0;
  };
  const tests: Partial<Record<FilterTest, (row: number, key: number) => boolean>> = {
    less: (row, key) => compare(row, key, low.from) < 0,
    at_most: (row, key) => compare(row, key, low.to) <= 0,
    more: (row, key) => compare(row, key, low.to) > 0,
    at_least: (row, key) => compare(row, key, low.from) >= 0,
  };
  const passes =
    tests[test] ?? ((row: number, key: number) => compare(row, key, low.from) >= 0 && compare(row, key, high.to) <= 0);
  return {
    passes: (row) => {
      const key = keys[row] as number; // a row of the table
      return !Number.isNaN(key) && passes(row, key);
    },
  };
}
