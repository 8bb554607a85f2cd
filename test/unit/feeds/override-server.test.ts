import { expect, it } from 'vitest';
import type { StoredFeeds } from '../../../app/feeds/feeds-file.ts';
import { overrideServer } from '../../../app/feeds/override-server.ts';
import { createFeedStore } from '../../../app/feeds/store.ts';
import type { Settings } from '../../../app/settings/settings.ts';
import { initialFeedServer } from '../../../app/shared/feed/feed.ts';

function memorySettings(): Settings<StoredFeeds> {
  let content: StoredFeeds = { server: initialFeedServer, feeds: [], keys: [] };
  return {
    read: () => content,
    save: (next) => {
      content = next;
    },
  };
}

it('settings of one run hold, and are not written', () => {
  const settings = memorySettings();
  const store = overrideServer(createFeedStore(settings), { isOn: true, port: 9000, address: undefined });
  expect(store.server()).toEqual({ ...initialFeedServer, isOn: true, port: 9000 });
  // A window saves all it shows.
  store.saveServer({ ...store.server(), hosts: ['feeds.example'] });
  expect(settings.read().server).toEqual({ ...initialFeedServer, hosts: ['feeds.example'] });
  expect(store.server()).toMatchObject({ isOn: true, port: 9000, hosts: ['feeds.example'] });
});

it('a setting that the user changes later is written, and holds', () => {
  const settings = memorySettings();
  const store = overrideServer(createFeedStore(settings), { isOn: true, port: 9000 });
  store.saveServer({ ...store.server(), port: 9001 });
  expect(settings.read().server).toEqual({ ...initialFeedServer, port: 9001 });
  expect(store.server()).toMatchObject({ isOn: true, port: 9001 });
});
