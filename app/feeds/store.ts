import type { Settings } from '../settings/settings.ts';
import { RequestError } from '../shared/errors.ts';
import type { Feed, FeedKey, FeedServerSettings } from '../shared/feed/feed.ts';
import { message } from '../shared/messages/message.ts';
import type { StoredFeeds } from './feeds-file.ts';

/** The feeds, their keys and the settings of their server. Writing methods throw SettingsError. */
export interface FeedStore {
  server(): FeedServerSettings;
  saveServer(server: FeedServerSettings): void;
  list(): readonly Feed[];
  find(id: string): Feed | undefined;
  /** By its name in the address, without regard to case. */
  named(name: string): Feed | undefined;
  /** Replaces by ID, or appends. Throws RequestError `feed.name_taken`. */
  save(feed: Feed): void;
  /** With its keys. Also for the feeds of a deleted resource. */
  remove(id: string): void;
  /** Throws RequestError `feed.not_found`. */
  restore(id: string): Feed;
  /** Of all feeds, without the latest uses. The same list until a key changes. */
  keys(): readonly FeedKey[];
  keysOf(feedId: string): readonly FeedKey[];
  addKey(key: FeedKey): void;
  removeKey(id: string): void;
  /** Remembered at once, written by the next change and by `close`: a reader that comes each second must not write. */
  noteUse(id: string, use: { at: number; address: string }): void;
  close(): void;
}

export function createFeedStore(settings: Settings<StoredFeeds>): FeedStore {
  const removed = new Map<string, { feed: Feed; keys: readonly FeedKey[] }>();
  const uses = new Map<string, NonNullable<FeedKey['lastUsed']>>();
  const withUse = (key: FeedKey): FeedKey => ({ ...key, lastUsed: uses.get(key.id) ?? key.lastUsed });
  const stored = (): StoredFeeds => {
    const content = settings.read();
    return uses.size === 0 ? content : { ...content, keys: content.keys.map(withUse) };
  };
  const change = (next: Partial<StoredFeeds>): void => {
    settings.save({ ...stored(), ...next });
    uses.clear();
  };
  const named = (name: string) => settings.read().feeds.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const find = (id: string) => settings.read().feeds.find((each) => each.id === id);
  const save = (feed: Feed, keys = stored().keys): void => {
    const other = named(feed.name);
    if (other !== undefined && other.id !== feed.id)
      throw new RequestError('feed.name_taken', message('feeds.nameTaken', { name: feed.name }));
    const { feeds } = settings.read();
    const isNew = find(feed.id) === undefined;
    change({ feeds: isNew ? [...feeds, feed] : feeds.map((each) => (each.id === feed.id ? feed : each)), keys });
  };
  return {
    server: () => settings.read().server,
    saveServer: (server) => change({ server }),
    list: () => settings.read().feeds,
    find,
    named,
    save,
    remove: (id) => {
      const feed = find(id);
      if (feed === undefined) return;
      const { feeds, keys } = stored();
      change({ feeds: feeds.filter((each) => each.id !== id), keys: keys.filter((each) => each.feedId !== id) });
      removed.set(id, { feed, keys: keys.filter((each) => each.feedId === id) });
    },
    restore: (id) => {
      const former = removed.get(id);
      if (former === undefined) throw new RequestError('feed.not_found', message('feeds.notFound'));
      save(former.feed, [...stored().keys, ...former.keys]);
      removed.delete(id);
      return former.feed;
    },
    keys: () => settings.read().keys,
    keysOf: (feedId) => stored().keys.filter((key) => key.feedId === feedId),
    addKey: (key) => change({ keys: [...stored().keys, key] }),
    removeKey: (id) => change({ keys: stored().keys.filter((key) => key.id !== id) }),
    noteUse: (id, use) => void uses.set(id, use),
    close: () => {
      if (uses.size > 0) change({});
    },
  };
}
