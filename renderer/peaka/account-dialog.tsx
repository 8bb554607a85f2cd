import { useState } from 'react';
import { findPeakaAccount, usePeakaAccounts } from '../api/peaka-queries.ts';
import { FormDialog } from '../common/form-dialog.tsx';
import { useLast } from '../common/use-last.ts';
import { closePeakaAccount, confirm, useWindow } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { toastError } from '../notices/toast.tsx';
import { discardPeakaAccount } from './account-actions.ts';
import { newPeakaAccount } from './account-draft.ts';
import { AccountForm, type AccountProgress } from './account-form.tsx';

const untouched: AccountProgress = { hasChanges: false, isBusy: false, unkept: undefined };

/** The dialog of an account at Peaka. It lies above other dialogs, and below the lists that open in it. */
export function PeakaAccountDialog() {
  const task = useWindow((state) => state.peakaAccount);
  const isTop = useWindow(({ help, confirmation }) => help === null && confirmation === null);
  const shown = useLast(task);
  const [progress, setProgress] = useState(untouched);
  const close = (): void => {
    closePeakaAccount();
    // Check has saved it, so that Peaka could be asked. The user has not.
    if (progress.unkept !== undefined) discardPeakaAccount(progress.unkept).catch(toastError);
  };
  const leave = (): void => {
    if (progress.isBusy) return;
    if (!progress.hasChanges) close();
    else
      confirm({
        title: () => text('peaka.account.leave.title'),
        text: () => text(shown?.id === 'new' ? 'peaka.account.leave.new' : 'peaka.account.leave.changes'),
        confirmLabel: () => text('peaka.account.leave.confirm'),
        onConfirm: close,
      });
  };
  return (
    <FormDialog
      opened={task !== null}
      title={text(shown?.id === 'new' ? 'peaka.account.add' : 'peaka.account.edit')}
      onClose={leave}
      onLeave={leave}
      isBusy={!isTop}
      zIndex={250}
    >
      {shown === null ? null : <AccountOf id={shown.id} onProgress={setProgress} onLeave={leave} />}
    </FormDialog>
  );
}

interface AccountOfProps {
  id: string | 'new';
  onProgress: (progress: AccountProgress) => void;
  onLeave: () => void;
}

function AccountOf({ id, onProgress, onLeave }: AccountOfProps) {
  const accounts = usePeakaAccounts();
  const [account] = useState(
    () => findPeakaAccount(id)?.peakaAccount ?? newPeakaAccount(accounts.map(({ peakaAccount }) => peakaAccount.name)),
  );
  const onSaved = useWindow((state) => state.peakaAccount?.onSaved);
  return (
    <AccountForm
      account={account}
      isNew={id === 'new'}
      onProgress={onProgress}
      onLeave={onLeave}
      onSaved={() => {
        closePeakaAccount();
        onSaved?.(account.id);
      }}
    />
  );
}
