import type { TokenSet } from './token-set.ts';

/** Renewed this long before it ends, so that no request leaves with a token that dies on the way. */
export const renewalMarginMs = 60_000;
/** The latest time that a Date can hold. */
const latest = 8.64e15;

/** Longer than any token lives (31 years): a value from here on is a time, not a lifetime. */
const longestLifetimeSeconds = 1e9;

/**
 * `expires_in` (RFC 6749 §5.1) as an absolute time in epoch ms. Services send numbers, numbers as strings, and zero or
 * less (then it has already expired). Some put a time there, see `absoluteTime`. Anything else counts as not said.
 */
export function tokenExpiry(expiresIn: unknown, now: number): number | undefined {
  const text = typeof expiresIn === 'string' ? expiresIn.trim() : undefined;
  const seconds = text === undefined ? expiresIn : text === '' ? Number.NaN : Number(text);
  if (typeof seconds === 'number' && seconds < longestLifetimeSeconds)
    return Number.isFinite(seconds) ? now + Math.max(seconds, 0) * 1000 : undefined;
  return absoluteTime(expiresIn);
}

/** A field that is called a time: some put a lifetime there. Zero, less and anything else count as not said. */
export function tokenEnd(value: unknown, now: number): number | undefined {
  const end = absoluteTime(value);
  return end !== undefined && end < longestLifetimeSeconds * 1000 ? tokenExpiry(value, now) : end;
}

/**
 * An absolute end (`expires_at` and its like, nobody's standard) as epoch ms: epoch seconds, milliseconds, microseconds or
 * nanoseconds, told apart by size, or a date as ISO 8601 or HTTP (RFC 9110 §5.6.7) writes it. Zero, less and anything else count as not said.
 */
export function absoluteTime(value: unknown): number | undefined {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value.trim())) return isoTime(value.trim());
  if (typeof value === 'string' && /^[A-Z][a-z]{2}, \d.* GMT$/.test(value.trim())) return time(value.trim());
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return undefined;
  // 1e11 s is the year 5138, 1e11 ms is 1973: no token's end is on the other side of either.
  if (number < 1e11) return number * 1000;
  if (number < 1e14) return number;
  return number < 1e17 ? number / 1e3 : Math.min(number / 1e6, latest);
}

/** A time without a zone is UTC, as services write it; `Date.parse` would take it as local. */
function isoTime(text: string): number | undefined {
  const zoned = /[tT\s]\d\d:?\d\d/.test(text) && !/(?:[zZ]|[+-]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text;
  return time(zoned.replace(/^(\S+)\s+(?=\d)/, '$1T'));
}

function time(date: string): number | undefined {
  const parsed = Date.parse(date);
  return Number.isNaN(parsed) ? undefined : parsed;
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
