import type { MenuItemConstructorOptions } from 'electron';
import { text } from '../../shared/messages/text.ts';
import type { TrayState } from '../tray.ts';

export interface TrayActions {
  open(): void;
  copy(text: string): void;
  quit(): void;
}

/** A computer has several addresses. The settings show all. */
const mostOrigins = 4;

/** What the icon says when the pointer is over it, and the second line of its menu. */
export function trayStatus({ feeds, published }: TrayState): string {
  if (feeds === 'running' || feeds === 'starting') return text('menu.tray.feeds.running', { count: published });
  return text(`menu.tray.feeds.${feeds}`);
}

/** The menu of the icon in the tray. */
export function trayMenu(state: TrayState, { open, copy, quit }: TrayActions): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const origins = state.feeds === 'running' ? state.origins.slice(0, mostOrigins) : [];
  return [
    { label: text('menu.tray.open'), click: open },
    separator,
    { label: trayStatus(state), enabled: false },
    ...origins.map((origin) => ({ label: text('menu.tray.copy', { address: origin }), click: () => copy(origin) })),
    separator,
    { label: text('menu.tray.quit'), click: quit },
  ];
}
