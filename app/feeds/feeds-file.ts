import { readList } from '../settings/items.ts';
import { openSettings, type Settings, type SettingsFolder } from '../settings/settings.ts';
import {
  type Feed,
  type FeedKey,
  type FeedServerSettings,
  feedKeySchema,
  feedSchema,
  feedServerSchema,
  initialFeedServer,
} from '../shared/feed/feed.ts';
import { message } from '../shared/messages/message.ts';

/** All about feeds that is kept. Of a key, only its hash. */
export interface StoredFeeds {
  server: FeedServerSettings;
  feeds: readonly Feed[];
  keys: readonly FeedKey[];
}

/** `feeds.json`. Unreadable settings of the server become the initial ones: off. */
export const openFeedsFile = (where: SettingsFolder): Settings<StoredFeeds> =>
  openSettings<StoredFeeds>({
    ...where,
    name: 'feeds',
    title: message('files.of.feeds'),
    version: 1,
    migrations: [(content) => content],
    initial: { server: initialFeedServer, feeds: [], keys: [] },
    readContent: (content) => {
      const server = feedServerSchema.safeParse(content.server);
      const feeds = readList(content.feeds, feedSchema);
      const keys = readList(content.keys, feedKeySchema);
      return {
        content: { server: server.data ?? initialFeedServer, feeds: feeds.content, keys: keys.content },
        lost: feeds.lost + keys.lost + (server.success ? 0 : 1),
      };
    },
    writeContent: ({ server, feeds, keys }) => ({ server, feeds, keys }),
  });
