import { z } from 'zod';
import { hopKinds } from '../http/hop-kinds.ts';

/** One request and its answer as the console shows it: every secret is masked already. `id` grows by one from hop to hop. */
export const hopSummarySchema = z.object({
  id: z.number().int().min(1),
  /** When it began, epoch ms. */
  at: z.number(),
  kind: z.enum(hopKinds),
  connectionId: z.string().optional(),
  resourceId: z.string().optional(),
  method: z.string(),
  url: z.string(),
  /** Absent where no answer came. */
  status: z.number().optional(),
  /** Until the answer was read, or failed. */
  durationMs: z.number().optional(),
  /** Of the answer's body as it came over the network, as far as it was read. */
  bytes: z.number().optional(),
  /** Code of an AppError. */
  error: z.string().optional(),
});
export type HopSummary = z.infer<typeof hopSummarySchema>;

const headerList = z.array(z.tuple([z.string(), z.string()]));

export const hopDetailSchema = hopSummarySchema.extend({
  requestHeaders: headerList,
  responseHeaders: headerList,
  requestBody: z.string().optional(),
  /** The start of it, at most 16 KiB. */
  responseBody: z.string().optional(),
  /** There was more of the body than is kept. */
  bodyTruncated: z.boolean(),
});
export type HopDetail = z.infer<typeof hopDetailSchema>;
export type HeaderList = HopDetail['requestHeaders'];

/** `newest`: the id of the last hop, 0 before the first. Ids below `oldest` are gone; `dropped` counts those that had to make room. */
export const hopPageSchema = z.object({
  hops: z.array(hopSummarySchema),
  newest: z.number(),
  oldest: z.number(),
  dropped: z.number(),
});
export type HopPage = z.infer<typeof hopPageSchema>;
