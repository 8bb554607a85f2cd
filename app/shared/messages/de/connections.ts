import type { connections as en } from '../en/connections.ts';
import type { Translated } from '../message.ts';

export const connections: Translated<typeof en> = {
  'connection.inUse':
    '{count, plural, one {„{name}“ autorisiert eine Ressource, die ohne diese Verbindung nicht abgerufen werden kann.} other {„{name}“ autorisiert # Ressourcen, die ohne diese Verbindung nicht abgerufen werden können.}}',
  'connection.loginWindow': 'Anmelden: {name}',
  'connection.noIntrospection': 'OAuth1-Token können nicht beim Dienst geprüft werden.',
  'connection.tokenRefused':
    'Der Dienst hat das Token bei der letzten Anfrage abgelehnt. Der Zugriff wurde vielleicht widerrufen.',
  'connection.dataRefused':
    'Der Dienst hat auch ein erneuertes Token abgelehnt. Der Zugriff wurde vielleicht widerrufen, oder das Konto darf die Daten nicht sehen.',
  'connection.renewalFailed': 'Das Token konnte nicht erneuert werden.',
  'connection.unwritten': 'Ein Geheimnis konnte nicht gespeichert werden, weil sich seine Datei nicht schreiben ließ.',
  'connection.deleted': 'Die Verbindung wurde gelöscht.',
  'connection.loginRunning':
    'Für diese Verbindung läuft schon eine Anmeldung. Schließen Sie sie ab, oder brechen Sie sie ab.',
  'connection.noLogin': 'Es wartet keine Anmeldung auf den Browser.',
  'connection.secretNotStored': 'Dieses Geheimnis ist nicht gespeichert.',
  'connection.idToken.missing':
    'Der Dienst hat kein ID-Token gesendet, obwohl der Scope „openid“ eines anfordert. Das Konto konnte nicht geprüft werden. Die Daten sind nicht betroffen.',
  'connection.idToken.unreadable':
    'Der Dienst hat ein ID-Token gesendet, das nicht lesbar ist. Das Konto konnte nicht geprüft werden. Die Daten sind nicht betroffen.',
  'connection.idToken.severalAudiences':
    'Das ID-Token gilt für mehrere Clients und nennt nicht den Client, der es angefordert hat. Die Daten sind nicht betroffen.',
  'connection.expired':
    'Das Token ist abgelaufen, und der Dienst hat kein Aktualisierungstoken ausgegeben. Fordern Sie ein neues Token an.',
  'connection.noSuchSecret': 'Eine Verbindung hat kein solches Geheimnis.',
  'connection.notFound': 'Diese Verbindung existiert nicht mehr.',
  'connection.settingsChanged':
    'Das Token gehört zu einem anderen Dienst oder Client als in den Einstellungen und wurde deshalb nicht gesendet. Melden Sie sich erneut an.',
  'connection.noTokenYet': 'Diese Verbindung hat noch kein Token. Fordern Sie ein Token an.',
  'connection.tokenDamaged': 'Das gespeicherte Token ist beschädigt. Fordern Sie ein neues Token an.',
  'notification.loginRequired.title':
    '{count, plural, one {Eine Verbindung erfordert eine neue Anmeldung} other {# Verbindungen erfordern eine neue Anmeldung}}',
  'notification.loginRequired.body':
    '{count, plural, one {{names}. Das Token kann nicht mehr erneuert werden: Öffnen Sie Tokenboard und fordern Sie ein neues an.} other {{names}. Die Token können nicht mehr erneuert werden: Öffnen Sie Tokenboard und fordern Sie neue an.}}',
  'notification.name': '„{name}“',
  'notification.more': '{count, number} weitere',
};
