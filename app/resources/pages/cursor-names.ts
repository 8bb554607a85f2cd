import { splitTypedUrl } from '../../shared/detect-credentials.ts';
import type { Resource } from '../../shared/resource/resource.ts';

/** Names of a cursor in responses, and the parameter that takes it in the next request of the services that use it. */
const cursors: readonly [name: RegExp, parameter: string][] = [
  // Google.
  [/^nextPageToken$/, 'pageToken'],
  [/^next_page_token$/, 'page_token'],
  // Slack, Square, Zendesk.
  [/^next_?cursor$/i, 'cursor'],
  // X.
  [/^next_token$/, 'pagination_token'],
  // Azure, Amazon.
  [/^nextToken$/, 'nextToken'],
  [/^NextToken$/, 'NextToken'],
  [/^continuation_?token$/i, ''],
  [/^next_?continuation_?token$/i, 'continuation-token'],
  // Box, DigitalOcean.
  [/^next_marker$/i, 'marker'],
  [/^next_offset$/i, 'offset'],
  [/^next_?page_?id$/i, 'page_id'],
  // Pinterest.
  [/^bookmark$/, 'bookmark'],
  // Reddit, HubSpot (`paging.next.after`), Facebook (`paging.cursors.after`).
  [/^after$/, 'after'],
  [/^(end_?cursor)$/i, 'after'],
  // Airtable: a text. A number is that of `offset` and `limit`.
  [/^offset$/, 'offset'],
  [/^cursor$/, 'cursor'],
  // GitLab and others: the number of the next page.
  [/^next_?page$/i, 'page'],
];

/** Services whose parameter differs from the usual one, by host. */
const byHost: readonly [host: RegExp, parameter: string][] = [
  [/(^|\.)notion\.com$/, 'start_cursor'],
  [/(^|\.)pipedrive\.com$/, 'start'],
];

/** The parameter that a cursor with this name goes into. `undefined`: the name is not that of a cursor. */
export function parameterFor(name: string, source: string, { url, method, body }: Resource): string | undefined {
  const found = cursors.find(([pattern]) => pattern.test(name));
  if (found === undefined) return undefined;
  const isNumber = /^\d+$/.test(source);
  if (isNumber && /^(offset|cursor|after|bookmark)$/.test(name)) return undefined;
  const host = /^https?:\/\/([^/?#:]+)/i.exec(url)?.[1] ?? '';
  const usual = byHost.find(([pattern]) => pattern.test(host))?.[1] ?? (found[1] === '' ? name : found[1]);
  const query = new URLSearchParams(splitTypedUrl(url).query);
  const typed = [usual, 'cursor', 'after', 'starting_after', 'page_token', 'pageToken'].find((each) => query.has(each));
  if (typed !== undefined && method === 'GET') return typed;
  return method === 'POST' && body.type === 'json' ? `/${usual}` : usual;
}
