import { type Message, message } from '../shared/messages/message.ts';

/**
 * What a refusal of an OAuth1 request may mean. RFC 5849 defines no errors. Sources of the words that services use: OAuth
 * Problem Reporting (wiki.oauth.net/ProblemReporting), Authlib, oauthlib, NetSuite, X, WooCommerce and Magento.
 */
export type OAuth1ProblemCode = `oauth1.${
  | 'signature_invalid'
  | 'signature_method'
  | 'client_unknown'
  | 'client_throttled'
  | 'token_rejected'
  | 'more_authorization'
  | 'permission_unknown'
  | 'nonce_refused'
  | 'callback_refused'
  | 'parameter_missing'
  | 'parameter_rejected'
  | 'version_rejected'
  | 'insecure_transport'}`;

/** The sentence for a problem. */
export const oauth1ProblemText = (code: OAuth1ProblemCode): Message => message(`oauth1.problem.${code}`);

/** Keyed by the name of the problem, in lower case. */
const byName: Readonly<Record<string, OAuth1ProblemCode>> = {
  // OAuth Problem Reporting. NetSuite sends some of these as `error="..."`.
  signature_invalid: 'oauth1.signature_invalid',
  signature_method_rejected: 'oauth1.signature_method',
  consumer_key_unknown: 'oauth1.client_unknown',
  consumer_key_rejected: 'oauth1.client_unknown',
  consumer_key_refused: 'oauth1.client_throttled',
  token_used: 'oauth1.token_rejected',
  token_expired: 'oauth1.token_rejected',
  token_revoked: 'oauth1.token_rejected',
  token_rejected: 'oauth1.token_rejected',
  verifier_invalid: 'oauth1.token_rejected',
  additional_authorization_required: 'oauth1.more_authorization',
  permission_unknown: 'oauth1.permission_unknown',
  nonce_used: 'oauth1.nonce_refused',
  parameter_absent: 'oauth1.parameter_missing',
  parameter_rejected: 'oauth1.parameter_rejected',
  version_rejected: 'oauth1.version_rejected',
  // Authlib (authlib/oauth1/rfc5849/errors.py) and oauthlib (oauthlib/oauth1/rfc5849/errors.py).
  invalid_signature: 'oauth1.signature_invalid',
  invalid_signature_method: 'oauth1.signature_method',
  unsupported_signature_method: 'oauth1.signature_method',
  invalid_client: 'oauth1.client_unknown',
  invalid_token: 'oauth1.token_rejected',
  invalid_nonce: 'oauth1.nonce_refused',
  missing_required_parameter: 'oauth1.parameter_missing',
  unsupported_parameter: 'oauth1.parameter_rejected',
  duplicated_oauth_protocol_parameter: 'oauth1.parameter_rejected',
  insecure_transport: 'oauth1.insecure_transport',
  insecure_transport_protocol: 'oauth1.insecure_transport',
  // NetSuite's REST web services use this name for all of these mistakes.
  invalid_login: 'oauth1.signature_invalid',
  invalid_login_attempt: 'oauth1.signature_invalid',
};

/** Matched by the sentence, if the name says nothing. */
const bySentence: readonly [pattern: RegExp, code: OAuth1ProblemCode][] = [
  // WooCommerce (class-wc-rest-authentication.php) and Magento (Magento\Framework\Oauth).
  [/signature method is (invalid|not supported)|unsupported signature method/i, 'oauth1.signature_method'],
  [/signature (is invalid|does not match)|invalid signature|provided signature/i, 'oauth1.signature_invalid'],
  [/consumer key (is (invalid|missing)|has expired)|consumer having the specified key/i, 'oauth1.client_unknown'],
  [/nonce (has already been|is already being) used|invalid nonce/i, 'oauth1.nonce_refused'],
  [/token (does not exist|is (revoked|expired|not valid))|invalid or expired token/i, 'oauth1.token_rejected'],
  // X: codes 32, 415 and 417.
  [/could not authenticate you|failed to validate oauth signature/i, 'oauth1.signature_invalid'],
  [/callback url not approved|callback (url )?(is )?(invalid|not allowed)/i, 'oauth1.callback_refused'],
  [/invalid login attempt/i, 'oauth1.signature_invalid'],
];

/** What a refusal means. `undefined`: unknown wording. `serviceMessage`: everything that the service said. */
export function oauth1Problem(
  name: string | undefined,
  serviceMessage: string | undefined,
): OAuth1ProblemCode | undefined {
  const lower = name?.toLowerCase() ?? '';
  if (Object.hasOwn(byName, lower)) return byName[lower];
  const words = `${name ?? ''} ${serviceMessage ?? ''}`;
  return bySentence.find(([pattern]) => pattern.test(words))?.[1];
}

/** The problem that a challenge names (RFC 5849 §3.5.1, OAuth Problem Reporting; NetSuite: `error`). */
export function challengeProblem(challenge: string | undefined): string | undefined {
  const found = /\b(?:oauth_problem|error)="?([\w%.+-]{1,100})/i.exec(challenge ?? '')?.[1];
  return found === undefined || !/\bOAuth\b/i.test(challenge ?? '') ? undefined : found;
}
