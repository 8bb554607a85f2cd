import type { TokenSet } from '../../oauth/token-set.ts';

/** One renewal at a time per connection in this process, however many callers there are (row 30). */
export interface RunningRenewals {
  has(id: string): boolean;
  /**
   * Joins the running renewal. If none runs, `renew` starts one after any pause. Throws what `renew` throws when
   * called.
   */
  join(id: string, renew: (signal: AbortSignal) => Promise<TokenSet>): Promise<TokenSet>;
  /** Aborts the renewal. Another can start at once. */
  cancel(id: string): void;
  /** Resolves when no renewal runs. Never rejects. */
  settled(id: string): Promise<void>;
  /** Runs `work` while no renewal runs or starts. A running renewal has `closingMs` to end before it is cancelled. */
  pause<Value>(id: string, work: () => Promise<Value>): Promise<Value>;
  /** Gives running renewals `closingMs` to end: cutting off a response may lose the only refresh token (row 29). */
  close(): Promise<void>;
}

interface Running {
  promise: Promise<TokenSet>;
  controller: AbortController;
}

/** How long a removal, or the end of the app, waits for a renewal. */
const closingMs = 3_000;

export function createRunningRenewals(onChange: (id: string) => void): RunningRenewals {
  const running = new Map<string, Running>();
  /** These promises never reject. */
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
