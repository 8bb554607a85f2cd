import { z } from 'zod';

// How the rows of a table become a chart. Stored with the resource.

export const chartKinds = ['line', 'bar', 'area', 'pie'] as const;
export type ChartKind = (typeof chartKinds)[number];

/** What becomes of the values of one group. */
export const aggregates = ['sum', 'average', 'count', 'min', 'max'] as const;
export type Aggregate = (typeof aggregates)[number];

/** `auto`: the shortest for which the points fit. Of dates; other values are groups by themselves. */
export const chartPeriods = ['auto', 'hour', 'day', 'week', 'month', 'year'] as const;
export type ChartPeriod = (typeof chartPeriods)[number];

const columnPointer = z.string().max(2000);

/** Lines of a chart at most. */
export const mostChartLines = 8;

export const chartSchema = z.object({
  kind: z.enum(chartKinds),
  /** The column of the groups. */
  x: columnPointer,
  /** Columns of numbers. Empty: the rows of each group are counted. */
  y: z.array(columnPointer).max(mostChartLines),
  aggregate: z.enum(aggregates).default('sum'),
  period: z.enum(chartPeriods).default('auto'),
});
export type Chart = z.infer<typeof chartSchema>;
