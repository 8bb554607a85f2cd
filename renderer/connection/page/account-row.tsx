import { Button } from '@mantine/core';
import { hasCallback } from '../../../app/shared/connection/grants/definitions.ts';
import type { ConnectionView } from '../../../app/shared/contract/contract.ts';
import { accountOf } from '../../status/states.ts';
import { logInAsSomeoneElse } from '../connection-actions.ts';
import classes from './card-row.module.css';

/** The logged-in account, and a button to log in as someone else. */
export function AccountRow({ view }: { view: ConnectionView }) {
  const { connection, status } = view;
  const account = accountOf(status);
  if (account === undefined) return null;
  return (
    <div className={classes.row}>
      <p className={classes.text}>
        {status.status === 'needs_login' ? 'Was connected as' : 'Connected as'}{' '}
        <strong className={classes.strong}>{account}</strong>
      </p>
      {hasCallback(connection) ? (
        <Button variant="subtle" size="xs" onClick={() => logInAsSomeoneElse(view)}>
          Log in as someone else
        </Button>
      ) : null}
    </div>
  );
}
