import { z } from 'zod';
import { type Message, message } from '../messages/message.ts';

/** In seconds. A shorter interval would hold up most services, and nobody reads a dashboard that fast. */
export const shortestReload = 1;
/** In seconds: a week. */
export const longestReload = 7 * 86_400;

/** When a resource is fetched without the user. */
export const reloadSchema = z.object({
  /** Seconds from the start of one run to the start of the next. `null`: no reload. */
  seconds: z.number().int().min(shortestReload).max(longestReload).nullable(),
  /** A run after the app has opened, if the resource's connection is usable. */
  atStart: z.boolean(),
  /** Keeps `seconds` without reloading. */
  isPaused: z.boolean(),
});
export type Reload = z.infer<typeof reloadSchema>;

export const noReload: Reload = { seconds: null, atStart: false, isPaused: false };

/** What is wrong with a typed interval, in seconds. `undefined`: nothing. */
export function reloadProblem(seconds: number): Message | undefined {
  if (!Number.isFinite(seconds)) return message('reload.problem.number');
  if (seconds < shortestReload) return message('reload.problem.short');
  if (seconds > longestReload) return message('reload.problem.long');
  return Number.isInteger(seconds) ? undefined : message('reload.problem.whole');
}
