import type { FeedState } from '../shared/contract/feeds.ts';
import type { ErrorReport } from '../shared/errors.ts';
import type { Feed, FeedFormat } from '../shared/feed/feed.ts';

/** A feed's rows in one format, ready to be sent. The same object as long as the rows and the feed stay the same. */
export interface FeedBody {
  bytes: Buffer;
  /** With its charset. */
  contentType: string;
  /** A strong validator (RFC 9110 §8.8.3), with its quotes. Differs when the bytes differ. */
  etag: string;
  /** Epoch ms: when the service sent the rows. */
  dataAt: number;
  rowCount: number;
}

/** What a reader gets. */
export type FeedAnswer =
  /** `error`: the rows are older than the feed allows them to be without a word, because the service sent no new ones. */
  | { status: 'rows'; body: FeedBody; isStale: boolean; error: ErrorReport | null }
  /** No rows, or too old ones. `retryAt`: epoch ms, when the service is asked again. */
  | { status: 'unavailable'; error: ErrorReport; retryAt: number };

/** The rows of all feeds: fetched once for all readers, kept in memory, and encrypted in the data folder. */
export interface FeedRows {
  /**
   * Rows that are fresh come from memory. Older ones do too, while one fetch for all readers is under way; only rows that
   * are older than the feed allows make the reader wait. Never rejects.
   */
  read(feed: Feed, format: FeedFormat): Promise<FeedAnswer>;
  /** Facts for the window. Fetches nothing. */
  state(feed: Feed): Omit<FeedState, 'reads'>;
  close(): Promise<void>;
}
