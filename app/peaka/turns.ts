import { cancelledError } from '../http/errors.ts';

/** Runs the work of each owner in turn: one at a time. */
export interface Turns {
  /** Rejects as `work` does, or with HttpError `http.cancelled` if the signal aborts before its turn. */
  take<Value>(owner: string, signal: AbortSignal | undefined, work: () => Promise<Value>): Promise<Value>;
}

export function createTurns(): Turns {
  /** The end of the last turn, by owner. */
  const last = new Map<string, Promise<void>>();
  return {
    async take(owner, signal, work) {
      const before = last.get(owner) ?? Promise.resolve();
      const over = Promise.withResolvers<void>();
      const mine = before.then(() => over.promise);
      last.set(owner, mine);
      try {
        await untilAborted(before, signal);
        return await work();
      } finally {
        over.resolve();
        if (last.get(owner) === mine) last.delete(owner);
      }
    },
  };
}

async function untilAborted(before: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return before;
  if (signal.aborted) throw cancelledError();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(cancelledError());
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([before, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
