import { matchesCallback } from '../shared/connection/callback-url.ts';

/** http and https: what may be handed to a browser, ours or the system's (row 7). */
export function isWebUrl(url: string): boolean {
  const parsed = parse(url);
  return parsed !== undefined && (parsed.protocol === 'https:' || parsed.protocol === 'http:') && parsed.host !== '';
}

/**
 * Whether the server at the callback address would see this request, so that it must not be sent (row 16). Beside the
 * callback itself: one with a user name, which the network leaves out of the address, and a WebSocket.
 */
export function reachesCallback(url: string, callbackUrl: string): boolean {
  const parsed = parse(url);
  if (parsed === undefined) return false;
  parsed.username = '';
  parsed.password = '';
  return matchesCallback(callbackUrl, parsed.href.replace(/^ws/, 'http'));
}

/**
 * What a frame of an authorization window may go to (row 6). `about:blank` is every new window's first page. The
 * callback is followed, as it is caught later; its look-alikes are not.
 */
export function isFollowed(url: string, callbackUrl: string): boolean {
  if (reachesCallback(url, callbackUrl) && !matchesCallback(callbackUrl, url)) return false;
  return isWebUrl(url) || url === 'about:blank' || url === 'about:srcdoc' || matchesCallback(callbackUrl, url);
}

/**
 * A callback of another scheme (`com.example.app:/cb`): the network never sees it, so it has to be caught where a
 * navigation starts. http(s) callbacks are caught at the request, which alone has the body of a form_post.
 */
export function isSchemeCallback(url: string, callbackUrl: string): boolean {
  return !isWebUrl(url) && matchesCallback(callbackUrl, url);
}

/**
 * The script of a service worker, by the header that browsers send with it (Service Workers §4.1). Refused in
 * authorization windows: a worker of the callback's site would respond to the callback itself, unseen by us (row 16).
 */
export function isWorkerScript(headers: Readonly<Record<string, string>>): boolean {
  return Object.entries(headers).some(([name, value]) => name.toLowerCase() === 'service-worker' && value === 'script');
}

/** The UI's own pages, by parsed origin: `startsWith` would let `tokenboard://app.evil/` in. */
export function isOwnPage(url: string, origin: string): boolean {
  const parsed = parse(url);
  const own = parse(origin);
  if (parsed === undefined || own === undefined) return false;
  // `origin` is "null" for schemes that Node does not know: the parts are compared instead.
  return (
    parsed.protocol === own.protocol && parsed.host === own.host && parsed.username === '' && parsed.password === ''
  );
}

/** `login.example.com`, or the port with it, for titles and sentences. */
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
