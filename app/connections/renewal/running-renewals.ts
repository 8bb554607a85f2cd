import type { TokenSet } from '../../oauth/token-set.ts';

/** One renewal at a time per connection in this process, however many callers ask (row 30). */
export interface RunningRenewals {
  has(id: string): boolean;
  /** The renewal that runs; else `renew` starts one, after a pause has ended. Throws what `renew` throws when called. */
  join(id: string, renew: (signal: AbortSignal) => Promise<TokenSet>): Promise<TokenSet>;
  /** Aborts the renewal. Another can start at once. */
  cancel(id: string): void;
  /** Resolves when none runs, however it ended. */
  settled(id: string): Promise<void>;
  /** Runs `work` while no renewal runs or starts. The one that runs has `closingMs` to end, then it is cancelled. */
  pause<Value>(id: string, work: () => Promise<Value>): Promise<Value>;
  /** Gives all of them `closingMs`: cut off, a response may take the only refresh token with it (row 29). */
  close(): Promise<void>;
}

interface Running {
  promise: Promise<TokenSet>;
  controller: AbortController;
}

/** How long the removal of a token, or the end of the app, waits for a renewal. */
const closingMs = 3_000;

export function createRunningRenewals(onChange: (id: string) => void): RunningRenewals {
  const running = new Map<string, Running>();
  /** Never reject. */
  const pauses = new Map<string, Promise<void>>();

  function join(id: string, renew: (signal: AbortSignal) => Promise<TokenSet>): Promise<TokenSet> {
    const already = running.get(id);
    if (already) return already.promise;
    const pause = pauses.get(id);
    if (pause) return pause.then(() => join(id, renew));
    const controller = new AbortController();
    const promise = renew(controller.signal).finally(() => {
      if (running.get(id)?.controller === controller) running.delete(id);
      onChange(id);
    });
    running.set(id, { promise, controller });
    onChange(id);
    return promise;
  }

  const cancel = (id: string): void => {
    running.get(id)?.controller.abort();
    running.delete(id);
  };

  const settled = async (id: string): Promise<void> => {
    for (let last = running.get(id); last; last = running.get(id)) await last.promise.catch(() => undefined);
  };

  return {
    has: (id) => running.has(id),
    join,
    cancel,
    settled,
    pause: async (id, work) => {
      while (pauses.has(id)) await pauses.get(id);
      const done = Promise.withResolvers<void>();
      pauses.set(id, done.promise);
      try {
        const late = Promise.withResolvers<void>();
        const timer = setTimeout(late.resolve, closingMs);
        await Promise.race([settled(id), late.promise]);
        clearTimeout(timer);
        cancel(id);
        return await work();
      } finally {
        pauses.delete(id);
        done.resolve();
      }
    },
    close: async () => {
      const abort = () => {
        for (const { controller } of running.values()) controller.abort();
      };
      const late = setTimeout(abort, closingMs);
      await Promise.allSettled([...running.values()].map(({ promise }) => promise));
      clearTimeout(late);
    },
  };
}
