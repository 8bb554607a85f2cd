import type { CallbackRequest } from '../platform/platform.ts';
import { extraParameters, matchesCallback } from '../shared/connection/callback-url.ts';
import { OAuthError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { parseUrl } from '../shared/parse-url.ts';
import { safeHttpsLink, safeText } from '../shared/safe-text.ts';

/**
 * The parameters of a callback, from its query, fragment and form_post body (row 17).
 * Throws OAuthError `callback.wrong_address`, `callback.duplicate_parameter` (RFC 6749 §3.1).
 */
export function readCallbackParameters(request: CallbackRequest, callbackUrl: string): Map<string, string> {
  const registered = parseUrl(callbackUrl);
  const url = parseUrl(request.url);
  if (registered === undefined || url === undefined || !matchesCallback(callbackUrl, request.url))
    throw new OAuthError('callback.wrong_address', message('oauth.callback.wrongAddress'));
  const found = new Map<string, string>();
  const pairs = [
    ...(extraParameters(registered, url) ?? []),
    ...new URLSearchParams(url.hash.slice(1)),
    ...new URLSearchParams(request.body ?? ''),
  ];
  for (const [name, value] of pairs) {
    if (found.has(name))
      throw new OAuthError('callback.duplicate_parameter', message('oauth.callback.duplicate'), {
        details: { parameter: safeText(name, 60) },
      });
    found.set(name, value);
  }
  return found;
}

/**
 * What is wrong with a callback URL that the user copied from the browser's address bar. `undefined`: it can be read.
 * Only `readCallback` decides whether it belongs to this login. Pure.
 */
export function pastedCallbackProblem(callbackUrl: string, text: string): Message | undefined {
  const pasted = text.trim();
  if (pasted === '') return message('oauth.pasted.empty');
  if (!matchesCallback(callbackUrl, pasted)) return message('oauth.pasted.otherAddress', { url: callbackUrl });
  try {
    const parameters = readCallbackParameters({ url: pasted, method: 'GET' }, callbackUrl);
    return responseNames.some((name) => parameters.has(name)) ? undefined : message('oauth.pasted.noResponse');
  } catch {
    return message('oauth.pasted.duplicate');
  }
}

/** RFC 6749 §4.1.2; RFC 5849 §2.2, plus X's name for a refusal. */
const responseNames = ['code', 'error', 'oauth_token', 'oauth_verifier', 'oauth_problem', 'denied'];

export interface ExpectedCallback {
  callbackUrl: string;
  /** Compares in constant time. Returns `true` at most once (`createState`). */
  takeState(candidate: string): boolean;
  /** RFC 9207: the expected issuer, if known. */
  issuer?: string | undefined;
  /** The service always sends `iss`, so a response without it is refused (RFC 9207 §2.4). */
  issuerRequired?: boolean | undefined;
}

/**
 * Reads the response to an authorization request. An `error` counts only together with the right state (row 18).
 * Throws OAuthError `callback.wrong_address`, `callback.duplicate_parameter`, `callback.state_missing`,
 * `callback.state_mismatch`, `callback.issuer_mismatch`, `callback.access_denied`, `callback.error`, `callback.no_code`.
 */
export function readCallback(
  request: CallbackRequest,
  expected: ExpectedCallback,
): { code: string; parameters: Record<string, string> } {
  const parameters = readCallbackParameters(request, expected.callbackUrl);
  const state = parameters.get('state');
  if (state === undefined) throw new OAuthError('callback.state_missing', message('oauth.callback.stateMissing'));
  if (!expected.takeState(state))
    throw new OAuthError('callback.state_mismatch', message('oauth.callback.stateMismatch'));
  checkIssuer(parameters.get('iss'), expected);
  const error = parameters.get('error');
  if (error !== undefined) throw callbackError(error, parameters);
  const code = parameters.get('code');
  if (code === undefined || code === '') throw new OAuthError('callback.no_code', message('oauth.callback.noCode'));
  // Some services return more values here than in the token response (QuickBooks: `realmId`).
  return { code, parameters: Object.fromEntries(parameters) };
}

/**
 * Errors of a callback that does not name this login. Any page can send one to a loopback port, so it must not end the
 * login.
 */
const strayCodes: ReadonlySet<string> = new Set([
  'callback.wrong_address',
  'callback.duplicate_parameter',
  'callback.state_missing',
  'callback.state_mismatch',
  'oauth1.token_mismatch',
]);

export const isStrayCallback = (error: unknown): error is OAuthError =>
  error instanceof OAuthError && strayCodes.has(error.code);

/** RFC 9207 §2.4: simple string comparison. */
function checkIssuer(iss: string | undefined, expected: ExpectedCallback): void {
  // Without a known issuer nothing can be compared, but a missing `iss` can still be refused.
  if (iss === undefined ? expected.issuerRequired !== true : expected.issuer === undefined || iss === expected.issuer)
    return;
  throw new OAuthError(
    'callback.issuer_mismatch',
    iss === undefined ? message('oauth.callback.issuerMissing') : message('oauth.callback.issuerMismatch'),
    iss === undefined ? {} : { serviceMessage: safeText(iss) },
  );
}

/** RFC 6749 §4.1.2.1, and LinkedIn's codes for a refusal. */
const denials: ReadonlySet<string> = new Set(['access_denied', 'user_cancelled_login', 'user_cancelled_authorize']);

/** RFC 6749 §4.1.2.1. */
function callbackError(error: string, parameters: Map<string, string>): OAuthError {
  const description = parameters.get('error_description');
  const link = safeHttpsLink(parameters.get('error_uri'));
  const facts = {
    serviceMessage: safeText(description === undefined ? error : `${error}: ${description}`),
    details: { error: safeText(error, 100), ...(link === undefined ? {} : { errorUri: link }) },
  };
  return denials.has(error)
    ? new OAuthError('callback.access_denied', message('oauth.callback.denied'), facts)
    : new OAuthError('callback.error', message('oauth.callback.error'), facts);
}
