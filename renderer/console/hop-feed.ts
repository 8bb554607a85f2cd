import type { HopPage, HopSummary } from '../../app/console/hop.ts';
import type { ErrorReport } from '../../app/errors.ts';
import { reportOf } from '../api/client.ts';

export interface FeedState {
  status: 'loading' | 'ready' | 'failed';
  /** Oldest first. Replaced, never changed. */
  hops: readonly HopSummary[];
  /** How many had to make room in main. */
  dropped: number;
  error?: ErrorReport;
}

export interface HopFeed {
  read(): FeedState;
  subscribe(listener: () => void): () => void;
  /** Asks for what came since; a call while one runs is remembered. */
  load(): Promise<void>;
}

/** What one answer brings: large enough for a burst, small enough that no frame waits for it. */
const pageSize = 500;

/** Lets a frame out between two pages. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** The requests of the console as the window knows them. `ask` answers those after an id, oldest first. */
export function createHopFeed(ask: (after: number, limit: number) => Promise<HopPage>): HopFeed {
  let state: FeedState = { status: 'loading', hops: [], dropped: 0 };
  let newestSeen = 0;
  let loading = false;
  let again = false;
  const listeners = new Set<() => void>();
  const set = (next: FeedState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  function take(page: HopPage): void {
    const { hops } = state;
    // Ids grow by one, so those that are gone stand at the start.
    const first = hops[0]?.id ?? page.oldest;
    const kept = page.oldest > first ? hops.slice(page.oldest - first) : hops;
    const added = page.hops.filter((hop) => hop.id > newestSeen);
    newestSeen = page.hops.at(-1)?.id ?? page.newest;
    const isSame = kept === hops && added.length === 0;
    if (isSame && state.status === 'ready' && state.dropped === page.dropped) return;
    set({ status: 'ready', hops: isSame ? hops : [...kept, ...added], dropped: page.dropped });
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      again = true;
      if (loading) return;
      loading = true;
      try {
        while (again) {
          again = false;
          const page = await ask(newestSeen, pageSize);
          take(page);
          if (newestSeen >= page.newest) continue;
          again = true;
          await nextTask();
        }
      } catch (error) {
        set({ ...state, status: 'failed', error: reportOf(error) });
      } finally {
        loading = false;
      }
    },
  };
}
