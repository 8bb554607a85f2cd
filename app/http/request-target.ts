/**
 * The path and the query of a URL as they stand in the request line (RFC 9112 §3.2.1). The one place that decides it: a
 * request is sent to this target, and OAuth1 signs it (RFC 5849 §3.4.1.2, §3.4.1.3), so that the two cannot differ.
 */
export const requestTarget = ({ pathname, search }: URL): { path: string; query: string } => ({
  path: pathname,
  query: search,
});
