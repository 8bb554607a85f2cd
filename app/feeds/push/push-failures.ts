import type { ErrorCode } from '../../shared/error-codes.ts';
import type { ErrorReport } from '../../shared/errors.ts';

/** Only the user can fix these: nothing is sent until a change. */
const ofUser: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'feed.not_found',
  'input.invalid',
  'push.database_denied',
  'push.database_login',
  'push.database_missing',
  'push.database_tls',
  'push.foreign_table',
  'push.incomplete',
  'push.insecure_url',
  'push.not_a_database',
  'push.refused',
  'push.unauthorized',
  'push.url',
  'vault.locked',
  'vault.decrypt_failed',
]);

const firstWaitMs = 10_000;
const longestWaitMs = 10 * 60_000;
/** A target that asks for more is tried again after a day. */
const longestAskedMs = 86_400_000;

/** In ms, whatever the interval. `undefined`: not by itself. `failures`: in a row, this one included. */
export function waitAfterPushFailure(
  { code, details }: Pick<ErrorReport, 'code' | 'details'>,
  failures: number,
): number | undefined {
  if (ofUser.has(code)) return undefined;
  const seconds = details?.retryAfterSeconds;
  const askedMs = typeof seconds === 'number' ? Math.min(seconds * 1000, longestAskedMs) : 0;
  const backoff = Math.min(firstWaitMs * 2 ** Math.min(failures - 1, 20), longestWaitMs);
  return Math.max(askedMs, backoff);
}
