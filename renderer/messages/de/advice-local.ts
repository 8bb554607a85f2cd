import type { Translated } from '../../../app/shared/messages/message.ts';
import type { adviceLocal as en } from '../en/advice-local.ts';

export const adviceLocal: Translated<typeof en> = {
  'advice.local.ambiguous.title': 'Der Name ist nicht eindeutig',
  'advice.local.ambiguous.meaning':
    'Mehrere Einträge beginnen mit diesem Namen. Schreiben Sie mehr davon, oder verwenden Sie die ID.',
  'advice.local.lost.title': 'Tokenboard wurde beendet',
  'advice.local.lost.meaning': 'Die App, mit der der Befehl sprach, wurde beendet. Führen Sie den Befehl erneut aus.',
  'advice.local.no_column.title': 'Diese Spalte gibt es nicht',
  'advice.local.no_column.meaning':
    'Die Zeilen haben keine Spalte mit diesem Namen. Verwenden Sie einen der genannten Namen.',
  'advice.local.no_header.title': 'Das Token gehört in die URL',
  'advice.local.no_header.meaning':
    'Der Dienst erwartet das Token als Abfrageparameter. Die Option --json nennt seinen Namen.',
  'advice.local.not_found.title': 'Unter diesem Namen gibt es nichts',
  'advice.local.not_found.meaning': '„tokenboard list“ zeigt die Namen.',
  'advice.local.short_token.title': 'So lange gilt das Token nicht',
  'advice.local.short_token.meaning':
    'Verlangen Sie eine kürzere Gültigkeit: Die Tokens des Dienstes gelten nicht länger.',
  'advice.local.signs_requests.title': 'Der Dienst verlangt signierte Anfragen',
  'advice.local.signs_requests.meaning':
    'OAuth1 signiert jede Anfrage, deshalb gibt es kein Token zum Weitergeben. Verwenden Sie „tokenboard get“.',
  'advice.local.usage.title': 'Der Befehl wurde nicht verstanden',
  'advice.local.usage.meaning': 'Die Option --help zeigt, wie der Befehl verwendet wird.',
};
