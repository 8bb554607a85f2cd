import type { Connection } from '../../app/shared/connection/connection.ts';
import type { ConnectionView } from '../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { putConnections } from '../api/cache.ts';
import { call, reportOf } from '../api/client.ts';
import { runResource } from '../api/runs.ts';
import { openConnectionDialog } from '../common/window-state.ts';
import { forgetAttempts, noteAttempt, undoOf } from '../errors/attempts.ts';
import { toastError } from '../notices/toast.tsx';
import { requestTitle } from './connection-actions.ts';

/**
 * Changes a connection and tries again: with its refresh token if that is enough, else with a login, which starts at
 * once. If a resource is given, its data is then fetched again.
 */
export async function applyFix(
  view: ConnectionView,
  change: Partial<Connection>,
  retry: 'login' | 'renew',
  resourceId?: string,
): Promise<void> {
  const connection = { ...view.connection, ...change };
  const again = resourceId === undefined ? undefined : () => void runResource(resourceId);
  const isLogin = retry === 'login' || !view.secrets.includes('tokenSet');
  noteAttempt(view.connection, change, isLogin);
  if (isLogin) {
    openConnectionDialog({
      draft: connection,
      isNew: false,
      title: () => requestTitle(view),
      startsAtOnce: true,
      onAuthorized: again,
    });
    return;
  }
  try {
    putConnections([await call('connections.save', { connection, secrets: {} })]);
    putConnections([await call('connections.refresh', { id: connection.id })]);
    forgetAttempts(connection.id);
    again?.();
  } catch (error) {
    toastError(error);
    await undo(connection, reportOf(error));
  }
}

/** Undoes a change that did not help. */
async function undo(connection: Connection, error: ErrorReport): Promise<void> {
  const change = undoOf(connection, error);
  if (change === undefined) return;
  try {
    putConnections([await call('connections.save', { connection: { ...connection, ...change }, secrets: {} })]);
    // With the previous settings, the status shows the original problem again.
    putConnections([await call('connections.refresh', { id: connection.id })]);
  } catch (failure) {
    if (reportOf(failure).code !== error.code) toastError(failure);
  }
}
