import {
  type Icon,
  IconFlask,
  IconLayoutSidebar,
  IconLink,
  IconMoon,
  IconPlayerPlay,
  IconPlugConnected,
  IconPlus,
  IconSettings,
  IconSun,
  IconTerminal2,
} from '@tabler/icons-react';
import { createResource } from '../actions/resource-actions.ts';
import { tryPractice } from '../actions/try-practice.ts';
import { focusUrl, runShown } from '../common/panes.ts';
import { shortcut } from '../common/platform.ts';
import { openSettings, readWindow, toggleConsole, toggleSidebar } from '../common/window-state.ts';
import { connectNew } from '../connection/connection-actions.ts';
import { savePreferences } from '../settings/save-preferences.ts';
import type { PaletteEntry } from './entries.ts';

/** What can be done from anywhere. `scheme`: what is shown, also where the system chose it. */
export function actionEntries(scheme: 'light' | 'dark'): PaletteEntry[] {
  const action = (id: string, icon: Icon, label: string, run: () => void, keys?: string): PaletteEntry => ({
    id: `action:${id}`,
    group: 'Actions',
    label,
    hint: '',
    icon,
    run,
    ...(keys === undefined ? {} : { keys }),
  });
  const onResource = readWindow().selection?.kind === 'resource';
  return [
    ...(onResource
      ? [
          action('run', IconPlayerPlay, 'Run', runShown, shortcut('Enter')),
          action('url', IconLink, 'Edit URL', () => requestAnimationFrame(focusUrl), shortcut('L')),
        ]
      : []),
    action('new-resource', IconPlus, 'New resource', () => void createResource(), shortcut('N')),
    action('new-connection', IconPlugConnected, 'New connection', () => connectNew()),
    action('practice', IconFlask, 'Try the practice service', () => void tryPractice('authorization_code')),
    action(
      'theme',
      scheme === 'dark' ? IconSun : IconMoon,
      scheme === 'dark' ? 'Use the light theme' : 'Use the dark theme',
      () => void savePreferences({ theme: scheme === 'dark' ? 'light' : 'dark' }),
    ),
    action('sidebar', IconLayoutSidebar, 'Show or hide the sidebar', toggleSidebar, shortcut('B')),
    action('console', IconTerminal2, 'Show or hide the console', toggleConsole, shortcut('J')),
    action('settings', IconSettings, 'Settings', openSettings, shortcut(',')),
  ];
}
