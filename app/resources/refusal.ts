import { parseJson } from '../http/parse-json.ts';
import { retryAfterSeconds } from '../http/retry-after.ts';
import { signedGetProblem } from '../oauth/oauth1-response.ts';
import { readServiceError, readTextSaid } from '../oauth/service-error.ts';
import type { CodeOf } from '../shared/error-codes.ts';
import type { ErrorReport } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';
import { refusesToken } from './refused-token.ts';

export interface RefusedResponse {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  /** The start of the body. */
  text: string;
  authorization: 'none' | 'basic' | 'bearer' | 'oauth';
  /** The token was renewed after a refusal, and the new one was refused as well. */
  renewedInVain: boolean;
  /** Signed with OAuth1: services have their own wording for problems with signatures. */
  isSigned?: boolean;
  now: number;
}

/** What an unsuccessful response says and means. */
export function refusalOf(response: RefusedResponse): ErrorReport {
  const problem = signatureProblem(response);
  const serviceMessage = problem?.serviceMessage ?? messageBy(response);
  const seconds = retryAfterSeconds(response.headers['retry-after'], response.now);
  const scope = missingScope(response);
  const details = {
    status: response.status,
    ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
    ...(scope === undefined ? {} : { scope }),
    ...(response.renewedInVain ? { renewed: true } : {}),
  };
  const { code, message } = problem ?? meaningOf(response);
  return { code, message, details, ...(serviceMessage === undefined ? {} : { serviceMessage }) };
}

/** RFC 5849 §3.2 names 400 and 401; NetSuite and gateways also send 403. */
function signatureProblem({ isSigned, status, headers, text }: RefusedResponse) {
  if (isSigned !== true || (status !== 400 && status !== 401 && status !== 403)) return undefined;
  return signedGetProblem({ status, headers, text });
}

function meaningOf({ status, headers, authorization }: RefusedResponse): {
  code: CodeOf<'resource'>;
  message: Message;
} {
  const isAnonymous = authorization === 'none';
  if (status === 401 || (!isAnonymous && refusesToken({ status, headers })))
    return isAnonymous
      ? { code: 'resource.authorization_required', message: message('resource.refusal.authorizationRequired') }
      : { code: 'resource.unauthorized', message: message('resource.refusal.unauthorized') };
  if (status === 403)
    // RFC 9110 §15.5.4: without credentials the service recognized nobody, so it denied nobody.
    return isAnonymous
      ? {
          code: 'resource.forbidden_anonymous',
          message: message('resource.refusal.forbiddenAnonymous'),
        }
      : { code: 'resource.forbidden', message: message('resource.refusal.forbidden') };
  if (status === 404 || status === 410)
    return { code: 'resource.not_there', message: message('resource.refusal.notThere') };
  if (status === 429)
    return {
      code: 'resource.rate_limited',
      message: message('resource.refusal.rateLimited'),
    };
  if (status >= 500) return { code: 'resource.server_error', message: message('resource.refusal.serverError') };
  if (status >= 300 && status < 400)
    return { code: 'resource.redirected', message: message('resource.refusal.redirected') };
  return { code: 'resource.refused', message: message('resource.refusal.refused', { status }) };
}

/**
 * The required scope. RFC 6750 §3 puts it into the challenge, GitLab also into the body. Only if the service says that
 * a scope is missing: a challenge without an error may list every scope.
 */
function missingScope({ status, headers, text }: RefusedResponse): string | undefined {
  if (status !== 403 && status !== 401) return undefined;
  const challenge = headers['www-authenticate'] ?? '';
  const named = /\bscope="([^"]*)"/i.exec(challenge)?.[1];
  if (named !== undefined && /insufficient_scope/i.test(challenge)) return safeText(named, 300) || undefined;
  try {
    const body = parseJson(text);
    if (typeof body !== 'object' || body === null || !('error' in body) || !('scope' in body)) return undefined;
    if (body.error !== 'insufficient_scope' || typeof body.scope !== 'string') return undefined;
    return safeText(body.scope, 300) || undefined;
  } catch {
    return undefined;
  }
}

function messageBy({ headers, text, statusText }: RefusedResponse): string | undefined {
  const type = headers['content-type'] ?? '';
  const fromBody = /\bjson\b/i.test(type) || /^\s*[{[]/.test(text) ? saidInJson(text) : undefined;
  if (fromBody !== undefined) return fromBody;
  // RFC 6750 §3: what is wrong with the token.
  const challenge = /error_description="((?:[^"\\]|\\.)*)"/.exec(headers['www-authenticate'] ?? '')?.[1];
  if (challenge !== undefined) return safeText(challenge.replace(/\\(.)/g, '$1'));
  const isHtml = /html/i.test(type);
  if (isHtml || /^text\/plain/i.test(type)) {
    const words = readTextSaid(text, isHtml);
    if (words !== undefined) return words;
  }
  const problem = /\berror="([\w-]{1,100})"/.exec(headers['www-authenticate'] ?? '')?.[1];
  if (problem !== undefined) return safeText(problem);
  return statusText === '' ? undefined : safeText(statusText, 100);
}

function saidInJson(text: string): string | undefined {
  try {
    return readServiceError(parseJson(text)).serviceMessage;
  } catch {
    return undefined;
  }
}
