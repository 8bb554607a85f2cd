import type { Introspection } from '../../oauth/introspect.ts';
import { needsLogin } from '../../oauth/token-errors.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import { isHostAllowed } from '../../shared/connection/allowed-hosts.ts';
import type { Connection, ConnectionSecrets } from '../../shared/connection/connection.ts';
import type { Grant } from '../../shared/connection/grant-names.ts';
import { definitionOf, protocolOf } from '../../shared/connection/grants/definitions.ts';
import type { ProtocolName } from '../../shared/connection/grants/grant-definition.ts';
import { OAuthError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import { settingsChange } from '../token-owner.ts';
import { authorizationCodeGrant } from './authorization-code.ts';
import { clientCredentialsGrant } from './client-credentials.ts';
import { oauth2Settings } from './complete-settings.ts';
import { deviceCodeGrant } from './device-code.ts';
import type { GrantDeps, GrantRun, GrantRunner } from './grant-runner.ts';
import { oauth1Grant } from './oauth1.ts';
import { oauth1ProtocolRunner } from './oauth1-protocol.ts';
import { oauth2ProtocolRunner } from './oauth2-protocol.ts';
import { passwordGrant } from './password.ts';
import type { ProtocolRunner, TokenRequestDeps } from './protocol-runner.ts';
import { hostsOf } from './resolve-settings.ts';
import { tokenWithoutLogin } from './token-without-login.ts';

/** A grant without a runner does not compile. */
const runners: Record<Grant, GrantRunner> = {
  authorization_code: authorizationCodeGrant,
  password: passwordGrant,
  oauth1: oauth1Grant,
  client_credentials: clientCredentialsGrant,
  device_code: deviceCodeGrant,
};

const protocolRunners: Record<ProtocolName, ProtocolRunner> = {
  oauth1: oauth1ProtocolRunner,
  oauth2: oauth2ProtocolRunner,
};

/** Runs the connection's grant, with the user's help if the grant needs it. Rejects with an AppError. */
export async function runGrant(run: GrantRun, deps: GrantDeps): Promise<TokenSet> {
  const { connection, secrets } = run;
  const own = tokenWithoutLogin(connection, secrets, deps.now());
  return own ?? runners[connection.grant].request(run, deps);
}

/** The name of the account, if the service tells it. Call this only after the token is stored. Never rejects. */
export async function accountOf(
  connection: Connection,
  secrets: ConnectionSecrets,
  tokenSet: TokenSet,
  deps: GrantDeps & { signal: AbortSignal },
): Promise<string | undefined> {
  try {
    const { requestAccount } = await import('../../oauth/account.ts');
    // The account URL belongs to the API: it must not receive the client secret or the authorization server's headers.
    const { clientSecret: _secret, ...others } = secrets;
    const settings = await oauth2Settings({ ...connection, tokenHeaders: [] }, others, deps);
    // A host taken from the service's response was named by neither the user nor the preset (row 42).
    const named = !/^(?:[a-z]+:\/\/[^/?#]*)?\{/i.test(settings.accountUrl ?? '');
    const isAllowed = (url: URL) =>
      named || isHostAllowed(hostsOf(connection, deps.practice.current(), tokenSet.values), url);
    return await requestAccount(settings, tokenSet, { http: deps.http, signal: deps.signal, isAllowed });
  } catch {
    return undefined;
  }
}

export const canRenew = (connection: Connection, tokenSet: TokenSet, hasPassword: boolean): boolean =>
  tokenSet.refreshToken !== undefined || definitionOf(connection).asksAgain(connection, hasPassword);

/**
 * Requests a new token set without the user: by the refresh token, or, if that is missing or refused, with the client
 * secret (RFC 6749 §4.4.3) or the remembered password. Rejects with an AppError.
 */
export async function renewGrant(run: GrantRun, tokenSet: TokenSet, deps: GrantDeps): Promise<TokenSet> {
  const { connection, secrets, signal } = run;
  requireOwner(connection, tokenSet);
  const again = definitionOf(connection).asksAgain(connection, secrets.password !== undefined);
  const ask = async () => askedAgain(tokenSet, await runners[connection.grant].request(run, deps));
  const { refreshToken } = await import('../../oauth/refresh.ts');
  const settings = await oauth2Settings(connection, secrets, deps);
  try {
    return await refreshToken(settings, tokenSet, { http: deps.http, signal, now: deps.now });
  } catch (error) {
    if (again && needsLogin(error)) return ask();
    throw error;
  }
}

/** Throws OAuthError `token.settings_changed` if the token belongs to another service, which must not receive it. */
function requireOwner(connection: Connection, tokenSet: TokenSet): void {
  const change = settingsChange(connection, tokenSet);
  if (change) throw change;
}

/** A new token for the same client or person keeps the known account, but not the old refresh token. */
function askedAgain(old: TokenSet, response: TokenSet): TokenSet {
  const account = response.account ?? old.account;
  const values = { ...old.values, ...response.values };
  return {
    ...response,
    refreshedAt: response.obtainedAt,
    ...(account === undefined ? {} : { account }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  };
}

export type Revocation = { revoked: 'yes' | 'not_supported' } | { revoked: 'failed'; error: unknown };

/** Revokes the token (RFC 7009) if the service can. Never rejects. */
export async function revokeGrant(
  connection: Connection,
  secrets: ConnectionSecrets,
  tokenSet: TokenSet,
  deps: TokenRequestDeps,
): Promise<Revocation> {
  if (connection.revocationUrl.trim() === '') return { revoked: 'not_supported' };
  try {
    requireOwner(connection, tokenSet);
    await protocolRunners[protocolOf(connection).name].revoke({ connection, secrets, tokenSet }, deps);
    return { revoked: 'yes' };
  } catch (error) {
    return { revoked: 'failed', error };
  }
}

/** Asks the service about the token (RFC 7662). Rejects with an AppError. */
export async function introspectGrant(
  connection: Connection,
  secrets: ConnectionSecrets,
  tokenSet: TokenSet,
  deps: TokenRequestDeps,
): Promise<Introspection> {
  const { introspect } = protocolRunners[protocolOf(connection).name];
  if (introspect === undefined)
    throw new OAuthError('introspection.not_supported', message('connection.noIntrospection'));
  requireOwner(connection, tokenSet);
  return introspect({ connection, secrets, tokenSet }, deps);
}
