import type { ErrorCode } from '../../shared/error-codes.ts';
import type { ErrorReport } from '../../shared/errors.ts';

/** What a failed run means for the next one. */
export type FailureKind =
  /** Only the user can fix it: reloading stops. */
  | 'needs_user'
  /** It may end by itself: reloading waits longer. */
  | 'transient'
  /** The service refuses this request. It may end (a report that is not there yet), but not soon. */
  | 'refused';

const ofUser: ReadonlySet<string> = new Set<ErrorCode>([
  'http.insecure_url',
  'http.invalid_url',
  'http.proxy_settings',
  'resource.authorization_required',
  'resource.host_not_allowed',
  'resource.insecure_url',
  'resource.invalid',
  'resource.no_connection',
  'resource.not_found',
  'resource.open_credential',
  'resource.secret_missing',
  'resource.unauthorized',
  'resource.unsafe_redirect',
  'resource.value_missing',
]);
/** Any error of these layers needs the user, except those below. */
const layersOfUser: ReadonlySet<string> = new Set([
  'callback',
  'connection',
  'id_token',
  'oauth1',
  'practice',
  'token',
  'vault',
]);
/** The login page of a hotel's network replaces every server: `html`, `redirected` and `not_json` end by themselves. */
const passing: ReadonlySet<string> = new Set<ErrorCode>([
  'connection.login_running',
  'token.failed',
  'token.html',
  'token.not_json',
  'token.rate_limited',
  'token.redirected',
  'token.server_error',
]);
const refusals: ReadonlySet<string> = new Set<ErrorCode>([
  'resource.forbidden',
  'resource.forbidden_anonymous',
  'resource.not_there',
  'resource.redirected',
  'resource.refused',
  'resource.too_many_redirects',
]);

export function failureKind(code: ErrorCode): FailureKind {
  if (passing.has(code)) return 'transient';
  if (ofUser.has(code) || layersOfUser.has(code.split('.')[0] ?? '')) return 'needs_user';
  return refusals.has(code) ? 'refused' : 'transient';
}

const firstWaitMs = 5_000;
/** A dashboard shows new data this long after the service has recovered, at most. */
const longestWaitMs = 5 * 60_000;
/** A service that limits requests without saying how long: most windows are a minute. */
const limitedMs = 60_000;
const refusedMs = 30_000;
/** A service that asks for more is tried again after a day. */
const longestAskedMs = 86_400_000;

/**
 * How long after the failure the next run starts, in ms, at least the interval. `failures`: in a row, this one included.
 */
export function waitAfterFailure(
  { code, details }: Pick<ErrorReport, 'code' | 'details'>,
  { intervalMs, failures }: { intervalMs: number; failures: number },
): { waitMs: number; isAsked: boolean } {
  const seconds = details?.retryAfterSeconds;
  const askedMs = typeof seconds === 'number' ? Math.min(seconds * 1000, longestAskedMs) : 0;
  const isLimited = code === 'resource.rate_limited' || code === 'token.rate_limited';
  const least = isLimited ? limitedMs : failureKind(code) === 'refused' ? refusedMs : firstWaitMs;
  const backoff = Math.min(Math.max(intervalMs, least) * 2 ** Math.min(failures - 1, 20), longestWaitMs);
  const ownMs = Math.max(intervalMs, askedMs > 0 && isLimited ? 0 : backoff);
  return { waitMs: Math.max(ownMs, askedMs), isAsked: askedMs > ownMs || (isLimited && ownMs > intervalMs) };
}
