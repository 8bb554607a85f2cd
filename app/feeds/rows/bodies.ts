import { reportError } from '../../shared/errors.ts';
import type { Feed, FeedFormat } from '../../shared/feed/feed.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import type { FeedBody } from '../feed-rows.ts';
import { feedFormatFacts, type MakePage, selectionOf, settingsKey, writeChoicesOf } from './formats.ts';
import { type Snapshot, viewOf } from './snapshot.ts';
import { mostBodyBytes } from './write-table.ts';

interface Entry {
  snapshot: Snapshot;
  key: string;
  body: Promise<FeedBody>;
  /** When it is there. */
  made: FeedBody | undefined;
}

/** The bodies of feeds, made when they are first read, and kept until the rows or the feed change. */
export interface Bodies {
  /** Rejects as `Snapshot.write`. */
  of(feed: Feed, format: FeedFormat, snapshot: Snapshot, resource: Resource): Promise<FeedBody>;
  /** Drops those of other feeds. */
  keepOnly(feeds: readonly Feed[]): void;
}

export function createBodies(page: MakePage): Bodies {
  /** By feed and format. The most recently used is last. */
  const byFeed = new Map<string, Map<FeedFormat, Entry>>();

  const make = async (feed: Feed, format: FeedFormat, snapshot: Snapshot, resource: Resource): Promise<FeedBody> => {
    const { at } = snapshot.facts;
    const { contentType, hasPage } = feedFormatFacts[format];
    const choices = { ...writeChoicesOf(feed, format), ...(hasPage ? { page: await page(feed, at) } : {}) };
    const { bytes, hash, rowCount } = await snapshot.write(resource, {
      choices,
      selection: selectionOf(feed, format, at),
    });
    return { bytes, contentType, etag: `"${hash.slice(0, 27)}"`, dataAt: at, rowCount };
  };
  /** All bodies of a feed together take no more memory than the largest one may. */
  const trim = (entries: Map<FeedFormat, Entry>): void => {
    let total = 0;
    for (const [format, { made }] of [...entries].reverse()) {
      total += made?.bytes.length ?? 0;
      if (total > mostBodyBytes && entries.size > 1) entries.delete(format);
    }
  };

  return {
    of: async (feed, format, snapshot, resource) => {
      const entries = byFeed.get(feed.id) ?? new Map<FeedFormat, Entry>();
      byFeed.set(feed.id, entries);
      const key = settingsKey(feed, format) + viewOf(resource);
      const former = entries.get(format);
      entries.delete(format);
      if (former?.snapshot === snapshot && former.key === key) {
        entries.set(format, former);
        return former.body;
      }
      const entry: Entry = { snapshot, key, body: make(feed, format, snapshot, resource), made: undefined };
      entries.set(format, entry);
      try {
        const body = await entry.body;
        // Keep the same buffer for the same bytes: their packed forms are stored by buffer (encodings.ts).
        if (former?.made?.etag === body.etag) body.bytes = former.made.bytes;
        entry.made = body;
        trim(entries);
        return body;
      } catch (error) {
        // The same rows stay too large.
        const isFinal = reportError(error).code === 'feed.too_large';
        if (!isFinal && entries.get(format) === entry) entries.delete(format);
        throw error;
      }
    },
    keepOnly: (feeds) => {
      const ids = new Set(feeds.map(({ id }) => id));
      for (const id of byFeed.keys()) if (!ids.has(id)) byFeed.delete(id);
    },
  };
}
