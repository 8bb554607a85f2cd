import type { TokenSet } from '../oauth/token-set.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { definitionOf, isWithoutLogin, protocolOf } from '../shared/connection/grants/definitions.ts';
import {
  missingForRefreshToken,
  type RefreshTokenRequirements,
} from '../shared/connection/refresh-token-requirements.ts';
import type { Preset } from '../shared/preset/preset.ts';
import { canRenew } from './grants/grants.ts';

/**
 * Whether an authorization will keep running. Times are epoch ms.
 *
 * - `renews`: without the user, and no end is known. `renews_until`: the refresh token itself expires.
 * - `own_token`: OAuth1, the user entered the token. `no_token`: OAuth1, the client signs for itself.
 * - `ends`: together with the access token. `lasts`: the service's tokens do not expire. `unknown`: no source says.
 */
export interface RenewalForecast {
  kind: 'renews' | 'renews_until' | 'ends' | 'lasts' | 'own_token' | 'no_token' | 'unknown';
  endsAt?: number;
  /** Every renewal replaces the refresh token, so a copy of this connection elsewhere would break it. */
  rotates?: boolean;
  /** `renews_until`: whether a renewal extends the refresh token's lifetime. Absent until a renewal has shown it. */
  extends?: boolean;
  /** No refresh token arrived, and the client has no secret: many services give such clients none. */
  isPublicClient?: boolean;
  fix?: RefreshTokenRequirements;
}

const dayMs = 86_400_000;

/** The response counts more than the preset. `now`: epoch ms. */
export function renewalForecast(
  connection: Connection,
  tokenSet: TokenSet,
  preset: Preset | undefined,
  now: number,
): RenewalForecast {
  if (isWithoutLogin(connection)) return { kind: connection.tokenSource === 'none' ? 'no_token' : 'own_token' };
  // Assume that a remembered password is still stored: the vault tells when it is needed.
  if (canRenew(connection, tokenSet, true)) return renewing(tokenSet, preset, now);
  const fix = missingForRefreshToken(connection, preset);
  const asks = definitionOf(connection).consentBringsRefreshToken;
  const isPublicClient =
    asks && fix === undefined && preset === undefined && connection.clientAuthentication === 'none';
  const remedy = { ...(fix === undefined ? {} : { fix }), ...(isPublicClient ? { isPublicClient } : {}) };
  if (tokenSet.expiresAt !== undefined) return { kind: 'ends', endsAt: tokenSet.expiresAt, ...remedy };
  if (!protocolOf(connection).tokensExpire || preset?.refreshTokens.issued === 'never') return { kind: 'lasts' };
  return { kind: 'unknown', ...remedy };
}

/** Of a token that another program renews: it ends here with the access token. */
export const forecastOfHandedOver = ({ expiresAt }: TokenSet): RenewalForecast =>
  expiresAt === undefined ? { kind: 'unknown' } : { kind: 'ends', endsAt: expiresAt };

function renewing(tokenSet: TokenSet, preset: Preset | undefined, now: number): RenewalForecast {
  // The password and client credentials grants can request tokens indefinitely.
  if (tokenSet.refreshToken === undefined) return { kind: 'renews' };
  const rotates = tokenSet.refreshTokenRotates ?? preset?.refreshTokens.rotates;
  const endsAt = tokenSet.refreshTokenExpiresAt ?? usualEnd(tokenSet, preset, rotates);
  const facts = rotates === undefined ? {} : { rotates };
  // Ignore a usual end that has passed: the service still renews, so it does not follow the preset.
  if (endsAt === undefined || (endsAt <= now && tokenSet.refreshTokenExpiresAt === undefined))
    return { kind: 'renews', ...facts };
  // Documented if the preset knows how long a refresh token lasts.
  const documented = preset?.refreshTokens.lifetimeDays === undefined ? undefined : preset.refreshTokens.rotates;
  const isExtended = tokenSet.refreshTokenExtends ?? documented;
  return { kind: 'renews_until', endsAt, ...facts, ...(isExtended === undefined ? {} : { extends: isExtended }) };
}

/**
 * The lifetime of a rotating refresh token counts from the last renewal. That of a fixed one counts from the login,
 * which is known until the first renewal.
 */
function usualEnd(tokenSet: TokenSet, preset: Preset | undefined, rotates: boolean | undefined): number | undefined {
  const days = preset?.refreshTokens.lifetimeDays;
  if (days === undefined) return undefined;
  const since = rotates || tokenSet.refreshedAt === undefined ? tokenSet.obtainedAt : tokenSet.loggedInAt;
  return since === undefined ? undefined : since + days * dayMs;
}
