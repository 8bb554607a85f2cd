/**
 * RFC 3986 §3.3, §3.4: what neither a path nor a query may hold as it is. URL parsers let some of it through
 * (`[`, `]`, `{`, `}`, `|`, `^`, a backtick, a backslash, a `%` that encodes nothing), and strict servers refuse it with 400.
 */
const forbidden = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%]|%(?![0-9a-fA-F]{2})/g;

/** What is encoded already stays as it is written. */
const encodeForbidden = (text: string): string => text.replace(forbidden, encodeURIComponent);

/**
 * The path and the query of a URL as they stand in the request line (RFC 9112 §3.2.1). The one place that decides it: a
 * request is sent to this target, and OAuth1 signs it (RFC 5849 §3.4.1.2, §3.4.1.3), so that the two cannot differ.
 */
export const requestTarget = ({ pathname, search }: URL): { path: string; query: string } => ({
  path: encodeForbidden(pathname),
  query: encodeForbidden(search),
});

/** The URL as a request carries it: without a fragment and without a user name (RFC 9110 §4.2.4, §7.1). */
export function urlAsSent(url: URL): string {
  const { path, query } = requestTarget(url);
  return url.origin + path + query;
}

/** Takes a parameter out of the query. The others stay as they are written, where `URLSearchParams` would write them anew. */
export function withoutParameter(url: URL, name: string): URL {
  if (!url.searchParams.has(name)) return url;
  const isOther = (pair: string): boolean => !new URLSearchParams(pair).has(name);
  const without = new URL(url);
  without.search = url.search.slice(1).split('&').filter(isOther).join('&');
  return without;
}
