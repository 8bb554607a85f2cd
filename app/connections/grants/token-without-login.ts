import type { TokenSet } from '../../oauth/token-set.ts';
import type { Connection, ConnectionSecretName, ConnectionSecrets } from '../../shared/connection/connection.ts';
import { isWithoutLogin } from '../../shared/connection/token-sources.ts';
import { RequestError } from '../../shared/errors.ts';

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
  const isRsa = connection.signatureMethod === 'RSA-SHA1';
  if (isRsa && !secrets.privateKey) throw missing('privateKey', 'Paste the private key that signs: a PEM block.');
  if (!isRsa && !secrets.clientSecret) throw missing('clientSecret', 'Enter the consumer secret of your app.');
  if (connection.tokenSource === 'none') return { accessToken: '', tokenType: 'OAuth1', obtainedAt: now };
  const token = secrets.ownToken?.trim() ?? '';
  const tokenSecret = secrets.ownTokenSecret?.trim() ?? '';
  if (token === '') throw missing('ownToken', 'Enter the token.');
  // RFC 5849 §3.4.3: RSA-SHA1 does not use the token's secret.
  if (tokenSecret === '' && !isRsa) throw missing('ownTokenSecret', 'Enter the token secret.');
  if (!visible.test(token))
    throw missing('ownToken', 'The token holds a space or another character that no token has.');
  return { accessToken: token, tokenSecret, tokenType: 'OAuth1', obtainedAt: now };
}

const missing = (field: ConnectionSecretName, message: string): RequestError =>
  new RequestError('connection.invalid', message, { details: { field } });
