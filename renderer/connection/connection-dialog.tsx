import { Modal } from '@mantine/core';
import { useState } from 'react';
import { closeOverlay, useWindow } from '../shell/window-state.ts';
import { useLast } from '../words/use-last.ts';
import classes from './connection-dialog.module.css';
import { ConnectionForm } from './connection-form.tsx';
import type { RequestState } from './use-token-request.ts';

/** The OAuth dialog. A press outside does not close it: what was typed is too dear. */
export function ConnectionDialog() {
  const overlay = useWindow((state) => state.overlay);
  const task = overlay?.kind === 'connection' ? overlay.task : null;
  const shown = useLast(task);
  const [phase, setPhase] = useState<RequestState['status']>('editing');
  return (
    <Modal
      opened={task !== null}
      onClose={closeOverlay}
      title={phase !== 'editing' ? 'Request token' : shown?.isNew ? 'New connection' : 'Edit connection'}
      size={600}
      closeOnClickOutside={false}
      // Here and not by Mantine: an open list takes Escape first, and a login that runs is ended by Cancel alone.
      closeOnEscape={false}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && phase !== 'running') closeOverlay();
      }}
      withCloseButton={false}
      classNames={{ content: classes.content ?? '', header: classes.header ?? '', body: classes.body ?? '' }}
      yOffset={24}
    >
      {shown === null ? null : <ConnectionForm key={shown.draft.id} task={shown} onPhase={setPhase} />}
    </Modal>
  );
}
