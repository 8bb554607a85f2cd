/** Work on the tokens of one connection, one after the other: renewals, logins and removals. */
export interface Turns {
  /**
   * Runs `work` when no other work on this connection runs. Rejects as `work` does, or with the signal's reason if that
   * comes before the turn.
   */
  hold<Value>(id: string, signal: AbortSignal, work: () => Promise<Value>): Promise<Value>;
}

/** One process owns the data folder (`platform/instance.ts`), so these turns need no file. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    hold: async (id, signal, work) => {
      signal.throwIfAborted();
      const before = last.get(id);
      const own = Promise.withResolvers<void>();
      // Whoever gives up leaves the work before it running.
      const ended = Promise.all([before, own.promise]).then(() => {
        if (last.get(id) === ended) last.delete(id);
      });
      last.set(id, ended);
      try {
        if (before !== undefined) await orAborted(before, signal);
        return await work();
      } finally {
        own.resolve();
      }
    },
  };
}

async function orAborted(before: Promise<void>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([before, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
