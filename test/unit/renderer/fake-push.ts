import type { CallName } from '../../../app/shared/contract/contract.ts';
import type { PushState, PushView } from '../../../app/shared/contract/push.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { type Emit, FakeError, type Handlers } from './fake-bridge.ts';
import type { FakeState } from './fake-state.ts';

const unsent: PushState = { isSending: false, sentAt: null, sentRows: null, leftOut: 0, error: null, nextAt: null };

/** Targets, played: a send succeeds at once with 42 rows. */
export function pushHandlers(state: FakeState, emit: Emit): Pick<Handlers, Extract<CallName, `push.${string}`>> {
  const deleted = new Map<string, PushView>();
  const put = (view: PushView): PushView => {
    const isNew = state.pushes.every((each) => each.push.id !== view.push.id);
    state.pushes = isNew
      ? [...state.pushes, view]
      : state.pushes.map((each) => (each.push.id === view.push.id ? view : each));
    emit('push.changed', {});
    return view;
  };
  const find = (id: string): PushView => {
    const view = state.pushes.find((each) => each.push.id === id);
    if (view === undefined) throw new FakeError({ code: 'push.not_found', message: verbatim('No such target.') });
    return view;
  };
  return {
    'push.list': () => state.pushes,
    'push.save': ({ push, secrets }) => {
      const former = state.pushes.find((each) => each.push.id === push.id);
      const kept = (former?.secretNames ?? []).filter((name) => secrets[name] !== null);
      const typed = Object.keys(secrets).filter((name) => secrets[name] !== null);
      return put({ push, secretNames: [...new Set([...kept, ...typed])], state: former?.state ?? unsent });
    },
    'push.delete': ({ id }) => {
      deleted.set(id, find(id));
      state.pushes = state.pushes.filter((each) => each.push.id !== id);
      emit('push.changed', {});
      return {};
    },
    'push.restore': ({ id }) => put(deleted.get(id) ?? find(id)),
    'push.send': ({ id }) => put({ ...find(id), state: { ...unsent, sentAt: Date.now(), sentRows: 42 } }),
  };
}
