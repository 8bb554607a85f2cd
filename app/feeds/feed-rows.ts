import type { StartedRun } from '../resources/one-run.ts';
import type { EndedRun } from '../resources/runs.ts';
import type { FeedState } from '../shared/contract/feeds.ts';
import type { ErrorReport } from '../shared/errors.ts';
import type { Feed, FeedFormat } from '../shared/feed/feed.ts';
import type { Condition } from '../shared/shape/condition.ts';
import type { Step, ValueType } from '../shared/shape/shape.ts';

/** A feed's rows in one format, ready to be sent. The same object as long as the rows and the feed stay the same. */
export interface FeedBody {
  /** The same buffer as long as the bytes stay the same. */
  bytes: Buffer;
  /** With its charset. */
  contentType: string;
  /** A strong validator (RFC 9110 §8.8.3), with its quotes. Differs when the bytes differ. */
  etag: string;
  /** Epoch ms: when the service sent the rows. */
  dataAt: number;
  rowCount: number;
}

/** No rows, or too old ones. `retryAt`: epoch ms, when the service is asked again. `null`: when the user has acted. */
export interface UnavailableRows {
  status: 'unavailable';
  error: ErrorReport;
  retryAt: number | null;
}

/** Whether rows are older than the feed's `freshSeconds`, and why the service sent no newer ones. */
export interface RowsAge {
  isStale: boolean;
  /** `null`: the rows are fresh, or newer ones are being fetched. */
  error: ErrorReport | null;
}

/** What a reader gets. */
export type FeedAnswer = ({ status: 'rows'; body: FeedBody } & RowsAge) | UnavailableRows;

/** A column of a feed, by the name that its readers see. */
export interface FeedColumn {
  name: string;
  type: ValueType;
}

/** What a reader asks of a feed's rows, after the resource's own steps. Columns are named as in the feed. */
export interface RowsQuery {
  /** Applied in this order. `column`: a name. */
  steps?: readonly Step[];
  /** Which of the rows. `column`: a name. Absent: all. */
  where?: Condition;
  /** In their order. Absent: all. */
  columns?: readonly string[];
  /** The first row, from 0. */
  from?: number;
  /** The most rows. Absent: all. */
  count?: number;
  /** Values have the types of their columns, or are `null`. */
  isStrict?: boolean;
}

export type QueryAnswer =
  | ({
      status: 'rows';
      /** A JSON array of objects. Numbers have all their digits, times are ISO 8601. */
      json: Buffer;
      /** Of `json`. */
      rowCount: number;
      /** After the steps, before `from` and `count`. */
      totalCount: number;
      /** Of `json`, in their order. */
      columns: readonly FeedColumn[];
      /** Epoch ms. */
      dataAt: number;
    } & RowsAge)
  | UnavailableRows;

/** The rows of all feeds: fetched once for all readers, kept in memory, and encrypted in the data folder. */
export interface FeedRows {
  /**
   * Rows that are fresh come from memory. Older ones do too, while one fetch for all readers is under way; only rows that
   * are older than the feed allows make the reader wait. Never rejects.
   */
  read(feed: Feed, format: FeedFormat): Promise<FeedAnswer>;
  /** As `read`. Unknown columns are reported as `input.invalid`. `count: 0` tells the columns alone. */
  query(feed: Feed, query: RowsQuery): Promise<QueryAnswer>;
  /** Reads the kept rows of the published feeds. */
  start(): void;
  /** Feeds or resources were saved, removed or restored. */
  changed(): void;
  /** The vault may have another key. */
  keysChanged(): void;
  /** Facts for the window. Fetches nothing. */
  state(feed: Feed): Omit<FeedState, 'reads'>;
  /** Runs of any resource, by anyone: of `Runs`. */
  runStarted(run: StartedRun): void;
  runEnded(run: StartedRun, end: EndedRun): void;
  /** Writes rows that are not kept yet. Readers that wait get no rows. */
  close(): Promise<void>;
}
