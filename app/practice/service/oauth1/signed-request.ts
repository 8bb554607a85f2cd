import type { IncomingMessage } from 'node:http';
import { baseStringUri, signatureBaseString } from './base-string.ts';
import type { Nonces } from './nonces.ts';
import { type Parameter, readAuthorizationHeader, readFormEncoded } from './parameters.ts';
import { OAuth1Problem } from './problem.ts';
import { isSignatureRight, type SignatureMethod, signatureMethods } from './signature.ts';

export interface Client {
  id: string;
  secret: string;
  publicKey: string;
}

export interface SignedRequestContext {
  client: Client;
  nonces: Nonces;
  /** Returns the secret of a token, or throws a problem. Not called if the request has no token. */
  tokenSecretOf(token: string): string;
}

/** Whether the request has OAuth1 parameters in any of the three places of RFC 5849 §3.5. */
export function isOAuth1Request(request: IncomingMessage, url: URL): boolean {
  return /^OAuth\s/i.test(request.headers.authorization ?? '') || url.searchParams.has('oauth_signature');
}

/** Checks a signed request (RFC 5849 §3.2) and returns its protocol parameters. Throws OAuth1Problem. */
export function checkSignedRequest(
  request: IncomingMessage,
  url: URL,
  body: string,
  context: SignedRequestContext,
): ReadonlyMap<string, string> {
  const header = readAuthorizationHeader(request.headers.authorization) ?? [];
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '');
  const all = [...readFormEncoded(url.search.slice(1)), ...header, ...(isForm ? readFormEncoded(body) : [])];
  const protocol = protocolParameters(all);
  const { client, nonces } = context;

  const method = signatureMethods.find((name) => name === required(protocol, 'oauth_signature_method'));
  if (!method) throw new OAuth1Problem('signature_method_rejected', `Use one of ${signatureMethods.join(', ')}.`);
  if ((protocol.get('oauth_version') ?? '1.0') !== '1.0')
    throw new OAuth1Problem('version_rejected', 'Only version 1.0 is known.', { oauth_acceptable_versions: '1.0-1.0' });
  if (required(protocol, 'oauth_consumer_key') !== client.id)
    throw new OAuth1Problem('consumer_key_unknown', 'This client ID is not registered here.');
  const signature = required(protocol, 'oauth_signature');
  const timestamp = checkTimestamp(protocol, method, nonces);

  const token = protocol.get('oauth_token');
  const tokenSecret = token ? context.tokenSecretOf(token) : '';
  const baseUri = baseStringUri('http', request.headers.host ?? '', url.pathname);
  const baseString = signatureBaseString(request.method ?? 'GET', baseUri, all);
  const keys = { clientSecret: client.secret, tokenSecret, publicKey: client.publicKey };
  if (!isSignatureRight(method, baseString, signature, keys))
    throw new OAuth1Problem(
      'signature_invalid',
      'The signature does not match. Check the client secret and the signature method.',
    );

  // Check the nonce after the signature, so that nobody else can use up a client's nonces.
  const nonce = protocol.get('oauth_nonce');
  if (timestamp !== undefined && nonce && !nonces.use(timestamp, `${client.id} ${token ?? ''}`, nonce))
    throw new OAuth1Problem('nonce_used', 'This nonce was used before: the request may be a replay.');
  return protocol;
}

function protocolParameters(all: readonly Parameter[]): Map<string, string> {
  const protocol = new Map<string, string>();
  for (const [name, value] of all.filter(([name]) => name.startsWith('oauth_'))) {
    if (protocol.has(name)) throw new OAuth1Problem('parameter_rejected', `${name} occurs twice.`, rejected(name));
    protocol.set(name, value);
  }
  return protocol;
}

export function required(parameters: ReadonlyMap<string, string>, name: string): string {
  const value = parameters.get(name);
  if (!value) throw new OAuth1Problem('parameter_absent', `${name} is missing.`, { oauth_parameters_absent: name });
  return value;
}

const rejected = (name: string) => ({ oauth_parameters_rejected: name });

/** RFC 5849 §3.3. PLAINTEXT may omit both parameters (§3.1), and gains no protection from them. */
function checkTimestamp(
  protocol: ReadonlyMap<string, string>,
  method: SignatureMethod,
  nonces: Nonces,
): number | undefined {
  if (method === 'PLAINTEXT' && !protocol.has('oauth_timestamp') && !protocol.has('oauth_nonce')) return undefined;
  const text = required(protocol, 'oauth_timestamp');
  required(protocol, 'oauth_nonce');
  if (!/^\d{1,12}$/.test(text))
    throw new OAuth1Problem('parameter_rejected', 'oauth_timestamp is not a number.', rejected('oauth_timestamp'));
  const timestamp = Number(text);
  if (!nonces.isTimely(timestamp))
    throw new OAuth1Problem('timestamp_refused', 'The clocks differ by more than five minutes.', {
      oauth_acceptable_timestamps: nonces.acceptable(),
    });
  return timestamp;
}
