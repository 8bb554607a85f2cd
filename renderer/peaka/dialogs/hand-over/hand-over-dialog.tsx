import { useState } from 'react';
import { useConnection } from '../../../api/queries.ts';
import { FormDialog } from '../../../common/form-dialog.tsx';
import { useLast } from '../../../common/use-last.ts';
import { closeOverlay, useWindow } from '../../../common/window-state.ts';
import { text } from '../../../messages/text.ts';
import { type DialogProgress, leaveDialog, untouched } from '../dialog-progress.ts';
import { HandOverForm } from './hand-over-form.tsx';

/** *Use in Peaka…*: gives the values of a connection here to Peaka. */
export function HandOverDialog() {
  const overlay = useWindow((state) => state.overlay);
  const id = overlay?.kind === 'peakaHandOver' ? overlay.connectionId : null;
  const shown = useLast(id);
  const [progress, setProgress] = useState<DialogProgress>(untouched);
  const view = useConnection(shown);
  const leave = (): void => leaveDialog(progress);
  return (
    <FormDialog
      opened={id !== null}
      title={text('peaka.handOver.title', { name: view?.connection.name ?? '' })}
      onClose={closeOverlay}
      onLeave={leave}
      isBusy={progress.isBusy}
    >
      {view === undefined ? null : (
        <HandOverForm key={view.connection.id} view={view} onProgress={setProgress} onLeave={leave} />
      )}
    </FormDialog>
  );
}
