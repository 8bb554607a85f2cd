import type { FeedServerView } from '../shared/contract/feeds.ts';

/** A request of a reader, for logs and figures: what was asked and how it went. Without the key and the query. */
export interface FeedRequest {
  /** Told to the reader in `x-request-id`. */
  id: string;
  method: string;
  /** The feed's name. `null`: none was found, or the key was refused. */
  feed: string | null;
  /** The extension of the address, or `odata`. `null`: none. */
  format: string | null;
  status: number;
  /** Until the last byte was sent, in ms. */
  ms: number;
  /** The reader's address. */
  address: string;
}

/** How the end of the app waits for readers that have a request under way. */
export interface ReadersEnd {
  /** How long at most, in ms. */
  patienceMs: number;
  /** Aborted: they are not waited for any more. */
  hurry?: AbortSignal | undefined;
}

/** Listens for readers, as the settings say. */
export interface FeedServer {
  /** Starts, stops or restarts it after a change of the settings. Never rejects: `view` tells the failure. */
  apply(): Promise<void>;
  view(): FeedServerView;
  /** Requests with an accepted key since the app started, by feed. */
  reads(feedId: string): number;
  /** Open connections at this moment. */
  connections(): number;
  /** Accepts no more readers. Resolves when each has its response. */
  drain(): Promise<void>;
  close(): Promise<void>;
}
