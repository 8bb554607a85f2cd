import { ActionIcon, Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { closeOverlay, useWindow } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { About } from './about.tsx';
import { Appearance } from './appearance.tsx';
import { FeedSettings } from './feed-settings.tsx';
import { Limits } from './limits.tsx';
import { NetworkSettings } from './network-settings.tsx';
import { PeakaSettings } from './peaka-settings.tsx';
import { PracticeSettings } from './practice-settings.tsx';
import { PushSettings } from './push-settings.tsx';
import { ReloadSettings } from './reload-settings.tsx';
import classes from './settings-dialog.module.css';
import { StartingSettings } from './starting-settings.tsx';
import { VaultSettings } from './vault-settings.tsx';

export function SettingsDialog() {
  const isOpen = useWindow((state) => state.overlay?.kind === 'settings');
  const isTop = useWindow(({ help, peakaAccount }) => help === null && peakaAccount === null);
  return (
    <Modal
      opened={isOpen}
      onClose={closeOverlay}
      closeOnEscape={isTop}
      size={640}
      title={text('settings.title')}
      withCloseButton={false}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '', header: classes.header ?? '' }}
    >
      <ActionIcon className={classes.close ?? ''} aria-label={text('settings.close')} onClick={closeOverlay}>
        <IconX size={17} />
      </ActionIcon>
      <Appearance />
      <VaultSettings />
      <NetworkSettings />
      <ReloadSettings />
      <FeedSettings />
      <PushSettings />
      <StartingSettings />
      <Limits />
      <PeakaSettings />
      <PracticeSettings />
      <About />
    </Modal>
  );
}
