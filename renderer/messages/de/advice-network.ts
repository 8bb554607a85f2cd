import type { Translated } from '../../../app/shared/messages/message.ts';
import type { adviceNetwork as en } from '../en/advice-network.ts';

export const adviceNetwork: Translated<typeof en> = {
  'advice.http.cancelled.title': 'Abgebrochen',
  'advice.http.cancelled.meaning': 'Die Anfrage wurde beendet, bevor die Antwort eintraf.',
  'advice.http.certificate.title': 'Das Zertifikat wird nicht akzeptiert',
  'advice.http.certificate.meaning':
    'Das Zertifikat beweist nicht, dass der Server {host} ist: {reason}. Fragen Sie in einem Firmennetz Ihren Administrator nach dem richtigen Zertifikat.',
  'advice.http.dns.title': 'Diesen Host gibt es nicht',
  'advice.http.dns.meaning':
    'Der Name {host} ist unbekannt. Prüfen Sie die Schreibweise. Vielleicht gibt es den Host nur in einem Firmennetz.',
  'advice.http.encoding_unknown.title': 'Unbekannte Komprimierung',
  'advice.http.encoding_unknown.meaning':
    'Tokenboard kann {encoding} in der Antwort nicht lesen. Fügen Sie den Header Accept-Encoding: gzip hinzu.',
  'advice.http.insecure_url.title': 'Die URL ist nicht sicher',
  'advice.http.insecure_url.meaning':
    'Andere könnten das Token unterwegs mitlesen. Verwenden Sie eine URL, die mit https:// beginnt.',
  'advice.http.interrupted.title': 'Die Verbindung wurde unterbrochen',
  'advice.http.interrupted.meaning': 'Die Antwort von {host} ist unvollständig. Versuchen Sie es erneut.',
  'advice.http.invalid_url.title': 'Die URL ist unvollständig',
  'advice.http.invalid_url.meaning':
    'Geben Sie eine vollständige URL ein, die mit https:// beginnt, ohne Benutzernamen und Kennwort.',
  'advice.http.malformed.title': 'Die Antwort ist nicht lesbar',
  'advice.http.malformed.meaning':
    'Die Antwort von {host} ist kein gültiges HTTP: {reason}. Prüfen Sie URL und Port, oder melden Sie den Fehler dem Dienst.',
  'advice.http.offline.title': 'Keine Netzwerkverbindung',
  'advice.http.offline.meaning': '{host} ist nicht erreichbar. Prüfen Sie das Netzwerk. Es ging nichts verloren.',
  'advice.http.proxy.title': 'Der Proxy blockiert die Anfrage',
  'advice.http.proxy.meaning':
    'Der Proxy hat die Anfrage nicht zu {host} durchgelassen. Fragen Sie Ihren Administrator, oder prüfen Sie Einstellungen, Netzwerk.',
  'advice.http.proxy_authentication.title': 'Der Proxy verlangt ein Kennwort',
  'advice.http.proxy_authentication.meaning':
    'Der Proxy verlangt für {host} einen Benutzernamen und ein Kennwort. Geben Sie beides unter Einstellungen, Netzwerk ein.',
  'advice.http.proxy_settings.title': 'Die Proxyeinstellung ist nicht verwendbar',
  'advice.http.proxy_settings.meaning':
    '{where} nennt keinen Proxy, den Tokenboard verwenden kann: {reason}. Korrigieren Sie den Wert dort, oder legen Sie den Proxy unter Einstellungen, Netzwerk fest.',
  'advice.http.refused.title': 'Verbindung abgelehnt',
  'advice.http.refused.meaning':
    'Unter {host} antwortet kein Programm. Vielleicht ist der Dienst ausgefallen oder der Port falsch.',
  'advice.http.timeout.title': 'Keine Antwort in der vorgesehenen Zeit',
  'advice.http.timeout.meaning':
    '{host} hat nicht rechtzeitig geantwortet. Wenn Antworten immer so lange dauern, erlauben Sie in den Einstellungen mehr Zeit.',
  'advice.http.tls.title': 'Keine sichere Verbindung',
  'advice.http.tls.meaning':
    '{host} und dieser Computer haben kein gemeinsames Verschlüsselungsverfahren. Vielleicht ist der Server sehr alt oder unterstützt nur http.',
  'advice.http.too_large.title': 'Die Antwort ist zu groß',
  'advice.http.too_large.meaning':
    'Die Antwort überschreitet die Grenze für Vorschauen. Erhöhen Sie die Grenze in den Einstellungen.',

  'advice.network.certificate_expired.title': 'Das Zertifikat ist abgelaufen',
  'advice.network.certificate_expired.meaning':
    'Tokenboard würde jeden Server ablehnen, der auf diesem Zertifikat beruht. Fragen Sie Ihren Administrator nach einem neuen Zertifikat.',
  'advice.network.certificate_not_yet_valid.title': 'Das Zertifikat ist noch nicht gültig',
  'advice.network.certificate_not_yet_valid.meaning':
    'Das Zertifikat gilt erst ab einem späteren Datum. Prüfen Sie zuerst die Uhr dieses Computers.',
  'advice.network.certificate_unreadable.title': 'Ein Zertifikat in dieser Datei ist beschädigt',
  'advice.network.certificate_unreadable.meaning':
    'Die Datei ist unvollständig oder wurde verändert. Fragen Sie Ihren Administrator nach einer neuen Kopie.',
  'advice.network.no_certificate.title': 'Kein Zertifikat in dieser Datei',
  'advice.network.no_certificate.meaning':
    'Wählen Sie eine PEM- oder DER-Datei, meist .pem, .crt oder .cer. Fragen Sie Ihren Administrator nach der Datei.',
  'advice.network.not_an_authority.title': 'Das ist ein Serverzertifikat',
  'advice.network.not_an_authority.meaning':
    'Fügen Sie das Zertifikat hinzu, das dieses Serverzertifikat signiert hat, oft Stamm- oder CA-Zertifikat genannt.',
  'advice.network.proxy_url.title': 'Das ist keine Proxyadresse',
  'advice.network.proxy_url.meaning':
    'Geben Sie eine URL wie http://proxy.example.com:8080 ein. Die URL kann auch mit https:// oder socks5:// beginnen. Lassen Sie Benutzernamen und Kennwort weg.',
  'advice.network.too_many.title': 'Zu viele Zertifikate',
  'advice.network.too_many.meaning': 'Entfernen Sie zuerst Zertifikate, die Sie nicht mehr brauchen.',

  'advice.window.browser_failed.title': 'Der Browser wurde nicht geöffnet',
  'advice.window.browser_failed.meaning':
    'Es ist kein Standardbrowser festgelegt, oder er ließ sich nicht starten. Legen Sie einen Standardbrowser fest, und versuchen Sie es erneut.',
  'advice.window.cancelled.title': 'Die Anmeldung wurde abgebrochen',
  'advice.window.cancelled.meaning': 'Es hat sich nichts geändert.',
  'advice.window.certificate_refused.title': 'Das Zertifikat der Anmeldeseite wird nicht akzeptiert',
  'advice.window.certificate_refused.meaning':
    'Das Zertifikat beweist die Identität des Servers nicht. Fragen Sie in einem Firmennetz Ihren Administrator nach dem richtigen Zertifikat.',
  'advice.window.closed.title': 'Das Anmeldefenster wurde geschlossen',
  'advice.window.closed.meaning': 'Die Anmeldung wurde nicht abgeschlossen. Es hat sich nichts geändert.',
  'advice.window.error_page.title': 'Der Dienst zeigt im Anmeldefenster einen Fehler',
  'advice.window.error_page.meaning':
    'Die Anmeldung kann nicht fortgesetzt werden. Meist ist die Callback-URL oder die Client-ID beim Dienst nicht registriert.',
  'advice.window.load_failed.title': 'Die Anmeldeseite wurde nicht geladen',
  'advice.window.load_failed.meaning':
    'Der Dienst ist nicht erreichbar. Prüfen Sie die Autorisierungs-URL und das Netzwerk.',
  'advice.window.no_browser.title': 'Kein Browser gefunden',
  'advice.window.no_browser.meaning':
    'Diese Anmeldung benötigt Chromium, Chrome oder Edge. Installieren Sie einen dieser Browser, und versuchen Sie es erneut.',
  'advice.window.no_window.title': 'Kein Fenster vorhanden',
  'advice.window.no_window.meaning':
    'Dieses Tokenboard läuft ohne Fenster. Melden Sie sich im Systembrowser, mit einem Gerätecode oder durch Einfügen der Callback-URL an.',
  'advice.window.proxy_authentication.title': 'Der Proxy verlangt ein Kennwort',
  'advice.window.proxy_authentication.meaning':
    'Der Proxy {proxy} blockiert die Anmeldeseite, bis Sie unter Einstellungen, Netzwerk seinen Benutzernamen und sein Kennwort eingeben.',
  'advice.window.sign_in_prompt.title': 'Das Anmeldefenster unterstützt diese Anmeldung nicht',
  'advice.window.sign_in_prompt.meaning':
    'Die Seite verlangt die Anmeldung dieses Computers oder eine Kennwortabfrage. Melden Sie sich stattdessen in Ihrem Browser an.',
  'advice.window.timeout.title': 'Die Anmeldung hat zu lange gedauert',
  'advice.window.timeout.meaning':
    'Die Anmeldung wurde beendet. Wenn Sie länger brauchen, erlauben Sie in den Einstellungen mehr Zeit.',
  'advice.window.url_refused.title': 'Diese Adresse kann nicht geöffnet werden',
  'advice.window.url_refused.meaning': 'Nur http- und https-Adressen können geöffnet werden. Prüfen Sie die URL.',
};
