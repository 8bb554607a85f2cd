import type { Connection } from '../../app/shared/connection/connection.ts';
import { missingForRefreshToken } from '../../app/shared/connection/refresh-token-requirements.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';

/** The change that makes a login bring a refresh token; `undefined`: nothing is left to try. Pure. */
export function refreshTokenFix(connection: Connection, preset: Preset | undefined): Partial<Connection> | undefined {
  const missing = missingForRefreshToken(connection, preset);
  if (missing === undefined) return undefined;
  const { scope, accessType, authorizationParameters } = missing;
  const { scopes, extraAuthorizationParameters: before } = connection;
  return {
    ...(scope === undefined ? {} : { scopes: [...scopes, scope] }),
    ...(accessType === undefined ? {} : { accessType }),
    ...(authorizationParameters === undefined
      ? {}
      : { extraAuthorizationParameters: { ...before, ...authorizationParameters } }),
  };
}
