import type { platform as en } from '../en/platform.ts';
import type { Translated } from '../message.ts';

export const platform: Translated<typeof en> = {
  'window.cancelled': 'Die Anmeldung wurde abgebrochen.',
  'window.replaced': 'Eine neuere Anmeldung hat diese ersetzt.',
  'window.timeout': 'Die Anmeldung hat zu lange gedauert. Ihr Fenster wurde geschlossen.',
  'window.closed': 'Das Anmeldefenster wurde geschlossen, bevor die Anmeldung abgeschlossen war.',
  'window.authorizationUrl': 'Die Autorisierungs-URL muss mit https:// oder http:// beginnen.',
  'window.link': 'Nur Links mit http oder https können geöffnet werden.',
  'window.loadFailed': 'Die Anmeldeseite von {host} konnte nicht geladen werden.',
  'window.proxyLogin': 'Der Proxy {proxy} verlangt für die Anmeldeseite einen Benutzernamen und ein Kennwort.',
  'window.errorPage': '{host} zeigt im Anmeldefenster einen Fehler an.',
  'window.title': '{host} – {title}',
  'window.title.loading': 'Wird geladen – {title}',
  'window.certificate': 'Die Verbindung zu {host} ist nicht sicher: {reason}.',
  'window.certificate.ERR_CERT_COMMON_NAME_INVALID': 'Das Zertifikat gilt für einen anderen Hostnamen',
  'window.certificate.ERR_CERT_DATE_INVALID': 'Das Zertifikat ist abgelaufen oder noch nicht gültig',
  'window.certificate.ERR_CERT_AUTHORITY_INVALID':
    'Das Zertifikat stammt nicht von einer Zertifizierungsstelle, der dieser Computer vertraut',
  'window.certificate.ERR_CERT_REVOKED': 'Das Zertifikat wurde widerrufen',
  'window.certificate.ERR_CERT_INVALID': 'Das Zertifikat ist fehlerhaft',
  'window.certificate.ERR_CERT_WEAK_SIGNATURE_ALGORITHM':
    'Das Zertifikat ist mit einem Verfahren signiert, das nicht mehr sicher ist',
  'window.certificate.ERR_CERT_WEAK_KEY': 'Der Schlüssel des Zertifikats ist nicht mehr sicher',
  'window.certificate.ERR_CERT_NAME_CONSTRAINT_VIOLATION':
    'Die Zertifizierungsstelle darf für diesen Host nicht signieren',
  'window.certificate.ERR_CERT_VALIDITY_TOO_LONG': 'Das Zertifikat ist länger gültig als erlaubt',
  'window.certificate.ERR_CERTIFICATE_TRANSPARENCY_REQUIRED': 'Das Zertifikat ist nicht öffentlich protokolliert',
  'window.certificate.ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN':
    'Das Zertifikat ist nicht das, das für diesen Host bekannt ist',
  'window.certificate.other': 'Das Zertifikat konnte nicht überprüft werden',
  'window.terminal.noMainWindow': 'Dieses Tokenboard läuft ohne Fenster.',
  'window.terminal.noDisplay':
    'Für ein Anmeldefenster gibt es keinen Bildschirm. Melden Sie sich im Systembrowser, mit einem Gerätecode oder durch Einfügen der Callback-URL an.',
  'window.terminal.noBrowser':
    'Ein Anmeldefenster benötigt Chromium, Chrome oder Edge. Installieren Sie einen davon, oder melden Sie sich im Systembrowser, mit einem Gerätecode oder durch Einfügen der Callback-URL an.',
  'window.terminal.needsApp':
    'Nur die App zeigt Anmeldefenster. Starten Sie Tokenboard, und führen Sie den Befehl noch einmal aus. Oder melden Sie sich im Systembrowser, mit einem Gerätecode oder durch Einfügen der Callback-URL an.',
  'window.terminal.noSystemBrowser':
    'Der Systembrowser ließ sich nicht öffnen. Melden Sie sich mit einem Gerätecode oder durch Einfügen der Callback-URL an.',
  'window.terminal.noDialog':
    'Dieses Tokenboard läuft ohne Fenster und kann nicht fragen, wohin gespeichert wird. Geben Sie die Datei an.',
  'window.terminal.noFileManager': 'Dieses Tokenboard läuft ohne Fenster und kann den Ordner der Datei nicht anzeigen.',
  'window.otherSender': 'Tokenboard antwortet nur seinem eigenen Fenster.',
};
