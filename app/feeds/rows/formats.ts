import type { PageChoices, WriteChoices, WriteSelection } from '../../resources/preview/export/write-choices.ts';
import { initialExportChoices } from '../../shared/export/export.ts';
import type { Feed, FeedFormat } from '../../shared/feed/feed.ts';

/** A page for people. `dataAt`: epoch ms. */
export type MakePage = (feed: Feed, dataAt: number) => Promise<PageChoices>;

interface FeedFormatFacts {
  /** With its charset. */
  contentType: string;
  /** The names of the columns: of the feed, or those that people see. */
  names: 'chosen' | 'shown';
  /** Whether the bytes hold a page around the rows. */
  hasPage: boolean;
}

/** A format without these does not compile. */
export const feedFormatFacts: Record<FeedFormat, FeedFormatFacts> = {
  json: { contentType: 'application/json; charset=utf-8', names: 'chosen', hasPage: false },
  csv: { contentType: 'text/csv; charset=utf-8', names: 'chosen', hasPage: false },
  xml: { contentType: 'application/xml; charset=utf-8', names: 'chosen', hasPage: false },
  ndjson: { contentType: 'application/x-ndjson; charset=utf-8', names: 'chosen', hasPage: false },
  html: { contentType: 'text/html; charset=utf-8', names: 'shown', hasPage: true },
};

/** The column with the time at which the service sent the rows. */
const timeColumn = 'data_time';

/** A feed's choices for the export engine: numbers with a point, ISO 8601, and texts as they are, for programs. */
export const writeChoicesOf = (feed: Feed, format: FeedFormat): WriteChoices => ({
  format,
  csv: {
    ...initialExportChoices.csv,
    delimiter: feed.csv.delimiter,
    mark: feed.csv.mark,
    keepsFormulas: true,
  },
  json: { rows: 'flat' },
  root: feed.root,
});

export const selectionOf = (feed: Feed, format: FeedFormat, dataAt: number): WriteSelection => ({
  names: feedFormatFacts[format].names === 'chosen' && feed.columnNames === 'safe' ? 'safe' : 'unique',
  ...(feed.hasTimeColumn ? { time: { name: timeColumn, text: new Date(dataAt).toISOString() } } : {}),
});

/** What the bytes of a feed in a format depend on, besides the rows. */
export const settingsKey = ({ name, root, columnNames, csv, hasTimeColumn, freshSeconds }: Feed, format: FeedFormat) =>
  JSON.stringify([format, name, root, columnNames, csv, hasTimeColumn, freshSeconds]);
