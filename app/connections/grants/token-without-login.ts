import type { TokenSet } from '../../oauth/token-set.ts';
import type { Connection, ConnectionSecrets } from '../../shared/connection/connection.ts';
import { isWithoutLogin, neededSecrets } from '../../shared/connection/grants/definitions.ts';
import { missingSecret } from './grant-runner.ts';

/** RFC 5849 §3.5.1 quotes the token; spaces and control characters come from copying. */
const visible = /^[\x21-\x7e]+$/;

/**
 * The token set of an OAuth1 connection that needs no login: the user's own token, or none, where the client signs for
 * itself (RFC 5849 §3.1 leaves `oauth_token` out then). `undefined`: this connection logs in. Nothing is asked.
 * Throws RequestError `connection.invalid`, with `details.field`.
 */
export function tokenWithoutLogin(
  connection: Connection,
  secrets: ConnectionSecrets,
  now: number,
): TokenSet | undefined {
  if (!isWithoutLogin(connection)) return undefined;
  const token = secrets.ownToken?.trim() ?? '';
  const tokenSecret = secrets.ownTokenSecret?.trim() ?? '';
  const entered: ConnectionSecrets = { ...secrets, ownToken: token, ownTokenSecret: tokenSecret };
  const lacking = neededSecrets(connection).find(({ name }) => !entered[name]);
  if (lacking !== undefined) throw missingSecret(lacking.name, lacking.message);
  if (connection.tokenSource === 'none') return { accessToken: '', tokenType: 'OAuth1', obtainedAt: now };
  if (!visible.test(token))
    throw missingSecret('ownToken', 'The token holds a space or another character that no token has.');
  return { accessToken: token, tokenSecret, tokenType: 'OAuth1', obtainedAt: now };
}
