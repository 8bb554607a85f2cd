import { z } from 'zod';

/** Who started a run: the user, the reload interval, the start of the app, a reader of a feed, or the command line. */
export const runStarters = ['user', 'reload', 'start', 'feed', 'terminal'] as const;
export type RunStarter = (typeof runStarters)[number];

/** The most runs kept for each resource. */
export const mostPastRuns = 200;

/** A run of a resource that ended. Contains no data and no text of the service. */
export const pastRunSchema = z.object({
  /** When it started, epoch ms. */
  at: z.number(),
  durationMs: z.number().min(0),
  /** HTTP status. `null`: no response. */
  status: z.number().nullable(),
  /** `null`: the response has no table. */
  rows: z.number().nullable(),
  bytes: z.number(),
  /** The error's code. `null`: the run succeeded. */
  code: z.string().max(100).nullable(),
  by: z.enum(runStarters),
});
export type PastRun = z.infer<typeof pastRunSchema>;
