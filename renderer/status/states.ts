import type { ConnectionStatus, ConnectionView, ResourceView } from '../../app/shared/contract/contract.ts';
import type { ReloadState } from '../../app/shared/contract/reload.ts';
import { errorCodes } from '../../app/shared/error-codes.ts';
import type { Outcome } from '../api/runs.ts';
import { areTextsWhole } from '../messages/later-texts.ts';
import { text } from '../messages/text.ts';

/** The states of a resource or connection, each with a shape, a colour and a word (`state-mark.tsx`). */
export type State =
  | 'authorized'
  | 'renewing'
  | 'authorizing'
  | 'needs_login'
  | 'failing'
  | 'no_authorization'
  /** Of resources only. */
  | 'works'
  | 'stale'
  | 'not_run';

export const stateWord = (state: State): string => text(`status.${state}`);

export function connectionState(status: ConnectionStatus): State {
  return status.status === 'unauthorized' ? 'needs_login' : status.status;
}

export interface ResourceState {
  state: State;
  /** What a screen reader says, and the title: `failing: the service refuses the token`. */
  word: string;
}

/**
 * How a resource stands. A green mark must not stand for missing data, so the last run counts, and the authorization only
 * where it is in the way. In this order:
 *
 * 1. Trouble with the authorization: a login runs, is needed, or the connection fails. Runs cannot work before that ends.
 * 2. The last run failed: `failing`, with what.
 * 3. Its reload is paused, or stopped until the user fixes something: `stale`, because the data grows old.
 * 4. It was never run: `not_run`.
 * 5. `works`. A renewal of the token is no trouble.
 *
 * `lastRun`: the last run in this window. Without one, main's record counts, which survives a restart.
 */
export function resourceState(
  view: ResourceView,
  connectionOf: (id: string) => ConnectionView | undefined,
  { lastRun, held }: { lastRun?: Outcome | undefined; held?: ReloadState | undefined } = {},
): ResourceState {
  const authorization = authorizationState(view, connectionOf);
  if (authorization === 'authorizing' || authorization === 'needs_login' || authorization === 'failing')
    return { state: authorization, word: stateWord(authorization) };
  const last = lastRun ?? view.lastRun;
  if (last !== null && last.code !== null) return withCause('failing', last.code);
  if (held !== undefined) return withCause('stale', held.code);
  const state = last === null ? 'not_run' : 'works';
  return { state, word: stateWord(state) };
}

/** The cause is the app's word for the error's code: nothing that a service says is on a mark. */
function withCause(state: 'failing' | 'stale', code: string | null): ResourceState {
  const known = errorCodes.find((each) => each === code);
  // The texts of advice load after the first frame.
  if (known === undefined || !areTextsWhole()) return { state, word: stateWord(state) };
  return { state, word: text(`status.${state}.cause`, { cause: text(`advice.${known}.title`) }) };
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
