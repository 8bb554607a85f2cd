import type { Connection } from '../../app/shared/connection/connection.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import { call } from '../api/client.ts';
import { withCallback } from '../common/loopback-callback.ts';
import { openSecretSettings, openSettings } from '../common/window-state.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { text } from '../messages/text.ts';

interface RequestErrorProps {
  error: ErrorReport;
  draft: Connection;
  preset: Preset | undefined;
  isMain: boolean;
  /** Requests a token, after the given change if there is one. */
  onRun: (change?: Partial<Connection>) => void;
  onShowAll: () => void;
  /** Set if the footer does not lead back to the fields. */
  onEdit?: () => void;
}

/** An error of the request for a token, with what this dialog can do about it. */
export function RequestError({ error, draft, preset, isMain, onRun, onShowAll, onEdit }: RequestErrorProps) {
  const isPopup = draft.window === 'popup';
  const otherWindow = (): void => {
    const { window, callbackUrl } = withCallback({ ...draft, window: isPopup ? 'browser' : 'popup' });
    onRun({ window, callbackUrl });
  };
  return (
    <ErrorPanel
      error={error}
      isMain={isMain}
      connection={draft}
      onFix={onRun}
      words={{
        switch_window: text(isPopup ? 'connection.progress.useBrowser' : 'connection.progress.usePopup'),
      }}
      actions={{
        try_again: () => onRun(),
        request_token: () => onRun(),
        show_all_fields: onShowAll,
        switch_window: otherWindow,
        ...(onEdit === undefined ? {} : { edit_connection: onEdit }),
        ...(preset === undefined || preset.consoleUrl === ''
          ? {}
          : { open_console: () => void call('app.openLink', { url: preset.consoleUrl }) }),
        open_settings: openSettings,
        give_key: openSecretSettings,
      }}
    />
  );
}
