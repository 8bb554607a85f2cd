import { type Message, message } from '../messages/message.ts';
import { parseUrl } from '../parse-url.ts';
import { isLoopbackHost, isSecureUrl } from '../secure-url.ts';
import type { Connection } from './connection.ts';
import { placeholder } from './fill-values.ts';

/**
 * Replaces each `{name}` with a stand-in, so that the rest of the URL can be checked. A captured value at the start
 * becomes an origin.
 */
function withStandIns(text: string, captured: readonly string[]): string {
  const start = /^\{([a-zA-Z][a-zA-Z0-9_]*)\}/.exec(text);
  const whole = start?.[1] !== undefined && captured.includes(start[1]) ? text.replace(start[0], 'https://x') : text;
  return whole.replaceAll('{practice}', 'http://127.0.0.1').replaceAll(placeholder, 'x');
}

/** What is wrong with a URL of the service. `captured`: names whose values a login brings. */
export function urlProblem(
  text: string,
  what: Message,
  { callbackUrl }: Pick<Connection, 'callbackUrl'>,
  captured: readonly string[] = [],
): Message | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return message('fields.url.missing', { what });
  const whole = withStandIns(trimmed, captured);
  const url = parseUrl(whole);
  if (!url || !/^https?:\/\//i.test(whole)) return message('fields.url.incomplete', { what });
  if (url.protocol === 'http:' && !isSecureUrl(url)) return message('fields.url.insecure', { what });
  if (url.username !== '' || url.password !== '') return message('fields.url.userinfo', { what });
  // RFC 6749 §3.1 and §3.2 forbid a fragment; OAuth1 requests would drop it.
  if (url.hash !== '' || trimmed.endsWith('#')) return message('fields.url.fragment', { what });
  if (callbackUrl !== '' && trimmed === callbackUrl) return message('fields.url.isCallback', { what });
  return undefined;
}

/** RFC 8414 §2: no query, no fragment. */
export function issuerProblem(text: string, connection: Connection): Message | undefined {
  if (text.includes('?')) return message('fields.issuer.query');
  return urlProblem(text, message('fields.url.issuer'), connection);
}

/** RFC 6749 §3.1.2; RFC 8252 §7 for the system browser. */
export function callbackUrlProblem({
  callbackUrl,
  window,
}: Pick<Connection, 'callbackUrl' | 'window'>): Message | undefined {
  if (callbackUrl === '') return message('fields.callback.missing');
  if (callbackUrl !== callbackUrl.trim()) return message('fields.callback.space');
  const url = parseUrl(callbackUrl);
  if (!url) return message('fields.callback.incomplete');
  if (callbackUrl.includes('#')) return message('fields.callback.fragment');
  if (url.username !== '' || url.password !== '') return message('fields.callback.userinfo');
  if (url.protocol === 'http:' && !isSecureUrl(url)) return message('fields.callback.insecure');
  if (/^(?:javascript|data|file|about|blob|vbscript|ftp):$/.test(url.protocol))
    return message('fields.callback.scheme');
  // The user pastes an https callback URL from the address bar. The browser would not show other schemes.
  const responses = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
  if (window === 'browser' && !responses) return message('fields.callback.browser');
  return undefined;
}
