import type { HttpClient } from '../http/client.ts';
import type { HttpResponse } from '../http/request-text.ts';
import { OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
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
  /** Epoch ms. Absent: the system clock. */
  now?: (() => number) | undefined;
}

/**
 * Revokes the authorization at the service (RFC 7009, or the service's own way). The refresh token comes first:
 * revoking it also ends the access tokens. An empty 200 is success, even for a token that the service does not know
 * (§2.2). Throws OAuthError `revoke.not_supported`, `revoke.refused`, `token.server_error`, `token.rate_limited` (not
 * revoked), those of `refreshToken` if a renewal was needed first; HttpError `http.*`.
 */
export async function revokeToken(settings: OAuth2Settings, tokenSet: TokenSet, context: RevokeContext): Promise<void> {
  const url = revocationUrl(settings.revocationUrl);
  const now = context.now ?? Date.now;
  const current = await livingToken(settings, tokenSet, { ...context, now });
  if (current === undefined) return;
  const { accessToken } = current;
  // A token renewed only for this request is never stored, so the console must learn it here.
  context.http.exchanges?.learn([current.refreshToken, accessToken]);
  for (const asked of revocationsOf(settings, current)) {
    const response = await sendRevocation(settings, url, asked, { ...context, now, accessToken });
    const service = refusalIn(response);
    if (service === undefined || isEnded(service, asked[0], current)) continue;
    throw revocationError({ response, host: url.host, now: now(), service });
  }
}

/**
 * Revokes an OAuth1 token. OAuth1 defines no revocation, so this sends a signed POST if the service accepts one. Throws
 * as `revokeToken`.
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
 * A revocation by access token needs a valid one (Dropbox, GitHub, Slack with token rotation), so this renews it if
 * necessary. `undefined`: the service says that the authorization has already ended.
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
    throw new OAuthError('revoke.not_supported', message('oauth.revoke.notSupported'));
  return requireSecureUrl(text, message('fields.url.revocationUrl'));
}

/** The service's refusal. `undefined`: the token was revoked. Slack refuses with a 200. */
function refusalIn(response: HttpResponse): ServiceError | undefined {
  const body = parseBody(response);
  const value = 'value' in body ? body.value : undefined;
  const refused = typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
  if (response.status >= 200 && response.status < 300 && !refused) return undefined;
  return 'value' in body ? readServiceError(value) : { serviceMessage: readTextSaid(body.text, body.isHtml) };
}

/** Whether a refusal means that the token has already ended. */
function isEnded({ error }: ServiceError, kind: TokenKind, tokenSet: TokenSet): boolean {
  // RFC 7009 §2.2: an invalid token counts as revoked. Some services send an error instead (Google, once its refresh
  // token is revoked).
  if (error === 'invalid_token' || error === 'token_revoked') return true;
  // Slack: with token rotation, a refresh token may outlive this access token.
  if (error === 'token_expired') return tokenSet.refreshToken === undefined;
  // §2.2.1: services may refuse to revoke access tokens. By then the refresh token is revoked.
  return error === 'unsupported_token_type' && kind === 'access_token' && tokenSet.refreshToken !== undefined;
}

const revocationError = (facts: ResponseFacts): OAuthError =>
  transientError(facts) ??
  new OAuthError(
    'revoke.refused',
    message('oauth.revoke.refused', { host: facts.host, status: facts.response.status }),
    {
      serviceMessage: facts.service.serviceMessage,
      details: { host: facts.host, status: facts.response.status },
    },
  );
