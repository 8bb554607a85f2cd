import type { TokenOwner, TokenSet } from '../oauth/token-set.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { fillTemplate } from '../shared/connection/template.ts';
import { OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';

/** Stands for the practice service's origin, which differs at each start. */
const practice = '{practice}';

/** `undefined`: the URL cannot be parsed, so nothing is sent to it either. */
function originOf(url: string, { variables, secretValues }: Connection): string | undefined {
  // A secret is never part of the host.
  const standIns = Object.fromEntries(secretValues.map((name) => [name, 'x']));
  try {
    const text = fillTemplate(url.trim(), variables, { ...standIns, practice });
    return text.startsWith(practice) ? practice : new URL(text).origin;
  } catch {
    return undefined;
  }
}

const refreshUrlOf = ({ refreshUrl, accessTokenUrl }: Connection): string =>
  refreshUrl.trim() === '' ? accessTokenUrl : refreshUrl;

/** The owner of a token requested now: who may receive its refresh token (RFC 6749 §10.4). */
export function ownerOf(connection: Connection): TokenOwner {
  const origins = [connection.accessTokenUrl, refreshUrlOf(connection)].flatMap(
    (url) => originOf(url, connection) ?? [],
  );
  return { origins: [...new Set(origins)], clientId: connection.clientId.trim() };
}

/**
 * Why the token must not be renewed: the settings now name another service or client, which would receive the refresh
 * token and the client secret. Token sets of older versions have no owner and are trusted.
 */
export function settingsChange(connection: Connection, { owner }: TokenSet): OAuthError | undefined {
  if (owner === undefined) return undefined;
  const origin = originOf(refreshUrlOf(connection), connection);
  const isSame =
    connection.clientId.trim() === owner.clientId && (origin === undefined || owner.origins.includes(origin));
  if (isSame) return undefined;
  return new OAuthError('token.settings_changed', message('connection.settingsChanged'));
}
