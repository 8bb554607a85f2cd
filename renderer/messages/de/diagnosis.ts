import type { Translated } from '../../../app/shared/messages/message.ts';
import type { diagnosis as en } from '../en/diagnosis.ts';

export const diagnosis: Translated<typeof en> = {
  'diagnosis.loginServerError.title': 'Serverfehler',
  'diagnosis.loginServerError.meaning':
    'Der Dienst hat mit Status {status} geantwortet. Ihre Einstellungen sind womöglich richtig. Warten Sie kurz und versuchen Sie es dann erneut.',
  'diagnosis.loginTooMany.title': 'Zu viele Anmeldeversuche',
  'diagnosis.loginTooMany.meaning':
    'Der Dienst begrenzt die Anzahl der Anmeldeversuche. Versuchen Sie es in einigen Minuten erneut.',
  'diagnosis.loginUnreachable.title': 'Die Anmeldeseite ist nicht erreichbar',
  'diagnosis.loginUnreachable.meaning':
    '{host} antwortet nicht. Vielleicht ist der Server ausgefallen oder die Autorisierungs-URL falsch.',
  'diagnosis.callbackUrlUnknown.title': 'Die Callback-URL ist nicht registriert',
  'diagnosis.callbackUrlUnknown.meaning':
    'Registrieren Sie beim Dienst genau {url}, auch mit dem Schrägstrich am Ende. Versuchen Sie es dann erneut.',
  'diagnosis.clientIdUnknown.title': 'Der Dienst kennt diese Client-ID nicht',
  'diagnosis.clientIdUnknown.meaning':
    'Kopieren Sie die Client-ID erneut aus der API-Konsole. Prüfen Sie, ob die Autorisierungs-URL zum selben Dienst gehört.',
  'diagnosis.signInPrompt.title': 'Das Anmeldefenster unterstützt diese Anmeldung nicht',
  'diagnosis.signInPrompt.meaning':
    'Die Seite verlangte die Anmeldung dieses Computers oder eine Kennwortabfrage. Ihr Browser unterstützt beides.',
  'diagnosis.loginPageError.title': 'Die Anmeldeseite zeigte einen Fehler',
  'diagnosis.loginPageError.meaning':
    'Registrieren Sie beim Dienst genau {url}, auch mit dem Schrägstrich am Ende. Wenn diese URL schon registriert ist, prüfen Sie die Client-ID.',
  'diagnosis.appWindowRefused.title': 'Der Dienst lehnt Anmeldungen in App-Fenstern ab',
  'diagnosis.appWindowRefused.meaning':
    'Der Dienst verlangt Ihren üblichen Browser. Melden Sie sich dort an, Tokenboard fährt dann automatisch fort.',
  'diagnosis.loginPageNotLoaded.title': 'Die Anmeldeseite wurde nicht geladen',
  'diagnosis.loginPageNotLoaded.meaning':
    'Vielleicht ist die Autorisierungs-URL falsch, oder die Seite braucht Ihren Browser, etwa für eine Firmenanmeldung.',
  'diagnosis.adminConsent.title': 'Ein Administrator muss diese App zulassen',
  'diagnosis.adminConsent.meaning':
    'Nur ein Administrator Ihrer Organisation kann diese Scopes gewähren. Bitten Sie einen Administrator, die App zuzulassen, und melden Sie sich dann erneut an.',
  'diagnosis.consent.title': 'Diese Scopes benötigen Ihre Zustimmung',
  'diagnosis.consent.meaning':
    'Melden Sie sich erneut an und stimmen Sie zu. Manchen Scopes muss ein Administrator zustimmen.',
  'diagnosis.accountUnusable.title': 'Dieses Konto kann nicht verwendet werden',
  'diagnosis.accountUnusable.meaning':
    'Die App akzeptiert nur Konten einer Organisation oder nur Geschäftskonten. Melden Sie sich mit einem solchen Konto an.',
  'diagnosis.tenantWrong.title': 'Der Mandant ist falsch',
  'diagnosis.tenantWrong.meaning':
    'Diesen Mandanten gibt es nicht, oder die Client-ID ist dort nicht registriert. Geben Sie die Verzeichnis-ID aus der API-Konsole ein.',
  'diagnosis.googleEnded.title': 'Google hat den Zugriff beendet',
  'diagnosis.googleEnded.meaning':
    'Der Zugriff wurde widerrufen, oder die App ist im Test, wo Token nach 7 Tagen ablaufen. Veröffentlichen Sie die App unter „OAuth-Zustimmungsbildschirm“ und melden Sie sich dann erneut an.',
  'diagnosis.googleDenied.title': 'Der Zugriff wurde nicht gewährt',
  'diagnosis.googleDenied.meaning':
    'Die Anmeldung wurde abgebrochen, oder das Konto ist kein Testnutzer der App. Fügen Sie es unter „OAuth-Zustimmungsbildschirm“, „Zielgruppe“ hinzu.',
  'diagnosis.clockWrong.title': 'Die Uhr dieses Computers geht falsch',
  'diagnosis.clockWrong.meaning':
    'Die Uhr dieses Computers weicht von der Uhr des Dienstes ab. Lassen Sie die Uhr vom System stellen und versuchen Sie es dann erneut.',

  'diagnosis.proxyLogin.title': 'Der Proxy verlangt Benutzername und Kennwort',
  'diagnosis.proxyLogin.meaning':
    'Ohne Benutzername und Kennwort blockiert der Proxy die Anfrage. Geben Sie beides in den Netzwerkeinstellungen ein.',
  'diagnosis.proxyBlocks.title': 'Der Proxy blockiert die Anfrage',
  'diagnosis.proxyBlocks.meaning':
    'Der Proxy ist nicht erreichbar oder blockiert Anfragen an {host}. Prüfen Sie die Netzwerkeinstellungen.',
  'diagnosis.proxyBlocksLogin.title': 'Der Proxy blockiert die Anfrage',
  'diagnosis.proxyBlocksLogin.meaning':
    'Der Proxy ist nicht erreichbar oder blockiert die Anmeldeseite von {host}. Prüfen Sie die Netzwerkeinstellungen.',
  'diagnosis.certificateTime.title': 'Das Zertifikat wird nicht akzeptiert',
  'diagnosis.certificateTime.meaning':
    'Nach der Uhr dieses Computers ist das Zertifikat von {host} jetzt nicht gültig. Prüfen Sie zuerst die Uhr.',
  'diagnosis.certificateUntrusted.title': 'Dieser Computer vertraut dem Zertifikat nicht',
  'diagnosis.certificateUntrusted.meaning':
    'Eine unbekannte Zertifizierungsstelle hat das Zertifikat von {host} signiert. Fügen Sie die Stelle nur hinzu, wenn Ihr Administrator Ihnen ihr Zertifikat gegeben hat.',
  'diagnosis.rateLimited.title': 'Zu viele Anfragen',
  'diagnosis.rateLimited.meaning':
    'Der Dienst begrenzt die Anzahl der Anfragen. Warten Sie {time}. Laden Sie die Daten seltener, wenn das oft vorkommt.',
  'diagnosis.serverBusy.title': 'Serverfehler',
  'diagnosis.serverBusy.meaning':
    'Der Server kann gerade nicht antworten. Ihre Einstellungen sind richtig. Warten Sie {time}, und versuchen Sie es dann erneut.',

  'diagnosis.peakaOtherAddress.title': 'Die Adresse dieser Zone gibt es nicht',
  'diagnosis.peakaOtherAddress.meaning':
    'Es gibt keinen Server namens {host}. Die Dokumentation von Peaka nennt auch {other}.',

  'diagnosis.netsuiteLogin.title': 'NetSuite lehnt die Anfrage ab',
  'diagnosis.netsuiteLogin.meaning':
    'Prüfen Sie den Realm (1234567, oder 1234567_SB1 in Großbuchstaben) und die Signaturmethode (HMAC-SHA256). Der „Login Audit Trail“ in NetSuite zeigt den Grund.',
  'diagnosis.ownTokenRejected.title': 'Der Dienst akzeptiert Ihr Token nicht',
  'diagnosis.ownTokenRejected.meaning':
    'Vielleicht wurde das Token widerrufen oder ersetzt. Geben Sie das aktuelle Token und sein Geheimnis vom Dienst ein.',
  'diagnosis.signatureRejected.title': 'Der Dienst akzeptiert die Signatur nicht',
  'diagnosis.signatureRejected.meaning':
    'Vergleichen Sie Client-ID und Clientgeheimnis mit den Werten beim Dienst. Vielleicht verlangt der Dienst auch ein Token.',

  'diagnosis.scopeMissing.title': 'Ein Scope fehlt',
  'diagnosis.scopeMissing.meaning':
    'Der Dienst verlangt für diese Anfrage {scopes}. Melden Sie sich erneut an, um {count, plural, one {den Scope} other {die Scopes}} zu gewähren.',
  'diagnosis.scopeMissingUnnamed.title': 'Ein Scope fehlt',
  'diagnosis.scopeMissingUnnamed.meaning':
    'Das Token ist gültig, erlaubt aber diese Anfrage nicht. Schlagen Sie nach, welchen Scope diese URL braucht, fügen Sie ihn hinzu und melden Sie sich erneut an.',
  'diagnosis.scopeRejected.title': 'Der Dienst lehnt einen Scope ab',
  'diagnosis.scopeRejected.meaning':
    'Der Dienst akzeptiert {scopes} nicht, oder dieser Client darf {count, plural, one {den Scope nicht anfordern. Melden Sie sich ohne den Scope} other {die Scopes nicht anfordern. Melden Sie sich ohne die Scopes}} an.',
  'diagnosis.scopesAllRejected.title': 'Der Dienst akzeptiert keinen der Scopes',
  'diagnosis.scopesAllRejected.meaning':
    'Vergleichen Sie die Scopes mit der Dokumentation des Dienstes. Manche Dienste erwarten die vollständige URL eines Scopes oder Kommas zwischen den Scopes.',
  'diagnosis.scopesRejected.title': 'Der Dienst akzeptiert die Scopes nicht',
  'diagnosis.scopesRejected.meaning':
    'Ein Scope ist falsch geschrieben, gehört zu einer anderen API oder ist diesem Client nicht erlaubt. Vergleichen Sie die Scopes mit der Dokumentation des Dienstes.',
  'diagnosis.refreshTokenNotRequested.title': 'Das Token ist abgelaufen und kann nicht erneuert werden',
  'diagnosis.refreshTokenNotRequested.meaning':
    'Tokenboard hat kein Aktualisierungstoken angefordert. Melden Sie sich erneut an, um ein Aktualisierungstoken zu erhalten.',
  'diagnosis.refreshTokenNever.title': 'Das Token ist abgelaufen',
  'diagnosis.refreshTokenNever.meaning':
    'Dieser Dienst stellt keine Aktualisierungstoken aus. Melden Sie sich nach jedem Ablauf erneut an.',
  'diagnosis.audience.title': 'Das Token gilt für eine andere API',
  'diagnosis.audience.meaning':
    'Fordern Sie Scopes dieser API an (bei Microsoft vollständig, etwa https://graph.microsoft.com/User.Read), oder fügen Sie die Audience der API als zusätzlichen Parameter hinzu.',
  'diagnosis.apiDisabled.title': 'Die API ist nicht aktiviert',
  'diagnosis.apiDisabled.meaning':
    'Im Projekt dieses Clients ist die API nicht aktiviert. Aktivieren Sie die API in der API-Konsole und warten Sie dann einige Minuten.',
  'diagnosis.newTokenRefused.title': 'Der Dienst lehnt auch das neue Token ab',
  'diagnosis.newTokenRefused.meaning': 'Vielleicht wurde der Zugriff widerrufen. Melden Sie sich erneut an.',
  'diagnosis.newTokenForbidden.title': 'Der Dienst erlaubt das nicht',
  'diagnosis.newTokenForbidden.meaning':
    'Auch ein erneuertes Token wurde abgelehnt. Das Konto darf diese Daten nicht sehen, oder der Zugriff wurde widerrufen.',
  'diagnosis.renewedTokenRefused.title': 'Der Dienst lehnt auch das neue Token ab',
  'diagnosis.renewedTokenRefused.meaning':
    'Ein erneuertes Token wurde abgelehnt. Vielleicht wurde der Zugriff widerrufen, oder das Konto darf diese Daten nicht sehen.',

  'diagnosis.secretExpired.title': 'Das Clientgeheimnis ist abgelaufen',
  'diagnosis.secretExpired.meaning':
    'Erstellen Sie in der API-Konsole ein neues Clientgeheimnis und geben Sie es hier ein. Das aktuelle Token funktioniert, bis es abläuft.',
  'diagnosis.secretIdEntered.title': 'Das Clientgeheimnis ist falsch',
  'diagnosis.secretIdEntered.meaning':
    'Microsoft zeigt zu jedem Geheimnis eine ID und einen Wert. Geben Sie den Wert ein, der nur einmal angezeigt wird.',
  'diagnosis.methodNamed.title': 'Das Clientgeheimnis muss anders gesendet werden',
  'diagnosis.methodNamed.meaning':
    'Dieser Client ist mit einer anderen Clientauthentifizierung registriert. Verwenden Sie die Methode, die die Meldung des Dienstes nennt.',
  'diagnosis.publicClient.title': 'Dieser Client hat kein Geheimnis',
  'diagnosis.publicClient.meaning':
    'Der Client ist als öffentlicher Client (Desktop oder mobil) registriert, der kein Geheimnis senden darf.',
  'diagnosis.secretRequired.title': 'Der Dienst verlangt ein Clientgeheimnis',
  'diagnosis.secretRequired.meaning':
    'Dieser Client ist mit einem Geheimnis registriert. Geben Sie das Geheimnis ein und wählen Sie unter „Mehr“, wie es gesendet wird.',
  'diagnosis.singlePageApp.title': 'Die App ist als Single-Page-Anwendung registriert',
  'diagnosis.singlePageApp.meaning':
    'Verschieben Sie die Callback-URL in der API-Konsole von „Single-Page-Webanwendung“ nach „Web“ oder „Mobilgerät- und Desktopanwendungen“.',
  'diagnosis.pkceRequired.title': 'Der Dienst verlangt PKCE',
  'diagnosis.pkceRequired.meaning': 'PKCE bindet den Autorisierungscode an diesen Computer. Schalten Sie PKCE ein.',
  'diagnosis.pkceRefused.title': 'Der Dienst unterstützt PKCE nicht',
  'diagnosis.pkceRefused.meaning':
    'Der Dienst lehnt die PKCE-Parameter ab. Ohne PKCE ist die Anmeldung etwas weniger sicher.',
  'diagnosis.formExpected.title': 'Der Dienst erwartet ein Formular',
  'diagnosis.formExpected.meaning': 'Die Anfrage wurde als JSON gesendet, das dieser Dienst nicht lesen kann.',
  'diagnosis.jsonExpected.title': 'Der Dienst erwartet JSON',
  'diagnosis.jsonExpected.meaning': 'Die Anfrage wurde als Formular gesendet, das dieser Dienst nicht lesen kann.',
  'diagnosis.grantTypeUnread.title': 'Der Dienst kann die Anfrage nicht lesen',
  'diagnosis.grantTypeUnread.meaning':
    'Der Dienst fand in der Anfrage keinen Grant-Typ. Die Anfrage wurde als JSON gesendet, vielleicht erwartet der Dienst ein Formular.',
  'diagnosis.passwordRefused.title': 'Der Dienst akzeptiert das Kennwort nicht',
  'diagnosis.passwordRefused.meaning':
    'Dieser Client darf den Grant-Typ Kennwort nicht verwenden, oder das Konto braucht einen zweiten Faktor. Verwenden Sie stattdessen den Autorisierungscode.',
  'diagnosis.clientWrong.title': 'Die Client-ID oder das Clientgeheimnis ist falsch',
  'diagnosis.clientWrong.meaning':
    'Kopieren Sie Client-ID und Clientgeheimnis erneut aus der API-Konsole, ohne Leerzeichen davor oder danach.',
  'diagnosis.clientWrongKnownMethod.title': 'Die Client-ID oder das Clientgeheimnis ist falsch',
  'diagnosis.clientWrongKnownMethod.meaning':
    'Das Geheimnis wurde so gesendet, wie dieser Dienst es verlangt. Kopieren Sie Client-ID und Geheimnis erneut aus der API-Konsole.',
  'diagnosis.clientWrongTried.title': 'Die Client-ID oder das Clientgeheimnis ist falsch',
  'diagnosis.clientWrongTried.meaning':
    'Das Geheimnis anders zu senden half nicht, es wird daher wie zuvor gesendet. Kopieren Sie Client-ID und Geheimnis erneut.',
  'diagnosis.clientRefused.title': 'Der Dienst akzeptiert den Client nicht',
  'diagnosis.clientRefused.meaning':
    'Die Client-ID oder das Geheimnis ist falsch, oder das Geheimnis muss anders gesendet werden. Kopieren Sie zuerst Client-ID und Geheimnis erneut.',

  'diagnosis.scope': '„{scope}“',

  'diagnosis.fix.enterSecret': 'Clientgeheimnis eingeben',
  'diagnosis.fix.enterClientId': 'Client-ID erneut eingeben',
  'diagnosis.fix.enterClient': 'Client-ID und Geheimnis erneut eingeben',
  'diagnosis.fix.enterToken': 'Token eingeben',
  'diagnosis.fix.checkFields': 'Felder prüfen',
  'diagnosis.fix.turnPkceOn': 'PKCE einschalten und erneut anmelden',
  'diagnosis.fix.turnPkceOff': 'Ohne PKCE anmelden',
  'diagnosis.fix.sendForm': 'Formular senden und erneut versuchen',
  'diagnosis.fix.sendJson': 'JSON senden und erneut versuchen',
  'diagnosis.fix.useCode': 'Mit einem Autorisierungscode anmelden',
  'diagnosis.fix.send.basic': 'Geheimnis als Basic senden',
  'diagnosis.fix.send.body': 'Geheimnis im Inhalt senden',
  'diagnosis.fix.send.basic_raw': 'Geheimnis uncodiert senden',
  'diagnosis.fix.send.none': 'Kein Geheimnis senden',
  'diagnosis.fix.copyCallbackUrl': 'Callback-URL kopieren',
  'diagnosis.fix.anotherAccount': 'Mit einem anderen Konto anmelden',
  'diagnosis.fix.useBrowser': 'Im Browser anmelden',
  'diagnosis.fix.copyAdminLink': 'Link für den Administrator kopieren',
  'diagnosis.fix.askConsent': 'Zustimmen und erneut anmelden',
  'diagnosis.fix.changeTenant': 'Mandanten ändern',
  'diagnosis.fix.logInAgain': 'Erneut anmelden',
  'diagnosis.fix.useOtherAddress': 'Andere Adresse verwenden',
  'diagnosis.fix.addCertificate': 'Zertifikat hinzufügen',
  'diagnosis.fix.askRefreshToken': 'Aktualisierungstoken anfordern und erneut anmelden',
  'diagnosis.fix.addScopes':
    '{count, plural, one {„{scope}“ hinzufügen und erneut anmelden} other {# Scopes hinzufügen und erneut anmelden}}',
  'diagnosis.fix.removeScopes':
    '{count, plural, one {„{scope}“ entfernen und erneut versuchen} other {# Scopes entfernen und erneut versuchen}}',
  'diagnosis.fix.chooseScopes': 'Scopes wählen',
  'diagnosis.fix.editScopes': 'Scopes bearbeiten',
  'diagnosis.fix.enableApi': 'API aktivieren',
};
