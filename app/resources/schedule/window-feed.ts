import type { EventName, EventPayload } from '../../shared/contract/contract.ts';

type Send = <Name extends EventName>(event: Name, payload: EventPayload<Name>) => void;

/** What the user sees, told by the window. */
export interface Watched {
  isVisible: boolean;
  hasFocus: boolean;
  /** The resource shown. `null`: another page. */
  shownId: string | null;
}

/**
 * Events that a hidden window need not wake up for. Until it is visible again, only the latest event of each key is
 * kept.
 */
export interface WindowFeed {
  send<Name extends EventName>(event: Name, payload: EventPayload<Name>, key: string): void;
  watch(watched: Watched): void;
  /** Whether the user is looking at the resource. */
  isWatched(id: string): boolean;
}

export function createWindowFeed(send: Send): WindowFeed {
  // A window that says nothing gets everything.
  let watched: Watched = { isVisible: true, hasFocus: false, shownId: null };
  const held = new Map<string, () => void>();
  return {
    send: (event, payload, key) => {
      if (watched.isVisible) send(event, payload);
      else {
        // Deleted first, so that the events keep their order.
        held.delete(key);
        held.set(key, () => send(event, payload));
      }
    },
    watch: (next) => {
      watched = next;
      if (!next.isVisible) return;
      const waiting = [...held.values()];
      held.clear();
      for (const release of waiting) release();
    },
    isWatched: (id) => watched.isVisible && watched.hasFocus && watched.shownId === id,
  };
}
