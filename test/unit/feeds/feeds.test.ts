import { describe, expect, it } from 'vitest';
import type { FeedServer } from '../../../app/feeds/feed-server.ts';
import { createFeeds, type FeedsDeps } from '../../../app/feeds/feeds.ts';
import type { StoredFeeds } from '../../../app/feeds/feeds-file.ts';
import { createFeedStore } from '../../../app/feeds/store.ts';
import { type FeedServerSettings, initialFeedServer, newFeed } from '../../../app/shared/feed/feed.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';

function open(resources: string[], stored: Partial<StoredFeeds> = {}, more: Partial<FeedsDeps> = {}) {
  let content: StoredFeeds = { server: initialFeedServer, feeds: [], keys: [], ...stored };
  const store = createFeedStore({
    read: () => content,
    save: (next) => {
      content = next;
    },
  });
  const calls: string[] = [];
  const called = (name: string) => async () => void calls.push(name);
  const nothing = (): never => {
    throw new Error('not expected here');
  };
  const certificates = { authority: null, own: null, imported: null, uncovered: [] };
  const server: FeedServer = {
    apply: called('server.apply'),
    view: () => ({
      settings: store.server(),
      status: 'off',
      error: null,
      origins: [],
      interfaces: [],
      certificates,
    }),
    reads: () => 7,
    connections: () => 0,
    drain: called('server.drain'),
    close: called('server.close'),
  };
  const feeds = createFeeds({
    store,
    onRemoved: (id) => void calls.push(`removed ${id}`),
    onRestored: (id) => void calls.push(`restored ${id}`),
    rows: {
      read: nothing,
      query: nothing,
      start: () => undefined,
      changed: () => undefined,
      keysChanged: () => undefined,
      runStarted: nothing,
      runEnded: nothing,
      state: () => ({ dataAt: 5, rowCount: 2, error: null }),
      close: called('rows.close'),
    },
    server,
    certificates: {
      current: nothing,
      watch: nothing,
      view: () => certificates,
      hasImported: () => false,
      exportAuthority: nothing,
      replaceAuthority: nothing,
      importCertificate: nothing,
      removeCertificate: nothing,
    },
    exists: (id) => resources.includes(id),
    learn: (secret) => void calls.push(`learn ${secret.slice(0, 4)}`),
    onChange: () => void calls.push('changed'),
    now: () => 1_000,
    ...more,
  });
  return { feeds, store, calls, resources, server };
}
const sales = newFeed('f', 'sales', 'Sales');
const stock = newFeed('g', 'stock', 'Stock');

describe('feeds', () => {
  it('are listed with their keys and what their readers get, and without a hash', () => {
    const { feeds, calls } = open(['sales']);
    feeds.save(sales);
    const { key, secret } = feeds.createKey({ feedId: 'f', name: 'Kitchen', expiresAt: null });
    expect(key).toMatchObject({ name: 'Kitchen', ending: secret.slice(-4), createdAt: 1_000, lastUsed: null });
    expect(feeds.list().feeds).toEqual([
      { feed: sales, keys: [key], state: { dataAt: 5, rowCount: 2, error: null, reads: 7 } },
    ]);
    expect(JSON.stringify(feeds.list())).not.toContain('hash');
    expect(calls).toEqual(['changed', 'learn tbk_', 'changed']);
    feeds.revokeKey(key.id);
    expect(feeds.list().feeds[0]?.keys).toEqual([]);
    expect(() => feeds.createKey({ feedId: 'other', name: 'Key', expiresAt: null })).toThrow(
      expect.objectContaining({ code: 'feed.not_found' }),
    );
  });

  it('of a deleted resource are hidden, come back with it, and give their name away', () => {
    const { feeds, resources } = open(['sales', 'stock'], { feeds: [sales, stock] });
    resources.splice(0, 1);
    expect(feeds.list().feeds.map(({ feed }) => feed.id)).toEqual(['g']);
    resources.push('sales');
    expect(feeds.list().feeds.map(({ feed }) => feed.id)).toEqual(['f', 'g']);
    resources.splice(0, 2);
    feeds.save(newFeed('h', 'stock', 'Sales'));
    resources.push('stock');
    expect(feeds.list().feeds.map(({ feed }) => feed.id)).toEqual(['g', 'h']);
  });

  it('of deleted resources are dropped at the next start, unless all resources are missing', async () => {
    const some = open(['stock'], { feeds: [sales, stock] });
    await some.feeds.start();
    expect([some.store.list(), some.calls]).toEqual([[stock], ['removed f', 'server.apply']]);
    const none = open([], { feeds: [sales, stock] });
    await none.feeds.start();
    expect(none.store.list()).toEqual([sales, stock]);
  });

  it('are removed and restored with their keys', () => {
    const { feeds, calls } = open(['sales'], { feeds: [sales] });
    const { key } = feeds.createKey({ feedId: 'f', name: 'Kitchen', expiresAt: null });
    feeds.remove('f');
    expect(feeds.list().feeds).toEqual([]);
    expect(feeds.restore('f').keys).toEqual([key]);
    // Others, such as targets, follow it.
    expect(calls.filter((call) => call.endsWith(' f'))).toEqual(['removed f', 'restored f']);
  });

  it.each<[string, Partial<FeedServerSettings>, string]>([
    ['readable for everyone in the network', { exposure: 'network' }, 'feed.plain_network'],
    ['without the certificate that it needs', { encryption: 'imported' }, 'feed.no_certificate'],
  ])('have no server %s', async (_, change, code) => {
    const { feeds, store, calls } = open([]);
    const settings = { ...initialFeedServer, isOn: true, ...change };
    await expect(feeds.saveServer(settings)).rejects.toMatchObject({ code });
    expect([store.server(), calls]).toEqual([initialFeedServer, []]);
  });

  it('apply the settings of the server, and close it and the rows', async () => {
    const { feeds, store, calls } = open([]);
    const settings = { ...initialFeedServer, exposure: 'network' as const, acceptsPlainNetwork: true };
    expect((await feeds.saveServer(settings)).settings).toEqual(settings);
    expect(store.server()).toEqual(settings);
    await feeds.close();
    expect(calls.slice(0, 2)).toEqual(['server.apply', 'changed']);
    // Readers first: they may wait for rows.
    expect(calls[2]).toBe('server.drain');
    expect(calls.slice(3).toSorted()).toEqual(['rows.close', 'server.close']);
  });

  it.each([
    ['as long as it has patience', { patienceMs: 1 }],
    ['not at all in a hurry', { patienceMs: 2 ** 30, hurry: AbortSignal.abort() }],
  ])('wait for readers %s', async (_, readersEnd) => {
    const hangs = { ...open([]).server, drain: () => new Promise<void>(() => undefined) };
    const { feeds, calls } = open([], {}, { server: hangs, readersEnd });
    await feeds.close();
    expect(calls).toContain('rows.close');
  });

  it('start a server that the locked vault kept from starting, and no other', () => {
    const { feeds, calls, server } = open([]);
    feeds.keysChanged();
    expect(calls).toEqual([]);
    const view = { ...server.view(), status: 'failed' as const };
    const error = (code: 'vault.locked' | 'feed.port_in_use') => ({ code, message: verbatim('') });
    for (const code of ['feed.port_in_use', 'vault.locked'] as const)
      open(
        [],
        {},
        {
          server: {
            ...server,
            view: () => ({ ...view, error: error(code) }),
            apply: async () => void calls.push(code),
          },
        },
      ).feeds.keysChanged();
    expect(calls).toEqual(['vault.locked']);
  });
});
