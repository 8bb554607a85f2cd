import type { HttpResponse } from '../http/request-text.ts';
import { OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { type ExchangeTimes, isTimestampRefusal, readClock } from './oauth1-clock.ts';
import { timestampError } from './oauth1-clock-words.ts';
import { challengeProblem, oauth1Problem, oauth1ProblemText } from './oauth1-problems.ts';
import { readServiceError, readTextSaid, type ServiceError, wordsOf } from './service-error.ts';
import { transientError } from './token-errors.ts';
import { type ParsedBody, parseBody } from './token-response.ts';

export interface OAuth1ReadContext {
  host: string;
  /** What was requested. */
  what: 'requestToken' | 'accessToken';
  times: ExchangeTimes;
}

/** Reads a refusal: the problem from the challenge, the message from the body. */
function readProblem(response: HttpResponse, body: ParsedBody): ServiceError {
  const challenge = challengeProblem(response.headers['www-authenticate']);
  const fromBody: ServiceError =
    'value' in body ? readServiceError(body.value) : { serviceMessage: readTextSaid(body.text, body.isHtml) };
  return challenge === undefined
    ? fromBody
    : { ...fromBody, error: challenge, serviceMessage: fromBody.serviceMessage ?? challenge };
}

/** What the refusal of a signed GET means, if its wording is known (oauth1-problems.ts). */
export function signedGetProblem(response: HttpResponse) {
  const service = readProblem(response, parseBody(response));
  const code = oauth1Problem(service.error, wordsOf(service));
  return code && { code, message: oauth1ProblemText(code), serviceMessage: service.serviceMessage };
}

/**
 * Reads the form-encoded response to a login step (RFC 5849 §2.1, §2.3); some services send JSON. Both fields are
 * required. Throws OAuthError `oauth1.*` (oauth1-problems.ts, oauth1-clock-words.ts), `oauth1.refused`,
 * `oauth1.no_token`, `token.rate_limited`, `token.server_error`.
 */
export function readOAuth1Response(response: HttpResponse, context: OAuth1ReadContext): Record<string, string> {
  const { host, what, times } = context;
  const { status, headers } = response;
  const body = parseBody(response);
  const service = readProblem(response, body);
  const { serviceMessage } = service;
  const fields: Record<string, string> = Object.create(null);
  if ('value' in body && typeof body.value === 'object' && body.value !== null)
    for (const [name, value] of Object.entries(body.value)) fields[name] = String(value);
  // Some services send errors with status 200.
  const names = oauth1Problem(service.error, undefined) !== undefined && fields.oauth_token === undefined;
  if (status < 200 || status >= 300 || names) {
    const transient = transientError({ response: response, host, now: times.receivedAt, service });
    if (transient !== undefined) throw transient;
    const problem = oauth1Problem(service.error, wordsOf(service));
    if (problem === undefined && isTimestampRefusal(response))
      throw timestampError(readClock(headers, times), { host, status, serviceMessage });
    throw new OAuthError(
      problem ?? 'oauth1.refused',
      problem === undefined ? message(`oauth1.${what}.refused`, { host, status }) : oauth1ProblemText(problem),
      { serviceMessage, details: { host, status } },
    );
  }
  const visible = /^[\x21-\x7e]+$/;
  if (!visible.test(fields.oauth_token ?? '') || fields.oauth_token_secret === undefined)
    throw new OAuthError('oauth1.no_token', message(`oauth1.${what}.missing`, { host }), {
      serviceMessage,
      details: { host, status },
    });
  return fields;
}
