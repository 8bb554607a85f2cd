import type { ErrorCode } from '../../../../app/shared/error-codes.ts';

const keptFor: readonly ErrorCode[] = [
  'peaka.key_refused',
  'peaka.not_json',
  'peaka.rate_limited',
  'peaka.redirected',
  'peaka.result_unknown',
  'peaka.server_error',
  'peaka.unexpected_response',
];

/**
 * Whether main keeps the callback of a login that failed with this error, so that it can be sent again (`peaka.passOn`):
 * its response was lost, or Peaka refused the request before it read the body. Pure.
 */
export const keepsCallback = (code: ErrorCode): boolean =>
  code.startsWith('http.') || keptFor.some((each) => each === code);
