import type { IncomingMessage } from 'node:http';
import { message } from '../../shared/messages/message.ts';
import { Refusal } from './refusal.ts';
import type { Visitors } from './visitors.ts';

/** One spelling for each address: no escapes, no empty or dotted segments, no absolute form (RFC 9112 §3.2.2). */
const plainPath = /^(?:\/(?!\.{1,2}(?:[/?]|$))[\w.$()',:@~-]+)*\/?(?:\?[^#]*)?$/;
const longestUrl = 8_000;

/**
 * Looks at a request before anything reads it further. Throws Refusal. `isOpen`: paths with rules of their own, where
 * names may have escapes.
 */
export function checkRequest(request: IncomingMessage, visitors: Visitors): void {
  const { method = '', url = '', headers, rawHeaders, socket } = request;
  if (!visitors.mayCome(socket.remoteAddress ?? ''))
    throw new Refusal(403, message('feedAnswer.network'), { connection: 'close' });
  if (headers.host === undefined || countHosts(rawHeaders) > 1)
    throw new Refusal(400, message('feedAnswer.noHost'), { connection: 'close' });
  if (!visitors.isOurs(headers.host)) throw new Refusal(421, message('feedAnswer.host'), { connection: 'close' });
  if (method !== 'GET' && method !== 'HEAD' && !isPreflight(request))
    throw new Refusal(405, message('feedAnswer.method'), { allow: 'GET, HEAD, OPTIONS', connection: 'close' });
  // RFC 9110 §9.3.1: it has no meaning, and may hide a second request.
  if (headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0')
    throw new Refusal(400, message('feedAnswer.body'), { connection: 'close' });
  if (url.length > longestUrl || !plainPath.test(url)) throw notFound();
}

export const notFound = (): Refusal => new Refusal(404, message('feedAnswer.notFound'));

/** https://fetch.spec.whatwg.org/#cors-preflight-request */
const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;

/** RFC 9112 §3.2: a request with two is refused. Node keeps the first alone. */
function countHosts(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count;
}
