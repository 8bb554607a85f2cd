import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { HttpClient } from '../http/client.ts';
import type { Platform } from '../platform/platform.ts';
import type { StartedRun } from '../resources/one-run.ts';
import type { EndedRun } from '../resources/runs.ts';
import type { WindowFeed } from '../resources/schedule/window-feed.ts';
import type { SettingsFolder } from '../settings/settings.ts';
import type { Vault } from '../vault/vault.ts';
import type { FeedRows } from './feed-rows.ts';
import type { FeedRequest } from './feed-server.ts';
import { createFeeds, type Feeds, type FeedsDeps } from './feeds.ts';
import { openFeedsFile } from './feeds-file.ts';
import { overrideServer, type ServerOverrides } from './override-server.ts';
import { openPushFile } from './push/push-file.ts';
import { createPushes, type Pushes } from './push/pushes.ts';
import { openSentFile } from './push/sent-file.ts';
import { createFeedRows, type FeedRowsDeps } from './rows/feed-rows.ts';
import { makePage } from './rows/page.ts';
import { createFeedServer, type FeedServerDeps } from './server/server.ts';
import { createFeedStore } from './store.ts';
import { createCertificates } from './tls/certificates.ts';

export interface PublishingDeps
  extends Omit<FeedRowsDeps, 'vault' | 'folder' | 'feeds' | 'page' | 'onChange' | 'waitMs' | 'now' | 'monotonic'>,
    Pick<FeedServerDeps, 'show' | 'onRefused'>,
    Pick<FeedsDeps, 'exists' | 'learn' | 'readersEnd'> {
  vault: Vault;
  settings: SettingsFolder;
  dataFolder: string;
  http: HttpClient;
  platform: Pick<Platform, 'pickSaveFile'>;
  /** Events for the window. */
  feed: WindowFeed;
  /** Also while no window is visible. */
  onFeedsChanged?: (() => void) | undefined;
  /** Settings of the server for this run. They are not written. */
  overrides?: ServerOverrides | undefined;
  onRequest?: ((request: FeedRequest) => void) | undefined;
  /** Epoch ms. */
  now(): number;
}

/** All that brings rows to other programs: those that fetch them (feeds), and those that are sent them (push). */
export interface Publishing {
  feeds: Feeds;
  feedRows: FeedRows;
  pushes: Pushes;
  runStarted(run: StartedRun): void;
  runEnded(run: StartedRun, end: EndedRun): void;
  /** Resources changed. */
  changed(): void;
  /** Tokens and keys may be readable now. */
  keysChanged(): void;
  /** Resolves when the server has started, or failed to. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export function createPublishing(deps: PublishingDeps): Publishing {
  const { vault, platform, http, feed, exists, now } = deps;
  const store = overrideServer(createFeedStore(openFeedsFile(deps.settings)), deps.overrides ?? {});
  const feedsChanged = () => {
    deps.onFeedsChanged?.();
    feed.send('feeds.changed', {}, 'feeds.changed');
  };
  const rows = createFeedRows({
    ...deps,
    folder: join(deps.dataFolder, 'feed-rows'),
    feeds: store.list,
    page: makePage,
    onChange: feedsChanged,
    monotonic: () => performance.now(),
  });
  const certificates = createCertificates({
    vault,
    platform,
    settings: store.server,
    computer: () => ({ hostname: hostname(), interfaces: networkInterfaces() }),
    now,
  });
  const server = createFeedServer({
    store,
    rows,
    certificates,
    exists,
    show: deps.show,
    onChange: feedsChanged,
    onRefused: deps.onRefused,
    onRequest: deps.onRequest,
    now,
  });
  const pushes = createPushes({
    settings: openPushFile(deps.settings),
    sent: openSentFile(deps.settings),
    vault,
    http,
    feeds: store,
    rows,
    onChange: () => feed.send('push.changed', {}, 'push.changed'),
    now,
  });
  const feeds = createFeeds({
    store,
    rows,
    server,
    certificates,
    exists,
    onRemoved: pushes.feedRemoved,
    onRestored: pushes.feedRestored,
    learn: deps.learn,
    onChange: feedsChanged,
    readersEnd: deps.readersEnd,
    now,
  });
  return {
    feeds,
    feedRows: rows,
    pushes,
    runStarted: rows.runStarted,
    runEnded: (run, end) => {
      rows.runEnded(run, end);
      pushes.resourceRan(run.id);
    },
    changed: rows.changed,
    keysChanged: () => {
      rows.keysChanged();
      feeds.keysChanged();
    },
    start: () => {
      // Its first part drops feeds, and reads the kept rows.
      const started = feeds.start();
      pushes.start();
      return started;
    },
    close: async () => {
      await Promise.all([pushes.close(), feeds.close()]);
    },
  };
}
