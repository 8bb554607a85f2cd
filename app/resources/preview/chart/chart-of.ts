import type { Chart } from '../../../shared/chart/chart.ts';
import type { ChartData } from '../../../shared/contract/chart.ts';
import type { Column } from '../../../shared/preview/preview.ts';
import type { Shape } from '../../../shared/shape/shape.ts';
import { canonicalKey } from '../shape/canonical-key.ts';
import { wordOf } from '../shape/dictionary.ts';
import { nowhere } from '../shape/source-text.ts';
import type { RowList } from '../shape/steps.ts';
import type { TableSource } from '../shape/table-source.ts';
import { exactText, type TypedColumn } from '../shape/typed-column.ts';
import type { Slices } from '../shape/work.ts';
import { Groups } from './groups.ts';

const rowsAtOnce = 10_000;
/** Dates and numbers repeat: so many are remembered as text. */
const mostRemembered = 100_000;

/** Groups the listed rows of a table. A column that is not there has no values. */
export function* chartOf(
  source: TableSource,
  shape: Shape,
  list: RowList,
  columns: readonly Column[],
  chart: Chart,
): Slices<ChartData> {
  const columnOf = (pointer: string) => columns.find((column) => column.pointer === pointer);
  const x = columnOf(chart.x);
  if (x === undefined) return { type: 'text', points: [] };
  const values = yield* source.values(x, shape);
  const measures: (Float64Array | undefined)[] = [];
  for (const pointer of chart.y) {
    const column = columnOf(pointer);
    const measured = column === undefined ? undefined : yield* source.values(column, shape);
    measures.push(measured?.type === 'number' || measured?.type === 'duration' ? measured.keys : undefined);
  }
  const groups = new Groups(chart, values.type);
  const labelOf = labels(source, values);
  const ys = new Array<number>(measures.length).fill(Number.NaN);
  const rowCount = list?.length ?? source.rowCount;
  for (let index = 0; index < rowCount; index++) {
    const row = list === undefined ? index : (list[index] as number); // index < length
    for (let y = 0; y < ys.length; y++) ys[y] = measures[y]?.[row] ?? Number.NaN;
    groups.add(labelOf(row), ys);
    if (index % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  return groups.data();
}

/** The value of a row in canonical form. `undefined`: it is empty, or does not have the type. */
function labels({ document }: TableSource, values: TypedColumn): (row: number) => string | undefined {
  const { type, keys, words } = values;
  if (words !== undefined) {
    const known = new Array<string | undefined>(words.count);
    return (row) => {
      const id = words.ids[row] ?? nowhere;
      if (id === nowhere) return undefined;
      known[id] ??= wordOf(words, id);
      return known[id];
    };
  }
  const known = new Map<number, string>();
  let like: string | undefined;
  return (row) => {
    const key = keys?.[row] ?? Number.NaN;
    if (Number.isNaN(key)) return undefined;
    const found = known.get(key);
    if (found !== undefined) return found;
    like ??= exactText(document.bytes, values, row);
    const label = type === 'boolean' ? String(key === 1) : canonicalKey(type, key, like);
    if (known.size < mostRemembered) known.set(key, label);
    return label;
  };
}
