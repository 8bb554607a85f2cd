/** Runs the work of each owner in turn: one at a time. */
export interface Turns {
  /** Rejects as `work` does. */
  take<Value>(owner: string, work: () => Promise<Value>): Promise<Value>;
}

export function createTurns(): Turns {
  /** The end of the last turn, by owner. */
  const last = new Map<string, Promise<void>>();
  return {
    async take(owner, work) {
      const before = last.get(owner) ?? Promise.resolve();
      const over = Promise.withResolvers<void>();
      const mine = before.then(() => over.promise);
      last.set(owner, mine);
      try {
        await before;
        return await work();
      } finally {
        over.resolve();
        if (last.get(owner) === mine) last.delete(owner);
      }
    },
  };
}
