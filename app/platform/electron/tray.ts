import { join } from 'node:path';
import { clipboard, Menu, nativeImage, Tray } from 'electron';
import type { TrayState } from '../tray.ts';
import { trayMenu, trayStatus } from './tray-menu.ts';

export interface TrayOptions {
  /** `dist/tray`. */
  iconFolder: string;
  open(): void;
  quit(): void;
}

export interface TrayIcon {
  show(state: TrayState): void;
  remove(): void;
}

/** The icon in the tray: the menu bar of macOS, the notification area of Windows, the panel of Linux desktops. */
export function createTrayIcon({ iconFolder, open, quit }: TrayOptions): TrayIcon {
  // Kept: the icon of a collected object disappears.
  let tray: Tray | undefined;
  const create = (): Tray => {
    const created = new Tray(nativeImage.createFromPath(join(iconFolder, iconFile(process.platform))));
    // macOS opens the menu by a click.
    if (process.platform !== 'darwin') created.on('click', open);
    return created;
  };
  return {
    show: (state) => {
      tray ??= create();
      tray.setToolTip(`Tokenboard\n${trayStatus(state)}`);
      tray.setContextMenu(
        Menu.buildFromTemplate(trayMenu(state, { open, copy: (text) => clipboard.writeText(text), quit })),
      );
    },
    remove: () => {
      tray?.destroy();
      tray = undefined;
    },
  };
}

/** macOS draws a template image in the colour of its menu bar. Panels of Linux are 22 to 48 pixels high. */
const iconFile = (platform: NodeJS.Platform): string =>
  platform === 'darwin' ? 'trayTemplate.png' : platform === 'linux' ? 'tray-linux.png' : 'tray.png';
