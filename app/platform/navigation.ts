import { matchesCallback } from '../shared/connection/callback-url.ts';

/** http or https: the only URLs that a browser may open, the app's own or the system's (row 7). */
export function isWebUrl(url: string): boolean {
  const parsed = parse(url);
  return parsed !== undefined && (parsed.protocol === 'https:' || parsed.protocol === 'http:') && parsed.host !== '';
}

/**
 * Whether the server at the callback URL would see this request, so that it must not be sent (row 16). Includes the
 * callback itself, URLs with a user name, which the network strips, and WebSockets.
 */
export function reachesCallback(url: string, callbackUrl: string): boolean {
  const parsed = parse(url);
  if (parsed === undefined) return false;
  parsed.username = '';
  parsed.password = '';
  return matchesCallback(callbackUrl, parsed.href.replace(/^ws/, 'http'));
}

/**
 * What a frame of an authorization window may navigate to (row 6). `about:blank` is every new window's first page. The
 * callback is allowed, because it is caught later. URLs that only resemble the callback are not.
 */
export function isFollowed(url: string, callbackUrl: string): boolean {
  if (reachesCallback(url, callbackUrl) && !matchesCallback(callbackUrl, url)) return false;
  return isWebUrl(url) || url === 'about:blank' || url === 'about:srcdoc' || matchesCallback(callbackUrl, url);
}

/**
 * Whether this is a callback with a custom scheme (`com.example.app:/cb`). It never reaches the network, so it must be
 * caught when a navigation starts. http(s) callbacks are caught at the request, which alone has the body of a
 * form_post.
 */
export function isSchemeCallback(url: string, callbackUrl: string): boolean {
  return !isWebUrl(url) && matchesCallback(callbackUrl, url);
}

/**
 * Whether a request loads a service worker's script, by the header that browsers send (Service Workers §4.1). Refused
 * in authorization windows: a worker of the callback's site would handle the callback itself, out of the app's sight
 * (row 16).
 */
export function isWorkerScript(headers: Readonly<Record<string, string>>): boolean {
  return Object.entries(headers).some(([name, value]) => name.toLowerCase() === 'service-worker' && value === 'script');
}

/** The UI's own pages, by parsed origin: `startsWith` would accept `tokenboard://app.evil/`. */
export function isOwnPage(url: string, origin: string): boolean {
  const parsed = parse(url);
  const own = parse(origin);
  if (parsed === undefined || own === undefined) return false;
  // `origin` is "null" for schemes that Node does not know, so compare the parts.
  return (
    parsed.protocol === own.protocol && parsed.host === own.host && parsed.username === '' && parsed.password === ''
  );
}

/** `login.example.com`, with the port if there is one, for titles and messages. */
export function hostOf(url: string): string {
  return parse(url)?.host ?? '';
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
