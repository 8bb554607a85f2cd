import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { PeakaAccountView } from '../../app/shared/peaka/account.ts';
import { usePeakaAccounts } from '../api/peaka-queries.ts';
import { openPeakaAccount } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { deletePeakaAccount } from '../peaka/account-actions.ts';
import { accountFacts } from '../peaka/account-words.ts';
import classes from './peaka-settings.module.css';
import { Row, Section } from './section.tsx';

/** The accounts at Peaka. */
export function PeakaSettings() {
  const accounts = usePeakaAccounts();
  return (
    <Section title={text('settings.peaka')}>
      <Row label={text('settings.peaka.accounts')} hint={text('settings.peaka.hint')}>
        <Button variant="default" onClick={() => openPeakaAccount('new')}>
          {text('settings.peaka.add')}
        </Button>
      </Row>
      {accounts.length === 0 ? null : (
        <ul className={classes.accounts} aria-label={text('settings.peaka')}>
          {accounts.map((view) => (
            <AccountRow key={view.peakaAccount.id} view={view} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function AccountRow({ view }: { view: PeakaAccountView }) {
  const { id, name } = view.peakaAccount;
  return (
    <li className={classes.account}>
      <span className={classes.names}>
        <span className={classes.name}>{name}</span>
        <span className={classes.facts}>{accountFacts(view)}</span>
      </span>
      <Button
        size="xs"
        variant="default"
        aria-label={text('settings.peaka.edit.named', { name })}
        onClick={() => openPeakaAccount(id)}
      >
        {text('settings.peaka.edit')}
      </Button>
      <Tooltip label={text('settings.peaka.delete')}>
        <ActionIcon
          aria-label={text('settings.peaka.delete.named', { name })}
          onClick={() => void deletePeakaAccount(view)}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
