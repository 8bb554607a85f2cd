import type { FeedRequest } from '../../feeds/feed-server.ts';
import type { RawExchange } from '../../http/exchanges.ts';
import type { ConnectionStatus } from '../../shared/contract/contract.ts';
import type { FeedView } from '../../shared/contract/feeds.ts';
import type { Metric, Sample } from './exposition.ts';

/** Counts what happens. What the app knows at any time is read when somebody asks (`FigureSources`). */
export interface Figures {
  countFeedRequest(request: FeedRequest): void;
  countExchange(exchange: Pick<RawExchange, 'kind' | 'status' | 'error'>): void;
  read(sources: FigureSources): Metric[];
}

export interface FigureSources {
  version: string;
  feeds: readonly FeedView[];
  connections: readonly ConnectionStatus[];
  /** Epoch ms. */
  now: number;
  startedAt: number;
  /** Bytes. */
  memory: number;
}

export function createFigures(): Figures {
  const feedRequests = createCounter();
  const feedSeconds = createCounter();
  const upstream = createCounter();
  return {
    countFeedRequest: ({ feed, format, status, ms }) => {
      const labels = { feed: feed ?? '', format: format ?? '', status: String(status) };
      feedRequests.add(labels, 1);
      feedSeconds.add({ feed: labels.feed }, ms / 1000);
    },
    // An error code has no secret, and there are few.
    countExchange: ({ kind, status, error }) =>
      upstream.add({ kind, status: String(status ?? error ?? ''), outcome: isFine(status) ? 'ok' : 'failed' }, 1),
    read: ({ version, feeds, connections, now, startedAt, memory }) => {
      const ofFeeds = (value: (view: FeedView) => number | null): Sample[] =>
        feeds.flatMap((view) => {
          const found = value(view);
          return found === null ? [] : [{ labels: { feed: view.feed.name }, value: found }];
        });
      const byStatus = createCounter();
      for (const { status } of connections) byStatus.add({ status }, 1);
      return [
        counter('tokenboard_feed_requests_total', feedRequests),
        counter('tokenboard_feed_request_seconds_total', feedSeconds),
        gauge(
          'tokenboard_feed_age_seconds',
          ofFeeds(({ state }) => (state.dataAt === null ? null : Math.max(0, now - state.dataAt) / 1000)),
        ),
        gauge(
          'tokenboard_feed_rows',
          ofFeeds(({ state }) => state.rowCount),
        ),
        gauge(
          'tokenboard_feed_failing',
          ofFeeds(({ state }) => (state.error === null ? 0 : 1)),
        ),
        // The kind `refresh` counts renewals of tokens.
        counter('tokenboard_upstream_requests_total', upstream),
        gauge('tokenboard_connections', byStatus.samples()),
        gauge('tokenboard_info', [{ labels: { version }, value: 1 }]),
        gauge('process_start_time_seconds', [{ value: startedAt / 1000 }]),
        gauge('process_resident_memory_bytes', [{ value: memory }]),
      ];
    },
  };
}

const isFine = (status: number | undefined): boolean => status !== undefined && status < 400;

const counter = (name: string, { samples }: Counter): Metric => ({
  name,
  type: 'counter',
  samples: samples(),
});

const gauge = (name: string, samples: readonly Sample[]): Metric => ({
  name,
  type: 'gauge',
  samples,
});

interface Counter {
  add(labels: Record<string, string>, value: number): void;
  samples(): Sample[];
}

function createCounter(): Counter {
  const values = new Map<string, { labels: Record<string, string>; value: number }>();
  return {
    add: (labels, value) => {
      const key = JSON.stringify(labels);
      values.set(key, { labels, value: (values.get(key)?.value ?? 0) + value });
    },
    samples: () => [...values.values()],
  };
}
