import type { TokenSet } from './token-set.ts';

/** Renewed this long before it ends, so that no request leaves with a token that dies on the way. */
export const renewalMarginMs = 60_000;
/** The latest time that a Date can hold. */
const latest = 8.64e15;

/**
 * `expires_in` (RFC 6749 §5.1) as an absolute time in epoch ms. Services send numbers, numbers as strings, zero and
 * less (then it has ended already); anything else counts as not said.
 */
export function tokenExpiry(expiresIn: unknown, now: number): number | undefined {
  const text = typeof expiresIn === 'string' ? expiresIn.trim() : undefined;
  const seconds = text === undefined ? expiresIn : text === '' ? Number.NaN : Number(text);
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return undefined;
  return Math.min(now + Math.max(seconds, 0) * 1000, latest);
}

/** What is known of a token's end. */
export type Expiry =
  | { status: 'unknown' }
  | { status: 'valid'; expiresAt: number; remainingMs: number }
  | { status: 'expired'; expiresAt: number }
  /** This computer's clock now shows a time before the token was got: how long it lasts cannot be told. */
  | { status: 'clock_set_back'; expiresAt: number };

/** Clocks are corrected by a moment all the time; only more than this is a clock set back. */
const clockToleranceMs = 60_000;

export function readExpiry(tokenSet: Pick<TokenSet, 'expiresAt' | 'obtainedAt'>, now: number): Expiry {
  const { expiresAt, obtainedAt } = tokenSet;
  if (expiresAt === undefined) return { status: 'unknown' };
  if (now < obtainedAt - clockToleranceMs) return { status: 'clock_set_back', expiresAt };
  if (now >= expiresAt) return { status: 'expired', expiresAt };
  return { status: 'valid', expiresAt, remainingMs: expiresAt - now };
}

/**
 * Whether to renew before use: it ended, ends within the margin, or the clock was set back, so that nobody knows.
 * A token that lives for less than two margins gets half its life as margin; it would be renewed on every use otherwise.
 */
export function isExpired(
  tokenSet: Pick<TokenSet, 'expiresAt' | 'obtainedAt'>,
  now: number,
  marginMs = renewalMarginMs,
): boolean {
  const expiry = readExpiry(tokenSet, now);
  if (expiry.status !== 'valid') return expiry.status !== 'unknown';
  const lifetime = expiry.expiresAt - tokenSet.obtainedAt;
  return expiry.remainingMs <= Math.min(marginMs, lifetime / 2);
}
