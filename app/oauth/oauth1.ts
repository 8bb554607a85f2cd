import type { CallbackRequest } from '../platform/platform.ts';
import { OAuthError } from '../shared/errors.ts';
import { valueAt } from '../shared/json-pointer.ts';
import { message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';
import { requireSecureUrl } from '../shared/secure-url.ts';
import { readCallbackParameters } from './callback.ts';
import { openCallbackReceiver } from './callback-receiver.ts';
import { type CaptureSources, valuesOf } from './captured-values.ts';
import { tokenExpiry } from './expiry.ts';
import { sendSignedPost } from './oauth1-request.ts';
import { readOAuth1Response } from './oauth1-response.ts';
import { addToQuery, withExtraParameters } from './parameters.ts';
import type { GrantContext, OAuth1Settings } from './settings.ts';
import type { TokenSet } from './token-set.ts';

/** Temporary credentials (RFC 5849 §2.1). */
interface RequestToken {
  token: string;
  secret: string;
}

interface Leg {
  url: URL;
  what: 'requestToken' | 'accessToken';
  requestToken?: RequestToken | undefined;
  protocol: Record<string, string>;
  form: Record<string, string>;
}

async function send(settings: OAuth1Settings, context: GrantContext, leg: Leg): Promise<Record<string, string>> {
  const { requestToken, protocol, form } = leg;
  const token = requestToken && { accessToken: requestToken.token, tokenSecret: requestToken.secret };
  const headers = {
    accept: 'application/x-www-form-urlencoded, */*;q=0.1',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const kind = requestToken === undefined ? 'request_token' : 'token';
  const { http, clocks, signal, now } = context;
  http.exchanges?.learn([requestToken?.secret, protocol.oauth_verifier]);
  const post = { url: leg.url, token, protocol, form, headers, kind } as const;
  const { response, times } = await sendSignedPost(settings, post, { http, clocks, signal, now });
  return readOAuth1Response(response, { host: leg.url.host, what: leg.what, times });
}

async function requestTemporaryCredentials(
  settings: OAuth1Settings,
  context: GrantContext,
  callbackUrl: string,
): Promise<RequestToken> {
  const response = await send(settings, context, {
    url: requireSecureUrl(settings.requestUrl, message('fields.url.requestTokenUrl')),
    what: 'requestToken',
    protocol: { oauth_callback: callbackUrl },
    form: settings.extraTokenParameters,
  });
  // RFC 5849 §2.1: without this field it is the flawed OAuth 1.0, in which anyone can take over a login. Authlib writes
  // `True`.
  if (response.oauth_callback_confirmed?.toLowerCase() !== 'true')
    throw new OAuthError('oauth1.callback_not_confirmed', message('oauth1.callbackNotConfirmed'));
  return { token: response.oauth_token ?? '', secret: response.oauth_token_secret ?? '' };
}

/** Codes for "the user refused" from OAuth Problem Reporting and OAuth2. Authlib uses the latter here. */
const denials = new Set(['user_refused', 'permission_denied', 'access_denied', 'user_denied', 'user_cancelled']);

/** The error in a callback. RFC 5849 §2.2 defines none, so services borrow codes from elsewhere. */
function refusalIn(parameters: ReadonlyMap<string, string>): OAuthError | undefined {
  const problem = parameters.get('oauth_problem') ?? parameters.get('error');
  const description = parameters.get('oauth_problem_advice') ?? parameters.get('error_description');
  // X puts the token into `denied` when the user refuses.
  if (problem === undefined)
    return parameters.has('denied') ? new OAuthError('callback.access_denied', denied) : undefined;
  const serviceMessage = safeText(description === undefined ? problem : `${problem}: ${description}`);
  return denials.has(problem.toLowerCase())
    ? new OAuthError('callback.access_denied', denied, { serviceMessage })
    : new OAuthError('callback.error', message('oauth.callback.error'), { serviceMessage });
}
const denied = message('oauth.callback.denied');

/**
 * Reads the response to the login (RFC 5849 §2.2). Its token must be the one of this login (row 34). A refusal may omit
 * the token (Authlib): it can only end the login. Throws OAuthError `oauth1.token_mismatch`, `callback.access_denied`,
 * `callback.error`, `oauth1.no_verifier`, `callback.duplicate_parameter`.
 */
function readVerifier(
  request: CallbackRequest,
  expected: { callbackUrl: string; requestToken: string },
): { verifier: string; parameters: Record<string, string> } {
  const parameters = readCallbackParameters(request, expected.callbackUrl);
  const refusal = refusalIn(parameters);
  // An empty value names no login either.
  const token = parameters.get('oauth_token') || parameters.get('denied') || undefined;
  if (token !== expected.requestToken && !(token === undefined && refusal !== undefined))
    throw new OAuthError('oauth1.token_mismatch', message('oauth.callback.otherLogin'));
  if (refusal !== undefined) throw refusal;
  const verifier = parameters.get('oauth_verifier');
  if (verifier === undefined || verifier === '')
    throw new OAuthError('oauth1.no_verifier', message('oauth.callback.noVerifier'));
  return { verifier, parameters: Object.fromEntries(parameters) };
}

function toTokenSet(
  settings: OAuth1Settings,
  response: Record<string, string>,
  callback: CaptureSources['callback'],
  now: number,
): TokenSet {
  const account = settings.accountPointer === '' ? undefined : valueAt(response, settings.accountPointer);
  // Yahoo's session extension. The specification itself defines no expiry.
  const expiresAt = tokenExpiry(response.oauth_expires_in, now);
  return {
    accessToken: response.oauth_token ?? '',
    tokenSecret: response.oauth_token_secret ?? '',
    tokenType: 'OAuth1',
    obtainedAt: now,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...valuesOf(settings, { callback, response }),
    ...(typeof account === 'string' && account !== '' ? { account: safeText(account, 200) } : {}),
  };
}

/**
 * The three steps of OAuth1 (RFC 5849 §2). Throws OAuthError `oauth1.*`, `callback.*`, `token.rate_limited`,
 * `token.server_error`, `token.reserved_parameter`; PlatformError `window.*`; HttpError `http.*`.
 */
export async function requestOAuth1Token(settings: OAuth1Settings, context: GrantContext): Promise<TokenSet> {
  const accessTokenUrl = requireSecureUrl(settings.accessTokenUrl, message('fields.url.accessTokenUrl'));
  requireSecureUrl(settings.authorizationUrl, message('fields.url.authorizationUrl'));
  const extra = withExtraParameters({}, settings.extraAuthorizationParameters, ['oauth_token']);
  const receiver = await openCallbackReceiver(settings, context);
  try {
    const requestToken = await requestTemporaryCredentials(settings, context, receiver.callbackUrl);
    context.onStep('request_token_received');
    const login = addToQuery(settings.authorizationUrl.trim(), { oauth_token: requestToken.token, ...extra });
    const { verifier, parameters } = await receiver.wait(login, (callback) =>
      readVerifier(callback, { callbackUrl: receiver.callbackUrl, requestToken: requestToken.token }),
    );
    context.onStep('code_received');
    const protocol = { oauth_verifier: verifier };
    const leg: Leg = { url: accessTokenUrl, what: 'accessToken', requestToken, protocol, form: {} };
    const tokenSet = toTokenSet(settings, await send(settings, context, leg), parameters, context.now());
    context.onStep('token_received');
    return tokenSet;
  } finally {
    receiver.close();
  }
}
