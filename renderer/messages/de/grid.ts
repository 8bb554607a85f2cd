import type { Translated } from '../../../app/shared/messages/message.ts';
import type { grid as en } from '../en/grid.ts';

export const grid: Translated<typeof en> = {
  'grid.selectAll': 'Tabelle auswählen',
  'grid.selected': '{rows, number} × {columns, number} Zellen ausgewählt',
  'grid.selected.columns': '{count, plural, one {Spalte {name}} other {# Spalten}} ausgewählt',
  'grid.selected.rows': '{count, plural, one {# Zeile} other {# Zeilen}} ausgewählt',
  'grid.selected.all': 'Tabelle ausgewählt',
  'grid.numbers': 'Zahlen',
  'grid.menu': 'Zellen',
  'grid.menu.row': 'Zeile {number, number}',
  'grid.menu.column': 'Spalte {name}',
  'grid.copy': 'Kopieren',
  'grid.copy.header': 'Mit Kopfzeile kopieren',
  'grid.copy.json': 'Als JSON kopieren',
  'grid.copy.always': '{shortcut} kopiert auch die Kopfzeile',
  'grid.copy.cut':
    'Die {count, plural, one {erste Zeile wurde} other {ersten # Zeilen wurden}} kopiert: Mehr passt nicht in die Zwischenablage. Speichern Sie die Tabelle stattdessen als Datei.',
  'grid.copy.done': '{count, plural, one {# Zeile} other {# Zeilen}} kopiert',
  'grid.filter': 'Nur Zeilen mit diesem Wert',
  'grid.filter.empty': 'Nur Zeilen ohne Wert hier',
  'grid.showValue': 'Ganzen Wert anzeigen',
  'tree.copy.value': 'Wert kopieren',
  'tree.copy.key': 'Namen kopieren',
  'tree.copy.path': 'Pfad kopieren (JSONPath)',
  'tree.copy.pointer': 'Pfad kopieren (JSON Pointer)',
  'tree.openAll': 'Alles darunter aufklappen',
  'tree.openAll.cut': 'Die ersten 2.000 Einträge wurden aufgeklappt',
};
