import type { Statistics } from '../../../shared/contract/table.ts';
import type { Column } from '../../../shared/preview/preview.ts';
import type { Shape, ValueType } from '../../../shared/shape/shape.ts';
import { cut } from '../json/cells.ts';
import { canonicalKey } from './canonical-key.ts';
import { nowhere, textAt } from './source-text.ts';
import type { RowList } from './steps.ts';
import { Sum } from './sum.ts';
import type { TableSource } from './table-source.ts';
import { exactText, isEmptyRow } from './typed-column.ts';
import type { Slices } from './work.ts';

const rowsAtOnce = 20_000;
const mostBins = 20;
const mostTop = 10;
const topCharacters = 500;
const measured: ReadonlySet<ValueType> = new Set(['number', 'date', 'datetime', 'time', 'duration']);

/** Figures of a column's values in the listed rows. */
export function* describe(source: TableSource, shape: Shape, list: RowList, column: Column): Slices<Statistics> {
  const { bytes } = source.document;
  const values = yield* source.values(column, shape);
  const { type, keys, words, offsets } = values;
  const { ranks, fitCount, count: rankCount } = yield* source.ranks(column, shape);
  const rowCount = list?.length ?? source.rowCount;
  const counts = new Uint32Array(rankCount + 1);
  /** A row of each value. */
  const examples = new Uint32Array(rankCount).fill(nowhere);
  const sum = type === 'number' || type === 'duration' ? new Sum() : undefined;
  let keySum = 0;
  for (let index = 0; index < rowCount; index++) {
    const row = list === undefined ? index : (list[index] as number); // index < length
    const rank = ranks[row] as number; // a row of the table
    counts[rank] = (counts[rank] as number) + 1; // rank <= rankCount
    if (rank < rankCount && examples[rank] === nowhere) examples[rank] = row;
    if (index % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  let filled = 0;
  let distinct = 0;
  let low = -1;
  let high = -1;
  for (let rank = 0; rank < fitCount; rank++) {
    const count = counts[rank] as number; // rank < rankCount
    if (count === 0) continue;
    filled += count;
    distinct++;
    if (low === -1) low = rank;
    high = rank;
    const row = examples[rank] as number; // counted
    const key = keys?.[row] ?? Number.NaN;
    keySum += key * count;
    sum?.add(values.isInexact ? exactText(bytes, values, row) : String(key), key, count);
    if (rank % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  const empty = counts[rankCount] as number; // the last one
  const textOf = (rank: number): string => {
    const row = examples[rank] as number; // of a value that was counted
    if (words !== undefined) return cut(textAt(bytes, offsets[row] as number), topCharacters); // a row of the table
    return isEmptyRow(bytes, values, row) ? '' : exactText(bytes, values, row);
  };
  const base = { type, count: rowCount, empty, unfit: rowCount - empty - filled, distinct, bins: [], top: [] };
  if (low === -1) return base;
  const withEnds = { ...base, min: textOf(low), max: textOf(high) };
  if (!measured.has(type) || keys === undefined)
    return {
      ...withEnds,
      top: topOf(counts, fitCount).map((rank) => ({ text: textOf(rank), count: counts[rank] ?? 0 })),
    };
  return {
    ...withEnds,
    ...(sum === undefined ? {} : sum.result()),
    mean: canonicalKey(type, keySum / filled, withEnds.min),
    median: textOf(rankAt(counts, (filled - 1) >> 1)),
    bins: yield* binsOf(source, list, { type, keys, like: withEnds.min, low: keyOf(low), high: keyOf(high) }),
  };

  function keyOf(rank: number): number {
    return keys?.[examples[rank] as number] as number; // of a value that was counted
  }
}

/** The rank of the value at the position among all sorted values. */
function rankAt(counts: Uint32Array, position: number): number {
  let before = 0;
  for (let rank = 0; rank < counts.length; rank++) {
    before += counts[rank] as number; // rank < length
    if (before > position) return rank;
  }
  return 0;
}

/** The ranks of the most frequent values. Of equally frequent ones, the smaller value is first. */
function topOf(counts: Uint32Array, fitCount: number): number[] {
  const top: number[] = [];
  for (let rank = 0; rank < fitCount; rank++) {
    const count = counts[rank] as number; // rank < fitCount
    const least = counts[top[mostTop - 1] ?? -1] ?? 0;
    if (count <= least) continue;
    let place = top.length;
    while (place > 0 && (counts[top[place - 1] as number] as number) < count) place--; // place > 0
    top.splice(place, 0, rank);
    top.length = Math.min(top.length, mostTop);
  }
  return top;
}

interface Range {
  type: ValueType;
  keys: Float64Array;
  /** A value of the column, in canonical form. */
  like: string;
  low: number;
  high: number;
}

function* binsOf(
  { rowCount }: TableSource,
  list: RowList,
  { type, keys, like, low, high }: Range,
): Slices<Statistics['bins']> {
  if (!Number.isFinite(high - low)) return [];
  const binCount = low === high ? 1 : mostBins;
  const width = (high - low) / binCount;
  const counts = new Uint32Array(binCount);
  const length = list?.length ?? rowCount;
  for (let index = 0; index < length; index++) {
    const key = keys[list === undefined ? index : (list[index] as number)] as number; // a row of the table
    if (Number.isNaN(key)) continue;
    const bin = width === 0 ? 0 : Math.min(binCount - 1, Math.floor((key - low) / width));
    counts[bin] = (counts[bin] as number) + 1; // bin < binCount
    if (index % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  const edge = (bin: number) => canonicalKey(type, bin === binCount ? high : low + bin * width, like);
  return [...counts].map((count, bin) => ({ from: edge(bin), to: edge(bin + 1), count }));
}
