import { createStore, useStore } from 'zustand';
import type { PagesProgress } from '../../app/shared/contract/contract.ts';

/** Separate from the runs, so that a wait does not render the rows. By resource. */
const progresses = createStore<ReadonlyMap<string, PagesProgress>>(() => new Map());

/** `null`: the run has ended. */
export function notePages(id: string, progress: PagesProgress | null): void {
  const next = new Map(progresses.getState());
  if (progress === null) next.delete(id);
  else next.set(id, progress);
  progresses.setState(next, true);
}

/** `undefined`: no run follows pages now. */
export const usePagesProgress = (id: string): PagesProgress | undefined => useStore(progresses, (all) => all.get(id));
