/**
 * RFC 3986 §3.3, §3.4: characters that neither a path nor a query may contain. URL parsers let some through (`[`, `]`,
 * `{`, `}`, `|`, `^`, a backtick, a backslash, a `%` that encodes nothing), and strict servers refuse them with 400.
 */
const forbidden = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%]|%(?![0-9a-fA-F]{2})/g;

/** Text that is already encoded stays unchanged. */
const encodeForbidden = (text: string): string => text.replace(forbidden, encodeURIComponent);

/**
 * Path and query as they stand in the request line (RFC 9112 §3.2.1). Both the request and its OAuth1 signature (RFC
 * 5849 §3.4.1.2, §3.4.1.3) use this target, so that the two cannot differ.
 */
export const requestTarget = ({ pathname, search }: URL): { path: string; query: string } => ({
  path: encodeForbidden(pathname),
  query: encodeForbidden(search),
});

/** The URL as sent: without fragment and userinfo (RFC 9110 §4.2.4, §7.1). */
export function urlAsSent(url: URL): string {
  const { path, query } = requestTarget(url);
  return url.origin + path + query;
}

/** Removes a parameter from the query. Keeps the others as written; `URLSearchParams` would re-encode them. */
export function withoutParameter(url: URL, name: string): URL {
  if (!url.searchParams.has(name)) return url;
  const isOther = (pair: string): boolean => !new URLSearchParams(pair).has(name);
  const without = new URL(url);
  without.search = url.search.slice(1).split('&').filter(isOther).join('&');
  return without;
}
