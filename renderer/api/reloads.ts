import { createStore, useStore } from 'zustand';
import type { EventPayload } from '../../app/shared/contract/contract.ts';
import type { ReloadState } from '../../app/shared/contract/reload.ts';
import { call } from './client.ts';

interface Reloads {
  /** All of them, by the user. */
  isPaused: boolean;
  states: ReadonlyMap<string, ReloadState>;
}

const reloads = createStore<Reloads>(() => ({ isPaused: false, states: new Map() }));

/** Asks main once for what it told before the window listened. */
export async function loadReloads(): Promise<void> {
  const { isPaused, states } = await call('reload.list', {});
  noteReloads({ isPaused, states });
}

export function noteReloads({ isPaused, states }: EventPayload<'reload.changed'>): void {
  const next = new Map(reloads.getState().states);
  for (const state of states) {
    if (state.status === 'off') next.delete(state.id);
    else next.set(state.id, state);
  }
  reloads.setState({ isPaused, states: next }, true);
}

export const pauseReloads = (isPaused: boolean): Promise<unknown> => call('reload.pause', { isPaused });

export const useReload = (id: string): ReloadState | undefined => useStore(reloads, ({ states }) => states.get(id));

export const useReloadsPaused = (): boolean => useStore(reloads, ({ isPaused }) => isPaused);

/** Whether each resource that reloads is paused or stopped, as a text: the sidebar renders only when this changes. */
export const useHeldReloads = (): ReadonlyMap<string, ReloadState> => {
  const key = useStore(reloads, ({ states }) =>
    [...states.values()].map(({ id, status, code }) => (isHeld(status) ? `${id} ${status} ${code}` : '')).join('|'),
  );
  return heldBy(key);
};

const isHeld = (status: ReloadState['status']): boolean => status === 'paused' || status === 'stopped';

let held: { key: string; states: ReadonlyMap<string, ReloadState> } = { key: '', states: new Map() };
/** The same map for the same key, so that what is computed from it stays. */
function heldBy(key: string): ReadonlyMap<string, ReloadState> {
  if (held.key !== key) {
    const { states } = reloads.getState();
    held = { key, states: new Map([...states].filter(([, { status }]) => isHeld(status))) };
  }
  return held.states;
}
