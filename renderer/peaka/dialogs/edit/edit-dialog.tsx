import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PeakaLinkView } from '../../../../app/shared/peaka/link.ts';
import { reportOf } from '../../../api/client.ts';
import { peakaTypesQuery, usePeakaLinks } from '../../../api/peaka-queries.ts';
import { FormDialog } from '../../../common/form-dialog.tsx';
import { useLast } from '../../../common/use-last.ts';
import { closeOverlay, useWindow } from '../../../common/window-state.ts';
import formClasses from '../../../connection/connection-dialog.module.css';
import { text } from '../../../messages/text.ts';
import { type DialogProgress, leaveDialog, untouched } from '../dialog-progress.ts';
import { PeakaError } from '../peaka-error.tsx';
import { EditForm } from './edit-form.tsx';

/** Changes the values of a connection at Peaka that was made here from a form. */
export function PeakaEditDialog() {
  const overlay = useWindow((state) => state.overlay);
  const id = overlay?.kind === 'peakaEdit' ? overlay.linkId : null;
  const shown = useLast(id);
  const view = usePeakaLinks().find(({ link }) => link.id === shown);
  const [progress, setProgress] = useState<DialogProgress>(untouched);
  const leave = (): void => leaveDialog(progress);
  return (
    <FormDialog
      opened={id !== null}
      title={text('peaka.edit.title', { name: view?.link.name ?? '' })}
      onClose={closeOverlay}
      onLeave={leave}
      isBusy={progress.isBusy}
    >
      {view === undefined ? null : <Loaded key={view.link.id} view={view} onProgress={setProgress} onLeave={leave} />}
    </FormDialog>
  );
}

interface LoadedProps {
  view: PeakaLinkView;
  onProgress: (progress: DialogProgress) => void;
  onLeave: () => void;
}

/** Peaka says which fields the type has. */
function Loaded({ view, onProgress, onLeave }: LoadedProps) {
  const { accountId, type: name } = view.link;
  const types = useQuery(peakaTypesQuery(accountId));
  const type = types.data?.find((each) => each.type === name);
  if (type !== undefined) return <EditForm type={type} view={view} onProgress={onProgress} onLeave={onLeave} />;
  return (
    <div className={formClasses.fields}>
      {types.error !== null ? (
        <PeakaError error={reportOf(types.error)} accountId={accountId} onTryAgain={() => void types.refetch()} />
      ) : (
        <p className={formClasses.sentence} role="status">
          {types.data === undefined ? text('peaka.dialog.type.loading') : text('peaka.edit.noType', { type: name })}
        </p>
      )}
    </div>
  );
}
