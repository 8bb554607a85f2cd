import { transientHttpCodes } from '../http/errors.ts';
import type { HttpResponse } from '../http/request-text.ts';
import { retryAfterSeconds } from '../http/retry-after.ts';
import type { CodeOf } from '../shared/error-codes.ts';
import { AppError, type ErrorFacts, HttpError, OAuthError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { standardError } from './provider-words.ts';
import { type ServiceError, wordsOf } from './service-error.ts';

/** The standard codes (RFC 6749 §5.2) and what they mean for a designer. */
const refusals: Record<string, [code: CodeOf<'token' | 'device'>, text: Message]> = {
  invalid_grant: ['token.invalid_grant', message('oauth.token.invalidGrant')],
  invalid_client: ['token.invalid_client', message('oauth.token.invalidClient')],
  invalid_request: ['token.invalid_request', message('oauth.token.invalidRequest')],
  invalid_scope: ['token.invalid_scope', message('oauth.token.invalidScope')],
  unauthorized_client: ['token.unauthorized_client', message('oauth.token.unauthorizedClient')],
  unsupported_grant_type: ['token.unsupported_grant_type', message('oauth.token.unsupportedGrantType')],
  access_denied: ['token.access_denied', message('oauth.token.accessDenied')],
  // RFC 8628 §3.5.
  authorization_pending: ['device.pending', message('oauth.device.pending')],
  expired_token: ['device.expired', message('oauth.device.expired')],
};
/** RFC 6749 §4.1.2.1: the service is busy or broken, which is transient. */
const transientErrors = new Set(['temporarily_unavailable', 'server_error']);

/** Names that only repeat status 401 (OneLogin, Spring Boot). */
const saysNoMore = /^(?:|unauthori[sz]ed|unauthenticated)$/i;

export interface ResponseFacts {
  response: HttpResponse;
  host: string;
  /** Epoch ms. */
  now: number;
  service: ServiceError;
}

function factsOf({ response, host, service }: ResponseFacts, more: Record<string, string | number> = {}): ErrorFacts {
  return {
    serviceMessage: service.serviceMessage,
    details: {
      host,
      status: response.status,
      ...(service.link === undefined ? {} : { errorUri: service.link }),
      ...more,
    },
  };
}

/**
 * A transient refusal: 429, `slow_down` (RFC 8628 §3.5), 5xx. `details.retryAfterSeconds` if the service says when to
 * retry.
 */
export function transientError(facts: ResponseFacts): OAuthError | undefined {
  const { response, host, now, service } = facts;
  const name = standardError(service.error, wordsOf(service));
  const busy = response.status === 429 || name === 'slow_down';
  if (!busy && response.status < 500 && !transientErrors.has(name)) return undefined;
  const seconds = retryAfterSeconds(response.headers['retry-after'], now);
  const more = factsOf(facts, seconds === undefined ? {} : { retryAfterSeconds: seconds });
  return busy
    ? new OAuthError('token.rate_limited', message('oauth.token.rateLimited', { host }), more)
    : new OAuthError('token.server_error', message('oauth.token.serverError', { host }), more);
}

/** Turns a failed response, or a successful one that contains an error, into an OAuthError. */
export function refusalError(facts: ResponseFacts): OAuthError {
  const { response, host, service } = facts;
  const transient = transientError(facts);
  if (transient !== undefined) return transient;
  const name = standardError(service.error, wordsOf(service));
  const known = Object.hasOwn(refusals, name) ? refusals[name] : undefined;
  if (known !== undefined) return new OAuthError(known[0], known[1], factsOf(facts));
  if (response.status >= 200 && response.status < 300)
    return new OAuthError('token.error_in_200', message('oauth.token.errorIn200', { host }), factsOf(facts));
  if (response.status >= 300 && response.status < 400)
    return new OAuthError('token.redirected', message('oauth.token.redirected', { host }), factsOf(facts));
  if (response.status === 404 || response.status === 405 || response.status === 410)
    return new OAuthError('token.wrong_address', message('oauth.token.wrongAddress', { host }), factsOf(facts));
  if (response.status === 401 && saysNoMore.test(service.error ?? ''))
    return new OAuthError('token.invalid_client', message('oauth.token.invalidClient'), factsOf(facts));
  return new OAuthError(
    'token.refused',
    message('oauth.token.refused', { host, status: response.status }),
    factsOf(facts),
  );
}

/**
 * Whether an error is transient (no network, a timeout, 429, 5xx): the token is kept and the request retried later (row
 * 31). `token.invalid_grant` is final. All other errors wait until the user changes something.
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  if (error instanceof HttpError) return transientHttpCodes.has(error.code);
  return error.code === 'token.rate_limited' || error.code === 'token.server_error';
}

/** Nothing can renew the token without the user. */
export const noRefreshToken = (): OAuthError =>
  new OAuthError('token.no_refresh_token', message('oauth.token.noRefreshToken'));

/** Whether only a new login helps (row 31). */
export const needsLogin = (error: unknown): boolean => error instanceof AppError && loginCodes.has(error.code);
const loginCodes = new Set(['token.invalid_grant', 'token.no_refresh_token', 'id_token.subject_changed']);

/** Replaces `invalid_grant`, whose meaning depends on what the request contained. */
export async function renameInvalidGrant<Value>(
  request: Promise<Value>,
  code: CodeOf<'token' | 'device'>,
  text: Message,
): Promise<Value> {
  try {
    return await request;
  } catch (error) {
    if (!(error instanceof OAuthError) || error.code !== 'token.invalid_grant') throw error;
    throw new OAuthError(code, text, { serviceMessage: error.serviceMessage, details: error.details });
  }
}
