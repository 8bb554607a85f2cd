import type { ConnectionView } from '../../app/api/contract.ts';
import type { Connection } from '../../app/connections/connection.ts';
import { putConnections } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { runResource } from '../api/runs.ts';
import { toastError } from '../notices/toast.tsx';
import { openConnectionDialog } from '../shell/window-state.ts';

/**
 * Changes a connection and tries again: by its refresh token where that is enough, else by a login, which starts at
 * once. With a resource, its data is asked for again.
 */
export async function applyFix(
  view: ConnectionView,
  change: Partial<Connection>,
  retry: 'login' | 'renew',
  resourceId?: string,
): Promise<void> {
  const connection = { ...view.connection, ...change };
  const again = resourceId === undefined ? undefined : () => void runResource(resourceId);
  if (retry === 'login' || !view.secrets.includes('tokenSet')) {
    openConnectionDialog({ draft: connection, isNew: false, startsAtOnce: true, onAuthorized: again });
    return;
  }
  try {
    putConnections([await call('connections.save', { connection, secrets: {} })]);
    putConnections([await call('connections.refresh', { id: connection.id })]);
    again?.();
  } catch (error) {
    toastError(error);
  }
}
