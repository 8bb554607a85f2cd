import { isWithoutLogin } from '../../app/shared/connection/grants/definitions.ts';
import type { ConnectionView } from '../../app/shared/contract/contract.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import { putConnections } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { plural } from '../common/numbers.ts';
import { OpenLink } from '../common/open-link.tsx';
import { confirm } from '../common/window-state.ts';
import { toast, toastError } from '../notices/toast.tsx';

const whatGoes = ({ connection }: ConnectionView): string =>
  isWithoutLogin(connection) && connection.tokenSource === 'none'
    ? 'Requests are no longer signed. The client secret stays stored.'
    : 'The token is deleted here, and revoked at the service if the service supports that.';

/** Asks, revokes the token if the service supports it, and reports the result. */
export function confirmRemoval(view: ConnectionView, preset: Preset | undefined): void {
  const { id, name } = view.connection;
  confirm({
    title: `Remove the authorization of “${name}”?`,
    text:
      view.usedBy.length === 0
        ? `${whatGoes(view)} ${isWithoutLogin(view.connection) ? '' : 'Log in again to get a new one.'}`.trim()
        : `${whatGoes(view)} ${plural(view.usedBy.length, 'resource')} cannot be fetched until you ${isWithoutLogin(view.connection) ? 'set it up' : 'log in'} again.`,
    confirmLabel: 'Remove authorization',
    onConfirm: async () => {
      try {
        const { revoked, error, view: after } = await call('connections.removeAuthorization', { id });
        putConnections([after]);
        if (revoked === 'yes') return toast('Removed here and revoked at the service.');
        confirm({
          title: 'Removed here, but not at the service',
          text: (
            <>
              {revoked === 'failed'
                ? `The service did not revoke it${error?.serviceMessage === undefined ? '.' : `: ${error.serviceMessage}`} `
                : 'This service offers no way to revoke a token. '}
              {preset?.removal?.text ??
                'To end access there too, remove Tokenboard in your account at the service, under connected or authorized apps.'}{' '}
              {preset?.removal?.url === undefined ? null : <OpenLink url={preset.removal.url}>Open that page</OpenLink>}
            </>
          ),
          confirmLabel: 'Done',
          tone: 'notice',
          onConfirm: () => undefined,
        });
      } catch (error) {
        toastError(error);
      }
    },
  });
}
