import type { menu as en } from '../en/menu.ts';
import type { Translated } from '../message.ts';

export const menu: Translated<typeof en> = {
  'menu.file': 'Datei',
  'menu.resource': 'Ressource',
  'menu.view': 'Ansicht',
  'menu.run': 'Ausführen',
  'menu.focus-url': 'URL bearbeiten',
  'menu.new-resource': 'Neue Ressource',
  'menu.new-connection': 'Neue Verbindung',
  'menu.palette': 'Suchen oder springen zu …',
  'menu.next-pane': 'Nächster Bereich',
  'menu.toggle-sidebar': 'Seitenleiste ein- oder ausblenden',
  'menu.toggle-console': 'Konsole ein- oder ausblenden',
  'menu.settings': 'Einstellungen …',
};
