import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './form-dialog.module.css';

interface FormDialogProps {
  opened: boolean;
  title: ReactNode;
  /** Closes without a question: Mantine's own way, which Escape and a click outside do not take. */
  onClose: () => void;
  /** Escape: asks first if typed input would be lost. */
  onLeave: () => void;
  /** Something runs, or lies above, that Escape must not close this under. */
  isBusy: boolean;
  /** Above other dialogs. */
  zIndex?: number;
  children: ReactNode;
}

/** A dialog with a form that scrolls between its title and its buttons. A click outside does not close it, so that typed input is not lost. */
export function FormDialog({ opened, title, onClose, onLeave, isBusy, zIndex = 200, children }: FormDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={600}
      zIndex={zIndex}
      closeOnClickOutside={false}
      // Handled here, not by Mantine: an open list takes Escape first, and only Cancel ends a running login.
      closeOnEscape={false}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isBusy) onLeave();
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
      {children}
    </Modal>
  );
}
