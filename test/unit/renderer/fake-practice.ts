import type { Handlers } from './fake-bridge.ts';
import { connectionView, type FakeState, resourceView } from './fake-state.ts';

type PracticeCalls =
  | 'practice.status'
  | 'practice.start'
  | 'practice.stop'
  | 'practice.setTokenLifetime'
  | 'practice.setUp';

/** The practice service, played: it is on or off, and sets up connections and resources. */
export function practiceHandlers(state: FakeState): Pick<Handlers, PracticeCalls> {
  return {
    'practice.status': () => state.practice,
    'practice.start': () => startPractice(state),
    'practice.stop': () => {
      state.practice = { status: 'off' };
      return state.practice;
    },
    'practice.setTokenLifetime': ({ seconds }) => {
      if (state.practice.status === 'running') state.practice.tokenLifetimeSeconds = seconds;
      return state.practice;
    },
    'practice.setUp': ({ grants, onlyConnections }) => {
      startPractice(state);
      const resourceIds: string[] = [];
      const connectionIds: string[] = [];
      for (const grant of grants) {
        const id = `practice-${grant}`;
        const preset = state.presets.find((each) => each.practice && each.grant === grant) ?? null;
        if (!state.connections.some((view) => view.connection.id === id)) {
          const view = connectionView(preset, {
            id,
            clientId: 'practice',
            username: grant === 'password' ? 'ann' : '',
          });
          if (grant === 'password') view.secrets = ['clientSecret', 'password'];
          state.connections.push(view);
          connectionIds.push(id);
          if (onlyConnections) continue;
          view.usedBy = [`${id}-sales`];
          state.resources.push(
            resourceView({
              id: `${id}-sales`,
              name: 'Sales by day (practice)',
              url: '{practice}/api/sales',
              authorization: { type: 'oauth', connectionId: id },
            }),
          );
        }
        if (!connectionIds.includes(id)) connectionIds.push(id);
        if (!onlyConnections) resourceIds.push(`${id}-sales`);
      }
      return { resourceIds, connectionIds };
    },
  };
}

function startPractice(state: FakeState): FakeState['practice'] {
  state.practice = {
    status: 'running',
    origin: 'http://127.0.0.1:41234',
    account: { username: 'ann', password: 'open-sesame' },
    tokenLifetimeSeconds: 3600,
  };
  return state.practice;
}
