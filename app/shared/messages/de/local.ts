import type { local as en } from '../en/local.ts';
import type { Translated } from '../message.ts';

export const local: Translated<typeof en> = {
  'local.lost': 'Tokenboard wurde beendet, bevor es antwortete.',
  'local.notFound': 'Nichts heißt „{text}“.',
  'local.ambiguous': '„{text}“ kann mehreres sein: {names}.',
  'local.signsRequests': '„{name}“ signiert jede Anfrage (OAuth1), deshalb gibt es kein Token zum Weitergeben.',
  'local.shortToken': 'Das Token von „{name}“ gilt nur noch {seconds, number} Sekunden.',
  'local.noColumn': 'Es gibt keine Spalte „{name}“. Die Spalten: {names}.',
  'local.empty': 'Die Antwort ist leer.',
  'local.tooLarge': 'Die Antwort ist größer als das Limit von {size, number} MiB in den Einstellungen.',
};
