import { OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { OAuth2Settings } from './settings.ts';

type Client = Pick<OAuth2Settings, 'clientId' | 'clientSecret' | 'clientAuthentication' | 'tokenRequestFormat'>;

/** RFC 6749 appendix A.1, A.2. */
const clientCharacters = /^[\x20-\x7e]*$/;

/** Throws OAuthError `token.client_characters`, without quoting the secret. */
export function requireClientCharacters({ clientId, clientSecret = '' }: Client): void {
  if (clientCharacters.test(clientId) && clientCharacters.test(clientSecret)) return;
  throw new OAuthError('token.client_characters', message('oauth.client.characters'));
}

/** application/x-www-form-urlencoded (RFC 6749 appendix B). */
const formEncoded = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);

/** Whether Basic encoding changes the client's credentials. Services that do not decode them then refuse the client. */
const isEncoded = ({ clientId, clientSecret = '' }: Client): boolean =>
  [clientId, clientSecret].some((text) => formEncoded(text) !== text);

/** Adds `details.specialCharacters` to `token.invalid_client` if encoding changes the credentials. */
export function tellEncoding<Value>(client: Client, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof OAuthError) || error.code !== 'token.invalid_client' || !isEncoded(client)) throw error;
    const details = { ...error.details, specialCharacters: true };
    throw new OAuthError(error.code, error.text, {
      serviceMessage: error.serviceMessage,
      details,
      cause: error.cause,
    });
  }
}

/**
 * A POST with client authentication (RFC 6749 §2.3.1), for endpoints that simple-oauth2 does not support. Uses the same
 * headers and body as `oauth2-client.ts` sends to the token endpoint. Throws OAuthError `token.client_characters`.
 */
export function clientRequest(
  client: Client,
  parameters: Readonly<Record<string, string>>,
): { headers: Record<string, string>; body: string } {
  requireClientCharacters(client);
  const { clientId, clientSecret = '', clientAuthentication, tokenRequestFormat } = client;
  // A public client has no secret and must not send an empty one.
  const method = clientSecret === '' ? 'none' : clientAuthentication;
  const inHeader = method === 'basic' || method === 'basic_raw';
  const encoded = method === 'basic' ? formEncoded : (text: string) => text;
  const credentials = Buffer.from(`${encoded(clientId)}:${encoded(clientSecret)}`).toString('base64');
  const fields = {
    ...parameters,
    ...(inHeader ? {} : { client_id: clientId }),
    ...(method === 'body' ? { client_secret: clientSecret } : {}),
  };
  const isJson = tokenRequestFormat === 'json';
  return {
    headers: {
      accept: 'application/json',
      'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
      ...(inHeader ? { authorization: `Basic ${credentials}` } : {}),
    },
    body: isJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
  };
}
