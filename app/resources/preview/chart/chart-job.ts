import type { Chart } from '../../../shared/chart/chart.ts';
import type { ChartData } from '../../../shared/contract/chart.ts';
import type { Cell, Column } from '../../../shared/preview/preview.ts';
import { Groups } from './groups.ts';

/** One call reads rows so long, in ms: others have their turn. */
const sliceMs = 20;
const rowsAtOnce = 500;

/** What a chart reads: the rows of a table in its shape. */
export interface ChartTable {
  columns: readonly Column[];
  rowCount: number;
  rows(columns: string[], start: number, count: number): Cell[][];
}

/** Groups the rows of a table, a part in each call. */
export class ChartJob {
  private readonly chart: Chart;
  private readonly table: ChartTable;
  private readonly groups: Groups;
  private start = 0;

  constructor(chart: Chart, table: ChartTable) {
    this.chart = chart;
    this.table = table;
    const { type, kind } = table.columns.find(({ pointer }) => pointer === chart.x) ?? {};
    this.groups = new Groups(chart, type ?? (kind === 'number' || kind === 'boolean' ? kind : 'text'));
  }

  /** Reads on. The points are those of all rows once `isDone`. */
  readOn(): ChartData {
    const { chart, table, groups } = this;
    const until = performance.now() + sliceMs;
    while (this.start < table.rowCount && performance.now() < until) {
      const rows = table.rows([chart.x, ...chart.y], this.start, rowsAtOnce);
      if (rows.length === 0) break;
      for (const [x, ...ys] of rows) groups.add(groupOf(x), ys.map(numberOf));
      this.start += rows.length;
    }
    const isDone = this.start >= table.rowCount;
    return { isDone, rowCount: this.start, ...groups.data() };
  }
}

/** `undefined`: the cell is empty, or does not have the column's type. */
function groupOf(cell: Cell | undefined): string | undefined {
  if (cell === undefined || cell.kind === 'missing' || cell.kind === 'null' || cell.unfit === true) return undefined;
  const text = cell.value ?? cell.text;
  return text === '' ? undefined : text;
}

function numberOf(cell: Cell): number {
  if (cell.unfit === true) return Number.NaN;
  const text = cell.value ?? (cell.kind === 'number' ? cell.text : '');
  return text === '' ? Number.NaN : Number(text);
}
