import type { TokenSet } from './token-set.ts';

/** Tokens are renewed this long before expiry, so that none expires during a request. */
export const renewalMarginMs = 60_000;
/** The latest time that a Date can represent. */
const latest = 8.64e15;

/** Longer than any token lives (31 years): a larger value is a time, not a lifetime. */
const longestLifetimeSeconds = 1e9;

/**
 * `expires_in` (RFC 6749 §5.1) as an absolute time in epoch ms. Services send numbers, numeric strings, and zero or
 * less (already expired). Some send a time instead: see `absoluteTime`. Anything else counts as absent.
 */
export function tokenExpiry(expiresIn: unknown, now: number): number | undefined {
  const text = typeof expiresIn === 'string' ? expiresIn.trim() : undefined;
  const seconds = text === undefined ? expiresIn : text === '' ? Number.NaN : Number(text);
  if (typeof seconds === 'number' && seconds < longestLifetimeSeconds)
    return Number.isFinite(seconds) ? now + Math.max(seconds, 0) * 1000 : undefined;
  return absoluteTime(expiresIn);
}

/** A field named like a time, in which some services send a lifetime. Zero, less and anything else count as absent. */
export function tokenEnd(value: unknown, now: number): number | undefined {
  const end = absoluteTime(value);
  return end !== undefined && end < longestLifetimeSeconds * 1000 ? tokenExpiry(value, now) : end;
}

/**
 * An absolute expiry (`expires_at` and similar non-standard fields) as epoch ms. Accepts epoch seconds, milliseconds,
 * microseconds or nanoseconds, distinguished by size, and ISO 8601 or HTTP dates (RFC 9110 §5.6.7). Zero, less and
 * anything else count as absent.
 */
export function absoluteTime(value: unknown): number | undefined {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value.trim())) return isoTime(value.trim());
  if (typeof value === 'string' && /^[A-Z][a-z]{2}, \d.* GMT$/.test(value.trim())) return time(value.trim());
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return undefined;
  // 1e11 s is the year 5138, and 1e11 ms is 1973: no token expires beyond either.
  if (number < 1e11) return number * 1000;
  if (number < 1e14) return number;
  return number < 1e17 ? number / 1e3 : Math.min(number / 1e6, latest);
}

/** Services mean UTC if a time has no zone; `Date.parse` would assume local time. */
function isoTime(text: string): number | undefined {
  const zoned = /[tT\s]\d\d:?\d\d/.test(text) && !/(?:[zZ]|[+-]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text;
  return time(zoned.replace(/^(\S+)\s+(?=\d)/, '$1T'));
}

function time(date: string): number | undefined {
  const parsed = Date.parse(date);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** What is known about a token's expiry. */
export type Expiry =
  | { status: 'unknown' }
  | { status: 'valid'; expiresAt: number; remainingMs: number }
  | { status: 'expired'; expiresAt: number }
  /** This computer's clock is now before the time when the token arrived: its remaining lifetime is unknown. */
  | { status: 'clock_set_back'; expiresAt: number };

/** Small clock corrections happen all the time. Only a larger step counts as a clock set back. */
const clockToleranceMs = 60_000;

export function readExpiry(tokenSet: Pick<TokenSet, 'expiresAt' | 'obtainedAt'>, now: number): Expiry {
  const { expiresAt, obtainedAt } = tokenSet;
  if (expiresAt === undefined) return { status: 'unknown' };
  if (now < obtainedAt - clockToleranceMs) return { status: 'clock_set_back', expiresAt };
  if (now >= expiresAt) return { status: 'expired', expiresAt };
  return { status: 'valid', expiresAt, remainingMs: expiresAt - now };
}

/**
 * Whether to renew before use: the token has expired, expires within the margin, or the clock was set back. A token
 * that lives for less than two margins uses half its life as the margin; otherwise every use would renew it.
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
