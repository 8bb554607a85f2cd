import type { TokenSet } from '../../oauth/token-set.ts';
import type { Connection, ConnectionSecrets } from '../../shared/connection/connection.ts';
import { isWithoutLogin, neededSecrets } from '../../shared/connection/grants/definitions.ts';
import { message } from '../../shared/messages/message.ts';
import { missingSecret } from './grant-runner.ts';

/** RFC 5849 §3.5.1 puts the token in quotes. Spaces and control characters are copying errors. */
const visible = /^[\x21-\x7e]+$/;

/**
 * The token set of an OAuth1 connection that needs no login. It holds the user's own token, or an empty one if the
 * client signs for itself (RFC 5849 §3.1 then omits `oauth_token`). Returns `undefined` if this connection logs in.
 * Sends no request. Throws RequestError `connection.invalid`, with `details.field`.
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
  if (!visible.test(token)) throw missingSecret('ownToken', message('fields.secret.tokenUnfit'));
  return { accessToken: token, tokenSecret, tokenType: 'OAuth1', obtainedAt: now };
}
