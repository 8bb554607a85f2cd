import type { FeedServerView } from '../shared/contract/feeds.ts';

/** Listens for readers, as the settings say. */
export interface FeedServer {
  /** Starts, stops or restarts it after a change of the settings. Never rejects: `view` tells the failure. */
  apply(): Promise<void>;
  view(): FeedServerView;
  /** Requests with an accepted key since the app started, by feed. */
  reads(feedId: string): number;
  /** Open connections at this moment. */
  connections(): number;
  close(): Promise<void>;
}
