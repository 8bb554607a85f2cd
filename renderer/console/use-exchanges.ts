import { useEffect } from 'react';
import { useStore } from 'zustand';
import { call, onEvent } from '../api/client.ts';
import { createExchangeFeed, type FeedState } from './exchange-feed.ts';

/** One feed for the window: it keeps its requests when the console closes, and fetches only newer ones when it opens. */
const feed = createExchangeFeed((after, limit) => call('console.list', { after, limit }));

export function useExchanges(): FeedState {
  useEffect(() => {
    void feed.load();
    return onEvent('console.changed', () => void feed.load());
  }, []);
  return useStore(feed.state);
}

export const reloadExchanges = (): void => void feed.load();
