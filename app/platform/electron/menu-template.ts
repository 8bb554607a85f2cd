import type { MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../../shared/contract/contract.ts';

type Command = EventPayload<'menu.command'>['command'];

export interface MenuOptions {
  platform: NodeJS.Platform;
  packaged: boolean;
  onCommand(command: Command): void;
}

/**
 * Shows the keys of the window. On Windows and Linux the page itself handles them (`registerAccelerator: false`), as it
 * does in the browser platform; macOS always registers, so only keys with Command are shown there.
 */
export function menuTemplate({ platform, packaged, onCommand }: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const item = (label: string, command: Command, accelerator: string): MenuItemConstructorOptions => ({
    label,
    click: () => onCommand(command),
    registerAccelerator: false,
    ...(isMac && !accelerator.startsWith('CommandOrControl') ? {} : { accelerator }),
  });
  const settings = item('Settings…', 'settings', 'CommandOrControl+,');
  const separator: MenuItemConstructorOptions = { type: 'separator' };

  const application: MenuItemConstructorOptions = {
    label: 'Tokenboard',
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
  return [
    ...(isMac ? [application] : []),
    {
      label: 'File',
      submenu: [
        item('New Resource', 'new-resource', 'CommandOrControl+N'),
        { label: 'New Connection', click: () => onCommand('new-connection') },
        ...(isMac
          ? [separator, { role: 'close' } as const]
          : [separator, settings, separator, { role: 'quit' } as const]),
      ],
    },
    { role: 'editMenu' },
    {
      label: 'Resource',
      submenu: [item('Run', 'run', 'CommandOrControl+Enter'), item('Edit URL', 'focus-url', 'CommandOrControl+L')],
    },
    {
      label: 'View',
      submenu: [
        item('Search or Jump To…', 'palette', 'CommandOrControl+K'),
        item('Next Pane', 'next-pane', 'F6'),
        { label: 'Show or Hide Sidebar', click: () => onCommand('toggle-sidebar') },
        item('Show or Hide Console', 'toggle-console', 'CommandOrControl+J'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(packaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
  ];
}
