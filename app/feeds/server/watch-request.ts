import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Feed, feedFormats } from '../../shared/feed/feed.ts';
import type { FeedRequest } from '../feed-server.ts';
import { requestId } from './refusal.ts';
import { plainAddress } from './visitors.ts';

export interface RequestWatcher {
  /** The feed that the key opened, once it is known. */
  feedOf(): Feed | undefined;
  tell(request: FeedRequest): void;
}

/** The reader left before the last byte. Not a status of HTTP: servers write it into their logs. */
const leftStatus = 499;

/** Gives the request an ID, which its response tells, and reports it when the response has ended. */
export function watchRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { feedOf, tell }: RequestWatcher,
): void {
  const id = requestId(response);
  const begun = performance.now();
  // The socket forgets it when it closes.
  const address = plainAddress(request.socket.remoteAddress ?? '');
  response.once('close', () =>
    tell({
      id,
      method: request.method ?? '',
      feed: feedOf()?.name ?? null,
      format: formatOf(request.url ?? ''),
      status: response.writableFinished ? response.statusCode : leftStatus,
      ms: performance.now() - begun,
      address,
    }),
  );
}

/** Only known formats: each value is a label of the figures, and readers may ask for anything. */
function formatOf(url: string): string | null {
  if (/^\/odata(?:[/?]|$)/.test(url)) return 'odata';
  const format = /^\/feeds\/\w{1,60}\.([a-z]+)(?:\?|$)/.exec(url)?.[1];
  return feedFormats.find((each) => each === format) ?? null;
}
