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

  // Electron's own labels are always English.
  const own = (role: SystemItem): MenuItemConstructorOptions => ({ role, label: text(`menu.system.${role}`) });
  const system = isMac || platform === 'win32' ? platform : 'linux';
  const quit: MenuItemConstructorOptions = { role: 'quit', label: text(`menu.system.quit.${system}`) };

  /** macOS: of the text that has the cursor. */
  const substitutions: MenuItemConstructorOptions = {
    label: text('menu.substitutions'),
    submenu: [
      own('showSubstitutions'),
      separator,
      own('toggleSmartQuotes'),
      own('toggleSmartDashes'),
      own('toggleTextReplacement'),
    ],
  };
  const speech: MenuItemConstructorOptions = {
    label: text('menu.speech'),
    submenu: [own('startSpeaking'), own('stopSpeaking')],
  };

  const application: MenuItemConstructorOptions = {
    label: 'Tokenboard',
    submenu: [
      own('about'),
      separator,
      ...itemsOf('settings'),
      separator,
      own('hide'),
      own('hideOthers'),
      own('unhide'),
      separator,
      quit,
    ],
  };
  return [
    ...(isMac ? [application] : []),
    {
      label: text('menu.file'),
      submenu: [
        ...itemsOf('file'),
        separator,
        ...(isMac
          ? [{ role: 'close', label: text('menu.system.close.darwin') } as const]
          : [...itemsOf('settings'), separator, quit]),
      ],
    },
    {
      role: 'editMenu',
      label: text('menu.edit'),
      submenu: [
        own('undo'),
        own('redo'),
        separator,
        own('cut'),
        own('copy'),
        own('paste'),
        ...(isMac ? [own('pasteAndMatchStyle')] : []),
        own('delete'),
        separator,
        own('selectAll'),
        ...(isMac ? [separator, substitutions, speech] : []),
      ],
    },
    { label: text('menu.resource'), submenu: itemsOf('resource') },
    {
      label: text('menu.view'),
      submenu: [
        ...itemsOf('view'),
        separator,
        own('resetZoom'),
        own('zoomIn'),
        own('zoomOut'),
        separator,
        own('togglefullscreen'),
        ...(packaged ? [] : [separator, own('toggleDevTools')]),
      ],
    },
    {
      role: 'windowMenu',
      label: text('menu.window'),
      submenu: [own('minimize'), own('zoom'), ...(isMac ? [separator, own('front')] : [own('close')])],
    },
    { role: 'help', label: text('menu.helpMenu'), submenu: itemsOf('help') },
  ];
}

/** The items of every app. Their roles bring what they do, and their keys. */
type SystemItem =
  | 'about'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'pasteAndMatchStyle'
  | 'delete'
  | 'selectAll'
  | 'showSubstitutions'
  | 'toggleSmartQuotes'
  | 'toggleSmartDashes'
  | 'toggleTextReplacement'
  | 'startSpeaking'
  | 'stopSpeaking'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'toggleDevTools'
  | 'minimize'
  | 'zoom'
  | 'front'
  | 'close';

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
