import { isWithoutLogin } from '../../app/shared/connection/grants/definitions.ts';
import type { ConnectionStatus, ConnectionView } from '../../app/shared/contract/contract.ts';
import { RelativeTime } from '../common/relative-time.tsx';
import { useNow } from '../common/use-now.ts';
import { rich } from '../messages/rich.ts';
import { type TextId, text } from '../messages/text.ts';
import { StateMark } from '../status/state-mark.tsx';
import { connectionState } from '../status/states.ts';
import classes from './connection-line.module.css';

/** `authorized · Expires in 52 min, renews by itself` */
export function ConnectionLine({ view }: { view: ConnectionView }) {
  return (
    <div className={classes.line}>
      <StateMark state={connectionState(view.status)} withWord />
      <span className={classes.text}>
        <StatusSentence view={view} />
      </span>
    </div>
  );
}

export function StatusSentence({ view: { connection, status } }: { view: ConnectionView }) {
  const now = useNow();
  switch (status.status) {
    case 'unauthorized':
      return connection.tokenSource === 'none' && isWithoutLogin(connection)
        ? text('connection.line.notSetUp')
        : text('connection.line.unauthorized');
    case 'authorizing':
      return authorizingWords(status);
    case 'renewing':
      return text('connection.line.renewing');
    case 'needs_login':
      return text('connection.line.needsLogin');
    case 'failing':
      return status.retryAt === undefined
        ? text('connection.line.failing')
        : withTime('connection.line.retries', status.retryAt);
    case 'authorized': {
      const { expiresAt, renewsByItself } = status;
      if (isWithoutLogin(connection))
        return text(connection.tokenSource === 'none' ? 'connection.line.signs' : 'connection.line.ownToken');
      if (expiresAt === undefined) return text('connection.line.noExpiry');
      if (expiresAt <= now) return text(renewsByItself ? 'connection.line.expiredRenews' : 'connection.line.expired');
      return withTime(renewsByItself ? 'connection.line.renews' : 'connection.line.expires', expiresAt);
    }
  }
}

const withTime = (id: TextId, time: number) => rich(id, { time: () => <RelativeTime time={time} /> });

function authorizingWords(status: Extract<ConnectionStatus, { status: 'authorizing' }>): string {
  const { window, device, refused, signInPrompt, errorPage } = status;
  if (refused !== undefined) return text('connection.line.refused');
  if (signInPrompt !== undefined) return text('connection.line.signInPrompt');
  if (errorPage !== undefined) return text('connection.line.errorPage');
  if (window === 'browser') return text('connection.line.browser');
  if (window === 'popup') return text('connection.line.popup');
  return text(device === undefined ? 'connection.line.requesting' : 'connection.line.device');
}
