import type { IncomingMessage } from 'node:http';
import type { Feed, FeedKey } from '../../shared/feed/feed.ts';
import { message } from '../../shared/messages/message.ts';
import { findFeedKey } from '../keys.ts';
import type { FeedStore } from '../store.ts';
import { Refusal } from './refusal.ts';
import { readSentKey } from './sent-key.ts';
import { plainAddress } from './visitors.ts';

export interface AccessDeps {
  store: Pick<FeedStore, 'keys' | 'find' | 'noteUse'>;
  /** Whether the feed's resource still exists. */
  exists(resourceId: string): boolean;
  /** Epoch ms. */
  now(): number;
}

/** What a reader's key opens. `undefined`: it sent none, or a wrong one. */
export type Opened = { key: FeedKey; feed: Feed | undefined } | { key: undefined; wasSent: boolean };

/** Finds the key of a request, and the feed that it opens if the feed is on. */
export function openWithKey(request: IncomingMessage, { store, exists, now }: AccessDeps): Opened {
  const sent = readSentKey(request.headers, request.url ?? '');
  const key = sent && findFeedKey(store.keys(), sent.secret, now());
  if (key === undefined) return { key: undefined, wasSent: sent !== undefined };
  const feed = store.find(key.feedId);
  if (sent?.isInUrl === true && feed?.allowsKeyInUrl !== true) throw unauthorized(401, message('feedAnswer.keyInUrl'));
  store.noteUse(key.id, { at: now(), address: plainAddress(request.socket.remoteAddress ?? '').slice(0, 64) });
  return { key, feed: feed?.isOn === true && exists(feed.resourceId) ? feed : undefined };
}

/** RFC 9110 §11.6.1. Basic comes first, because a browser asks for it. */
export const unauthorized = (status: 401 | 429, text = message('feedAnswer.key'), seconds?: number): Refusal =>
  new Refusal(status, text, {
    'www-authenticate': ['Basic realm="Tokenboard feeds", charset="UTF-8"', 'Bearer realm="Tokenboard feeds"'],
    ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
  });
