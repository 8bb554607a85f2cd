import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useLast } from '../common/use-last.ts';
import { type ConnectionTask, closeOverlay, confirm, useWindow } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import classes from './connection-dialog.module.css';
import { ConnectionForm } from './connection-form.tsx';
import type { RequestState } from './use-token-request.ts';

/** Escape and Cancel both ask before typed input is lost. */
function leave(task: ConnectionTask | null, hasChanges: boolean): void {
  const close = (): void => {
    closeOverlay();
    task?.onLeft?.();
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

/** The OAuth dialog. A click outside does not close it, so that typed input is not lost. */
export function ConnectionDialog() {
  const overlay = useWindow((state) => state.overlay);
  const task = overlay?.kind === 'connection' ? overlay.task : null;
  const shown = useLast(task);
  const [phase, setPhase] = useState<RequestState['status']>('editing');
  const [hasChanges, setHasChanges] = useState(false);
  return (
    <Modal
      opened={task !== null}
      onClose={closeOverlay}
      title={shown?.title()}
      size={600}
      closeOnClickOutside={false}
      // Handled here, not by Mantine: an open list takes Escape first, and only Cancel ends a running login.
      closeOnEscape={false}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && phase !== 'running') leave(task, hasChanges);
      }}
      // A click outside must not take the focus, or nothing would handle Escape.
      onMouseDown={(event) => {
        const { currentTarget, target } = event;
        // Open lists are elsewhere in the page, but their events arrive here too.
        const isOutside =
          target instanceof Element && currentTarget.contains(target) && !target.closest('[role=dialog]');
        if (isOutside) event.preventDefault();
      }}
      withCloseButton={false}
      classNames={{ content: classes.content ?? '', header: classes.header ?? '', body: classes.body ?? '' }}
      yOffset={24}
    >
      {shown === null ? null : (
        <ConnectionForm
          key={shown.draft.id}
          task={shown}
          onPhase={setPhase}
          onChanges={setHasChanges}
          onLeave={() => leave(shown, hasChanges)}
        />
      )}
    </Modal>
  );
}
