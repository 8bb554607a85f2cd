import type { Message } from '../../../shared/messages/message.ts';
import type { Column } from '../../../shared/preview/preview.ts';
import type { DistinctStep, FilterStep, LimitStep, Shape, SortStep, Step } from '../../../shared/shape/shape.ts';
import { prepareFilter, type RowTest } from './filter.ts';
import { sortByKeys } from './radix.ts';
import type { Ranks } from './ranks.ts';
import { columnsOfStep, noColumn } from './shaped-columns.ts';
import { nowhere } from './source-text.ts';
import type { TableSource } from './table-source.ts';
import type { Slices } from './work.ts';

/** Rows by their index in the body, in order. `undefined`: all rows, as found. */
export type RowList = Uint32Array | undefined;

/** The rows after a step, or why it could not be applied. */
export type StepResult = { list: RowList } | { problem: Message };

const rowsAtOnce = 20_000;

export function* applyStep(source: TableSource, shape: Shape, step: Step, list: RowList): Slices<StepResult> {
  const columns = new Map<string, Column>();
  for (const pointer of columnsOfStep(step)) {
    const column = yield* source.find(pointer);
    if (column === undefined) return { problem: noColumn(pointer, shape) };
    columns.set(pointer, column);
  }
  const columnAt = (pointer: string): Column => columns.get(pointer) as Column; // found above
  switch (step.kind) {
    case 'filter':
      return yield* filter(source, shape, step, list, columnAt(step.column));
    case 'sort':
      return { list: yield* sort(source, shape, step, list, columnAt) };
    case 'distinct':
      return { list: yield* distinct(source, shape, step, list, columnAt) };
    case 'limit':
      return { list: limit(source, step, list) };
  }
}

const allRows = (count: number): Uint32Array => {
  const list = new Uint32Array(count);
  for (let row = 0; row < count; row++) list[row] = row;
  return list;
};

function* filter(
  source: TableSource,
  shape: Shape,
  step: FilterStep,
  list: RowList,
  column: Column,
): Slices<StepResult> {
  const test = yield* prepareFilter(source, shape, step, column);
  if ('problem' in test) return test;
  return { list: yield* rowsThatPass(source, test.passes, list) };
}

export function* rowsThatPass(source: TableSource, passes: RowTest, list: RowList): Slices<Uint32Array> {
  const count = list?.length ?? source.rowCount;
  const left = new Uint32Array(count);
  let length = 0;
  for (let index = 0; index < count; index++) {
    const row = list === undefined ? index : (list[index] as number); // index < length
    if (passes(row)) left[length++] = row;
    if (index % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  // A copy, so that a few rows do not keep the memory of all.
  return left.slice(0, length);
}

/** Sorts by the last key first: each pass is stable. */
function* sort(
  source: TableSource,
  shape: Shape,
  step: SortStep,
  list: RowList,
  columnAt: (pointer: string) => Column,
): Slices<RowList> {
  let sorted = list ?? allRows(source.rowCount);
  for (const { column, descending } of step.keys.toReversed()) {
    const ranks = yield* source.ranks(columnAt(column), shape);
    sorted = yield* sortByKeys(sorted, descending ? turned(ranks) : ranks.ranks, ranks.count);
  }
  return sorted;
}

/** From the largest to the smallest value, then values without the type alike, then empty ones. */
function turned({ ranks, fitCount, count }: Ranks): Uint32Array {
  const last = fitCount - 1;
  const lastOfAll = count - 1 + fitCount;
  const result = new Uint32Array(ranks.length);
  for (let row = 0; row < ranks.length; row++) {
    const rank = ranks[row] as number; // row < length
    result[row] = rank < fitCount ? last - rank : rank < count ? lastOfAll - rank : count;
  }
  return result;
}

function* distinct(
  source: TableSource,
  shape: Shape,
  step: DistinctStep,
  list: RowList,
  columnAt: (pointer: string) => Column,
): Slices<RowList> {
  let columns = step.columns.map(columnAt);
  if (columns.length === 0) {
    yield* source.completeColumns();
    columns = source.found.columns.filter(({ pointer }) => shape.columns[pointer]?.hidden !== true);
  }
  const rows = list ?? allRows(source.rowCount);
  let groups = new Uint32Array(rows.length);
  for (const column of columns) {
    const values = yield* source.values(column, shape);
    // The different texts have numbers already.
    const numbers = values.words?.ids ?? (yield* source.ranks(column, shape)).ranks;
    groups = yield* refine(groups, rows, numbers);
  }
  const met = new Uint8Array(rows.length);
  let length = 0;
  const left = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const group = groups[index] as number; // index < length
    if (met[group] === 1) continue;
    met[group] = 1;
    left[length++] = rows[index] as number; // index < length
  }
  return left.slice(0, length);
}

/** Splits groups of rows by their numbers in one more column. Groups are numbered from 0 in the order of the rows. */
function* refine(groups: Uint32Array, rows: Uint32Array, numbers: Uint32Array): Slices<Uint32Array<ArrayBuffer>> {
  let size = 1024;
  while (size < rows.length * 2) size *= 2;
  const mask = size - 1;
  const slots = new Uint32Array(size).fill(nowhere);
  const oldGroups = new Uint32Array(rows.length);
  const ofNumbers = new Uint32Array(rows.length);
  let count = 0;
  const refined = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const group = groups[index] as number; // as many as rows
    const number = numbers[rows[index] as number] as number; // a row of the table
    let slot = (Math.imul(group, 0x9e37_79b1) ^ Math.imul(number, 0x85eb_ca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const known = slots[slot] as number; // slot <= mask
      if (known === nowhere) {
        slots[slot] = count;
        refined[index] = count;
        oldGroups[count] = group;
        ofNumbers[count++] = number;
        break;
      }
      if (oldGroups[known] === group && ofNumbers[known] === number) {
        refined[index] = known;
        break;
      }
      slot = (slot + 1) & mask;
    }
    if (index % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  return refined;
}

function limit({ rowCount }: TableSource, { count, from }: LimitStep, list: RowList): RowList {
  const length = list?.length ?? rowCount;
  if (count >= length) return list;
  const rows = list ?? allRows(rowCount);
  return from === 'first' ? rows.slice(0, count) : rows.slice(length - count);
}
