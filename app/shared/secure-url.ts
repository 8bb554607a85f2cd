import { HttpError } from './errors.ts';
import { type Message, message } from './messages/message.ts';

/** Names of this machine, where plain http is safe and no proxy is used. Literal names only: DNS could be wrong. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname === '::1' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** https, or http on this machine (RFC 6749 §3.1, §3.2; RFC 8252 §8.3). */
export function isSecureUrl(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}

/**
 * A URL that may receive credentials. `what` names it in the message: `fields.url.accessTokenUrl`. Throws HttpError
 * `http.invalid_url`, `http.insecure_url`.
 */
export function requireSecureUrl(text: string, what: Message): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new HttpError('http.invalid_url', message('fields.url.notComplete', { what }));
  }
  if (url.username !== '' || url.password !== '')
    throw new HttpError('http.invalid_url', message('fields.url.userinfo', { what }));
  if (!isSecureUrl(url))
    throw new HttpError('http.insecure_url', message('fields.url.mustBeSecure', { what }), {
      details: { host: url.host },
    });
  return url;
}
