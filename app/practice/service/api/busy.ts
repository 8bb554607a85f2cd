import type { ServerResponse } from 'node:http';
import { sendJson } from '../responses.ts';
import { countOf } from './parameters.ts';

const mostUrls = 1000;

/**
 * 429 on demand: with `busy=2` each URL is refused twice, answered once, and so on. `retry_after`: seconds for the
 * header `Retry-After` (default 1; RFC 9110 §10.2.3).
 */
export function createBusy() {
  const refusals = new Map<string, number>();

  /** Whether the request was refused. */
  return (response: ServerResponse, url: URL): boolean => {
    const times = countOf(url.searchParams.get('busy')) ?? 0;
    if (times === 0) return false;
    const seen = refusals.get(url.href) ?? 0;
    refusals.delete(url.href);
    if (seen >= times) return false;
    refusals.set(url.href, seen + 1);
    const [oldest] = refusals.keys();
    if (refusals.size > mostUrls && oldest !== undefined) refusals.delete(oldest);
    const seconds = countOf(url.searchParams.get('retry_after')) ?? 1;
    const body = { error: 'too_many_requests', error_description: `Too many requests. Retry in ${seconds} s.` };
    sendJson(response, 429, body, { 'Retry-After': String(seconds) });
    return true;
  };
}
