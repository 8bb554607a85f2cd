import { z } from 'zod';
import { arrivingTableSchema, parsedSummarySchema } from '../preview/preview.ts';
import { allowanceSchema } from '../resource/allowance.ts';
import { lastRunSchema } from '../resource/last-run.ts';
import { pagesSchema } from '../resource/pages.ts';
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

/** How the pages of a run ended. `stopped`: the user cancelled. */
const pagesEndSchema = z.enum(['all', 'limit', 'stopped', 'failed']);

const runPagesSchema = z.object({
  /** Those whose rows are shown. */
  count: z.number(),
  end: pagesEndSchema,
});

/** What the response says of further pages, if none were followed. */
export const pagesOfferSchema = z.object({
  /** The setting that follows them. */
  pages: pagesSchema,
  /** Of the response. */
  rowCount: z.number(),
  /** `null`: more than that, but the service does not say how many. */
  totalRows: z.number().nullable(),
});
export type PagesOffer = z.infer<typeof pagesOfferSchema>;

/** While pages are followed. */
export const pagesProgressSchema = z.object({
  /** The page that is requested, from 1. */
  page: z.number(),
  rowCount: z.number(),
  totalRows: z.number().nullable(),
  /** Epoch ms: until then nothing is requested, because the service asked for it. `null`: it is being requested. */
  waitsUntil: z.number().nullable(),
});
export type PagesProgress = z.infer<typeof pagesProgressSchema>;

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
  /** The response is that of several pages, and `error` that of a page after the first. */
  pages: runPagesSchema.optional(),
  pagesOffer: pagesOfferSchema.optional(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** A run whose body is still arriving, with `durationMs` and `bytes` so far. */
export const arrivingRunSchema = runSummarySchema
  .omit({ error: true, body: true, previewId: true, pages: true, pagesOffer: true })
  .extend({
    previewId: z.string(),
    table: arrivingTableSchema,
    /** The rows are those of so many whole pages. Absent: of a body that arrives. */
    pageCount: z.number().optional(),
  });
export type ArrivingRun = z.infer<typeof arrivingRunSchema>;
