import { addToQuery } from '../oauth/parameters.ts';
import type { TokenPlacement } from '../oauth/token-places.ts';

/**
 * Where a GET carries the token: a header with the service's own scheme, or a query parameter (RFC 6750 §2.3). Of the
 * URL nothing else changes, as some services compare it as it is written.
 */
export function placeToken(
  { in: place, name, prefix }: TokenPlacement,
  token: string,
  url: URL,
): { url: URL; headers: Record<string, string> } {
  if (place === 'header') return { url, headers: { [name.toLowerCase()]: prefix + token } };
  return { url: new URL(addToQuery(withoutParameter(url, name).href, { [name]: token })), headers: {} };
}

/** RFC 6749 §3.1: no parameter twice. */
export function withoutParameter(url: URL, name: string): URL {
  if (!url.searchParams.has(name)) return url;
  const without = new URL(url);
  without.searchParams.delete(name);
  return without;
}
