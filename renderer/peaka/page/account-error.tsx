import type { ErrorReport } from '../../../app/shared/errors.ts';
import type { PeakaAccount } from '../../../app/shared/peaka/account.ts';
import { openPeakaAccount, openSecretSettings } from '../../common/window-state.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { toastError } from '../../notices/toast.tsx';
import { savePeakaAccount } from '../account-actions.ts';

interface AccountErrorProps {
  error: ErrorReport;
  account: PeakaAccount;
  onTryAgain: () => void;
  /** Beside data that is still good. */
  isSmall?: boolean;
  /** Other words for an action. */
  words?: { try_again: string };
}

/** An error of a request to Peaka on the page of its account. */
export function AccountError({ error, account, onTryAgain, isSmall = false, words }: AccountErrorProps) {
  const other = error.details?.otherBaseUrl;
  const takeOther = async (baseUrl: string): Promise<void> => {
    try {
      await savePeakaAccount({ ...account, baseUrl });
      onTryAgain();
    } catch (caught) {
      toastError(caught);
    }
  };
  return (
    <ErrorPanel
      error={error}
      isMain={!isSmall}
      isSmall={isSmall}
      showsConsole
      {...(words === undefined ? {} : { words })}
      actions={{
        try_again: onTryAgain,
        give_key: openSecretSettings,
        edit_peaka_account: () => openPeakaAccount(account.id, onTryAgain),
        ...(typeof other === 'string' ? { use_other_address: () => void takeOther(other) } : {}),
      }}
    />
  );
}
