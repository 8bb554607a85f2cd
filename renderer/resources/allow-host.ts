import { putConnections } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { toastError } from '../notices/toast.tsx';

/** The user allows the token for one more host. The failed action then runs again. */
export async function allowHost(connectionId: string, host: string, then: () => void): Promise<void> {
  try {
    putConnections([await call('connections.allowHost', { id: connectionId, host })]);
    then();
  } catch (error) {
    toastError(error);
  }
}
