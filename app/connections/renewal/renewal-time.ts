import { readExpiry, renewalMarginMs } from '../../oauth/expiry.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import { type RenewalFailure, retryTime } from './failures.ts';

export interface RenewalTimeFacts {
  tokenSet: Pick<TokenSet, 'expiresAt' | 'obtainedAt'>;
  failure: RenewalFailure | undefined;
  /** 0 to 1, different for each connection: spreads renewals of tokens that expire together. */
  spread: number;
  now: number;
}

/** Tokens that live for seconds are renewed on use. Automatic renewals are at least this far apart. */
const leastIntervalMs = 60_000;

/**
 * When a token is due for automatic renewal, epoch ms, possibly in the past. `undefined`: never, because the token does
 * not expire, or because only the user can fix its failure. A little earlier than `isExpired` says, so that GETs need
 * not wait: one to two margins before expiry, but not within `leastIntervalMs`.
 */
export function renewalTime({ tokenSet, failure, spread, now }: RenewalTimeFacts): number | undefined {
  const retryAt = retryTime(failure);
  if (retryAt !== undefined) return retryAt;
  // A token that could not be stored is usable, and renewed like any other.
  if (failure !== undefined && !failure.error.code.startsWith('vault.')) return undefined;
  const expiry = readExpiry(tokenSet, now);
  if (expiry.status === 'unknown') return undefined;
  // The remaining lifetime is unknown now (row 28).
  if (expiry.status === 'clock_set_back') return now;
  const { expiresAt } = expiry;
  const { obtainedAt } = tokenSet;
  const lifetime = expiresAt - obtainedAt;
  const lead = renewalMarginMs + spread * Math.min(renewalMarginMs, lifetime / 10);
  return Math.max(expiresAt - lead, obtainedAt + leastIntervalMs);
}
