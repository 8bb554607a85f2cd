/** The only file that uses oauth-1.0a. It works around the library's faults, each noted where it matters. */

import { createHash, createHmac, createSign, randomBytes } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import { requestTarget } from '../http/request-target.ts';
import { HttpError, OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';
import { isSecureUrl } from '../shared/secure-url.ts';
import type { OAuth1Settings } from './settings.ts';
import type { TokenSet } from './token-set.ts';

export interface OAuth1Request {
  method: string;
  url: URL | string;
  /** Epoch ms. */
  now: number;
  /** Added to `now`: the service's clock minus this computer's (`clockSkewMs` of oauth1-clock.ts). */
  clockSkewMs?: number | undefined;
  /** Parameters of a form-encoded body, which are signed too (RFC 5849 §3.4.1.3.1). */
  form?: Record<string, string> | readonly [name: string, value: string][] | undefined;
  /** `oauth_callback`, `oauth_verifier` (§2.1, §2.3). */
  protocol?: Record<string, string> | undefined;
  /** A body that is not form-encoded. Its hash is signed (OAuth Request Body Hash, §3.2). */
  body?: string | undefined;
}

type SignatureSettings = Pick<OAuth1Settings, 'clientId' | 'clientSecret' | 'privateKey' | 'signatureMethod' | 'realm'>;
type Parameters = Record<string, string | string[]>;

/** RFC 5849 §3.4.2 to §3.4.4. */
function hashFunction(settings: SignatureSettings): (base: string, key: string) => string {
  switch (settings.signatureMethod) {
    case 'HMAC-SHA1':
      return (base, key) => createHmac('sha1', key).update(base).digest('base64');
    case 'HMAC-SHA256':
      return (base, key) => createHmac('sha256', key).update(base).digest('base64');
    case 'RSA-SHA1':
      return (base) => {
        try {
          return createSign('RSA-SHA1')
            .update(base)
            .sign(settings.privateKey ?? '', 'base64');
        } catch {
          throw new OAuthError('oauth1.private_key', message('oauth1.privateKey'));
        }
      };
    case 'PLAINTEXT':
      return (_base, key) => key;
  }
}

/** A body hash uses no key. The library would use the signature's HMAC with its key. */
function bodyHashFunction(settings: SignatureSettings): (body: string) => string {
  const algorithm = settings.signatureMethod === 'HMAC-SHA256' ? 'sha256' : 'sha1';
  return (body) => createHash(algorithm).update(body).digest('base64');
}

/** RFC 5849 §3.5.1, RFC 2617: a quoted string. The library does not escape it. */
const quoted = (realm: string) => safeText(realm, 1000).replace(/[\\"]/g, '\\$&');

/** RFC 5849 §3.6. The library needs five passes for the same result. */
const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(/[!*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Without a prototype, so that a parameter named `__proto__` is a normal parameter. */
const emptyParameters = (): Parameters => Object.create(null);

/**
 * The library with its faults corrected, for one request with decoded parameters. The library must never parse a URL's
 * query, which it does incorrectly.
 */
function createSigner(settings: SignatureSettings, timestamp: number, parameters: Parameters): OAuth {
  const signer = new OAuth({
    consumer: { key: settings.clientId, secret: settings.clientSecret ?? '' },
    signature_method: settings.signatureMethod,
    hash_function: hashFunction(settings),
    body_hash_function: bodyHashFunction(settings),
    ...(settings.realm === '' ? {} : { realm: quoted(settings.realm) }),
  });
  return Object.assign(signer, {
    // The library uses Math.random, which is predictable (RFC 5849 §3.3, row 34).
    getNonce: () => randomBytes(16).toString('hex'),
    getTimeStamp: () => timestamp,
    deParamUrl: () => parameters,
    percentEncode,
    // The library's version would copy request parameters into the protocol's parameters, and so into the header.
    mergeObject: <T, U>(first: T, second: U) => Object.assign(Object.create(null), first, second),
    percentEncodeData(data: Record<string, string | string[]>) {
      const encoded = emptyParameters();
      for (const name of Object.keys(data)) {
        const value = data[name] ?? '';
        encoded[percentEncode(name)] = Array.isArray(value) ? value.map(percentEncode) : percentEncode(value);
      }
      return encoded;
    },
  });
}

/** The decoded parameters of query and body, each with all its values (RFC 5849 §3.4.1.3.1). */
function collectParameters(query: string, request: OAuth1Request): Parameters {
  const all = emptyParameters();
  const add = (name: string, value: string) => {
    if (name.startsWith('oauth_'))
      throw new OAuthError(
        'oauth1.reserved_parameter',
        message('oauth1.reservedParameter', { name: safeText(name, 60) }),
        { details: { parameter: safeText(name, 60) } },
      );
    const known = all[name];
    if (known === undefined) all[name] = value;
    else if (Array.isArray(known)) known.push(value);
    else all[name] = [known, value];
  };
  // Decode `+` as a space, as the service does.
  if (query !== '') for (const [name, value] of new URLSearchParams(query)) add(name, value);
  const { form = [] } = request;
  for (const [name, value] of Array.isArray(form) ? form : Object.entries(form)) add(name, value);
  return all;
}

/** Prepares the library for a request. The URL parser has already lowercased scheme and host (RFC 5849 §3.4.1.2). */
export function prepareOAuth1Request(settings: SignatureSettings, request: OAuth1Request) {
  const url = typeof request.url === 'string' ? new URL(request.url) : request.url;
  if (settings.signatureMethod === 'PLAINTEXT' && !isSecureUrl(url))
    throw new HttpError('http.insecure_url', message('oauth1.plaintext'), {
      details: { host: url.host },
    });
  const { path, query } = requestTarget(url);
  const parameters = Object.assign(collectParameters(query, request), request.protocol);
  const signer = createSigner(settings, Math.floor((request.now + (request.clockSkewMs ?? 0)) / 1000), parameters);
  const options: OAuth.RequestOptions = {
    method: request.method,
    url: `${url.protocol}//${url.host}${path}`,
    ...(request.body === undefined ? {} : { data: request.body, includeBodyHash: true }),
  };
  return { signer, options };
}

/**
 * Signs a request (RFC 5849 §3) and returns the value of its `Authorization` header. Throws OAuthError
 * `oauth1.private_key`, `oauth1.reserved_parameter`; HttpError `http.insecure_url` for PLAINTEXT without TLS (§3.4.4).
 */
export function signOAuth1Request(
  settings: SignatureSettings,
  tokenSet: Pick<TokenSet, 'accessToken' | 'tokenSecret'> | undefined,
  request: OAuth1Request,
): string {
  const { signer, options } = prepareOAuth1Request(settings, request);
  // RFC 5849 §3.1: a client that signs for itself has no token, so it sends no `oauth_token`.
  const isOwn = tokenSet === undefined || tokenSet.accessToken === '';
  const token = isOwn ? undefined : { key: tokenSet.accessToken, secret: tokenSet.tokenSecret ?? '' };
  const authorization = signer.authorize(options, token);
  return signer.toHeader(request.protocol === undefined ? authorization : { ...authorization, ...request.protocol })
    .Authorization;
}
