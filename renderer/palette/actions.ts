import {
  type Icon,
  IconBroadcast,
  IconCloudPlus,
  IconCloudShare,
  IconCode,
  IconDatabaseExport,
  IconFlask,
  IconHelp,
  IconKeyboard,
  IconLayoutSidebar,
  IconLink,
  IconMoon,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlugConnected,
  IconPlus,
  IconRefresh,
  IconRss,
  IconSend,
  IconServer2,
  IconSettings,
  IconSun,
  IconTerminal2,
} from '@tabler/icons-react';
import { type PaletteCommand, paletteCommands, shortcutOf } from '../../app/shared/commands.ts';
import { findConnection } from '../api/cache.ts';
import { findFeedOf } from '../api/feeds.ts';
import { runCommand } from '../commands/run-command.ts';
import { shortcutText } from '../common/platform.ts';
import { readWindow } from '../common/window-state.ts';
import { isAuthorized } from '../connection/connection-actions.ts';
import { text } from '../messages/text.ts';
import type { PaletteEntry } from './entries.ts';

const icons: Record<PaletteCommand, Icon> = {
  run: IconPlayerPlay,
  'focus-url': IconLink,
  'pause-reloads': IconPlayerPause,
  'resume-reloads': IconRefresh,
  'new-resource': IconPlus,
  'new-connection': IconPlugConnected,
  'new-peaka-account': IconDatabaseExport,
  'new-peaka-connection': IconCloudPlus,
  'use-in-peaka': IconCloudShare,
  'copy-as': IconCode,
  publish: IconRss,
  'use-in': IconBroadcast,
  'send-to-tool': IconSend,
  'feed-settings': IconServer2,
  'try-practice': IconFlask,
  'light-theme': IconSun,
  'dark-theme': IconMoon,
  'toggle-sidebar': IconLayoutSidebar,
  'toggle-console': IconTerminal2,
  settings: IconSettings,
  help: IconHelp,
  'help-keys': IconKeyboard,
};

/** Actions that are available everywhere. `scheme`: the theme on screen, even if the system chose it. */
export function actionEntries(scheme: 'light' | 'dark'): PaletteEntry[] {
  const { selection } = readWindow();
  const onResource = selection?.kind === 'resource';
  const feed = onResource ? findFeedOf(selection.id)?.feed : undefined;
  const offered: Partial<Record<PaletteCommand, boolean>> = {
    run: onResource,
    'focus-url': onResource,
    'copy-as': onResource,
    publish: onResource && feed?.isOn !== true,
    'use-in': feed !== undefined,
    'send-to-tool': onResource,
    'use-in-peaka': selection?.kind === 'connection' && isAuthorized(findConnection(selection.id)),
    'light-theme': scheme === 'dark',
    'dark-theme': scheme === 'light',
  };
  return paletteCommands.filter((name) => offered[name] ?? true).map(entryOf);
}

function entryOf(name: PaletteCommand): PaletteEntry {
  const shortcut = shortcutOf(name);
  return {
    id: `action:${name}`,
    group: 'actions',
    label: text(`command.${name}`),
    hint: '',
    icon: icons[name],
    run: () => runFromPalette(name),
    ...(shortcut === undefined ? {} : { keys: shortcutText(shortcut) }),
  };
}

function runFromPalette(name: PaletteCommand): void {
  // The palette restores the focus when it closes, so an action that moves the focus must run later.
  if (name === 'focus-url') requestAnimationFrame(() => runCommand(name));
  else runCommand(name);
}
