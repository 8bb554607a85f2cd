import { createStore, useStore } from 'zustand';
import type { FeedKeyView } from '../../app/shared/contract/feeds.ts';

/** A key that was just made, with its secret. The window keeps it until the user leaves the feed. */
export interface FreshKey {
  key: FeedKeyView;
  secret: string;
}

const store = createStore<{ fresh: FreshKey | null }>(() => ({ fresh: null }));

export const showFreshKey = (fresh: FreshKey): void => store.setState({ fresh });
export const forgetFreshKey = (): void => store.setState({ fresh: null });

/** The key of a feed that was just made. */
export const useFreshKey = (feedId: string | undefined): FreshKey | undefined =>
  useStore(store, ({ fresh }) => (fresh === null || fresh.key.feedId !== feedId ? undefined : fresh));
