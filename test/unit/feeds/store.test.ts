import { describe, expect, it } from 'vitest';
import type { StoredFeeds } from '../../../app/feeds/feeds-file.ts';
import { createFeedKey } from '../../../app/feeds/keys.ts';
import { createFeedStore } from '../../../app/feeds/store.ts';
import { initialFeedServer, newFeed } from '../../../app/shared/feed/feed.ts';

function open() {
  let content: StoredFeeds = { server: initialFeedServer, feeds: [], keys: [] };
  const writes: StoredFeeds[] = [];
  const store = createFeedStore({
    read: () => content,
    save: (next) => {
      content = next;
      writes.push(next);
    },
  });
  const feed = newFeed('f', 'sales', 'Sales');
  const { key } = createFeedKey('f', 'Kitchen', { expiresAt: null, now: 1 });
  store.save(feed);
  store.addKey(key);
  return { store, feed, key, writes };
}

describe('the stored feeds', () => {
  it('have names that are unique without regard to case', () => {
    const { store, feed } = open();
    expect(() => store.save(newFeed('g', 'stock', 'SALES'))).toThrow(
      expect.objectContaining({ code: 'feed.name_taken' }),
    );
    store.save({ ...feed, name: 'SALES' });
    expect(store.list().map(({ name }) => name)).toEqual(['SALES']);
    expect(store.named('sales')?.id).toBe('f');
  });

  it('are restored with their keys, once', () => {
    const { store, feed, key } = open();
    store.remove('f');
    expect([store.list(), store.keys()]).toEqual([[], []]);
    expect(store.restore('f')).toEqual(feed);
    expect(store.keysOf('f')).toEqual([key]);
    expect(() => store.restore('f')).toThrow(expect.objectContaining({ code: 'feed.not_found' }));
    expect(() => store.restore('other')).toThrow(expect.objectContaining({ code: 'feed.not_found' }));
  });

  it('are not restored under a name that was given away, and can be later', () => {
    const { store } = open();
    store.remove('f');
    store.save(newFeed('g', 'stock', 'sales'));
    expect(() => store.restore('f')).toThrow(expect.objectContaining({ code: 'feed.name_taken' }));
    store.remove('g');
    expect(store.restore('f').name).toBe('Sales');
  });

  it('remember uses of keys at once, and write them with the next change or at the end', () => {
    const { store, key, writes } = open();
    const before = writes.length;
    const keys = store.keys();
    store.noteUse(key.id, { at: 5, address: '10.0.0.1' });
    store.noteUse(key.id, { at: 6, address: '10.0.0.2' });
    expect(store.keysOf('f')[0]?.lastUsed).toEqual({ at: 6, address: '10.0.0.2' });
    // The server compares hashes with the same keys: it decodes them once.
    expect(store.keys()).toBe(keys);
    expect(writes).toHaveLength(before);
    store.close();
    store.close();
    expect(writes).toHaveLength(before + 1);
    expect(writes.at(-1)?.keys[0]?.lastUsed).toEqual({ at: 6, address: '10.0.0.2' });
  });

  it('lose a key alone when it is revoked', () => {
    const { store, key } = open();
    const { key: other } = createFeedKey('f', 'Office', { expiresAt: null, now: 1 });
    store.addKey(other);
    store.removeKey(key.id);
    expect(store.keysOf('f')).toEqual([other]);
    store.saveServer({ ...initialFeedServer, port: 9_000 });
    expect([store.server().port, store.keysOf('f')]).toEqual([9_000, [other]]);
  });
});
