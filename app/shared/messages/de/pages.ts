import type { pages as en } from '../en/pages.ts';
import type { Translated } from '../message.ts';

export const pages: Translated<typeof en> = {
  'pages.parameterUnfit': 'Der Inhalt hat keinen Platz für den Parameter der Seiten. Prüfen Sie ihn unter Seiten.',
  'pages.notUrl': 'Die Seite nennt die nächste mit einem Wert, der keine URL ist.',
  'pages.noPageInfo':
    'Die Seite hat kein pageInfo unter {path}. Fragen Sie in der Abfrage nach hasNextPage und endCursor.',
  'pages.url.invalid': 'Die URL der nächsten Seite ist ungültig.',
  'pages.url.insecure': 'Die URL der nächsten Seite ist unsicher ({url}). Sie wurde nicht abgerufen.',
  'pages.url.secret': 'Die URL der nächsten Seite enthält ein Geheimnis und führt zu {url}. Sie wurde nicht abgerufen.',
  'pages.url.elsewhere':
    'Die nächste Seite liegt auf einem anderen Host, {url}. Sie wurde nicht abgerufen. Verwenden Sie die URL von {url}, wenn Sie ihm vertrauen.',
  'pages.url.body':
    'Die nächste Seite liegt auf einem anderen Host, {url}. Der Inhalt der Anfrage wurde nicht dorthin gesendet.',
  'pages.failed':
    'Seite {page, number} ist fehlgeschlagen: {reason} Angezeigt: {rows, plural, one {# Zeile} other {# Zeilen}} aus {pages, plural, one {# Seite} other {# Seiten}}.',
  'pages.failedOf':
    'Seite {page, number} von {total, number} ist fehlgeschlagen: {reason} Angezeigt: {rows, plural, one {# Zeile} other {# Zeilen}} aus {pages, plural, one {# Seite} other {# Seiten}}.',
  'pages.first': 'Weitere Seiten wurden nicht abgerufen: {reason}',
  'pages.stopped':
    'Sie haben abgebrochen. Angezeigt: {rows, plural, one {# Zeile} other {# Zeilen}} aus {pages, plural, one {# Seite} other {# Seiten}}.',
  'pages.limitPages':
    'Beendet an der Grenze von {count, plural, one {# Seite} other {# Seiten}}. Es gibt weitere Zeilen.',
  'pages.limitRows':
    'Beendet an der Grenze von {count, plural, one {# Zeile} other {# Zeilen}}. Es gibt weitere Zeilen.',
  'pages.ceiling':
    'Beendet nach {count, plural, one {# Seite} other {# Seiten}}. Mehr Seiten ruft Tokenboard nicht ab.',
  'pages.tooLarge':
    'Beendet bei {mebibytes, number} MiB, der größten Antwort, die Tokenboard anzeigt. Es gibt weitere Zeilen.',
  'pages.repeat': 'Seite {page, number} hat die Zeilen der Seite davor. Tokenboard nimmt dies als Ende.',
  'pages.loop':
    'Seite {page, number} führt zu einer Seite zurück, die schon gelesen ist. Tokenboard hat dort aufgehört.',
  'pages.notThere': 'Der Dienst hat keine Seite {page, number} (Status {status}). Tokenboard nimmt dies als Ende.',
};
