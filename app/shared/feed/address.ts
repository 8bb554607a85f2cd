import type { FeedServerView } from '../contract/feeds.ts';
import type { FeedFormat, FeedServerSettings } from './feed.ts';

/** Where readers find a feed: `http://127.0.0.1:8439/feeds/Sales.json`. */
export const feedAddress = (origin: string, name: string, format: FeedFormat): string =>
  `${origin}/feeds/${name}.${format}`;

/** Where readers find the service of OData (Protocol §10.1): it has the one feed that the key opens. */
export const odataAddress = (origin: string): string => `${origin}/odata/`;

/** Where readers on this computer will reach a server that does not run. */
const plannedOrigin = ({ encryption, port }: FeedServerSettings): string =>
  `${encryption === 'none' ? 'http' : 'https'}://127.0.0.1:${port}`;

/** The best origin of the server. */
export const originOf = ({ origins, settings }: FeedServerView): string => origins[0] ?? plannedOrigin(settings);

/** Of the exported authority, without its extension. */
export const authorityName = 'tokenboard-authority';
