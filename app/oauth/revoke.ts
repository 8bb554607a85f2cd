import type { HttpClient } from '../http/client.ts';
import type { HttpResponse } from '../http/request-text.ts';
import { OAuthError } from '../shared/errors.ts';
import { requireSecureUrl } from '../shared/secure-url.ts';
import { isExpired } from './expiry.ts';
import type { ServiceClocks } from './oauth1-clock.ts';
import { sendSignedPost } from './oauth1-request.ts';
import type { TokenRequestContext } from './oauth2-client.ts';
import { refreshToken } from './refresh.ts';
import { revocationsOf, sendRevocation, type TokenKind } from './revoke-request.ts';
import { readServiceError, readTextSaid, type ServiceError } from './service-error.ts';
import type { OAuth1Settings, OAuth2Settings } from './settings.ts';
import { type ResponseFacts, transientError } from './token-errors.ts';
import { parseBody } from './token-response.ts';
import type { TokenSet } from './token-set.ts';

interface RevokeContext {
  http: HttpClient;
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
  /** Epoch ms; the clock unless told. */
  now?: (() => number) | undefined;
}

/**
 * Ends the authorization at the service (RFC 7009, or the service's own way): the refresh token first, as its end is the
 * end of the access tokens. An empty 200 is success, also for a token unknown there (§2.2). Throws OAuthError
 * `revoke.not_supported`, `revoke.refused`, `token.server_error`, `token.rate_limited` (not revoked), those of `refreshToken` where that was needed
 * first; HttpError `http.*`.
 */
export async function revokeToken(settings: OAuth2Settings, tokenSet: TokenSet, context: RevokeContext): Promise<void> {
  const url = revocationUrl(settings.revocationUrl);
  const now = context.now ?? Date.now;
  const current = await livingToken(settings, tokenSet, { ...context, now });
  if (current === undefined) return;
  const { accessToken } = current;
  // One that was renewed for this alone is stored nowhere.
  context.http.exchanges?.learn([current.refreshToken, accessToken]);
  for (const asked of revocationsOf(settings, current)) {
    const response = await sendRevocation(settings, url, asked, { ...context, now, accessToken });
    const service = refusalIn(response);
    if (service === undefined || isEnded(service, asked[0], current)) continue;
    throw revocationError({ response, host: url.host, now: now(), service });
  }
}

/**
 * The same for OAuth1, which has no way of its own: a signed POST, where the service takes one.
 * Throws as `revokeToken`.
 */
export async function revokeOAuth1Token(
  settings: OAuth1Settings,
  tokenSet: TokenSet,
  context: RevokeContext & { clocks: ServiceClocks },
): Promise<void> {
  const url = revocationUrl(settings.revocationUrl);
  const now = context.now ?? Date.now;
  const post = { url, token: tokenSet, headers: { accept: 'application/json' }, kind: 'revoke' } as const;
  const { response, times } = await sendSignedPost(settings, post, { ...context, now });
  const service = refusalIn(response);
  if (service !== undefined)
    throw revocationError({ response: response, host: url.host, now: times.receivedAt, service });
}

/**
 * What ends all by its access token needs one that is still good (Dropbox, GitHub, Slack with token rotation).
 * `undefined`: the service says that there is no authorization any more.
 */
async function livingToken(
  settings: OAuth2Settings,
  tokenSet: TokenSet,
  context: TokenRequestContext,
): Promise<TokenSet | undefined> {
  const { refreshToken: renewable } = tokenSet;
  const mayBeLate = settings.revocationRequest?.token === 'access_token' && renewable !== undefined;
  if (!mayBeLate || !isExpired(tokenSet, context.now())) return tokenSet;
  try {
    return await refreshToken(settings, tokenSet, context);
  } catch (error) {
    if (error instanceof OAuthError && error.code === 'token.invalid_grant') return undefined;
    throw error;
  }
}

function revocationUrl(text: string | undefined): URL {
  if (text === undefined || text === '')
    throw new OAuthError('revoke.not_supported', 'The service has no revocation URL.');
  return requireSecureUrl(text, 'The revocation URL');
}

/** What the service says against it; `undefined`: it is done. Slack refuses with a 200. */
function refusalIn(response: HttpResponse): ServiceError | undefined {
  const body = parseBody(response);
  const value = 'value' in body ? body.value : undefined;
  const refused = typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
  if (response.status >= 200 && response.status < 300 && !refused) return undefined;
  return 'value' in body ? readServiceError(value) : { serviceMessage: readTextSaid(body.text, body.isHtml) };
}

/** Refused, and ended all the same. */
function isEnded({ error }: ServiceError, kind: TokenKind, tokenSet: TokenSet): boolean {
  // RFC 7009 §2.2: a token that is no more is a success; some say so with an error (Google, once its refresh token went).
  if (error === 'invalid_token' || error === 'token_revoked') return true;
  // Slack: only of a token that rotates is there more than this one.
  if (error === 'token_expired') return tokenSet.refreshToken === undefined;
  // §2.2.1: services may refuse to revoke access tokens; the refresh token is gone by then.
  return error === 'unsupported_token_type' && kind === 'access_token' && tokenSet.refreshToken !== undefined;
}

const revocationError = (facts: ResponseFacts): OAuthError =>
  transientError(facts) ??
  new OAuthError('revoke.refused', `${facts.host} did not revoke the token (status ${facts.response.status}).`, {
    serviceMessage: facts.service.serviceMessage,
    details: { host: facts.host, status: facts.response.status },
  });
