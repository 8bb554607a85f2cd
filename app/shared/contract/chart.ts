/** The chart of a table. A part of the contract (`contract.ts`). */
import { z } from 'zod';
import { chartPeriods, chartSchema } from '../chart/chart.ts';
import { tableViewSchema } from '../preview/preview.ts';
import { valueTypes } from '../shape/shape.ts';
import { call } from './common.ts';

/** `label`: the group, for dates the start of its period (`2026-11`). `values`: in the order of `chart.y`, or the count. */
const pointSchema = z.object({ label: z.string(), values: z.array(z.number().nullable()) });

export const chartDataSchema = z.object({
  /** Of the groups. */
  type: z.enum(valueTypes),
  /** The chosen one, or the one that fits. Absent: the groups are no dates. */
  period: z.enum(chartPeriods).optional(),
  /** Dates and numbers in their order, others by their first value, largest first. At most 2,000. */
  points: z.array(pointSchema),
  /** Groups beyond the points, as one. */
  rest: z.object({ groups: z.number(), values: z.array(z.number().nullable()) }).optional(),
});
export type ChartData = z.infer<typeof chartDataSchema>;

/** A picture of 4,000 × 2,000 pixels is smaller. */
const mostPictureCharacters = 16_000_000;

export const chartCalls = {
  'preview.chart': call(tableViewSchema.extend({ chart: chartSchema }), chartDataSchema),
  /** Writes a PNG (base64) to a file that the user picks. `null`: the user picked none. */
  'preview.saveChart': call(
    z.object({ previewId: z.string().max(64), png: z.string().max(mostPictureCharacters) }),
    z.object({ path: z.string().nullable() }),
  ),
};
