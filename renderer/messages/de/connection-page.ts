import type { Translated } from '../../../app/shared/messages/message.ts';
import type { connectionPage as en } from '../en/connection-page.ts';

export const connectionPage: Translated<typeof en> = {
  'connection.page.account.connected': 'Verbunden als <strong>{account}</strong>',
  'connection.page.account.wasConnected': 'Zuletzt verbunden als <strong>{account}</strong>',
  'connection.page.account.someoneElse': 'Mit anderem Konto anmelden',

  'connection.page.forecast.title': 'Läuft die Verbindung weiter?',
  'connection.page.forecast.fix': 'Aktualisierungstoken anfordern und erneut anmelden',
  'connection.page.forecast.renewed': 'erneuert <time></time>',
  'connection.page.forecast.refreshTokenEnds': 'Aktualisierungstoken läuft <time></time> ab',

  'connection.page.introspection.title': 'Was der Dienst meldet',
  'connection.page.introspection.hint': 'Fragen Sie den Dienst, ob das Token noch gültig ist.',
  'connection.page.introspection.check': 'Beim Dienst prüfen',
  'connection.page.introspection.failed': '{title}. {meaning}',
  'connection.page.introspection.active': 'Das Token ist gültig.',
  'connection.page.introspection.inactive': 'Das Token ist nicht mehr gültig. Fordern Sie ein neues an.',
  'connection.page.introspection.checked': 'Geprüft <time></time>',
  'connection.page.introspection.account': 'Konto',
  'connection.page.introspection.expires': 'Läuft ab',
  'connection.page.introspection.scopes': 'Scopes',
  'connection.page.introspection.response': 'Vollständige Antwort ({count, number})',
};
