import { z } from 'zod';
import { arrivingTableSchema, parsedSummarySchema } from '../preview/preview.ts';
import { allowanceSchema } from '../resource/allowance.ts';
import { lastRunSchema } from '../resource/last-run.ts';
import { resourceSchema } from '../resource/resource.ts';
import { errorReportSchema, messageSchema } from './common.ts';

export const resourceViewSchema = z.object({
  resource: resourceSchema,
  /** `basicPassword`, `bearerToken`, `header:<name in lower case>`. */
  secrets: z.array(z.string()),
  /** How the last GET ended, even before a restart. `null`: never fetched. */
  lastRun: lastRunSchema.nullable(),
});
export type ResourceView = z.infer<typeof resourceViewSchema>;

export const runSummarySchema = z.object({
  /** For the preview calls. `null`: there is no body to preview. */
  previewId: z.string().nullable(),
  status: z.number(),
  statusText: z.string(),
  durationMs: z.number(),
  bytes: z.number(),
  contentType: z.string(),
  finalUrl: z.string(),
  receivedAt: z.number(),
  /** E.g. "The service redirected to files.example.com; the token was not sent there." */
  notes: z.array(messageSchema),
  /** What the service said about its limit. */
  allowance: allowanceSchema.optional(),
  body: z.union([parsedSummarySchema, z.object({ status: z.literal('too_large'), limitBytes: z.number() })]),
  /** Set if the response was not a success: what the service said and what that means. */
  error: errorReportSchema.optional(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** A run whose body is still arriving, with `durationMs` and `bytes` so far. */
export const arrivingRunSchema = runSummarySchema
  .omit({ error: true, body: true, previewId: true })
  .extend({ previewId: z.string(), table: arrivingTableSchema });
export type ArrivingRun = z.infer<typeof arrivingRunSchema>;
