import { isWithoutLogin } from '../../app/shared/connection/grants/definitions.ts';
import type { ConnectionView } from '../../app/shared/contract/contract.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import { putConnections } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { findPeakaLinks } from '../api/peaka-queries.ts';
import { OpenLink } from '../common/open-link.tsx';
import { confirm } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';

const whatGoes = ({ connection }: ConnectionView): string =>
  isWithoutLogin(connection) && connection.tokenSource === 'none'
    ? text('connection.removal.signing')
    : text('connection.removal.token');

/** Peaka uses the same authorization, unless a second login gave it another one. */
function whatEndsAtPeaka({ connection }: ConnectionView): string[] {
  const count = findPeakaLinks(connection.id).filter(({ link }) => link.renewal !== 'second_login').length;
  return count === 0 ? [] : [text('connection.removal.inPeaka', { count })];
}

/** What the user has to do then. */
function whatFollows({ connection, usedBy }: ConnectionView): string[] {
  const isSetUp = isWithoutLogin(connection);
  const count = usedBy.length;
  if (count === 0) return isSetUp ? [] : [text('connection.removal.logInAgain')];
  return [text(isSetUp ? 'connection.removal.usedUntilSetUp' : 'connection.removal.usedUntilLogin', { count })];
}

const failure = (reason: string | undefined): string =>
  reason === undefined ? text('connection.removal.failed') : text('connection.removal.failedBecause', { reason });

/** Asks, revokes the token if the service supports it, and reports the result. */
export function confirmRemoval(view: ConnectionView, preset: Preset | undefined): void {
  const { id, name } = view.connection;
  confirm({
    title: () => text('connection.removal.title', { name }),
    text: () => [whatGoes(view), ...whatEndsAtPeaka(view), ...whatFollows(view)].join(' '),
    confirmLabel: () => text('connection.removal.confirm'),
    onConfirm: async () => {
      try {
        const { revoked, error, view: after } = await call('connections.removeAuthorization', { id });
        putConnections([after]);
        if (revoked === 'yes') return toast(text('connection.removal.revoked'));
        confirm({
          title: () => text('connection.removal.notRevoked'),
          text: () => (
            <>
              {revoked === 'failed' ? failure(error?.serviceMessage) : text('connection.removal.unsupported')}{' '}
              {preset?.removal?.text ?? text('connection.removal.elsewhere')}{' '}
              {preset?.removal?.url === undefined ? null : (
                <OpenLink url={preset.removal.url}>{text('connection.removal.openPage')}</OpenLink>
              )}
            </>
          ),
          confirmLabel: () => text('connection.removal.done'),
          tone: 'notice',
          onConfirm: () => undefined,
        });
      } catch (error) {
        toastError(error);
      }
    },
  });
}
