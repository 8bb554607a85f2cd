import { createServer } from 'node:net';
import type { FeedAnswer, FeedBody } from '../../app/feeds/feed-rows.ts';
import type { FeedRequest } from '../../app/feeds/feed-server.ts';
import type { StoredFeeds } from '../../app/feeds/feeds-file.ts';
import { createFeedKey } from '../../app/feeds/keys.ts';
import type { Limits } from '../../app/feeds/server/limits.ts';
import type { RefusedRequest } from '../../app/feeds/server/refused-exchange.ts';
import { createFeedServer } from '../../app/feeds/server/server.ts';
import { createFeedStore } from '../../app/feeds/store.ts';
import { type Feed, type FeedServerSettings, initialFeedServer, newFeed } from '../../app/shared/feed/feed.ts';
import { textOf } from '../../app/shared/messages/text.ts';

export function bodyOf(text: string | Buffer, facts: Partial<FeedBody> = {}): FeedBody {
  const bytes = Buffer.from(text);
  return {
    bytes,
    contentType: 'application/json; charset=utf-8',
    etag: '"one"',
    dataAt: Date.now(),
    rowCount: 1,
    ...facts,
  };
}

/** A port that nothing used a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

export interface FeedServerOptions {
  feed?: Partial<Feed>;
  settings?: Partial<FeedServerSettings>;
  limits?: Partial<Limits>;
  /** `undefined` in the settings' `encryption`: none is asked for. */
  certificate?: { cert: string; key: string };
  retryMs?: number;
  /** Epoch ms: until when an imported certificate is valid. */
  importedUntil?: number;
  /** Receives what logs and figures are told of. */
  onRequest?: (request: FeedRequest) => void;
}

const rowsOfQuery = {
  status: 'rows',
  rowCount: 1,
  totalCount: 1,
  columns: [{ name: 'a', type: 'number' }],
  dataAt: Date.parse('2026-11-30'),
  isStale: false,
  error: null,
} as const;

/** The real server for a feed `Sales` with one key. Its rows are what the test says. */
export async function startFeedServer(options: FeedServerOptions = {}) {
  const feed = { ...newFeed('feed', 'resource', 'Sales'), ...options.feed };
  const { key, secret } = createFeedKey(feed.id, 'Key', { expiresAt: null, now: Date.now() });
  const port = await freePort();
  let content: StoredFeeds = {
    server: { ...initialFeedServer, isOn: true, port, ...options.settings },
    feeds: [feed],
    keys: [key],
  };
  const store = createFeedStore({
    read: () => content,
    save: (next) => {
      content = next;
    },
  });
  const state = {
    answer: { status: 'rows', body: bodyOf('[{"a":1}]\n'), isStale: false, error: null } as
      | FeedAnswer
      | Promise<FeedAnswer>,
    resourceExists: true,
    changes: 0,
    asked: 0,
  };
  const refused: RefusedRequest[] = [];
  let renewed: () => void = () => undefined;
  const certificate = options.certificate;
  const server = createFeedServer({
    store,
    rows: {
      read: () => {
        state.asked += 1;
        return Promise.resolve(state.answer);
      },
      query: () => Promise.resolve({ ...rowsOfQuery, json: Buffer.from('[{"a":1}]') }),
    },
    certificates: {
      current: () => (certificate === undefined ? Promise.reject(new Error('none')) : Promise.resolve(certificate)),
      watch: (listener) => {
        renewed = listener;
        return () => undefined;
      },
      view: () => ({
        authority: null,
        own: null,
        imported:
          options.importedUntil === undefined
            ? null
            : { subject: 'pc', names: ['pc'], validTo: options.importedUntil, fingerprint: 'AB' },
        uncovered: [],
      }),
      hasImported: () => options.certificate !== undefined,
    },
    exists: () => state.resourceExists,
    show: textOf,
    onChange: () => {
      state.changes += 1;
    },
    onRefused: (each) => void refused.push(each),
    onRequest: options.onRequest,
    now: Date.now,
    limits: { connections: 12_000, ...options.limits },
    ...(options.retryMs === undefined ? {} : { retryMs: options.retryMs }),
  });
  await server.apply();
  const scheme = certificate === undefined ? 'http' : 'https';
  const origin = `${scheme}://127.0.0.1:${port}`;
  const bearer = { authorization: `Bearer ${secret}` };
  return {
    server,
    store,
    feed,
    key,
    secret,
    port,
    origin,
    bearer,
    state,
    refused,
    renewCertificate: () => renewed(),
    /** With the key, unless the headers say otherwise. */
    get: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      fetch(`${origin}${path}`, { method, headers: { ...bearer, ...headers }, redirect: 'manual' }),
  };
}
