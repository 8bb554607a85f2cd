import { z } from 'zod';

/** How the last GET of a resource ended, for its mark after the next start: no data, no words of the service. */
export const lastRunSchema = z.object({
  /** Epoch ms. */
  at: z.number(),
  /** Of the error; `null`: it succeeded. */
  code: z.string().max(100).nullable(),
});
export type LastRun = z.infer<typeof lastRunSchema>;
