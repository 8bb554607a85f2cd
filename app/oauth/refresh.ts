import { tokenRequestParameters } from '../shared/connection/token-request-parameters.ts';
import { OAuthError } from '../shared/errors.ts';
import { safeText } from '../shared/safe-text.ts';
import { type IdTokenClaims, readIdToken } from './id-token.ts';
import { requestTokenByRefresh, type TokenRequestContext } from './oauth2-client.ts';
import { withExtraParameters } from './parameters.ts';
import type { OAuth2Settings } from './settings.ts';
import type { TokenSet } from './token-set.ts';

/**
 * The old token set and the response to its refresh as one: a refresh token that is left out still holds, a new one
 * replaces it (RFC 6749 §6, row 29). Scopes and captured values that are left out are the old ones. When a kept refresh
 * token ends is known from before; of another one only the response can tell.
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

/** Two renewals closer than this tell nothing: the ends differ by less than services round. */
const tellingMs = 60_000;

/** Whether this renewal moved the end of the refresh token; what was seen before where it cannot be told. */
function extendsEnd(old: TokenSet, response: TokenSet): boolean | undefined {
  const [before, after] = [old.refreshTokenExpiresAt, response.refreshTokenExpiresAt];
  const elapsed = response.obtainedAt - old.obtainedAt;
  if (before === undefined || after === undefined || elapsed < tellingMs) return old.refreshTokenExtends;
  return after - before > elapsed / 2;
}

/**
 * Renews by the refresh token. Store the response before using it: a rotated refresh token is good for one use.
 * Throws OAuthError `token.no_refresh_token`, `token.invalid_grant`, `id_token.subject_changed` (all: only a new login
 * helps, `needsLogin`), other `token.*`; HttpError `http.*`. `isTransient` tells which are worth another try; the old token
 * set stays good for it.
 */
export async function refreshToken(
  settings: OAuth2Settings,
  tokenSet: TokenSet,
  context: TokenRequestContext,
): Promise<TokenSet> {
  if (tokenSet.refreshToken === undefined)
    throw new OAuthError('token.no_refresh_token', 'The service gave no refresh token. Log in again.');
  const parameters = withExtraParameters({}, settings.extraRefreshParameters, tokenRequestParameters);
  const received = await requestTokenByRefresh(settings, tokenSet.refreshToken, parameters, context);
  requireSameSubject(settings, tokenSet, received.idToken, context.now());
  return mergeRefreshed(tokenSet, received.tokenSet);
}

/**
 * OIDC Core §12.2: an ID token that comes with a refresh names the same user as the first, and the issuer where that is
 * known. None need come, and one that cannot be read says nothing: data must not stop for that.
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
  // Without a known issuer its name may change while the user stays (a renamed domain, another version of the endpoint).
  if (claims.sub === subject && (issuer === undefined || bareIssuer(claims.iss) === bareIssuer(issuer))) return;
  throw new OAuthError('id_token.subject_changed', 'The renewed token belongs to somebody else.', {
    serviceMessage: safeText(`${claims.sub} of ${claims.iss}`, 300),
  });
}

/** Google writes its own both with and without the scheme. */
const bareIssuer = (issuer: string): string => issuer.replace(/^https:\/\//, '');
