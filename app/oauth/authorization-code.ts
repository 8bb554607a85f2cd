import { withoutParameter } from '../http/request-target.ts';
import { tokenRequestParameters } from '../shared/connection/reserved-parameters.ts';
import { message } from '../shared/messages/message.ts';
import { requireSecureUrl } from '../shared/secure-url.ts';
import { identify } from './account.ts';
import { readCallback } from './callback.ts';
import { openCallbackReceiver } from './callback-receiver.ts';
import { requireSignature } from './callback-signature.ts';
import { prepareTokenRequest, requestTokenByCode } from './oauth2-client.ts';
import { addToQuery, scopeParameters, withExtraParameters } from './parameters.ts';
import { codeChallenge, createCodeVerifier } from './pkce.ts';
import type { GrantContext, OAuth2Settings } from './settings.ts';
import { createNonce, createState } from './state.ts';
import { renameInvalidGrant } from './token-errors.ts';
import type { TokenSet } from './token-set.ts';

/** The values of a single login. */
export interface AuthorizationRequest {
  redirectUri: string;
  state: string;
  /** S256. Absent if the preset says that the service refuses PKCE. */
  codeChallenge?: string | undefined;
  /** With the scope `openid` (OIDC Core §3.1.2.1). The ID token must repeat it. */
  nonce?: string | undefined;
}

/**
 * RFC 6749 §4.1.1 with RFC 7636 §4.3. Keeps an existing query string. Throws HttpError `http.insecure_url`,
 * `http.invalid_url`; OAuthError `token.reserved_parameter`.
 */
export function buildAuthorizationUrl(settings: OAuth2Settings, request: AuthorizationRequest): string {
  const url = requireSecureUrl(settings.authorizationUrl, message('fields.url.authorizationUrl'));
  const own: Record<string, string> = {
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: request.redirectUri,
    ...scopeParameters(settings),
    state: request.state,
    ...(request.codeChallenge === undefined
      ? {}
      : { code_challenge: request.codeChallenge, code_challenge_method: 'S256' }),
    ...(settings.accessType === null ? {} : { access_type: settings.accessType }),
    // OAuth 2.0 Multiple Response Type Encoding Practices §2.1; form_post: OAuth 2.0 Form Post Response Mode.
    ...(settings.responseMode === 'default' ? {} : { response_mode: settings.responseMode }),
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
  };
  const reserved = ['code_challenge', 'code_challenge_method'];
  const parameters = withExtraParameters(own, settings.extraAuthorizationParameters, reserved);
  // RFC 6749 §3.1: no parameter twice. The app's own value replaces one in a pasted URL.
  const pasted = Object.keys(parameters).filter((name) => url.searchParams.has(name));
  if (pasted.length === 0) return addToQuery(settings.authorizationUrl.trim(), parameters);
  return addToQuery(pasted.reduce(withoutParameter, url).href, parameters);
}

/**
 * Runs the authorization code grant. Throws OAuthError `callback.*`, `token.*`, `id_token.*`; PlatformError `window.*`; HttpError `http.*`.
 */
export async function requestAuthorizationCodeToken(
  settings: OAuth2Settings,
  context: GrantContext,
): Promise<TokenSet> {
  const { http, signal, now } = context;
  // Check before the login, so that a wrong URL or parameter does not cost the user a login.
  requireSecureUrl(settings.accessTokenUrl, message('fields.url.accessTokenUrl'));
  const extra = withExtraParameters({}, settings.extraTokenParameters, tokenRequestParameters);
  const state = createState();
  const codeVerifier = settings.pkce === 'S256' ? createCodeVerifier() : undefined;
  http.exchanges?.learn([state.value, codeVerifier]);
  const nonce = settings.scopes.includes('openid') ? createNonce() : undefined;
  const receiver = await openCallbackReceiver(settings, {
    ...context,
    onStep: (step) => {
      context.onStep(step);
      if (step === 'waiting_for_login') void prepareTokenRequest(settings, context.http);
    },
  });
  try {
    const authorizationUrl = buildAuthorizationUrl(settings, {
      redirectUri: receiver.callbackUrl,
      state: state.value,
      codeChallenge: codeVerifier === undefined ? undefined : codeChallenge(codeVerifier),
      nonce,
    });
    const { code, parameters } = await receiver.wait(authorizationUrl, (callback) => {
      const read = readCallback(callback, {
        callbackUrl: receiver.callbackUrl,
        takeState: state.take,
        issuer: settings.issuer,
        issuerRequired: settings.issuerInCallback,
      });
      if (settings.callbackSignature !== undefined && settings.clientSecret !== undefined)
        requireSignature(read.parameters, settings.callbackSignature, settings.clientSecret);
      return read;
    });
    context.onStep('code_received');
    const request = { code, redirectUri: receiver.callbackUrl, codeVerifier, extra, callback: parameters };
    const received = await renameInvalidGrant(
      requestTokenByCode(settings, request, { http, signal, now }),
      'token.code_refused',
      message('oauth.token.codeRefused'),
    );
    const tokenSet = identify(settings, received, { now, nonce });
    context.onStep('token_received');
    return tokenSet;
  } finally {
    receiver.close();
  }
}
