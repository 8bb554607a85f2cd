import type { Preset } from '../preset/preset.ts';
import type { Connection } from './connection.ts';
import { definitionOf, usesField } from './grants/definitions.ts';

/** Changes to a connection that make the service issue a refresh token at the next login. */
export interface RefreshTokenRequirements {
  /** A scope to add. */
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

/**
 * The requirements for a refresh token that the connection does not meet yet. `undefined`: nothing is left to try.
 * Pure.
 */
export function missingForRefreshToken(
  connection: Facts,
  preset: Preset | undefined,
): RefreshTokenRequirements | undefined {
  // The other grants have no page on which the user could consent.
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

/** Also accepts an issuer without a scheme, as users type it. */
const hostsOf = ({ issuer, authorizationUrl }: Facts): (string | undefined)[] =>
  [issuer, authorizationUrl].map((text) => /^\s*(?:https?:\/\/)?([^/?#:\s]*)/i.exec(text)?.[1]?.toLowerCase());
const isAt = (host: string, facts: Facts): boolean => hostsOf(facts).includes(host);

/** Services that document refresh tokens with `offline_access` for public clients. Microsoft's are named below. */
const publicClientsGetThem = ['auth0.com', 'okta.com', 'oktapreview.com'];
const isWithin = (domain: string, facts: Facts): boolean =>
  hostsOf(facts).some((host) => host === domain || host?.endsWith(`.${domain}`));

/**
 * For a service without a preset: first well-known services by their hosts, then by convention. OpenID Connect Core
 * §11: the scope `offline_access`, which counts only with `prompt=consent`. Elsewhere an `access_type` other than
 * `offline` keeps the service from issuing a refresh token.
 */
function usualRequirements(connection: Facts): RefreshTokenRequirements {
  const offline = { accessType: 'offline', authorizationParameters: { prompt: 'consent' } };
  // Google refuses offline_access as an unknown scope. Its device flow has no access type, and always issues a refresh
  // token.
  if (isAt('accounts.google.com', connection)) return usesField(connection, 'accessType') ? offline : {};
  if (isAt('login.microsoftonline.com', connection)) return { scope: 'offline_access' };
  if (connection.accessType !== null) return offline;
  // Spring Authorization Server and others issue none to a client without a secret (spring-authorization-server#1076),
  // and some refuse the scope. Without documentation, promise nothing.
  if (connection.clientAuthentication === 'none' && !publicClientsGetThem.some((host) => isWithin(host, connection)))
    return {};
  if (connection.issuer.trim() === '' && !connection.scopes.includes('openid')) return {};
  return { scope: 'offline_access', authorizationParameters: { prompt: 'consent' } };
}
