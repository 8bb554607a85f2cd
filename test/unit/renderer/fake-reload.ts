import type { CallName } from '../../../app/shared/contract/contract.ts';
import type { Emit, Handlers } from './fake-bridge.ts';
import type { FakeState } from './fake-state.ts';

type ReloadCall = Extract<CallName, `reload.${string}`> | 'resources.history';

/** Reloads, played: the states and the history are those of the test. */
export function reloadHandlers(state: FakeState, emit: Emit): Pick<Handlers, ReloadCall> {
  return {
    'resources.history': ({ id }) => state.history.get(id) ?? [],
    'reload.list': () => ({ isPaused: state.isReloadPaused, states: state.reloads }),
    'reload.pause': ({ isPaused }) => {
      state.isReloadPaused = isPaused;
      state.reloads = state.reloads.map((each) => ({ ...each, status: isPaused ? 'paused' : 'waits' }));
      emit('reload.changed', { isPaused, states: state.reloads });
      return {};
    },
    'reload.watch': (watched) => {
      state.watched = watched;
      return {};
    },
  };
}
