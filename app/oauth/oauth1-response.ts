import { OAuthError } from '../errors.ts';
import type { HttpAnswer } from '../http/request-text.ts';
import { readServiceError, readTextSaid, type ServiceError } from './service-error.ts';
import { passingError } from './token-errors.ts';
import { type ParsedBody, parseBody } from './token-response.ts';

export interface OAuth1ReadContext {
  host: string;
  /** "a request token", for the sentence. */
  what: string;
  /** Epoch ms. */
  now: number;
  secrets: readonly (string | undefined)[];
}

/** OAuth Problem Reporting's words, and what they mean here. */
const problems: Record<string, [code: string, message: string]> = {
  timestamp_refused: [
    'oauth1.timestamp_refused',
    "The service refuses our time, even after it was corrected by the service's own.",
  ],
  signature_invalid: [
    'oauth1.signature_invalid',
    'The service calls the signature wrong: the client secret, the key or the signature method differ there.',
  ],
  signature_method_rejected: ['oauth1.signature_method', 'The service does not take this signature method.'],
  consumer_key_unknown: ['oauth1.client_unknown', 'The service does not know this client ID (consumer key).'],
  consumer_key_rejected: ['oauth1.client_unknown', 'The service does not accept this client ID (consumer key).'],
};

function readProblem(answer: HttpAnswer, body: ParsedBody, secrets: OAuth1ReadContext['secrets']): ServiceError {
  const header = /oauth_problem="?([\w%]+)/.exec(answer.headers['www-authenticate'] ?? '')?.[1];
  const fromBody: ServiceError =
    'value' in body ? readServiceError(body.value, secrets) : { said: readTextSaid(body.text, body.isHtml, secrets) };
  return header === undefined ? fromBody : { error: header, said: fromBody.said ?? header };
}

/**
 * Reads the form-encoded answer to a leg (RFC 5849 §2.1, §2.3); some services send JSON. Both fields must be there.
 * Throws OAuthError `oauth1.timestamp_refused`, `oauth1.signature_invalid`, `oauth1.signature_method`,
 * `oauth1.client_unknown`, `oauth1.refused`, `oauth1.no_token`, `token.rate_limited`, `token.server_error`.
 */
export function readOAuth1Answer(answer: HttpAnswer, context: OAuth1ReadContext): Record<string, string> {
  const { host, what, now, secrets } = context;
  const body = parseBody(answer);
  if (answer.status < 200 || answer.status >= 300) {
    const service = readProblem(answer, body, secrets);
    const passing = passingError({ answer, host, now, service });
    if (passing !== undefined) throw passing;
    const known = Object.hasOwn(problems, service.error ?? '') ? problems[service.error ?? ''] : undefined;
    throw new OAuthError(
      known?.[0] ?? 'oauth1.refused',
      known?.[1] ?? `${host} refused to give ${what} (status ${answer.status}).`,
      { said: service.said, details: { host, status: answer.status } },
    );
  }
  const fields: Record<string, string> = Object.create(null);
  if ('value' in body && typeof body.value === 'object' && body.value !== null)
    for (const [name, value] of Object.entries(body.value)) fields[name] = String(value);
  const visible = /^[\x21-\x7e]+$/;
  if (!visible.test(fields.oauth_token ?? '') || fields.oauth_token_secret === undefined)
    throw new OAuthError('oauth1.no_token', `${host} answered, but ${what} is not in it.`, {
      said: 'text' in body ? readTextSaid(body.text, body.isHtml, secrets) : undefined,
      details: { host, status: answer.status },
    });
  return fields;
}
