import type { CallRequest, CallResponse } from '../shared/contract/contract.ts';
import type { FeedKeyView, FeedServerView, FeedView } from '../shared/contract/feeds.ts';
import { RequestError } from '../shared/errors.ts';
import type { Feed, FeedKey, FeedServerSettings } from '../shared/feed/feed.ts';
import { message } from '../shared/messages/message.ts';
import type { FeedRows } from './feed-rows.ts';
import type { FeedServer, ReadersEnd } from './feed-server.ts';
import { createFeedKey } from './keys.ts';
import { checkServer } from './server/check-server.ts';
import type { FeedStore } from './store.ts';
import type { Certificates } from './tls/certificates.ts';

export interface FeedsDeps {
  store: FeedStore;
  rows: FeedRows;
  server: FeedServer;
  /** Whether a resource exists. An undo may bring a deleted one back. */
  exists(resourceId: string): boolean;
  /** A feed is gone, or is back. */
  onRemoved(id: string): void;
  onRestored(id: string): void;
  /** A new key, so that it is masked everywhere. */
  learn(secret: string): void;
  certificates: Certificates;
  /** Feeds, keys, the server or a feed's state changed. */
  onChange(): void;
  /** Default: a second. */
  readersEnd?: ReadersEnd | undefined;
  /** Epoch ms. */
  now(): number;
}

/** All that the window and the command line do with feeds. */
export interface Feeds {
  /** Drops feeds of resources that were deleted before the app started. Starts the server, if it is on. */
  start(): Promise<void>;
  list(): CallResponse<'feeds.list'>;
  /** Throws RequestError `feed.name_taken`. The feed of a deleted resource gives its name away. */
  save(feed: Feed): FeedView;
  remove(id: string): void;
  /** Throws RequestError `feed.not_found`, `feed.name_taken`. */
  restore(id: string): FeedView;
  /** Throws RequestError `feed.not_found`. */
  createKey(request: CallRequest<'feeds.createKey'>): CallResponse<'feeds.createKey'>;
  revokeKey(id: string): void;
  /** Throws RequestError `feed.plain_network`, `feed.no_certificate`. */
  saveServer(settings: FeedServerSettings): Promise<FeedServerView>;
  exportAuthority: Certificates['exportAuthority'];
  replaceAuthority(): Promise<FeedServerView>;
  /** Throws what `Certificates.importCertificate` throws. */
  importCertificate(request: CallRequest<'feeds.importCertificate'>): Promise<FeedServerView>;
  removeCertificate(): Promise<FeedServerView>;
  /** The vault may be readable now: starts a server that failed without it. */
  keysChanged(): void;
  close(): Promise<void>;
}

/** A window that the user closed must not delay the end of the app for long. */
const usualEnd: ReadersEnd = { patienceMs: 1_000 };

export function createFeeds(deps: FeedsDeps): Feeds {
  const { store, rows, server, certificates, exists, learn, onChange, readersEnd = usualEnd, now } = deps;
  const restarted = async (): Promise<FeedServerView> => {
    await server.apply();
    onChange();
    return server.view();
  };
  const viewOf = (feed: Feed): FeedView => ({
    feed,
    keys: store.keysOf(feed.id).map(keyView),
    state: { ...rows.state(feed), reads: server.reads(feed.id) },
  });
  const remove = (id: string): void => {
    store.remove(id);
    deps.onRemoved(id);
  };
  const orphans = (): Feed[] => store.list().filter(({ resourceId }) => !exists(resourceId));
  return {
    start: async () => {
      // If all resources are gone, their file was lost, and the user may bring it back.
      const dropped = orphans();
      if (dropped.length < store.list().length) for (const { id } of dropped) remove(id);
      rows.start();
      await server.apply();
    },
    list: () => ({
      server: server.view(),
      feeds: store
        .list()
        .filter(({ resourceId }) => exists(resourceId))
        .map(viewOf),
    }),
    save: (feed) => {
      const other = store.named(feed.name);
      if (other !== undefined && other.id !== feed.id && !exists(other.resourceId)) remove(other.id);
      store.save(feed);
      rows.changed();
      onChange();
      return viewOf(feed);
    },
    remove: (id) => {
      remove(id);
      rows.changed();
      onChange();
    },
    restore: (id) => {
      const feed = store.restore(id);
      deps.onRestored(id);
      rows.changed();
      onChange();
      return viewOf(feed);
    },
    createKey: ({ feedId, name, expiresAt }) => {
      if (store.find(feedId) === undefined) throw new RequestError('feed.not_found', message('feeds.notFound'));
      const { key, secret } = createFeedKey(feedId, name, { expiresAt, now: now() });
      learn(secret);
      store.addKey(key);
      onChange();
      return { key: keyView(key), secret };
    },
    revokeKey: (id) => {
      store.removeKey(id);
      onChange();
    },
    saveServer: async (settings) => {
      checkServer(settings, certificates.hasImported());
      store.saveServer(settings);
      return restarted();
    },
    exportAuthority: async (format) => {
      const path = await certificates.exportAuthority(format);
      onChange();
      return path;
    },
    replaceAuthority: async () => {
      await certificates.replaceAuthority();
      return restarted();
    },
    importCertificate: async (request) => {
      certificates.importCertificate(request);
      return restarted();
    },
    removeCertificate: async () => {
      certificates.removeCertificate();
      return restarted();
    },
    keysChanged: () => {
      const { status, error } = server.view();
      if (status === 'failed' && error?.code.startsWith('vault.') === true) void server.apply();
    },
    close: async () => {
      await drained(server, readersEnd);
      // Readers that still wait for rows get a 503, which the server's own grace lets through.
      await Promise.all([rows.close(), server.close()]);
      store.close();
    },
  };
}

/** Resolves when each reader has its response, or when the patience has ended. */
async function drained(server: FeedServer, { patienceMs, hurry }: ReadersEnd): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, patienceMs);
  hurry?.addEventListener('abort', () => resolve(), { once: true });
  if (hurry?.aborted !== true) await Promise.race([server.drain(), promise]);
  clearTimeout(timer);
}

const keyView = ({ hash: _, ...view }: FeedKey): FeedKeyView => view;
