import { createStore, type StoreApi } from 'zustand';
import type { ErrorReport } from '../../app/shared/errors.ts';
import type { ExchangePage, ExchangeSummary } from '../../app/shared/exchange.ts';
import { reportOf } from '../api/client.ts';

export interface FeedState {
  status: 'loading' | 'ready' | 'failed';
  /** Oldest first. Replaced, never changed. */
  exchanges: readonly ExchangeSummary[];
  /** How many requests main has dropped to make room. */
  dropped: number;
  error?: ErrorReport;
}

export interface ExchangeFeed {
  readonly state: Pick<StoreApi<FeedState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Fetches newer requests. A call during a fetch is remembered. */
  load(): Promise<void>;
}

/** Requests per response: enough for a burst, few enough that no frame waits. */
const pageSize = 500;

/** Lets a frame out between two pages. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** The requests of the console as the window knows them. `fetchPage` returns those after an id, oldest first. */
export function createExchangeFeed(fetchPage: (after: number, limit: number) => Promise<ExchangePage>): ExchangeFeed {
  const state = createStore<FeedState>(() => ({ status: 'loading', exchanges: [], dropped: 0 }));
  let newestSeen = 0;
  let loading = false;
  let again = false;

  function take(page: ExchangePage): void {
    const { status, exchanges, dropped } = state.getState();
    // Ids grow by one, so the dropped requests are at the start.
    const first = exchanges[0]?.id ?? page.oldest;
    const kept = page.oldest > first ? exchanges.slice(page.oldest - first) : exchanges;
    const added = page.exchanges.filter((exchange) => exchange.id > newestSeen);
    newestSeen = page.exchanges.at(-1)?.id ?? page.newest;
    const isSame = kept === exchanges && added.length === 0;
    if (isSame && status === 'ready' && dropped === page.dropped) return;
    const next = isSame ? exchanges : [...kept, ...added];
    state.setState({ status: 'ready', exchanges: next, dropped: page.dropped }, true);
  }

  return {
    state,
    async load() {
      again = true;
      if (loading) return;
      loading = true;
      try {
        while (again) {
          again = false;
          const page = await fetchPage(newestSeen, pageSize);
          take(page);
          if (newestSeen >= page.newest) continue;
          again = true;
          await nextTask();
        }
      } catch (error) {
        state.setState({ status: 'failed', error: reportOf(error) });
      } finally {
        loading = false;
      }
    },
  };
}
