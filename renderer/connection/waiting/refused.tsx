import type { ConnectionStatus } from '../../../app/shared/contract/contract.ts';
import { BrowserInstead, type BrowserInsteadProps } from './browser-instead.tsx';
import classes from './waiting.module.css';

type Refusal = NonNullable<Extract<ConnectionStatus, { status: 'authorizing' }>['refused']>;

/** The service refuses logins in app windows. */
export function Refused({ refused, ...rest }: BrowserInsteadProps & { refused: Refusal }) {
  return (
    <BrowserInstead title={`${refused.host} refuses logins in this window`} {...rest}>
      {refused.reason === '' ? null : <q className={classes.serviceMessage}>{refused.reason}</q>}
      <p className={classes.lead}>
        Your browser is usually accepted. Register this callback URL at the service first, so that the login comes back
        to this computer:
      </p>
    </BrowserInstead>
  );
}
