import type { Preset } from '../preset/preset.ts';
import type { Connection } from './connection.ts';
import { definitionOf, usesField } from './grants/definitions.ts';

/** What to change in a connection, and to log in again, so that the service gives a refresh token. */
export interface RefreshTokenRequirements {
  /** To be added to the scopes. */
  scope?: string;
  accessType?: string;
  authorizationParameters?: Record<string, string>;
}

type Facts = Pick<
  Connection,
  | 'grant'
  | 'tokenSource'
  | 'issuer'
  | 'authorizationUrl'
  | 'scopes'
  | 'accessType'
  | 'extraAuthorizationParameters'
  | 'clientAuthentication'
>;

/** What the connection does not do yet of what brings a refresh token; `undefined`: nothing is left to try. Pure. */
export function missingForRefreshToken(
  connection: Facts,
  preset: Preset | undefined,
): RefreshTokenRequirements | undefined {
  // The others have no page on which the user could agree to anything.
  if (!definitionOf(connection).consentBringsRefreshToken) return undefined;
  if (preset?.refreshTokens.issued === 'never') return undefined;
  const needs = preset?.refreshTokens.needs ?? (preset === undefined ? usualRequirements(connection) : {});
  const { scope, accessType } = needs;
  const missing = Object.entries(needs.authorizationParameters ?? {}).filter(
    ([name, value]) => connection.extraAuthorizationParameters[name] !== value,
  );
  const found: RefreshTokenRequirements = {
    ...(scope === undefined || connection.scopes.includes(scope) ? {} : { scope }),
    ...(accessType === undefined || connection.accessType === accessType ? {} : { accessType }),
    ...(missing.length === 0 ? {} : { authorizationParameters: Object.fromEntries(missing) }),
  };
  return Object.keys(found).length === 0 ? undefined : found;
}

/** Also without a scheme: people type an issuer as they read it. */
const hostsOf = ({ issuer, authorizationUrl }: Facts): (string | undefined)[] =>
  [issuer, authorizationUrl].map((text) => /^\s*(?:https?:\/\/)?([^/?#:\s]*)/i.exec(text)?.[1]?.toLowerCase());
const isAt = (host: string, facts: Facts): boolean => hostsOf(facts).includes(host);

/** Services that document refresh tokens for public clients with `offline_access`; Microsoft's is named below. */
const publicClientsGetThem = ['auth0.com', 'okta.com', 'oktapreview.com'];
const isWithin = (domain: string, facts: Facts): boolean =>
  hostsOf(facts).some((host) => host === domain || host?.endsWith(`.${domain}`));

/**
 * For a service that no preset describes: first the well-known ones by their addresses, then by habit. OpenID Connect
 * Core §11: the scope `offline_access`, which counts only with `prompt=consent`. Elsewhere an access type that is sent
 * and is not `offline` is what keeps the refresh token away.
 */
function usualRequirements(connection: Facts): RefreshTokenRequirements {
  const offline = { accessType: 'offline', authorizationParameters: { prompt: 'consent' } };
  // Google refuses offline_access as an unknown scope. Its device flow has no access type, and gives a refresh token unasked.
  if (isAt('accounts.google.com', connection)) return usesField(connection, 'accessType') ? offline : {};
  if (isAt('login.microsoftonline.com', connection)) return { scope: 'offline_access' };
  if (connection.accessType !== null) return offline;
  // Spring Authorization Server and others give a client without a secret none (spring-authorization-server#1076), and
  // some refuse the scope: nothing is promised that nobody knows.
  if (connection.clientAuthentication === 'none' && !publicClientsGetThem.some((host) => isWithin(host, connection)))
    return {};
  if (connection.issuer.trim() === '' && !connection.scopes.includes('openid')) return {};
  return { scope: 'offline_access', authorizationParameters: { prompt: 'consent' } };
}
