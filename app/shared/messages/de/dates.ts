import type { dates as en } from '../en/dates.ts';
import type { Translated } from '../message.ts';

export const dates: Translated<typeof en> = {
  'fields.date.unknown':
    '{typed} ist kein Datum, das Tokenboard kennt. Bekannt sind {known}. Klammern als Text schreiben Sie {escape}.',
  'fields.date.unknownNear': '{typed} ist kein Datum, das Tokenboard kennt. Meinen Sie {near}? Bekannt sind {known}.',
  'fields.date.known': '{days} sowie {start} oder {end} mit {periods}',
  'fields.date.unit': '„{typed}“ hat keine bekannte Einheit. Bekannt sind {units}.',
  'fields.date.far': '{typed} liegt mehr als tausend Jahre entfernt.',
  'fields.date.unclosed': 'Ein Datum beginnt mit {open} und endet mit {close}. Das Ende fehlt.',
  'fields.date.character': 'Das Format eines Datums darf {character} nicht enthalten.',
  'fields.date.pattern':
    '„{part}“ gehört zu keinem Datumsformat. Verwenden Sie unix, unixms, iso oder ein Muster wie yyyy-MM-dd.',
  'fields.date.capitals': '„{pattern}“ meint das Jahr der Woche oder den Tag im Jahr. Schreiben Sie yyyy und dd.',
  'fields.date.place': 'An dieser Stelle der URL kann kein Datum stehen: {typed}.',
  'fields.date.zone': 'Tokenboard kennt die Zeitzone „{zone}“ nicht. Wählen Sie eine andere.',
};
