import type { Translated } from '../../../app/shared/messages/message.ts';
import type { help as en } from '../en/help.ts';

export const help: Translated<typeof en> = {
  'help.guide.title': 'Benutzerhandbuch',
  'help.guide.pages': 'Seiten des Handbuchs',
  'help.guide.unreadable': 'Diese Seite konnte nicht gelesen werden. Starten Sie Tokenboard neu.',

  'help.keys.title': 'Tastenkürzel',
  'help.keys.or': 'oder',

  'help.keys.window': 'Überall',
  'help.keys.resources': 'Ressourcen',
  'help.keys.lists': 'In der Seitenleiste',
  'help.keys.table': 'In einer Tabelle',
  'help.keys.tree': 'In einem Baum',
  'help.keys.console': 'In der Konsole',
  'help.keys.dialogs': 'In Dialogen und Bedienelementen',

  'help.keys.lists.row': 'Vorherige oder nächste Zeile',
  'help.keys.lists.page': 'Vorherige oder nächste Seite',
  'help.keys.lists.end': 'Erste oder letzte Zeile',
  'help.keys.lists.move': 'Zeile verschieben',
  'help.keys.lists.rename': 'Umbenennen',

  'help.keys.table.cell': 'Zur nächsten Zelle',
  'help.keys.table.edge': 'Zum Rand der Tabelle',
  'help.keys.table.page': 'Vorherige oder nächste Seite',
  'help.keys.table.column': 'Erste oder letzte Spalte',
  'help.keys.table.corner': 'Erste oder letzte Zelle',
  'help.keys.table.range': 'Mehr oder weniger Zellen auswählen',
  'help.keys.table.all': 'Tabelle auswählen',
  'help.keys.table.whole': 'Spalte oder Zeile auswählen',
  'help.keys.table.value': 'Ganzen Wert anzeigen',
  'help.keys.table.copy': 'Auswahl kopieren',
  'help.keys.table.header': 'Mit den Namen der Spalten kopieren',
  'help.keys.table.menu': 'Menü der Zelle öffnen',
  'help.keys.table.find': 'In allen Zeilen suchen',
  'help.keys.table.match': 'Nächster oder vorheriger Treffer',
  'help.keys.table.columnMenu': 'Menü der Spalte öffnen',
  'help.keys.table.undo': 'Letzte Änderung an Zeilen und Spalten rückgängig',
  'help.keys.table.width': 'Spaltenbreite ändern',
  'help.keys.table.close': 'Wert schließen',

  'help.keys.tree.line': 'Vorherige oder nächste Zeile',
  'help.keys.tree.open': 'Zweig öffnen oder schließen',
  'help.keys.tree.value': 'Zweig öffnen oder ganzen Wert anzeigen',
  'help.keys.tree.below': 'Alles darunter aufklappen',
  'help.keys.tree.find': 'Im ganzen Baum suchen',
  'help.keys.tree.table': 'Liste als Tabelle anzeigen',
  'help.keys.tree.copy': 'Wert kopieren',

  'help.keys.console.row': 'Vorherige oder nächste Anfrage',
  'help.keys.console.detail': 'Zu den Details',
  'help.keys.console.list': 'Vom Filter zur Liste',
  'help.keys.console.close': 'Details, dann Konsole schließen',

  'help.keys.dialogs.close': 'Oberstes Element schließen',
  'help.keys.dialogs.request': 'Token anfordern',
  'help.keys.dialogs.tab': 'Vorherige oder nächste Auswahl',
  'help.keys.dialogs.size': 'Größe ändern, auf dem Rand eines Bereichs',
};
