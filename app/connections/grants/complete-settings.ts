import type { OAuth1Settings, OAuth2Settings } from '../../oauth/settings.ts';
import type { Connection, ConnectionSecrets } from '../../shared/connection/connection.ts';
import { requestUrlFields } from '../../shared/connection/grants/definitions.ts';
import type { GrantDeps } from './grant-runner.ts';
import { resolveOAuth1Settings, resolveOAuth2Settings } from './resolve-settings.ts';

export const usesPractice = (connection: Connection): boolean =>
  requestUrlFields.some((field) => connection[field].includes('{practice}'));

/**
 * Everything that makes up a connection's settings. Starts the practice service if the settings need it. Protocol
 * modules load on first use.
 */
async function partsOf(connection: Connection, secrets: ConnectionSecrets, deps: GrantDeps) {
  const practiceOrigin = usesPractice(connection) ? await deps.practice.ensure() : undefined;
  return { preset: deps.findPreset(connection.presetId), secrets, practiceOrigin };
}

export async function oauth2Settings(
  connection: Connection,
  secrets: ConnectionSecrets,
  deps: GrantDeps,
): Promise<OAuth2Settings> {
  return resolveOAuth2Settings(connection, await partsOf(connection, secrets, deps));
}

export async function oauth1Settings(
  connection: Connection,
  secrets: ConnectionSecrets,
  deps: GrantDeps,
): Promise<OAuth1Settings> {
  return resolveOAuth1Settings(connection, await partsOf(connection, secrets, deps));
}
