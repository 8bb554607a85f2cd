import { z } from 'zod';

/** How many requests a service allows, as its last response said. `null`: the service did not say. */
export const allowanceSchema = z.object({
  /** Requests in each window. */
  limit: z.number().nullable(),
  /** Requests left in the current window. */
  remaining: z.number().nullable(),
  /** When the current window ends, epoch ms. */
  resetAt: z.number().nullable(),
  windowSeconds: z.number().nullable(),
});
export type Allowance = z.infer<typeof allowanceSchema>;

/** Near: less than a tenth is left. */
export const isNearLimit = ({ limit, remaining }: Allowance): boolean =>
  remaining !== null && (limit === null ? remaining === 0 : remaining * 10 < limit);

export interface ReloadDemand {
  /** Requests that the intervals need in the window, or until it ends. */
  needed: number;
  allowed: number;
  /** `null`: `allowed` is what is left until `resetAt`. */
  windowSeconds: number | null;
}

/**
 * Whether intervals need more requests than the service allows. `perSecond`: requests of all resources that reload from
 * the service. `undefined`: they fit, or the service did not say enough.
 */
export function excessDemand(allowance: Allowance, perSecond: number, now: number): ReloadDemand | undefined {
  const { limit, remaining, resetAt, windowSeconds } = allowance;
  if (limit !== null && windowSeconds !== null) {
    const needed = Math.ceil(perSecond * windowSeconds);
    return needed > limit ? { needed, allowed: limit, windowSeconds } : undefined;
  }
  if (remaining === null || resetAt === null || resetAt <= now) return undefined;
  const needed = Math.ceil((perSecond * (resetAt - now)) / 1000);
  return needed > remaining ? { needed, allowed: remaining, windowSeconds: null } : undefined;
}
