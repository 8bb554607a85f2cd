import { Button } from '@mantine/core';
import { IconCloud } from '@tabler/icons-react';
import { useState } from 'react';
import { zoneAddresses } from '../../../app/shared/peaka/account.ts';
import { call } from '../../api/client.ts';
import { putPeakaAccount } from '../../api/peaka-queries.ts';
import { newId } from '../../common/new-id.ts';
import { openPeakaAccount } from '../../common/window-state.ts';
import formClasses from '../../connection/connection-dialog.module.css';
import { text } from '../../messages/text.ts';
import { toastError } from '../../notices/toast.tsx';
import classes from './dialogs.module.css';

/** Before the first account: what it is for, and the two ways to one. */
function FirstAccount({ onAccount }: { onAccount: (id: string) => void }) {
  const [isBusy, setBusy] = useState(false);
  const addPractice = async (): Promise<void> => {
    setBusy(true);
    try {
      const id = newId();
      putPeakaAccount(
        await call('peaka.saveAccount', {
          peakaAccount: {
            id,
            name: text('peaka.dialog.firstAccount.practiceName'),
            zone: 'practice',
            ...zoneAddresses.practice,
            organization: null,
            workspace: null,
            project: null,
          },
        }),
      );
      putPeakaAccount(await call('peaka.checkAccount', { id }));
      onAccount(id);
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={classes.first} aria-labelledby="first-account">
      <IconCloud size={28} stroke={1.4} aria-hidden className={classes.firstIcon} />
      <h2 id="first-account" className={classes.firstTitle}>
        {text('peaka.dialog.firstAccount.title')}
      </h2>
      <p className={classes.firstText}>{text('peaka.dialog.firstAccount.text')}</p>
      <div className={classes.firstActions}>
        <Button data-autofocus onClick={() => openPeakaAccount('new', onAccount)}>
          {text('peaka.dialog.firstAccount.add')}
        </Button>
        <Button variant="default" loading={isBusy} onClick={() => void addPractice()}>
          {text('peaka.dialog.firstAccount.practice')}
        </Button>
      </div>
    </section>
  );
}

/** The whole dialog, until there is an account. */
export function FirstAccountStep({ onAccount, onLeave }: { onAccount: (id: string) => void; onLeave: () => void }) {
  return (
    <div className={formClasses.form}>
      <div className={formClasses.fields}>
        <FirstAccount onAccount={onAccount} />
      </div>
      <footer className={formClasses.footer}>
        <p className={formClasses.footerNote} />
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {text('connection.cancel')}
        </Button>
      </footer>
    </div>
  );
}
