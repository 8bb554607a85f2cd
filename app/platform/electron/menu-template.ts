import type { MenuItemConstructorOptions } from 'electron';
import { commands, type MenuCommand, type MenuPlace, menuCommands, shortcutOf } from '../../shared/commands.ts';
import { text } from '../../shared/messages/text.ts';

export interface MenuOptions {
  platform: NodeJS.Platform;
  packaged: boolean;
  onCommand(command: MenuCommand): void;
}

/** The commands with a place in the menu (`shared/commands.ts`), between the system's own items. */
export function menuTemplate({ platform, packaged, onCommand }: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const itemsOf = (place: MenuPlace): MenuItemConstructorOptions[] =>
    menuCommands
      .filter((command) => commands[command].menu.place === place)
      .map((command) => ({
        label: text(`menu.${command}`),
        click: () => onCommand(command),
        ...keyOf(command, isMac),
      }));
  const separator: MenuItemConstructorOptions = { type: 'separator' };

  const application: MenuItemConstructorOptions = {
    label: 'Tokenboard',
    submenu: [
      { role: 'about' },
      separator,
      ...itemsOf('settings'),
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
      label: text('menu.file'),
      submenu: [
        ...itemsOf('file'),
        ...(isMac
          ? [separator, { role: 'close' } as const]
          : [separator, ...itemsOf('settings'), separator, { role: 'quit' } as const]),
      ],
    },
    { role: 'editMenu' },
    { label: text('menu.resource'), submenu: itemsOf('resource') },
    {
      label: text('menu.view'),
      submenu: [
        ...itemsOf('view'),
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

/**
 * Shows the window's shortcuts. On Windows and Linux the page handles them (`registerAccelerator: false`), as on the
 * browser platform. macOS always registers them, so it shows only shortcuts with Command.
 */
function keyOf(
  command: MenuCommand,
  isMac: boolean,
): Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'> {
  const shortcut = shortcutOf(command);
  const { menu } = commands[command];
  if (shortcut === undefined || 'hidesShortcut' in menu || (isMac && !shortcut.main)) return {};
  const parts = [...(shortcut.main ? ['CommandOrControl'] : []), ...(shortcut.shift ? ['Shift'] : []), shortcut.key];
  return { accelerator: parts.join('+'), registerAccelerator: false };
}
