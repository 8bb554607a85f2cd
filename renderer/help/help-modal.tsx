import { ActionIcon, Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { closeHelp } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import classes from './help-modal.module.css';

interface HelpModalProps {
  opened: boolean;
  title: string;
  /** The widest that it becomes, in pixels. */
  size: number;
  children: ReactNode;
}

/** The frame of the help dialogs. It lies above every dialog but a confirmation. */
export function HelpModal({ opened, title, size, children }: HelpModalProps) {
  return (
    <Modal
      opened={opened}
      onClose={closeHelp}
      size={size}
      title={title}
      zIndex={305}
      withCloseButton={false}
      padding={0}
      classNames={{ content: classes.content ?? '', header: classes.header ?? '', body: classes.body ?? '' }}
    >
      <ActionIcon className={classes.close ?? ''} aria-label={text('common.close')} onClick={closeHelp}>
        <IconX size={17} />
      </ActionIcon>
      {children}
    </Modal>
  );
}
