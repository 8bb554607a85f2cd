import type { Translated } from '../../../app/shared/messages/message.ts';
import type { advicePush as en } from '../en/advice-push.ts';

export const advicePush: Translated<typeof en> = {
  'advice.push.database.title': 'Die Datenbank hat die Zeilen nicht angenommen',
  'advice.push.database.meaning': 'Lesen Sie, was die Datenbank sagt. Die Tabelle behält ihre bisherigen Zeilen.',
  'advice.push.database_denied.title': 'Die Datenbank lässt Tokenboard nicht schreiben',
  'advice.push.database_denied.meaning':
    'Geben Sie dem Benutzer das Recht, Tabellen anzulegen, oder wählen Sie eine andere Tabelle. Bei einer Datei prüfen Sie ihren Ordner.',
  'advice.push.database_login.title': 'Die Datenbank nimmt diese Anmeldung nicht an',
  'advice.push.database_login.meaning':
    'Prüfen Sie Benutzername und Kennwort, und ob der Server diesen Benutzer von hier zulässt.',
  'advice.push.database_missing.title': 'Die Datenbank gibt es nicht',
  'advice.push.database_missing.meaning':
    'Prüfen Sie ihren Namen. Tokenboard legt die Tabelle an, aber nicht die Datenbank.',
  'advice.push.database_tls.title': 'Die Datenbank ist nicht sicher erreichbar',
  'advice.push.database_tls.meaning':
    'Sie braucht für diesen Host ein Zertifikat, dem hier vertraut wird. Fügen Sie seine Stelle in den Netzwerkeinstellungen hinzu.',
  'advice.push.database_unreachable.title': 'Die Datenbank ist nicht erreichbar',
  'advice.push.database_unreachable.meaning':
    'Prüfen Sie Host und Port, und ob die Datenbank läuft. Tokenboard versucht es erneut.',
  'advice.push.foreign_table.title': 'Die Tabelle gehört jemand anderem',
  'advice.push.foreign_table.meaning':
    'Tokenboard ersetzt nur Tabellen, die es selbst angelegt hat. Wählen Sie einen anderen Namen für die Tabelle.',
  'advice.push.incomplete.title': 'Das Ziel ist nicht vollständig',
  'advice.push.incomplete.meaning': 'Füllen Sie die leeren Felder des Ziels aus.',
  'advice.push.insecure_url.title': 'Die Adresse braucht https',
  'advice.push.insecure_url.meaning':
    '{host} liegt außerhalb Ihres Netzwerks. Verwenden Sie eine Adresse, die mit https beginnt.',
  'advice.push.no_rows.title': 'Es gibt keine Zeilen zum Senden',
  'advice.push.no_rows.meaning':
    'Die Ressource konnte nicht abgerufen werden. Rufen Sie sie ab, um den Grund zu sehen.',
  'advice.push.not_a_database.title': 'Das ist keine SQLite-Datenbank',
  'advice.push.not_a_database.meaning':
    'Geben Sie einen vollständigen Pfad ein, der auf .db, .sqlite oder .sqlite3 endet.',
  'advice.push.not_found.title': 'Dieses Ziel gibt es nicht mehr',
  'advice.push.not_found.meaning': 'Das Ziel wurde gelöscht. Legen Sie es neu an.',
  'advice.push.rate_limited.title': 'Das Ziel begrenzt, wie oft es Zeilen annimmt',
  'advice.push.rate_limited.meaning':
    'Tokenboard versucht es später erneut. Wählen Sie ein längeres Intervall, wenn das oft vorkommt.',
  'advice.push.refused.title': 'Das Ziel hat die Zeilen abgelehnt',
  'advice.push.refused.meaning':
    'Prüfen Sie den Namen der Liste, des Datasets oder des Widgets, und ob die Spalten passen.',
  'advice.push.server_error.title': 'Das Ziel hat ein Problem',
  'advice.push.server_error.meaning': 'Hier ist alles in Ordnung. Tokenboard versucht es später erneut.',
  'advice.push.unauthorized.title': 'Das Ziel nimmt den Schlüssel nicht an',
  'advice.push.unauthorized.meaning': 'Geben Sie einen Schlüssel oder ein Kennwort ein, das dort schreiben darf.',
  'advice.push.unexpected.title': 'Die Antwort des Ziels ist unbekannt',
  'advice.push.unexpected.meaning': 'Prüfen Sie die Adresse: Dort antwortet vielleicht ein anderes Programm.',
  'advice.push.url.title': 'Die Adresse ist nicht vollständig',
  'advice.push.url.meaning': 'Geben Sie eine Adresse ein, die mit https:// oder http:// beginnt.',
};
