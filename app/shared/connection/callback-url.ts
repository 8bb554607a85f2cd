import { parseUrl } from '../parse-url.ts';

/** The callback URL of the mission: every character counts, the last slash too. */
export const defaultCallbackUrl = 'https://www.peakboard.com/oauth2-callback/';

/** Userinfo, also an empty one (`https://@host/`), which the parser would drop unseen. */
const hasUserinfo = (text: string) => /^[a-z][a-z0-9+.-]*:[\\/]*[^\\/?#]*@/i.test(text.trim());

/**
 * Whether `url` is the callback URL: scheme, host, port and path are equal on the parsed URLs, the last slash counts,
 * the registered URL's query parameters are there (extra ones may be), nobody is logged in by the URL (RFC 9700 §4.1.3).
 * The fragment does not count. Never throws; platforms ask it for every request of an authorization window.
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

/** The candidate's query parameters less the registered URL's own; `undefined` when one of those is missing. */
export function extraParameters(registered: URL, candidate: URL): [string, string][] | undefined {
  const pairs = [...candidate.searchParams];
  for (const [name, value] of registered.searchParams) {
    const at = pairs.findIndex((pair) => pair[0] === name && pair[1] === value);
    if (at < 0) return undefined;
    pairs.splice(at, 1);
  }
  return pairs;
}
