import type { Connection } from '../../../app/shared/connection/connection.ts';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { openPeakaAccount, openSettings } from '../../common/window-state.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';

interface PeakaErrorProps {
  error: ErrorReport;
  accountId: string | undefined;
  /** Absent: the dialog goes on by itself. */
  onTryAgain?: () => void;
  isMain?: boolean;
  isSmall?: boolean;
  connection?: Connection;
  onSwitchWindow?: () => void;
}

/** An error of a request to Peaka, with what every dialog about Peaka can do about it. */
export function PeakaError({ error, accountId, onTryAgain, onSwitchWindow, ...rest }: PeakaErrorProps) {
  return (
    <ErrorPanel
      error={error}
      showsConsole
      actions={{
        ...(onTryAgain === undefined ? {} : { try_again: onTryAgain }),
        ...(onSwitchWindow === undefined ? {} : { switch_window: onSwitchWindow }),
        ...(accountId === undefined ? {} : { edit_peaka_account: () => openPeakaAccount(accountId, onTryAgain) }),
        open_settings: openSettings,
      }}
      {...rest}
    />
  );
}
