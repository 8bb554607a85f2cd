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
  what: string,
  { callbackUrl }: Pick<Connection, 'callbackUrl'>,
  captured: readonly string[] = [],
): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return `${what} is missing.`;
  const whole = withStandIns(trimmed, captured);
  const url = parseUrl(whole);
  if (!url || !/^https?:\/\//i.test(whole)) return `${what} must be a complete URL that starts with https://.`;
  if (url.protocol === 'http:' && !isSecureUrl(url))
    return `${what} must start with https://. Over http others could read the token.`;
  if (url.username !== '' || url.password !== '') return `${what} must not contain a user name or password.`;
  // RFC 6749 §3.1 and §3.2 forbid a fragment; OAuth1 requests would drop it.
  if (url.hash !== '' || trimmed.endsWith('#')) return `${what} must not have a part after #.`;
  if (callbackUrl !== '' && trimmed === callbackUrl)
    return `${what} is the callback URL. Enter the URL of the service.`;
  return undefined;
}

/** RFC 8414 §2: no query, no fragment. */
export function issuerProblem(text: string, connection: Connection): string | undefined {
  if (text.includes('?')) return 'The issuer must not have a part after ?.';
  return urlProblem(text, 'The issuer', connection);
}

/** RFC 6749 §3.1.2; RFC 8252 §7 for the system browser. */
export function callbackUrlProblem({ callbackUrl, window }: Connection): string | undefined {
  if (callbackUrl === '') return 'The callback URL is missing.';
  if (callbackUrl !== callbackUrl.trim()) return 'The callback URL starts or ends with a space. Remove it.';
  const url = parseUrl(callbackUrl);
  if (!url) return 'The callback URL must be complete, such as https://www.peakboard.com/oauth2-callback/.';
  if (callbackUrl.includes('#')) return 'The callback URL must not have a part after #.';
  if (url.username !== '' || url.password !== '') return 'The callback URL must not contain a user name or password.';
  if (url.protocol === 'http:' && !isSecureUrl(url))
    return 'The callback URL must start with https://, or be on this computer.';
  if (/^(?:javascript|data|file|about|blob|vbscript|ftp):$/.test(url.protocol))
    return 'The callback URL must start with https://.';
  // The user pastes an https callback URL from the address bar. The browser would not show other schemes.
  const responses = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
  if (window === 'browser' && !responses)
    return 'For logins in your browser, the callback URL must start with https:// or be http://127.0.0.1/.';
  return undefined;
}
