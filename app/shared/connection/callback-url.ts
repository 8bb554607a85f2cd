import { parseUrl } from '../parse-url.ts';

/** The default callback URL. It must match exactly, including the final slash. */
export const defaultCallbackUrl = 'https://www.peakboard.com/oauth2-callback/';

/** Also detects empty userinfo (`https://@host/`), which the parser would drop silently. */
const hasUserinfo = (text: string) => /^[a-z][a-z0-9+.-]*:[\\/]*[^\\/?#]*@/i.test(text.trim());

/**
 * Whether `url` is the callback URL. Scheme, host, port and path must be equal after parsing, including a final slash.
 * The registered query parameters must be present; others may be added. Userinfo is refused (RFC 9700 §4.1.3), and the
 * fragment is ignored. Never throws: platforms call it for every request of an authorization window.
 */
export function matchesCallback(callbackUrl: string, url: string): boolean {
  if (hasUserinfo(url)) return false;
  const registered = parseUrl(callbackUrl);
  const candidate = parseUrl(url);
  if (registered === undefined || candidate === undefined) return false;
  if (registered.protocol !== candidate.protocol) return false;
  if (registered.host !== candidate.host) return false;
  if (registered.pathname !== candidate.pathname) return false;
  return registered.search === '' || extraParameters(registered, candidate) !== undefined;
}

/** The query as it is written, without `?` and fragment. Parsing and serializing it again could change its encoding. */
export const rawQuery = (url: string): string => /^[^?#]*\?([^#]*)/.exec(url)?.[1] ?? '';

/** The candidate's query parameters without the registered ones. `undefined`: a registered one is missing. */
export function extraParameters(registered: URL, candidate: URL): [string, string][] | undefined {
  const pairs = [...candidate.searchParams];
  for (const [name, value] of registered.searchParams) {
    const at = pairs.findIndex((pair) => pair[0] === name && pair[1] === value);
    if (at < 0) return undefined;
    pairs.splice(at, 1);
  }
  return pairs;
}
