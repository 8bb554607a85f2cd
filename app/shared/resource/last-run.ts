import { z } from 'zod';

/**
 * How the last GET of a resource ended, to mark the resource after a restart. Contains no data and no text of the
 * service.
 */
export const lastRunSchema = z.object({
  /** Epoch ms. */
  at: z.number(),
  /** The error's code. `null`: the GET succeeded. */
  code: z.string().max(100).nullable(),
});
export type LastRun = z.infer<typeof lastRunSchema>;
