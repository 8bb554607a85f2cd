import { matchesCallback, rawQuery } from '../shared/connection/callback-url.ts';
import { reachesCallback } from './navigation.ts';

/**
 * An address whose visits an authorization window sends on, as the server there would (RFC 9110 §15.4.8). Such a request
 * never reaches the network.
 */
export interface Forward {
  /** http or https, matched by `matchesCallback`. */
  from: string;
  to: string;
}

/** The status keeps the method and the body, so that a form_post response arrives whole. */
export const forwardStatus = 307;

/** Where a visit of `url` goes: to the other address with the same query, byte for byte. */
export function forwardedUrl({ to }: Forward, url: string): string {
  const query = rawQuery(url);
  return query === '' ? to : `${to}${to.includes('?') ? '&' : '?'}${query}`;
}

/** What happens to a request at the address. `undefined`: the request is for another address. */
export function forwardDecision(
  forward: Forward | undefined,
  url: string,
  isTopPage: boolean,
): { to: string } | 'refuse' | undefined {
  if (forward === undefined || !reachesCallback(url, forward.from)) return undefined;
  // A hidden frame, an image or a URL with a user name is no visit. The server does not receive it either.
  return isTopPage && matchesCallback(forward.from, url) ? { to: forwardedUrl(forward, url) } : 'refuse';
}
