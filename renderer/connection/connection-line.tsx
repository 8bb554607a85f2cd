import { isWithoutLogin } from '../../app/shared/connection/grants/definitions.ts';
import type { ConnectionStatus, ConnectionView } from '../../app/shared/contract/contract.ts';
import { RelativeTime } from '../common/relative-time.tsx';
import { useNow } from '../common/use-now.ts';
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
      return <>{connection.tokenSource === 'none' && isWithoutLogin(connection) ? 'Not set up yet' : 'No token yet'}</>;
    case 'authorizing':
      return <>{authorizingWords(status)}</>;
    case 'renewing':
      return <>The token is being renewed</>;
    case 'needs_login':
      return <>Request a new token to continue</>;
    case 'failing':
      return status.retryAt === undefined ? (
        <>The token is kept</>
      ) : (
        <>
          The token is kept, tried again <RelativeTime time={status.retryAt} />
        </>
      );
    case 'authorized': {
      const { expiresAt, renewsByItself } = status;
      if (isWithoutLogin(connection))
        return <>{connection.tokenSource === 'none' ? 'Signs requests without a token' : 'Uses your own token'}</>;
      if (expiresAt === undefined) return <>The service names no expiry</>;
      if (expiresAt <= now) return <>{renewsByItself ? 'Expired, renews with the next request' : 'Expired'}</>;
      return (
        <>
          Expires <RelativeTime time={expiresAt} />
          {renewsByItself ? ', renews by itself' : ', does not renew by itself'}
        </>
      );
    }
  }
}

function authorizingWords(status: Extract<ConnectionStatus, { status: 'authorizing' }>): string {
  const { window, device, refused, signInPrompt, errorPage } = status;
  if (refused !== undefined) return 'The service refuses logins in this window';
  if (signInPrompt !== undefined) return 'The login window cannot do this sign-in';
  if (errorPage !== undefined) return 'The login window shows an error';
  if (window === 'browser') return 'Log in in your browser';
  if (window === 'popup') return 'Log in in the window that opened';
  return device === undefined ? 'Requesting the token' : 'Enter the code at the service';
}
