import { readExpiry, renewalMarginMs } from '../../oauth/expiry.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import { type RenewalFailure, retryTime } from './failures.ts';

export interface RenewalTimeFacts {
  tokenSet: Pick<TokenSet, 'expiresAt' | 'obtainedAt'>;
  failure: RenewalFailure | undefined;
  /** 0 to 1, another for each connection: those that end together are renewed one after the other. */
  spread: number;
  now: number;
}

/** Tokens that live for seconds are renewed when they are used; by itself not more often than this. */
const leastIntervalMs = 60_000;

/**
 * When a token is due for renewal without a request, epoch ms; it may have passed. `undefined`: never, because it
 * does not end, or because only the user can fix what is wrong. A little before `isExpired` says so, so that GETs find
 * it done: between one and two margins before the end, or after half of a short life.
 */
export function renewalTime({ tokenSet, failure, spread, now }: RenewalTimeFacts): number | undefined {
  const retryAt = retryTime(failure);
  if (retryAt !== undefined) return retryAt;
  // Not stored, but usable: it is renewed as any other.
  if (failure !== undefined && !failure.error.code.startsWith('vault.')) return undefined;
  const expiry = readExpiry(tokenSet, now);
  if (expiry.status === 'unknown') return undefined;
  // How long it lasts cannot be told any more (row 28).
  if (expiry.status === 'clock_set_back') return now;
  const { expiresAt } = expiry;
  const { obtainedAt } = tokenSet;
  const lifetime = expiresAt - obtainedAt;
  const lead = Math.min(renewalMarginMs, lifetime / 2) + spread * Math.min(renewalMarginMs, lifetime / 10);
  return Math.max(expiresAt - lead, obtainedAt + leastIntervalMs);
}
