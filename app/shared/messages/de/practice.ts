import type { practice as en } from '../en/practice.ts';
import type { Translated } from '../message.ts';

export const practice: Translated<typeof en> = {
  'practice.stopped': 'Der Übungsdienst wurde beendet.',
  'practice.failed': 'Der Übungsdienst konnte nicht gestartet werden.',
  'practice.noPreset': 'Die Vorlage des Übungsdiensts fehlt. Installieren Sie Tokenboard neu.',
  'practice.resource.authorization_code': 'Umsatz nach Tag',
  'practice.resource.password': 'Lagerbestand',
  'practice.resource.oauth1': 'Umsatz nach Tag, signiert',
  'practice.resource.client_credentials': 'Umsatz nach Tag, für eine App',
  'practice.resource.device_code': 'Umsatz nach Tag, mit Code',

  'practice.page.brand': 'Übungsdienst',
  'practice.page.title': '{title} - Übungsdienst',
  'practice.page.footer': 'Läuft nur auf diesem Computer. Ihre Eingaben bleiben hier.',

  'practice.page.login': 'Anmelden',
  'practice.page.login.lead': 'und weiter zu <strong>{app}</strong>',
  'practice.page.login.or': 'oder',
  'practice.page.login.sso': 'Mit Übungs-SSO anmelden',
  'practice.page.login.wrong': 'Benutzername oder Kennwort ist falsch. Versuchen Sie es mit dem Übungskonto unten.',
  'practice.page.account': 'Übungskonto',
  'practice.page.userName': 'Benutzername',
  'practice.page.password': 'Kennwort',
  'practice.page.continue': 'Weiter',

  'practice.page.sso': 'Übungs-SSO',
  'practice.page.sso.lead': 'Eine Anmeldung für alle Übungs-Apps',
  'practice.page.sso.loggedIn': 'Sie sind als <strong>{name}</strong> angemeldet',
  'practice.page.sso.continueAs': 'Weiter als {name}',
  'practice.page.sso.other': 'Als jemand anderes anmelden',
  'practice.page.sso.done': 'Angemeldet',
  'practice.page.sso.done.lead': 'als <strong>{name}</strong>. Dieses Fenster schließt sich von selbst.',
  'practice.page.sso.nothing': 'Hier gibt es nichts zum Anmelden',
  'practice.page.sso.nothing.text': 'Öffnen Sie diese Seite über die Anmeldeseite einer App.',

  'practice.page.consent': 'Zugriff erlauben',
  'practice.page.consent.question': 'Darf {app} Ihre Daten verwenden?',
  'practice.page.consent.scopes': '{app} darf dann',
  'practice.page.consent.allow': 'Erlauben',
  'practice.page.consent.deny': 'Ablehnen',
  'practice.page.consent.switch': 'Wechseln',
  'practice.page.consent.toHost': 'Die Antwort geht an <code>{host}</code>',
  'practice.page.consent.toDevice': 'Die Antwort geht an die App, die den Code <code>{userCode}</code> anzeigt',
  'practice.page.scope.openid.title': 'Sie erkennen',
  'practice.page.scope.openid.text': 'Ihr Name und Ihre E-Mail-Adresse, um anzuzeigen, wer verbunden ist',
  'practice.page.scope.sales:read.title': 'Umsätze lesen',
  'practice.page.scope.sales:read.text': 'Bestellungen und Umsatz nach Tag und Region',
  'practice.page.scope.inventory:read.title': 'Den Lagerbestand lesen',
  'practice.page.scope.inventory:read.text': 'Artikel, Bestand, Lager und Lieferanten',
  'practice.page.scope.profile:read.title': 'Ihr Profil lesen',
  'practice.page.scope.profile:read.text': 'Ihr Name, Ihre E-Mail-Adresse und Ihre Rolle',
  'practice.page.scope.offline_access.title': 'Verbunden bleiben',
  'practice.page.scope.offline_access.text': 'Ohne erneute Anmeldung, bis Sie diesen Zugriff entfernen',

  'practice.page.device': 'App verbinden',
  'practice.page.device.lead': 'Geben Sie den Code ein, den <strong>Tokenboard</strong> anzeigt',
  'practice.page.device.code': 'Code',
  'practice.page.device.wrong':
    'Dieser Code ist falsch, abgelaufen oder wurde bereits verwendet. Vergleichen Sie ihn mit dem angezeigten.',
  'practice.page.device.note':
    'Fahren Sie nur fort, wenn Sie diese Anmeldung begonnen haben. Die App, die den Code anzeigt, erhält Zugriff.',
  'practice.page.device.done': 'Sie sind angemeldet',
  'practice.page.device.done.text':
    'Kehren Sie zu Tokenboard zurück. Es fordert das Token selbst an. Sie können dieses Fenster schließen.',
  'practice.page.device.denied': 'Der Zugriff wurde nicht gewährt',
  'practice.page.device.denied.text': 'Es wurde nichts weitergegeben. Sie können dieses Fenster schließen.',

  'practice.page.peaka': 'Übungs-Peaka',
  'practice.page.peaka.text':
    'Verbindungen, die hier über die API angelegt wurden. Lesen Sie Daten, wie Peaka es täte: mit den Token, die es hat.',
  'practice.page.peaka.project': 'Projekt {name}',
  'practice.page.peaka.none': 'Keine Verbindungen',
  'practice.page.peaka.read': 'Daten lesen',
  'practice.page.peaka.renew': 'Token erneuern',
  'practice.page.peaka.waits': 'Die Anmeldung läuft',
  'practice.page.peaka.failed': 'Die Anmeldung war nicht erfolgreich',
  'practice.page.peaka.valuesOnly': 'Nur die Werte des Formulars sind gespeichert',
  'practice.page.peaka.rowsRead': '{rows, plural, one {# Zeile wurde} other {# Zeilen wurden}} gelesen.',
  'practice.page.peaka.renewedAndRead':
    'Das Token wurde erneuert, und {rows, plural, one {# Zeile wurde} other {# Zeilen wurden}} gelesen.',
  'practice.page.peaka.noRefreshToken':
    'Das Zugriffstoken gilt nicht mehr, und es gibt kein Aktualisierungstoken. Aktualisieren Sie die Verbindung.',
  'practice.page.peaka.burnt':
    'Das Aktualisierungstoken gilt nicht mehr: Eine andere App hat es verwendet, oder der Zugriff wurde entfernt. Melden Sie sich erneut an.',
  'practice.page.peaka.refused': 'Das Token öffnet diese Daten nicht.',
  'practice.page.peaka.expired.text':
    'Sie hat zu lange gedauert oder wurde in einem anderen Fenster abgeschlossen. Schließen Sie dieses Fenster, und legen Sie die Verbindung erneut an.',
  'practice.page.peaka.done': 'Die Verbindung ist bereit',
  'practice.page.peaka.close': 'Sie können dieses Fenster schließen.',

  'practice.page.expired': 'Diese Anmeldung ist abgelaufen',
  'practice.page.expired.text':
    'Sie hat zu lange gedauert oder wurde in einem anderen Fenster abgeschlossen. Schließen Sie dieses Fenster, und fordern Sie das Token erneut an.',
  'practice.page.expired.requestToken':
    'Das Anfragetoken ist unbekannt, bereits verwendet oder älter als zehn Minuten. Schließen Sie dieses Fenster, und fordern Sie das Token erneut an.',
  'practice.page.refused': 'Diese Anmeldung kann nicht fortgesetzt werden',
  'practice.page.refused.text':
    'Die App hat etwas angefordert, das der Übungsdienst nicht kennt. Es wurde nichts weitergegeben.',
  'practice.page.nothing': 'Hier ist nichts',
  'practice.page.nothing.text': 'Der Übungsdienst hat diese Seite nicht.',

  'practice.page.home': 'Willkommen',
  'practice.page.home.heading': 'Der Übungsdienst',
  'practice.page.home.text':
    'Probieren Sie hier Anmeldungen aus, ohne irgendwo eine App zu registrieren. Der Dienst unterstützt OAuth 2 und OAuth 1, und seine Daten erfordern ein Token.',
  'practice.page.home.data': 'Daten',
  'practice.page.home.sales': 'Bestellungen und Umsatz nach Tag und Region',
  'practice.page.home.inventory': 'Artikel mit Bestand, Lager und Lieferanten',
  'practice.page.home.profile': 'Das angemeldete Konto',
  'practice.page.home.stations': 'Stationen nach Kürzel: Die Felder eines Objekts sind die Zeilen',
  'practice.page.home.inspections': '1.000 Prüfungen; zwei Spalten erscheinen erst nach Zeile 900',
  'practice.page.home.maintenance': 'Dieselben Zeiten in allen üblichen Schreibweisen, und Dauern',
  'practice.page.home.ledger': 'Buchungen mit langen IDs, Nullen am Ende und gemischten Typen',
  'practice.page.home.umsatz': 'Umsatz, wie deutsche Software ihn schreibt, in windows-1252; ohne .csv als JSON',
  'practice.page.home.sensors': 'Sensoren mit Attributen; ein Element oder viele',
  'practice.page.home.orders': '500 Bestellungen mit Positionen, nach Seitennummer',
  'practice.page.home.machines': '240 Maschinen, nach Versatz und Anzahl',
  'practice.page.home.events': '10.000 Ereignisse, nach Cursor',
  'practice.page.home.customers': '120 Kunden, nach dem Header Link',
  'practice.page.home.shipments': '90 Sendungen, nach der nächsten URL im Inhalt',
  'practice.page.home.products': '48 Produkte, nach OData-Links',
  'practice.page.home.tickets': '180 Tickets als GraphQL-Connection',
  'practice.page.home.readings': 'Langsam: eine Zeile nach jeder Pause (ms)',
  'practice.page.home.large': 'So viele Zeilen, wie Sie anfordern',
  'practice.page.home.peaka': 'Verbindungen des Übungs-Peaka',
  'practice.page.home.note':
    'Unter <code>{origin}</code>, als JSON; die ersten sechs auch mit <code>.xml</code> oder <code>.csv</code> nach dem Namen. Mit <code>busy=2</code> wird jede URL zweimal mit Status 429 abgelehnt; mit <code>fail_after=100</code> schlagen Seiten nach Zeile 100 fehl.',
};
