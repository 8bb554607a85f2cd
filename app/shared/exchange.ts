import { z } from 'zod';
import { errorCodes } from './error-codes.ts';
import { exchangeKinds } from './exchange-kinds.ts';

/** One request and its response as the console shows it: every secret is masked already. `id` grows by one. */
export const exchangeSummarySchema = z.object({
  id: z.number().int().min(1),
  /** When it began, epoch ms. */
  at: z.number(),
  kind: z.enum(exchangeKinds),
  connectionId: z.string().optional(),
  resourceId: z.string().optional(),
  method: z.string(),
  url: z.string(),
  /** Absent where no response came. */
  status: z.number().optional(),
  /** Until the response was read, or failed. */
  durationMs: z.number().optional(),
  /** Of the response's body as it came over the network, as far as it was read. */
  bytes: z.number().optional(),
  /** Code of an AppError. */
  error: z.enum(errorCodes).optional(),
});
export type ExchangeSummary = z.infer<typeof exchangeSummarySchema>;

const headerList = z.array(z.tuple([z.string(), z.string()]));

export const exchangeDetailSchema = exchangeSummarySchema.extend({
  requestHeaders: headerList,
  responseHeaders: headerList,
  requestBody: z.string().optional(),
  /** The start of it, at most 16 KiB. */
  responseBody: z.string().optional(),
  /** There was more of the body than is kept. */
  bodyTruncated: z.boolean(),
});
export type ExchangeDetail = z.infer<typeof exchangeDetailSchema>;
export type HeaderList = ExchangeDetail['requestHeaders'];

/** `newest`: the id of the last exchange, 0 before the first. Ids below `oldest` are gone; `dropped` counts those that had to make room. */
export const exchangePageSchema = z.object({
  exchanges: z.array(exchangeSummarySchema),
  newest: z.number(),
  oldest: z.number(),
  dropped: z.number(),
});
export type ExchangePage = z.infer<typeof exchangePageSchema>;
