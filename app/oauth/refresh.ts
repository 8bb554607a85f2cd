import { OAuthError } from '../errors.ts';
import { requestTokenByRefresh, type TokenRequestContext } from './oauth2-client.ts';
import { tokenRequestParameters, withExtraParameters } from './parameters.ts';
import type { OAuth2Settings } from './settings.ts';
import type { TokenSet } from './token-set.ts';

/**
 * The old token set and the answer to its refresh as one: a refresh token that is left out still holds, a new one
 * replaces it (RFC 6749 §6, row 29). Scopes and captured values that are left out are the old ones. When a kept refresh
 * token ends is known from before; of another one only the answer can tell.
 */
export function mergeRefreshed(old: TokenSet, answer: TokenSet): TokenSet {
  const refreshToken = answer.refreshToken ?? old.refreshToken;
  const rotated = refreshToken !== old.refreshToken;
  const refreshTokenExpiresAt = answer.refreshTokenExpiresAt ?? (rotated ? undefined : old.refreshTokenExpiresAt);
  const scopes = answer.scopes ?? old.scopes;
  const account = answer.account ?? old.account;
  const subject = answer.subject ?? old.subject;
  const values = { ...old.values, ...answer.values };
  return {
    ...answer,
    refreshedAt: answer.obtainedAt,
    refreshTokenRotates: rotated,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(refreshTokenExpiresAt === undefined ? {} : { refreshTokenExpiresAt }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(account === undefined ? {} : { account }),
    ...(subject === undefined ? {} : { subject }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  };
}

/**
 * Renews by the refresh token. Store the answer before using it: a rotated refresh token is good for one use.
 * Throws OAuthError `token.no_refresh_token`, `token.invalid_grant` (both: only a new login helps, `needsLogin`), other
 * `token.*`; HttpError `http.*`. `isPassing` tells which are worth another try; the old token set stays good for it.
 */
export async function refreshToken(
  settings: OAuth2Settings,
  tokenSet: TokenSet,
  context: TokenRequestContext,
): Promise<TokenSet> {
  if (tokenSet.refreshToken === undefined)
    throw new OAuthError('token.no_refresh_token', 'The service gave no refresh token: a new login is needed.');
  const parameters = withExtraParameters({}, settings.extraRefreshParameters, tokenRequestParameters);
  const received = await requestTokenByRefresh(settings, tokenSet.refreshToken, parameters, context);
  return mergeRefreshed(tokenSet, received.tokenSet);
}
