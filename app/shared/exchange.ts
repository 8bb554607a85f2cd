import { z } from 'zod';
import { errorCodes } from './error-codes.ts';
import { exchangeKinds } from './exchange-kinds.ts';

/** One request and its response as the console shows them, with every secret masked. `id` increases by one. */
export const exchangeSummarySchema = z.object({
  id: z.number().int().min(1),
  /** Start time, epoch ms. */
  at: z.number(),
  kind: z.enum(exchangeKinds),
  connectionId: z.string().optional(),
  resourceId: z.string().optional(),
  method: z.string(),
  url: z.string(),
  /** Absent if no response arrived. */
  status: z.number().optional(),
  /** The time until the response was read, or failed. */
  durationMs: z.number().optional(),
  /** Size of the response body on the network, as far as it was read. */
  bytes: z.number().optional(),
  /** The code of an AppError. */
  error: z.enum(errorCodes).optional(),
});
export type ExchangeSummary = z.infer<typeof exchangeSummarySchema>;

const headerList = z.array(z.tuple([z.string(), z.string()]));

export const exchangeDetailSchema = exchangeSummarySchema.extend({
  requestHeaders: headerList,
  responseHeaders: headerList,
  requestBody: z.string().optional(),
  /** The start of the body, at most 16 KiB. */
  responseBody: z.string().optional(),
  /** Whether the body is longer than the part kept here. */
  bodyTruncated: z.boolean(),
});
export type ExchangeDetail = z.infer<typeof exchangeDetailSchema>;
export type HeaderList = ExchangeDetail['requestHeaders'];

/**
 * `newest`: the ID of the last exchange, 0 before the first. IDs below `oldest` are gone. `dropped` counts exchanges
 * removed to make room.
 */
export const exchangePageSchema = z.object({
  exchanges: z.array(exchangeSummarySchema),
  newest: z.number(),
  oldest: z.number(),
  dropped: z.number(),
});
export type ExchangePage = z.infer<typeof exchangePageSchema>;
