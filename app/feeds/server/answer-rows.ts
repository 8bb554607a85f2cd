import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorReport } from '../../shared/errors.ts';
import type { Feed } from '../../shared/feed/feed.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import type { FeedBody } from '../feed-rows.ts';
import { isUnchanged } from './conditions.ts';
import { chooseEncoding, pagePolicy, represent } from './encodings.ts';
import type { Limits } from './limits.ts';
import { Refusal, safeHeaders } from './refusal.ts';
import { sendBody } from './send-body.ts';

export interface RowsToSend {
  body: FeedBody;
  isStale: boolean;
  error: ErrorReport | null;
}

/** A key opens what others do not, and rows are packed as each reader wants. */
const vary = 'Accept-Encoding, Authorization, X-Api-Key, Origin';

/** Sends rows from memory, or 304 to a reader that has them. Throws Refusal. */
export async function answerRows(
  { raw: request }: FastifyRequest,
  reply: FastifyReply,
  { freshSeconds }: Pick<Feed, 'freshSeconds'>,
  { body, isStale, error }: RowsToSend,
  { limits, now, headers: own = {} }: { limits: Limits; now: number; headers?: Record<string, string> },
): Promise<void> {
  const encoding = chooseEncoding(request.headers['accept-encoding'], body.bytes.length);
  if (encoding === undefined) throw new Refusal(406, message('feedAnswer.encoding'));
  // Without a pause for the usual case: `await` costs a turn even if nothing waits.
  const { bytes, etag } =
    encoding === 'identity' ? { bytes: body.bytes, etag: body.etag } : await represent(body, encoding);
  const age = Math.max(0, Math.floor((now - body.dataAt) / 1000));
  const { raw: response } = reply;
  const headers: Record<string, string | number> = {
    ...safeHeaders,
    ...own,
    etag,
    'last-modified': httpDate(Math.min(body.dataAt, now)),
    age,
    'cache-control': `private, max-age=${freshSeconds}`,
    // RFC 9211: a negative `ttl` is the standard's word for stale.
    'cache-status': `Tokenboard; hit; ttl=${freshSeconds - age}`,
    vary,
  };
  if (isStale) headers['tokenboard-stale'] = error?.code ?? 'refreshing';
  const isKnown = isUnchanged(request.headers, etag, body.dataAt);
  if (!isKnown) {
    headers['content-type'] = body.contentType;
    headers['content-length'] = bytes.length;
    headers['accept-ranges'] = 'none';
    if (encoding !== 'identity') headers['content-encoding'] = encoding;
    if (body.contentType.startsWith('text/html')) headers['content-security-policy'] = pagePolicy(body);
  }
  const ofCors = reply.getHeaders();
  for (const name in ofCors) if (name.startsWith('access-control-')) headers[name] = String(ofCors[name]);
  reply.hijack();
  response.writeHead(isKnown ? 304 : 200, headers);
  if (isKnown || request.method === 'HEAD') response.end();
  else sendBody(response, bytes, limits);
}

/** 503 with the time at which the service is asked again. */
export function unavailable(text: Message, retryAt: number | null, now: number): Refusal {
  return new Refusal(503, text, { 'retry-after': String(retrySeconds(retryAt, now)) });
}

/** `retryAt`: `null` if only the user can do something. It may be done at any time, so readers should not wait for long. */
export const retrySeconds = (retryAt: number | null, now: number): number =>
  retryAt === null ? 300 : Math.max(1, Math.ceil((retryAt - now) / 1000));

let lastDate = { ms: 0, text: '' };
/** RFC 9110 §5.6.7. Kept, because a feed's readers get the same one. */
function httpDate(ms: number): string {
  if (lastDate.ms !== ms) lastDate = { ms, text: new Date(ms).toUTCString() };
  return lastDate.text;
}
