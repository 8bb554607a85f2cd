import { isTransient, needsLogin } from '../../oauth/token-errors.ts';
import { AppError, HttpError, OAuthError } from '../../shared/errors.ts';

/**
 * What a failed renewal means (row 31). `needs_login`: the service refused the refresh token for good (RFC 6749 §5.2
 * `invalid_grant`). `transient`: nothing is wrong with the token, so it is tried again. `permanent`: something must be
 * fixed (a client secret, a URL). It is tried again by itself, now and then, only where it may have been the network:
 * `retryAt`.
 */
export type RenewalFailure =
  | { kind: 'needs_login'; error: AppError }
  | { kind: 'transient'; error: AppError; retryAt: number; attempts: number }
  | { kind: 'permanent'; error: AppError; retryAt?: number };

/**
 * Not the token endpoint's response: the login page of a hotel's or a company's network stands in for every server, by
 * its own certificate, by sending us on or by a proxy that wants a login. It passes when the user logs in there, or goes elsewhere.
 */
const strangers = new Set([
  'http.certificate',
  'http.malformed',
  'http.tls',
  'http.proxy_authentication',
  'token.html',
  'token.redirected',
  'token.not_json',
]);
const strangerDelayMs = 5 * 60_000;

/** A server that is busy or broken: not four requests in its first eight seconds. */
const firstDelayMs = 5_000;
const longestDelayMs = 5 * 60_000;
/** Where no server was reached none is bothered, and the network may be back at any moment. */
const firstOfflineMs = 1_000;
const longestOfflineMs = 60_000;
/** A service that says "in a week" is asked again after an hour. */
const longestRetryAfterMs = 60 * 60_000;

/** So that those that were refused together do not come back together. */
const longestJitterMs = 30_000;

/** `random`: 0 to 1. */
export function renewalFailure(error: unknown, attempts: number, now: number, random: number): RenewalFailure {
  const known =
    error instanceof AppError
      ? error
      : new OAuthError('token.failed', 'The token could not be renewed.', { cause: error });
  if (needsLogin(known)) return { kind: 'needs_login', error: known };
  const waiting = (wait: number): number => now + wait + random * Math.min(wait / 5, longestJitterMs);
  if (strangers.has(known.code)) return { kind: 'permanent', error: known, retryAt: waiting(strangerDelayMs) };
  if (!isTransient(known)) return { kind: 'permanent', error: known };
  const [first, longest] =
    known instanceof HttpError ? [firstOfflineMs, longestOfflineMs] : [firstDelayMs, longestDelayMs];
  const backoff = Math.min(first * 2 ** attempts, longest);
  const seconds = known.details?.retryAfterSeconds;
  const asked = typeof seconds === 'number' ? Math.min(seconds * 1000, longestRetryAfterMs) : 0;
  return { kind: 'transient', error: known, retryAt: waiting(Math.max(backoff, asked)), attempts: attempts + 1 };
}

/** When it is tried again by itself, epoch ms; `undefined`: not before something changes. */
export const retryTime = (failure: RenewalFailure | undefined): number | undefined =>
  failure === undefined || failure.kind === 'needs_login' ? undefined : failure.retryAt;
