import { chartSchema } from '../../../shared/chart/chart.ts';
import type { ChartData } from '../../../shared/contract/chart.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import type { Body } from '../body.ts';
import { ChartJob } from './chart-job.ts';

/** The last chart of each body: its calls are repeated until all rows are read. */
const jobs = new WeakMap<object, { key: string; job: ChartJob }>();

/** Reads a part of the rows of a table, and returns the chart so far. */
export function readChart(
  body: Pick<Body, 'table' | 'rows'>,
  { chart: asked, ...view }: CallRequest<'preview.chart'>,
): ChartData {
  const chart = chartSchema.parse(asked);
  const key = JSON.stringify([chart, view]);
  const known = jobs.get(body);
  if (known?.key === key) return known.job.readOn();
  const { columns, rowCount } = body.table(view);
  const job = new ChartJob(chart, {
    columns,
    rowCount,
    rows: (pointers, start, count) => body.rows({ ...view, columns: pointers, start, count }).rows,
  });
  jobs.set(body, { key, job });
  return job.readOn();
}
