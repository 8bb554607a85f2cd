import { createStore, useStore } from 'zustand';
import type { EventPayload } from '../../app/shared/contract/contract.ts';
import type { ReloadState } from '../../app/shared/contract/reload.ts';
import { call } from './client.ts';

interface Reloads {
  /** All of them, by the user. */
  isPaused: boolean;
  states: ReadonlyMap<string, ReloadState>;
  /** Those that are paused or stopped. The same map as long as that is so for the same reasons. */
  held: ReadonlyMap<string, ReloadState>;
}

const reloads = createStore<Reloads>(() => ({ isPaused: false, states: new Map(), held: new Map() }));

/** Asks main once for what it told before the window listened. */
export async function loadReloads(): Promise<void> {
  const { isPaused, states } = await call('reload.list', {});
  noteReloads({ isPaused, states });
}

export function noteReloads({ isPaused, states }: EventPayload<'reload.changed'>): void {
  const before = reloads.getState();
  const next = new Map(before.states);
  for (const state of states) {
    if (state.status === 'off') next.delete(state.id);
    else next.set(state.id, state);
  }
  const held = heldOf(next);
  reloads.setState({ isPaused, states: next, held: isSame(held, before.held) ? before.held : held }, true);
}

export const pauseReloads = (isPaused: boolean): Promise<unknown> => call('reload.pause', { isPaused });

export const useReload = (id: string): ReloadState | undefined => useStore(reloads, ({ states }) => states.get(id));

export const useReloadsPaused = (): boolean => useStore(reloads, ({ isPaused }) => isPaused);

/** The sidebar renders only when these change. */
export const useHeldReloads = (): ReadonlyMap<string, ReloadState> => useStore(reloads, ({ held }) => held);

const heldOf = (states: ReadonlyMap<string, ReloadState>): ReadonlyMap<string, ReloadState> =>
  new Map([...states].filter(([, { status }]) => status === 'paused' || status === 'stopped'));

/** Whether the same resources are held, for the same reasons. */
const isSame = (one: ReadonlyMap<string, ReloadState>, other: ReadonlyMap<string, ReloadState>): boolean =>
  one.size === other.size &&
  [...one].every(([id, { status, code }]) => other.get(id)?.status === status && other.get(id)?.code === code);
