import { readDictionary } from './dictionary.ts';
import { sortByNumbers } from './radix.ts';
import { nowhere } from './source-text.ts';
import { sortTexts } from './text-order.ts';
import { compareExact, exactText, isEmptyRow, type TypedColumn } from './typed-column.ts';
import type { Slices } from './work.ts';

/** The place of each row's value among the column's different values, in ascending order. */
export interface Ranks {
  /** Equal values have equal ranks. Empty values have `count`. */
  readonly ranks: Uint32Array;
  /** Ranks below are of values of the column's type, the others of values without it. */
  readonly fitCount: number;
  readonly count: number;
}

const rowsAtOnce = 50_000;

export function* rankColumn(bytes: Buffer, column: TypedColumn): Slices<Ranks> {
  return column.words === undefined ? yield* rankKeys(bytes, column) : yield* rankWords(column.words);
}

function* rankWords(words: NonNullable<TypedColumn['words']>): Slices<Ranks> {
  const order = yield* sortTexts(words);
  const rankOf = new Uint32Array(words.count);
  for (let rank = 0; rank < order.length; rank++) rankOf[order[rank] as number] = rank; // rank < length
  yield;
  const ranks = new Uint32Array(words.ids.length);
  for (let row = 0; row < ranks.length; row++) {
    const id = words.ids[row] as number; // row < length
    ranks[row] = id === nowhere ? words.count : (rankOf[id] as number); // a known text
  }
  return { ranks, fitCount: words.count, count: words.count };
}

function* rankKeys(bytes: Buffer, column: TypedColumn): Slices<Ranks> {
  const { keys = new Float64Array(), offsets, type, isInexact } = column;
  const unfit: number[] = [];
  const all = new Uint32Array(keys.length);
  let fitRows = 0;
  for (let row = 0; row < keys.length; row++) {
    if (Number.isNaN(keys[row])) {
      if (!isEmptyRow(bytes, column, row)) unfit.push(row);
    } else all[fitRows++] = row;
  }
  yield;
  const order = yield* sortByNumbers(all.subarray(0, fitRows), keys);
  if (isInexact) yield* sortExactly(bytes, column, order);
  const ranks = new Uint32Array(offsets.length);
  let rank = -1;
  let last = Number.NaN;
  let lastText = '';
  for (let index = 0; index < order.length; index++) {
    const row = order[index] as number; // index < length
    const key = keys[row] as number; // a row of the table
    const text = isInexact ? exactText(bytes, column, row) : '';
    if (key !== last || (isInexact && compareExact(type, text, lastText) !== 0)) rank++;
    last = key;
    lastText = text;
    ranks[row] = rank;
    if (index % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  const fitCount = rank + 1;
  const words = yield* readDictionary(bytes, offsets, unfit);
  const others = yield* rankWords(words);
  const count = fitCount + words.count;
  for (const row of unfit) ranks[row] = fitCount + (others.ranks[row] as number); // a row of the table
  if (fitRows + unfit.length < ranks.length)
    for (let row = 0; row < ranks.length; row++)
      if (Number.isNaN(keys[row]) && isEmptyRow(bytes, column, row)) ranks[row] = count;
  return { ranks, fitCount, count };
}

/** Sorts rows of equal keys by all their digits. */
function* sortExactly(bytes: Buffer, column: TypedColumn, order: Uint32Array): Slices<void> {
  const { keys = new Float64Array(), type } = column;
  let start = 0;
  for (let index = 1; index <= order.length; index++) {
    if (index < order.length && keys[order[index] as number] === keys[order[start] as number]) continue; // in order
    if (index - start > 1) {
      const group = [...order.subarray(start, index)].map((row) => ({ row, text: exactText(bytes, column, row) }));
      group.sort((one, other) => compareExact(type, one.text, other.text));
      for (const [place, { row }] of group.entries()) order[start + place] = row;
    }
    start = index;
    if (index % 1000 === 0) yield;
  }
}
