import { tokenRequestParameters } from '../shared/connection/reserved-parameters.ts';
import { OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';
import { type IdTokenClaims, readIdToken } from './id-token.ts';
import { requestTokenByRefresh, type TokenRequestContext } from './oauth2-client.ts';
import { withExtraParameters } from './parameters.ts';
import type { OAuth2Settings } from './settings.ts';
import { noRefreshToken } from './token-errors.ts';
import type { TokenSet } from './token-set.ts';

/**
 * Merges the response to a refresh into the old token set. Without a new refresh token the old one stays valid (RFC
 * 6749 §6, row 29). Missing scopes and captured values stay too. The expiry of a kept refresh token stays; that of a
 * new one comes only from the response.
 */
export function mergeRefreshed(old: TokenSet, response: TokenSet): TokenSet {
  const refreshToken = response.refreshToken ?? old.refreshToken;
  const rotated = refreshToken !== old.refreshToken;
  const refreshTokenExpiresAt = response.refreshTokenExpiresAt ?? (rotated ? undefined : old.refreshTokenExpiresAt);
  const isExtended = extendsEnd(old, response);
  const scopes = response.scopes ?? old.scopes;
  const account = response.account ?? old.account;
  const { subject, idTokenProblem } = old;
  const values = { ...old.values, ...response.values };
  return {
    ...response,
    refreshedAt: response.obtainedAt,
    refreshTokenRotates: rotated,
    ...(isExtended === undefined ? {} : { refreshTokenExtends: isExtended }),
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(refreshTokenExpiresAt === undefined ? {} : { refreshTokenExpiresAt }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(account === undefined ? {} : { account }),
    ...(subject === undefined ? {} : { subject }),
    ...(idTokenProblem === undefined ? {} : { idTokenProblem }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  };
}

/** Renewals closer together than this show nothing: the two ends differ by less than services round. */
const tellingMs = 60_000;

/** Whether this renewal extended the refresh token's lifetime. Falls back to earlier observations. */
function extendsEnd(old: TokenSet, response: TokenSet): boolean | undefined {
  const [before, after] = [old.refreshTokenExpiresAt, response.refreshTokenExpiresAt];
  const elapsed = response.obtainedAt - old.obtainedAt;
  if (before === undefined || after === undefined || elapsed < tellingMs) return old.refreshTokenExtends;
  return after - before > elapsed / 2;
}

/**
 * Renews with the refresh token. Store the response before using it: a rotated refresh token works once. Throws
 * OAuthError `token.no_refresh_token`, `token.invalid_grant`, `id_token.subject_changed` (only a new login helps,
 * `needsLogin`), other `token.*`; HttpError `http.*`. `isTransient` tells which errors are worth a retry, for which the
 * old token set stays valid.
 */
export async function refreshToken(
  settings: OAuth2Settings,
  tokenSet: TokenSet,
  context: TokenRequestContext,
): Promise<TokenSet> {
  if (tokenSet.refreshToken === undefined) throw noRefreshToken();
  const parameters = withExtraParameters({}, settings.extraRefreshParameters, tokenRequestParameters);
  const received = await requestTokenByRefresh(settings, tokenSet.refreshToken, parameters, context);
  requireSameSubject(settings, tokenSet, received.idToken, context.now());
  return mergeRefreshed(tokenSet, received.tokenSet);
}

/**
 * OIDC Core §12.2: an ID token in a refresh response must name the same user as the first, and the same issuer if
 * known. A missing or unreadable ID token proves nothing, and must not stop the data.
 */
function requireSameSubject(
  { clientId, issuer }: OAuth2Settings,
  { subject }: TokenSet,
  idToken: string | undefined,
  now: number,
): void {
  if (subject === undefined || idToken === undefined) return;
  let claims: IdTokenClaims | undefined;
  try {
    claims = readIdToken(idToken, { clientId, now });
  } catch {
    return;
  }
  if (claims === undefined) return;
  // Without a known issuer its name may change while the user stays the same (a renamed domain, a new endpoint
  // version).
  if (claims.sub === subject && (issuer === undefined || bareIssuer(claims.iss) === bareIssuer(issuer))) return;
  throw new OAuthError('id_token.subject_changed', message('oauth.idToken.otherAccount'), {
    serviceMessage: safeText(`${claims.sub} (${claims.iss})`, 300),
  });
}

/** Google writes its issuer with and without the scheme. */
const bareIssuer = (issuer: string): string => issuer.replace(/^https:\/\//, '');
