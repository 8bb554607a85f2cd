import type { push as en } from '../en/push.ts';
import type { Translated } from '../message.ts';

export const push: Translated<typeof en> = {
  'files.of.push': 'den Zielen Ihrer Feeds',
  'files.of.pushSent': 'den letzten Sendungen an Ihre Ziele',
  'push.notFound': 'Dieses Ziel gibt es nicht mehr.',
  'push.failed.refused': 'Das Ziel hat die Zeilen abgelehnt (Status {status, number}).',
  'push.failed.unauthorized':
    'Das Ziel hat den Schlüssel oder das Kennwort nicht angenommen (Status {status, number}).',
  'push.failed.rate_limited': 'Das Ziel begrenzt, wie oft es Zeilen annimmt (Status {status, number}).',
  'push.failed.server_error': 'Das Ziel hat selbst ein Problem (Status {status, number}).',
  'push.failed.unexpected': 'Das Ziel hat eine Antwort gesendet, die Tokenboard nicht kennt.',
  'push.failed.url': 'Die Adresse des Ziels ist keine vollständige http- oder https-Adresse.',
  'push.failed.insecureUrl':
    '{host} liegt außerhalb Ihres Netzwerks: Schlüssel und Zeilen werden dorthin nur per https gesendet.',
  'push.failed.incomplete': 'Ein Feld des Ziels ist noch leer.',
  'push.failed.noRows': 'Es gibt keine Zeilen zum Senden. {reason}',
  'push.failed.foreignTable': 'Die Datenbank hat eine Tabelle {table}, die nicht von Tokenboard stammt.',
  'push.failed.databaseName': 'Geben Sie einen vollständigen Pfad ein, der auf .db, .sqlite oder .sqlite3 endet.',
  'push.failed.notADatabase': 'Diese Datei gibt es, und sie ist keine SQLite-Datenbank. Sie wurde nicht verändert.',
  'push.failed.database': 'Die Datenbank hat die Zeilen nicht angenommen.',
  'push.failed.databaseDenied': 'Die Datenbank lässt Tokenboard dort nicht schreiben.',
  'push.failed.databaseLogin': 'Die Datenbank nimmt diesen Benutzer oder dieses Kennwort nicht an.',
  'push.failed.databaseMissing': 'Der Server hat keine Datenbank mit diesem Namen.',
  'push.failed.databaseTls': 'Die Verbindung zur Datenbank lässt sich nicht sicher verschlüsseln.',
  'push.failed.databaseUnreachable': 'Die Datenbank ist nicht erreichbar.',
};
