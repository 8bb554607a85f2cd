import type { ConnectionStatus, ConnectionView, ResourceView } from '../../app/shared/contract/contract.ts';
import type { Outcome } from '../api/runs.ts';
import { text } from '../messages/text.ts';

/** The states of a resource or connection, each with a shape, a colour and a word (`state-mark.tsx`). */
export type State = 'authorized' | 'renewing' | 'authorizing' | 'needs_login' | 'failing' | 'no_authorization';

export const stateWord = (state: State): string => text(`status.${state}`);

export function connectionState(status: ConnectionStatus): State {
  return status.status === 'unauthorized' ? 'needs_login' : status.status;
}

/**
 * A resource has the state of the connection that authorizes it; Basic and Bearer need their secret. If the last GET
 * failed, the resource is failing: a green mark must not stand for missing data. `lastRun`: the last run in this window.
 * Without one, main's record of the last run counts.
 */
export function resourceState(
  view: ResourceView,
  connectionOf: (id: string) => ConnectionView | undefined,
  lastRun?: Outcome,
): State {
  const state = authorizationState(view, connectionOf);
  const hasFailed = lastRun === undefined ? (view.lastRun?.code ?? null) !== null : lastRun === 'failed';
  return hasFailed && (state === 'authorized' || state === 'no_authorization') ? 'failing' : state;
}

function authorizationState(view: ResourceView, connectionOf: (id: string) => ConnectionView | undefined): State {
  const { authorization } = view.resource;
  switch (authorization.type) {
    case 'none':
      return 'no_authorization';
    case 'basic':
      return view.secrets.includes('basicPassword') ? 'authorized' : 'needs_login';
    case 'bearer':
      return view.secrets.includes('bearerToken') ? 'authorized' : 'needs_login';
    case 'oauth': {
      const connection = authorization.connectionId === null ? undefined : connectionOf(authorization.connectionId);
      return connection === undefined ? 'needs_login' : connectionState(connection.status);
    }
  }
}

/** The logged-in account, even if the connection fails. A running login may change the account. */
export const accountOf = (status: ConnectionStatus): string | undefined =>
  'account' in status ? status.account : undefined;
