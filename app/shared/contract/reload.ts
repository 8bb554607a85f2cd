import { z } from 'zod';
import { errorCodes } from '../error-codes.ts';
import { allowanceSchema } from '../resource/allowance.ts';
import { pastRunSchema, runStarters } from '../resource/past-run.ts';
import { call, errorReportSchema, id, nothing } from './common.ts';
import { runSummarySchema } from './resources.ts';

/** What a resource with a reload interval waits for. Resources without one are not listed. */
export const reloadStateSchema = z.object({
  id,
  /**
   * `waits`: for `nextAt`. `paused`: by the user, here or for all. `stopped`: until the user fixes `code`; the app then
   * goes on. `off`: no interval any more.
   */
  status: z.enum(['waits', 'running', 'paused', 'stopped', 'off']),
  /** Epoch ms. */
  nextAt: z.number().nullable(),
  /** Why `nextAt` is later than the interval says: after a failure, or because the service asked for a delay. */
  delayedBy: z.enum(['failure', 'service']).nullable(),
  code: z.enum(errorCodes).nullable(),
  /** What the resource's service last said about its limit. */
  allowance: allowanceSchema.nullable(),
});
export type ReloadState = z.infer<typeof reloadStateSchema>;

export const reloadCalls = {
  /** The last runs, oldest first, at most 200. */
  'resources.history': call(z.object({ id }), z.array(pastRunSchema)),
  'reload.list': call(nothing, z.object({ isPaused: z.boolean(), states: z.array(reloadStateSchema) })),
  /** Pauses or resumes all reloads until the app ends. */
  'reload.pause': call(z.object({ isPaused: z.boolean() }), nothing),
  /**
   * What the user sees: main tells a hidden window nothing about runs, and notifies the user only of what is not on the
   * screen. `shownId`: the resource shown; `null`: another page.
   */
  'reload.watch': call(z.object({ isVisible: z.boolean(), hasFocus: z.boolean(), shownId: id.nullable() }), nothing),
};

export const reloadEvents = {
  /** A run that the window did not start. */
  'resources.runStarted': z.object({ id, by: z.enum(runStarters) }),
  /** How such a run ended: exactly one of `run` and `error` is set. A refused response has a `run` without a preview. */
  'resources.runEnded': z.object({
    id,
    by: z.enum(runStarters),
    run: runSummarySchema.nullable(),
    error: errorReportSchema.nullable(),
  }),
  /** Request the history again. */
  'resources.historyGrew': z.object({ id }),
  /** Resources that began to fail, or work again. Only of runs that the user did not see. */
  'reload.news': z.object({ kind: z.enum(['fails', 'works']), ids: z.array(id) }),
  'reload.changed': z.object({ isPaused: z.boolean(), states: z.array(reloadStateSchema) }),
};
