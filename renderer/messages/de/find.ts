import type { Translated } from '../../../app/shared/messages/message.ts';
import type { find as en } from '../en/find.ts';

export const find: Translated<typeof en> = {
  'find.label': 'In den Daten suchen',
  'find.field': 'Suchen',
  'find.placeholder': 'Überall suchen',
  'find.case': 'Groß- und Kleinschreibung beachten',
  'find.next': 'Nächster Treffer',
  'find.previous': 'Vorheriger Treffer',
  'find.none': 'Keine Treffer',
  'find.searching': 'Suche läuft…',
  'find.matches': '{count, plural, one {# Treffer} other {# Treffer}}',
  'find.number': '{number, number} von {count, number}',
  'find.number.more': '{number, number} von {count, number}+',
};
