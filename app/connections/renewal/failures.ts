import { isTransient, needsLogin } from '../../oauth/token-errors.ts';
import { AppError, HttpError, OAuthError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';

/**
 * What a failed renewal means (row 31). `needs_login`: the service refused the refresh token for good (RFC 6749 §5.2
 * `invalid_grant`). `transient`: the token is fine, so the renewal is retried. `permanent`: the user must fix something
 * (a client secret, a URL). A permanent failure is retried automatically only if the network may be the cause:
 * `retryAt`.
 */
export type RenewalFailure =
  | { kind: 'needs_login'; error: AppError }
  | { kind: 'transient'; error: AppError; retryAt: number; attempts: number }
  | { kind: 'permanent'; error: AppError; retryAt?: number };

/**
 * Errors that did not come from the token endpoint. The login page of a hotel's or company's network replaces every
 * server: by its own certificate, by a redirect or by a proxy that asks for a login. The error ends when the user logs
 * in there or changes networks.
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

/** A busy or broken server must not get four requests in its first eight seconds. */
const firstDelayMs = 5_000;
const longestDelayMs = 5 * 60_000;
/** Short, because no server was reached, and the network may return at any moment. */
const firstOfflineMs = 1_000;
const longestOfflineMs = 60_000;
/** If a service asks for a longer delay, even a week, the app retries after an hour. */
const longestRetryAfterMs = 60 * 60_000;

/** Spreads the retries of requests that failed together. */
const longestJitterMs = 30_000;

/** `random`: 0 to 1. */
export function renewalFailure(error: unknown, attempts: number, now: number, random: number): RenewalFailure {
  const known =
    error instanceof AppError
      ? error
      : new OAuthError('token.failed', message('connection.renewalFailed'), { cause: error });
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

/** When the renewal is retried automatically, epoch ms. `undefined`: not until something changes. */
export const retryTime = (failure: RenewalFailure | undefined): number | undefined =>
  failure === undefined || failure.kind === 'needs_login' ? undefined : failure.retryAt;
