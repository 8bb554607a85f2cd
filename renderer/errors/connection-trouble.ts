import type { ConnectionStatus } from '../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';

/** The problem of a connection that cannot be used as it is. */
export const troubleOf = (status: ConnectionStatus | undefined): ErrorReport | undefined =>
  status?.status === 'failing' || status?.status === 'needs_login' ? status.error : undefined;

/** Whether the connection's own problem made a GET fail: a failure is shown in one place only. Pure. */
export function isSameFailure(ofRun: ErrorReport | undefined, ofConnection: ErrorReport | undefined): boolean {
  if (ofRun === undefined || ofConnection === undefined) return false;
  if (ofConnection.code === 'token.not_accepted')
    return ofRun.code === (ofConnection.details?.status === 403 ? 'resource.forbidden' : 'resource.unauthorized');
  return ofRun.code === ofConnection.code;
}
