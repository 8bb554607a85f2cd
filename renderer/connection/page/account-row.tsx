import { Button } from '@mantine/core';
import { hasCallback } from '../../../app/shared/connection/grants/definitions.ts';
import type { ConnectionView } from '../../../app/shared/contract/contract.ts';
import { rich } from '../../messages/rich.ts';
import { text } from '../../messages/text.ts';
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
        {rich(
          status.status === 'needs_login'
            ? 'connection.page.account.wasConnected'
            : 'connection.page.account.connected',
          { account, strong: (chunks) => <strong className={classes.strong}>{chunks}</strong> },
        )}
      </p>
      {hasCallback(connection) ? (
        <Button variant="subtle" size="xs" onClick={() => logInAsSomeoneElse(view)}>
          {text('connection.page.account.someoneElse')}
        </Button>
      ) : null}
    </div>
  );
}
