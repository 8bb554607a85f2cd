import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { reportOf } from '../../api/client.ts';
import { findPeakaAccount } from '../../api/peaka-queries.ts';
import { useLast } from '../../common/use-last.ts';
import { closeOverlay, type PeakaRenameTask, useWindow } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { AccountError } from './account-error.tsx';
import classes from './rename-dialog.module.css';
import { renameRemote } from './row-actions.ts';

/** Gives a connection at Peaka another name. */
export function PeakaRenameDialog() {
  const task = useWindow(({ overlay }) => (overlay?.kind === 'peakaRename' ? overlay.task : null));
  const isTop = useWindow(({ help, peakaAccount }) => help === null && peakaAccount === null);
  const shown = useLast(task);
  return (
    <Modal
      opened={task !== null}
      onClose={closeOverlay}
      closeOnEscape={isTop}
      title={text('peaka.page.rename.title')}
      size={440}
      withCloseButton={false}
    >
      {shown === null ? null : <RenameForm task={shown} />}
    </Modal>
  );
}

function RenameForm({ task }: { task: PeakaRenameTask }) {
  const [name, setName] = useState(task.name);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorReport | null>(null);
  const account = findPeakaAccount(task.accountId)?.peakaAccount;
  const wanted = name.trim();
  const rename = async (): Promise<void> => {
    if (wanted === task.name) return closeOverlay();
    setBusy(true);
    setError(null);
    try {
      await renameRemote(task, wanted);
      closeOverlay();
    } catch (caught) {
      setError(reportOf(caught));
      setBusy(false);
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '' && !isBusy) void rename();
      }}
    >
      <TextInput
        label={text('peaka.page.rename.name')}
        description={text(task.isElsewhere ? 'peaka.page.rename.elsewhere' : 'peaka.page.rename.here')}
        value={name}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {error === null || account === undefined ? null : (
        <AccountError error={error} account={account} onTryAgain={() => void rename()} />
      )}
      <div className={classes.footer}>
        <Button variant="default" onClick={closeOverlay}>
          {text('peaka.account.cancel')}
        </Button>
        <Button type="submit" disabled={wanted === ''} loading={isBusy}>
          {text('peaka.page.rename.confirm')}
        </Button>
      </div>
    </form>
  );
}
