import { withoutParameter } from '../http/request-target.ts';
import type { TokenPlacement } from '../shared/connection/token-mapping.ts';
import { addToQuery } from './parameters.ts';

/**
 * Adds the token to a GET: in a header with the service's scheme, or in a query parameter (RFC 6750 §2.3). Leaves the
 * rest of the URL unchanged, because some services compare it as written.
 */
export function placeToken(
  { in: place, name, prefix }: TokenPlacement,
  token: string,
  url: URL,
): { url: URL; headers: Record<string, string> } {
  if (place === 'header') return { url, headers: { [name.toLowerCase()]: prefix + token } };
  // RFC 6749 §3.1: no parameter twice.
  return { url: new URL(addToQuery(withoutParameter(url, name).href, { [name]: token })), headers: {} };
}
