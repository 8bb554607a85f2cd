import type { IncomingMessage } from 'node:http';
import type { RawExchange } from '../../http/exchanges.ts';
import type { Feed } from '../../shared/feed/feed.ts';
import type { RefusalAnswer } from './refusal.ts';

export interface RefusedRequest {
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'socket'>;
  answer: RefusalAnswer;
  /** Whose key was accepted. */
  feed: Feed | undefined;
}

/** Headers that explain a refusal. Others could carry secrets of a reader that has the wrong address. */
const shownHeaders = [
  'host',
  'user-agent',
  'accept',
  'accept-encoding',
  'origin',
  'content-length',
  'transfer-encoding',
];

/** In a minute. A flood of wrong requests must not push the app's own out of the console. */
const mostRecorded = 60;

/** Records refused requests, but the many of a flood. `now`: epoch ms. */
export function recordRefused(
  record: (exchange: RawExchange) => void,
  now: () => number,
): (refused: RefusedRequest) => void {
  let since = 0;
  let count = 0;
  return (refused) => {
    if (now() - since >= 60_000) {
      since = now();
      count = 0;
    }
    count += 1;
    if (count <= mostRecorded) record(refusedExchange(refused, now()));
  };
}

/** What the console keeps of a refused request. Without the values of its query, which may be a key. */
function refusedExchange({ request, answer, feed }: RefusedRequest, at: number): RawExchange {
  const { method = '', url = '', headers, socket } = request;
  const [path = '', query] = url.split('?');
  return {
    kind: 'feed',
    at,
    method,
    url: `${path}${query === undefined ? '' : '?…'}`,
    ...(feed === undefined ? {} : { resourceId: feed.resourceId }),
    requestHeaders: {
      ...Object.fromEntries(
        shownHeaders.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
      ),
      // Where the reader is.
      'x-remote-address': socket.remoteAddress,
    },
    status: answer.status,
    responseHeaders: answer.headers,
    responseBody: answer.body,
    bytes: answer.body.length,
  };
}
