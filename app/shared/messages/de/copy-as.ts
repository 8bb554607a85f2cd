import type { copyAs as english } from '../en/copy-as.ts';
import type { Translated } from '../message.ts';

export const copyAs: Translated<typeof english> = {
  'copyAs.variable.token': 'Das Zugriffstoken von „{name}“',
  'copyAs.variable.bearer': 'Das Token',
  'copyAs.variable.password': 'Das Passwort',
  'copyAs.variable.username': 'Der Benutzername',
  'copyAs.variable.header': 'Der Wert des Headers {name}',
  'copyAs.variable.value': 'Der Wert von {name}, in der URL prozentkodiert',
  'copyAs.variable.connection': 'Der Wert „{name}“ der Verbindung',
  'copyAs.signed':
    '„{name}“ signiert jede Anfrage neu (OAuth1), darum funktioniert ein kopierter Befehl höchstens einmal. Die Konsole kopiert eine signierte Anfrage als cURL, gültig für einige Minuten. Exportieren Sie die Daten, um sie länger zu verwenden.',
  'copyAs.note.curl':
    'Für bash, zsh und Git Bash. Weiterleitungen wird nicht gefolgt, damit ein Token bei seinem Host bleibt.',
  'copyAs.note.javascript': 'Für Node ab 18, als Modul. Im Browser muss der Dienst Ihre Seite zulassen (CORS).',
  'copyAs.note.powerQuery':
    'Fügen Sie den Text in den erweiterten Editor von Power BI oder Excel ein. Wählen Sie anonymen Zugriff, wenn nach Anmeldedaten gefragt wird.',
  'copyAs.note.peakboardLogin':
    'Peakboard meldet sich mit diesen Einstellungen selbst an und erneuert sein Token. Das Clientgeheimnis steht auf der Seite der Verbindung.',
  'copyAs.note.peakboardPost': 'Peakboard sendet POST nur ohne OAuth.',
  'copyAs.peakboard.source': 'Datenquelle',
  'copyAs.peakboard.url': 'URL',
  'copyAs.peakboard.method': 'Methode',
  'copyAs.peakboard.path': 'Pfad',
  'copyAs.peakboard.maxRows': 'Max. Zeilen',
  'copyAs.peakboard.header': 'Header {name}',
  'copyAs.peakboard.body': 'Inhalt',
  'copyAs.peakboard.authentication': 'Authentifizierungstyp',
  'copyAs.peakboard.username': 'Benutzername',
  'copyAs.peakboard.password': 'Passwort',
  'copyAs.peakboard.token': 'Token',
  'copyAs.peakboard.callback': 'Callback-URL',
  'copyAs.peakboard.authorizationUrl': 'Autorisierungs-URL',
  'copyAs.peakboard.accessTokenUrl': 'Zugriffstoken-URL',
  'copyAs.peakboard.clientId': 'Client-ID',
  'copyAs.peakboard.scope': 'Scope',
  'copyAs.peakboard.accessType': 'Zugriffstyp',
  'copyAs.peakboard.currentToken': 'Aktuelles Zugriffstoken',
};
