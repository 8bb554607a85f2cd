import { z } from 'zod';
import { arrivingTableSchema, parsedSummarySchema } from '../preview/preview.ts';
import { lastRunSchema } from '../resource/last-run.ts';
import { resourceSchema } from '../resource/resource.ts';
import { errorReportSchema } from './common.ts';

export const resourceViewSchema = z.object({
  resource: resourceSchema,
  /** `basicPassword`, `bearerToken`, `header:<name in lower case>`. */
  secrets: z.array(z.string()),
  /** How the last GET ended, also one before the app started; `null`: it was never fetched. */
  lastRun: lastRunSchema.nullable(),
});
export type ResourceView = z.infer<typeof resourceViewSchema>;

export const runSummarySchema = z.object({
  /** For the preview calls; `null` when there is no body to ask for. */
  previewId: z.string().nullable(),
  status: z.number(),
  statusText: z.string(),
  durationMs: z.number(),
  bytes: z.number(),
  contentType: z.string(),
  finalUrl: z.string(),
  receivedAt: z.number(),
  /** E.g. "The service redirected to files.example.com; the token was not sent there." */
  notes: z.array(z.string()),
  body: z.union([parsedSummarySchema, z.object({ status: z.literal('too_large'), limitBytes: z.number() })]),
  /** The response was not a success: what the service said and what it means. */
  error: errorReportSchema.optional(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** A run whose body still comes: `durationMs` and `bytes` until now. */
export const arrivingRunSchema = runSummarySchema
  .omit({ error: true, body: true, previewId: true })
  .extend({ previewId: z.string(), table: arrivingTableSchema });
export type ArrivingRun = z.infer<typeof arrivingRunSchema>;
