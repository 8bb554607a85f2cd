import type { Translated } from '../../../app/shared/messages/message.ts';
import type { palette as en } from '../en/palette.ts';

export const palette: Translated<typeof en> = {
  'palette.title': 'Suchen oder springen zu',
  'palette.placeholder': 'Suchen oder springen zu …',
  'palette.search': 'Ressourcen, Verbindungen und Aktionen suchen',
  'palette.results': 'Ergebnisse',
  'palette.noMatch': 'Nichts gefunden für „{typed}“',
  'palette.group.actions': 'Aktionen',
  'palette.group.resources': 'Ressourcen',
  'palette.group.connections': 'Verbindungen',
  'command.run': 'Ausführen',
  'command.focus-url': 'URL bearbeiten',
  'command.new-resource': 'Neue Ressource',
  'command.new-connection': 'Neue Verbindung',
  'command.try-practice': 'Übungsdienst ausprobieren',
  'command.light-theme': 'Helles Design verwenden',
  'command.dark-theme': 'Dunkles Design verwenden',
  'command.toggle-sidebar': 'Seitenleiste ein- oder ausblenden',
  'command.toggle-console': 'Konsole ein- oder ausblenden',
  'command.settings': 'Einstellungen',
  'command.help-keys': 'Tastenkürzel',
  'command.palette': 'Suchen oder springen zu',
  'command.next-pane': 'Nächster Bereich',
  'command.previous-pane': 'Vorheriger Bereich',
  'command.undo': 'Letzte Änderung rückgängig machen',
};
