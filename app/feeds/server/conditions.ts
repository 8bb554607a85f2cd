import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether the reader already has this representation: the answer is 304 (RFC 9110 §13.2.2). `etag`: with its quotes;
 * `modifiedAt`: epoch ms.
 */
export function isUnchanged(headers: IncomingHttpHeaders, etag: string, modifiedAt: number): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return hasTag(tags, etag);
  const since = headers['if-modified-since'];
  // Other forms of a date are ignored (§13.1.3). All senders write this one (§5.6.7).
  if (since === undefined || !/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(since))
    return false;
  return Math.floor(modifiedAt / 1000) * 1000 <= Date.parse(since);
}

/** Weak comparison (RFC 9110 §13.1.2): a proxy that packed the body may have weakened the tag. */
function hasTag(header: string, etag: string): boolean {
  if (header === etag) return true;
  if (header.trim() === '*') return true;
  for (const [tag] of header.matchAll(/"[\x21\x23-\x7e\x80-\xff]*"/g)) if (tag === etag) return true;
  return false;
}
