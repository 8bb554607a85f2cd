import { useState } from 'react';
import { FormDialog } from '../common/form-dialog.tsx';
import { useLast } from '../common/use-last.ts';
import { type ConnectionTask, closeOverlay, confirm, openPeakaThrough, useWindow } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { ConnectionForm } from './connection-form.tsx';
import type { RequestState } from './use-token-request.ts';

/** Escape and Cancel both ask before typed input is lost. `then`: what the user wants instead. */
function leave(task: ConnectionTask | null, hasChanges: boolean, then?: () => void): void {
  const close = (): void => {
    closeOverlay();
    task?.onLeft?.();
    then?.();
  };
  if (!hasChanges) close();
  else
    confirm({
      title: () => text('connection.leave.title'),
      text: () => text('connection.leave.text'),
      confirmLabel: () => text('connection.leave.confirm'),
      onConfirm: close,
    });
}

/** The OAuth dialog. */
export function ConnectionDialog() {
  const overlay = useWindow((state) => state.overlay);
  const task = overlay?.kind === 'connection' ? overlay.task : null;
  const shown = useLast(task);
  const [phase, setPhase] = useState<RequestState['status']>('editing');
  const [hasChanges, setHasChanges] = useState(false);
  return (
    <FormDialog
      opened={task !== null}
      title={shown?.title()}
      onClose={closeOverlay}
      onLeave={() => leave(task, hasChanges)}
      isBusy={phase === 'running'}
    >
      {shown === null ? null : (
        <ConnectionForm
          key={shown.draft.id}
          task={shown}
          onPhase={setPhase}
          onChanges={setHasChanges}
          onLeave={() => leave(shown, hasChanges)}
          onThroughPeaka={() => leave(shown, hasChanges, openPeakaThrough)}
        />
      )}
    </FormDialog>
  );
}
