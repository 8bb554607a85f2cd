import type { Translated } from '../../../app/shared/messages/message.ts';
import type { adviceProtocol as en } from '../en/advice-protocol.ts';

export const adviceProtocol: Translated<typeof en> = {
  'advice.callback.access_denied.title': 'Der Zugriff wurde nicht gewährt',
  'advice.callback.access_denied.meaning':
    'Die Anmeldung wurde abgebrochen oder abgelehnt, oder das Konto darf diese Scopes nicht gewähren. Melden Sie sich erneut oder mit einem anderen Konto an.',
  'advice.callback.duplicate_parameter.title': 'Die Antwort ist nicht vertrauenswürdig',
  'advice.callback.duplicate_parameter.meaning':
    'Die Antwort enthielt einen Parameter zweimal und wurde verworfen. Wenn das wieder geschieht, melden Sie den Fehler dem Dienst.',
  'advice.callback.error.title': 'Der Dienst hat die Anmeldung beendet',
  'advice.callback.error.meaning':
    'Der Dienst hat die Anfrage abgelehnt. Prüfen Sie in der API-Konsole, ob der Client veröffentlicht ist und alle Scopes erlaubt sind.',
  'advice.callback.issuer_mismatch.title': 'Die Antwort kam von einem anderen Dienst',
  'advice.callback.issuer_mismatch.meaning':
    'Die Antwort nennt einen anderen Aussteller und wurde verworfen. Prüfen Sie die URLs der Verbindung.',
  'advice.callback.no_code.title': 'Der Dienst hat keinen Code gesendet',
  'advice.callback.no_code.meaning':
    'Der Callback enthielt keinen Code. Prüfen Sie die Autorisierungs-URL, die vielleicht zu einem anderen Grant-Typ gehört.',
  'advice.callback.pasted_wrong.title': 'Das ist nicht die Callback-Adresse',
  'advice.callback.pasted_wrong.meaning':
    'Kopieren Sie nach der Anmeldung die ganze Adresse aus Ihrem Browser. Die Adresse beginnt mit der Callback-URL.',
  'advice.callback.port_in_use.title': 'Der Port für den Callback ist belegt',
  'advice.callback.port_in_use.meaning':
    'Ein anderes Programm verwendet Port {port}. Schließen Sie dieses Programm, oder entfernen Sie den Port hier und beim Dienst aus der Callback-URL.',
  'advice.callback.signature_mismatch.title': 'Die Signatur der Antwort ist falsch',
  'advice.callback.signature_mismatch.meaning':
    'Die Antwort wurde verworfen. Prüfen Sie das Clientgeheimnis. Wenn es stimmt, ist die Antwort vielleicht gefälscht.',
  'advice.callback.state_mismatch.title': 'Die Antwort gehört zu einer anderen Anmeldung',
  'advice.callback.state_mismatch.meaning':
    'Die Antwort wurde verworfen. Wahrscheinlich war noch eine alte Anmeldeseite geöffnet. Beginnen Sie die Anmeldung neu.',
  'advice.callback.state_missing.title': 'Die Antwort gehört zu einer unbekannten Anmeldung',
  'advice.callback.state_missing.meaning':
    'Der Antwort fehlt der Parameter state, darum wurde sie verworfen. Manche Dienste lassen diesen Parameter weg, wenn die Autorisierungs-URL zusätzliche Parameter hat.',
  'advice.callback.wrong_address.title': 'Die Antwort kam an einer anderen Adresse an',
  'advice.callback.wrong_address.meaning':
    'Beim Dienst ist eine andere Callback-URL registriert. Registrieren Sie genau die hier gezeigte URL, mit dem Schrägstrich am Ende.',

  'advice.token.access_denied.title': 'Der Dienst verweigert den Zugriff',
  'advice.token.access_denied.meaning':
    'Das Konto oder der Client darf das nicht. Bitten Sie einen Administrator des Dienstes um die Berechtigung.',
  'advice.token.array.title': 'Die Antwort ist kein Token',
  'advice.token.array.meaning': 'Die Antwort ist eine Liste. Prüfen Sie die Zugriffstoken-URL.',
  'advice.token.client_characters.title': 'Die Client-ID oder das Geheimnis enthält ein ungültiges Zeichen',
  'advice.token.client_characters.meaning':
    'Wahrscheinlich wurde ein Zeilenumbruch oder ein Leerzeichen mitkopiert. Kopieren Sie Client-ID und Geheimnis erneut.',
  'advice.token.code_refused.title': 'Der Dienst hat den Code abgelehnt',
  'advice.token.code_refused.meaning':
    'Der Code wurde bereits verwendet oder ist abgelaufen, oder die Callback-URL weicht von der registrierten URL ab. Versuchen Sie es erneut.',
  'advice.token.empty.title': 'Die Antwort ist leer',
  'advice.token.empty.meaning': 'Die Antwort hat keinen Inhalt. Prüfen Sie die Zugriffstoken-URL.',
  'advice.token.error_in_200.title': 'Der Dienst hat einen Fehler gemeldet',
  'advice.token.error_in_200.meaning':
    'Die Antwort enthält einen Fehler statt des Tokens. Lesen Sie, was der Dienst meldet.',
  'advice.token.expired.title': 'Das Token ist abgelaufen',
  'advice.token.expired.meaning': 'Der Dienst hat kein Aktualisierungstoken ausgegeben. Melden Sie sich erneut an.',
  'advice.token.failed.title': 'Die Tokenanfrage ist fehlgeschlagen',
  'advice.token.failed.meaning':
    'Tokenboard konnte den Dienst nicht erreichen. Es ging nichts verloren. Versuchen Sie es erneut.',
  'advice.token.html.title': 'Die Antwort ist eine Webseite, kein Token',
  'advice.token.html.meaning':
    'Prüfen Sie die Zugriffstoken-URL. Auch ein Proxy oder eine Anmeldeseite des Netzwerks kann der Grund sein.',
  'advice.token.invalid_client.title': 'Der Dienst akzeptiert den Client nicht',
  'advice.token.invalid_client.meaning':
    'Die Client-ID oder das Geheimnis ist falsch, oder das Geheimnis muss anders gesendet werden. Kopieren Sie zuerst Client-ID und Geheimnis erneut.',
  'advice.token.invalid_grant.title': 'Eine neue Anmeldung ist nötig',
  'advice.token.invalid_grant.meaning':
    'Der Zugriff wurde widerrufen, ist abgelaufen oder wurde durch eine andere Anmeldung ersetzt. Fordern Sie ein neues Token an.',
  'advice.token.invalid_request.title': 'Der Dienst kann die Anfrage nicht lesen',
  'advice.token.invalid_request.meaning':
    'Ein Parameter fehlt oder ist nicht vorgesehen. Prüfen Sie unter „Mehr“ Clientauthentifizierung, PKCE und zusätzliche Parameter.',
  'advice.token.invalid_scope.title': 'Ein Scope ist nicht erlaubt',
  'advice.token.invalid_scope.meaning':
    'Einen der Scopes gibt es bei diesem Dienst nicht, oder er ist diesem Client nicht erlaubt. Bearbeiten Sie die Scopes.',
  'advice.token.malformed_token.title': 'Das Token ist nicht verwendbar',
  'advice.token.malformed_token.meaning':
    'Das Token enthält Zeichen, die in einem Token nicht erlaubt sind. Versuchen Sie es erneut, oder melden Sie den Fehler dem Dienst.',
  'advice.token.no_access_token.title': 'Kein Token in der Antwort',
  'advice.token.no_access_token.meaning':
    'Prüfen Sie die Zugriffstoken-URL, oder legen Sie unter „Mehr“ fest, wo das Token in der Antwort steht.',
  'advice.token.no_refresh_token.title': 'Das Token ist abgelaufen und kann nicht erneuert werden',
  'advice.token.no_refresh_token.meaning':
    'Der Dienst hat kein Aktualisierungstoken ausgegeben. Melden Sie sich erneut an. Manche Dienste geben ein Aktualisierungstoken nur auf Anfrage aus.',
  'advice.token.not_accepted.title': 'Der Dienst lehnt das Token ab',
  'advice.token.not_accepted.meaning': 'Vielleicht wurde der Zugriff widerrufen. Melden Sie sich erneut an.',
  'advice.token.not_json.title': 'Die Antwort ist kein Token',
  'advice.token.not_json.meaning': 'Die Antwort ist nicht lesbar. Prüfen Sie die Zugriffstoken-URL.',
  'advice.token.null.title': 'Die Antwort ist kein Token',
  'advice.token.null.meaning': 'Die Antwort enthält nur null. Prüfen Sie die Zugriffstoken-URL.',
  'advice.token.rate_limited.title': 'Zu viele Anfragen',
  'advice.token.rate_limited.meaning':
    'Der Dienst begrenzt die Anzahl der Anfragen. Ihre Einstellungen sind in Ordnung. Versuchen Sie es später erneut.',
  'advice.token.redirected.title': 'Die Zugriffstoken-URL leitet weiter',
  'advice.token.redirected.meaning':
    'Tokenboard sendet das Clientgeheimnis nicht an das Ziel einer Weiterleitung. Geben Sie die endgültige URL ein, die sich oft nur durch www unterscheidet.',
  'advice.token.refused.title': 'Der Dienst hat kein Token ausgegeben',
  'advice.token.refused.meaning':
    'Lesen Sie, was der Dienst meldet. Oft ist der Client noch nicht veröffentlicht, oder das Konto darf ihn nicht verwenden.',
  'advice.token.reserved_parameter.title': 'Ein zusätzlicher Parameter ist nicht erlaubt',
  'advice.token.reserved_parameter.meaning':
    'Tokenboard setzt „{parameter}“ automatisch. Entfernen Sie den Parameter unter „Mehr“.',
  'advice.token.server_error.title': 'Serverfehler',
  'advice.token.server_error.meaning': 'Ihre Einstellungen sind in Ordnung. Versuchen Sie es in einer Minute erneut.',
  'advice.token.settings_changed.title': 'Die Einstellungen haben sich geändert: Melden Sie sich erneut an',
  'advice.token.settings_changed.meaning':
    'Das Token gehört zum früheren Dienst oder zur früheren Client-ID. Fordern Sie ein neues Token an, oder machen Sie die Änderung rückgängig.',
  'advice.token.unauthorized_client.title': 'Dieser Client darf diesen Grant-Typ nicht verwenden',
  'advice.token.unauthorized_client.meaning':
    'Erlauben Sie den Grant-Typ für den Client in der API-Konsole, oder erstellen Sie einen Client eines anderen Typs.',
  'advice.token.unsupported_grant_type.title': 'Der Dienst bietet diesen Grant-Typ nicht an',
  'advice.token.unsupported_grant_type.meaning':
    'Wählen Sie einen anderen Grant-Typ. Die meisten Dienste bieten den Autorisierungscode an.',
  'advice.token.unsupported_type.title': 'Der Typ des Tokens wird nicht unterstützt',
  'advice.token.unsupported_type.meaning':
    'Dieser Dienst verwendet einen Tokentyp, den Tokenboard nicht senden kann. Tokenboard unterstützt Bearer-Token und OAuth1-Signaturen.',
  'advice.token.value_unusable.title': 'Ein Wert aus der Anmeldung passt nicht in die URL',
  'advice.token.value_unusable.meaning':
    'Der Wert von „{value}“ ist in einer URL nicht erlaubt. Fordern Sie ein neues Token an.',
  'advice.token.wrong_address.title': 'Nichts unter der Zugriffstoken-URL gefunden',
  'advice.token.wrong_address.meaning': 'Vergleichen Sie die Zugriffstoken-URL mit der Dokumentation des Dienstes.',
  'advice.token.wrong_password.title': 'Der Benutzername oder das Kennwort ist falsch',
  'advice.token.wrong_password.meaning':
    'Prüfen Sie Benutzername und Kennwort. Dieser Grant-Typ funktioniert nicht für Konten mit einem zweiten Faktor.',

  'advice.oauth1.callback_not_confirmed.title': 'Der Dienst hat die Callback-URL nicht bestätigt',
  'advice.oauth1.callback_not_confirmed.meaning':
    'Registrieren Sie genau diese Callback-URL beim Dienst. Wenn der Fehler bleibt, verwendet der Dienst eine ältere, unsichere Version von OAuth.',
  'advice.oauth1.callback_refused.title': 'Die Callback-URL ist nicht registriert',
  'advice.oauth1.callback_refused.meaning':
    'Registrieren Sie in der API-Konsole genau diese Callback-URL, mit dem Schrägstrich am Ende.',
  'advice.oauth1.client_throttled.title': 'Der Dienst blockiert diesen Client vorübergehend',
  'advice.oauth1.client_throttled.meaning':
    'Der Client hat vielleicht zu viele Anfragen gesendet. Warten Sie einige Minuten, und versuchen Sie es erneut.',
  'advice.oauth1.client_unknown.title': 'Die Client-ID ist falsch',
  'advice.oauth1.client_unknown.meaning':
    'Der Dienst kennt die Client-ID (Consumer-Key) nicht oder hat sie widerrufen. Kopieren Sie die Client-ID erneut aus der API-Konsole.',
  'advice.oauth1.clock_conflict.title': 'Der Dienst lehnt den Zeitstempel der Anfrage ab',
  'advice.oauth1.clock_conflict.meaning':
    '{clock} Stellen Sie die Uhr dieses Computers. Wenn die Uhr richtig geht, fragen Sie den Betreiber des Proxys oder des Dienstes.',
  'advice.oauth1.clock_unknown.title': 'Der Dienst lehnt den Zeitstempel der Anfrage ab',
  'advice.oauth1.clock_unknown.meaning': '{clock} Stellen Sie die Uhr dieses Computers, und versuchen Sie es erneut.',
  'advice.oauth1.insecure_transport.title': 'Der Dienst akzeptiert nur https',
  'advice.oauth1.insecure_transport.meaning': 'Ändern Sie in den URLs der Verbindung http:// in https://.',
  'advice.oauth1.more_authorization.title': 'Das Token erlaubt das nicht',
  'advice.oauth1.more_authorization.meaning':
    'Dem Token fehlt eine Berechtigung. Erteilen Sie die Berechtigung in der API-Konsole, und fordern Sie dann ein neues Token an.',
  'advice.oauth1.no_token.title': 'Kein Token in der Antwort',
  'advice.oauth1.no_token.meaning':
    'Prüfen Sie die Anfrage-URL und die Zugriffstoken-URL. Eine dieser URLs führt zu einer anderen Seite.',
  'advice.oauth1.no_verifier.title': 'Der Dienst hat keinen Verifier gesendet',
  'advice.oauth1.no_verifier.meaning':
    'Ohne Verifier kann Tokenboard kein Token anfordern. Prüfen Sie die Autorisierungs-URL.',
  'advice.oauth1.nonce_refused.title': 'Der Dienst meldet eine doppelte Anfrage',
  'advice.oauth1.nonce_refused.meaning':
    'Der Dienst hat dieselbe Anfrage schon einmal erhalten. Versuchen Sie es erneut: Jeder Versuch hat eine neue Signatur.',
  'advice.oauth1.parameter_missing.title': 'Der Dienst verlangt einen weiteren Parameter',
  'advice.oauth1.parameter_missing.meaning':
    'Die Meldung des Dienstes nennt den Parameter. Fügen Sie den Parameter unter „Mehr“, „Zusätzliche Parameter und Header“ hinzu.',
  'advice.oauth1.parameter_rejected.title': 'Der Dienst akzeptiert einen Parameter nicht',
  'advice.oauth1.parameter_rejected.meaning':
    'Die Meldung des Dienstes nennt den Parameter. Entfernen Sie den Parameter aus der URL oder unter „Mehr“, „Zusätzliche Parameter und Header“.',
  'advice.oauth1.permission_unknown.title': 'Der Zugriff wurde noch nicht gewährt',
  'advice.oauth1.permission_unknown.meaning':
    'Der Dienst hat die Anmeldung beendet, bevor jemand den Zugriff gewährt hat. Versuchen Sie es erneut, und schließen Sie die Anmeldung ab.',
  'advice.oauth1.private_key.title': 'Der private Schlüssel ist nicht verwendbar',
  'advice.oauth1.private_key.meaning':
    'RSA-SHA1 benötigt einen RSA-Schlüssel im PEM-Format: den ganzen Block von -----BEGIN bis -----END.',
  'advice.oauth1.refused.title': 'Der Dienst hat kein Token ausgegeben',
  'advice.oauth1.refused.meaning':
    'Vergleichen Sie Client-ID, Clientgeheimnis, Signaturmethode und Callback-URL mit den beim Dienst registrierten Werten.',
  'advice.oauth1.reserved_parameter.title': 'Ein zusätzlicher Parameter ist nicht erlaubt',
  'advice.oauth1.reserved_parameter.meaning':
    'Tokenboard setzt „{parameter}“ automatisch, für die Signatur. Entfernen Sie den Parameter unter „Mehr“.',
  'advice.oauth1.signature_invalid.title': 'Die Signatur ist falsch',
  'advice.oauth1.signature_invalid.meaning':
    'Kopieren Sie Clientgeheimnis und Tokengeheimnis erneut. Wenn beide Geheimnisse stimmen, prüfen Sie Signaturmethode und Realm.',
  'advice.oauth1.signature_method.title': 'Der Dienst akzeptiert diese Signaturmethode nicht',
  'advice.oauth1.signature_method.meaning':
    'Wählen Sie eine andere Signaturmethode. HMAC-SHA1 ist am weitesten verbreitet, NetSuite verlangt HMAC-SHA256.',
  'advice.oauth1.timestamp_refused.title': 'Der Dienst lehnt den Zeitstempel der Anfrage ab',
  'advice.oauth1.timestamp_refused.meaning': '{clock} Stellen Sie die Uhr, und versuchen Sie es erneut.',
  'advice.oauth1.token_mismatch.title': 'Die Antwort gehört zu einer anderen Anmeldung',
  'advice.oauth1.token_mismatch.meaning': 'Die Antwort wurde verworfen. Beginnen Sie die Anmeldung neu.',
  'advice.oauth1.token_rejected.title': 'Das Token ist nicht mehr gültig',
  'advice.oauth1.token_rejected.meaning':
    'Das Token wurde widerrufen, ersetzt oder verbraucht, oder es ist abgelaufen. Fordern Sie ein neues Token an, oder geben Sie das aktuelle Token ein.',
  'advice.oauth1.version_rejected.title': 'Der Dienst unterstützt OAuth 1.0 nicht',
  'advice.oauth1.version_rejected.meaning':
    'Wählen Sie einen anderen Grant-Typ. Die meisten Dienste bieten den Autorisierungscode an.',

  'advice.revoke.not_supported.title': 'Der Dienst kann das Token nicht widerrufen',
  'advice.revoke.not_supported.meaning':
    'Der Dienst bietet keinen Widerruf an. Entfernen Sie Tokenboard aus Ihrem Konto beim Dienst.',
  'advice.revoke.refused.title': 'Der Dienst hat das Token nicht widerrufen',
  'advice.revoke.refused.meaning':
    'Tokenboard hat das Token entfernt, aber das Token gilt vielleicht noch. Entfernen Sie Tokenboard aus Ihrem Konto beim Dienst.',

  'advice.device.access_denied.title': 'Der Zugriff wurde nicht gewährt',
  'advice.device.access_denied.meaning':
    'Jemand hat den Zugriff auf der Seite abgelehnt, auf der der Code eingegeben wurde. Es wurde nichts gespeichert.',
  'advice.device.code_refused.title': 'Der Code ist nicht mehr gültig',
  'advice.device.code_refused.meaning':
    'Der Code wurde bereits verwendet oder ist abgelaufen. Versuchen Sie es erneut, um einen neuen Code zu erhalten.',
  'advice.device.expired.title': 'Der Code ist abgelaufen',
  'advice.device.expired.meaning':
    'Der Code wurde nicht rechtzeitig eingegeben. Versuchen Sie es erneut, und geben Sie den neuen Code auf der gezeigten Seite ein.',
  'advice.device.no_code.title': 'Kein Code in der Antwort',
  'advice.device.no_code.meaning':
    '{host} hat keinen Anmeldecode gesendet. Prüfen Sie die Geräteautorisierungs-URL und ob der Client diesen Grant-Typ verwenden darf.',
  'advice.device.pending.title': 'Noch niemand hat sich angemeldet',
  'advice.device.pending.meaning':
    'Öffnen Sie die Seite, die mit dem Code gezeigt wird, und geben Sie dort den Code ein.',
  'advice.device.unsafe_page.title': 'Die Anmeldeseite ist nicht sicher',
  'advice.device.unsafe_page.meaning':
    'Die Anmeldeseite von {host} verwendet kein https, andere könnten sie also mitlesen. Tokenboard hat die Seite nicht geöffnet. Prüfen Sie die URLs.',
  'advice.device.wrong_address.title': 'Nichts unter der Geräteautorisierungs-URL gefunden',
  'advice.device.wrong_address.meaning':
    '{host} gibt unter dieser URL keine Anmeldecodes aus. Vergleichen Sie die URL mit der Dokumentation des Dienstes.',

  'advice.discovery.insecure_endpoint.title': 'Das Discovery-Dokument nennt eine unsichere URL',
  'advice.discovery.insecure_endpoint.meaning':
    'Die URL „{field}“ beginnt nicht mit https://, darum wurde das Discovery-Dokument nicht verwendet. Melden Sie den Fehler dem Dienst.',
  'advice.discovery.invalid_issuer.title': 'Das ist kein Aussteller',
  'advice.discovery.invalid_issuer.meaning':
    'Geben Sie eine URL wie https://login.example.com ein, ohne ? oder #, oder die URL eines Discovery-Dokuments.',
  'advice.discovery.issuer_mismatch.title': 'Das Discovery-Dokument gehört zu einem anderen Aussteller',
  'advice.discovery.issuer_mismatch.meaning':
    'Das Dokument nennt den Aussteller {issuer} und wurde nicht verwendet. Geben Sie diesen Aussteller ein, oder fügen Sie die URL des Dokuments ein.',
  'advice.discovery.issuer_slash.title': 'Nur der Schrägstrich am Ende weicht ab',
  'advice.discovery.issuer_slash.meaning':
    'Der Aussteller des Dienstes ist {issuer}. Geben Sie genau diese URL ein, gegebenenfalls mit dem Schrägstrich am Ende.',
  'advice.discovery.no_endpoints.title': 'Das Discovery-Dokument nennt keine Token-URL',
  'advice.discovery.no_endpoints.meaning': 'Kopieren Sie die URLs aus der Dokumentation von {host}.',
  'advice.discovery.no_issuer.title': 'Das Discovery-Dokument nennt keinen Aussteller',
  'advice.discovery.no_issuer.meaning':
    'Der Aussteller des Dokuments ist unbekannt, darum wurde das Dokument nicht verwendet. Kopieren Sie die URLs aus der Dokumentation des Dienstes.',
  'advice.discovery.not_found.title': 'Kein Discovery-Dokument gefunden',
  'advice.discovery.not_found.meaning':
    '{host} hat kein Discovery-Dokument für OpenID Connect oder OAuth. Prüfen Sie den Aussteller, oder kopieren Sie die URLs aus der Dokumentation des Dienstes.',
  'advice.discovery.redirected.title': 'Das Discovery-Dokument leitet weiter',
  'advice.discovery.redirected.meaning':
    'Das Dokument muss vom Aussteller selbst kommen. Geben Sie den Aussteller genau wie in der Dokumentation des Dienstes ein.',
  'advice.discovery.unavailable.title': 'Serverfehler',
  'advice.discovery.unavailable.meaning':
    '{host} hat mit Status {status} geantwortet. Ihre Einstellungen sind in Ordnung. Versuchen Sie es gleich noch einmal.',

  'advice.id_token.audience_mismatch.title': 'Das ID-Token ist für einen anderen Client',
  'advice.id_token.audience_mismatch.meaning':
    'Das ID-Token wurde nicht für diese Client-ID ausgestellt. Prüfen Sie die Client-ID.',
  'advice.id_token.expired.title': 'Das ID-Token ist bereits abgelaufen',
  'advice.id_token.expired.meaning':
    'Die Uhr dieses Computers oder des Dienstes geht falsch. Stellen Sie die Uhr, und versuchen Sie es erneut.',
  'advice.id_token.issuer_mismatch.title': 'Das ID-Token ist von einem anderen Aussteller',
  'advice.id_token.issuer_mismatch.meaning':
    'Das ID-Token nennt den Aussteller {issuer}. Wenn das Ihr Dienst ist, geben Sie genau diese URL als Aussteller ein.',
  'advice.id_token.nonce_mismatch.title': 'Das ID-Token gehört zu einer anderen Anmeldung',
  'advice.id_token.nonce_mismatch.meaning':
    'Die Nonce im ID-Token passt nicht zu dieser Anmeldung, darum wurde die Antwort verworfen. Beginnen Sie die Anmeldung neu.',
  'advice.id_token.subject_changed.title': 'Das erneuerte Token gehört einem anderen Benutzer',
  'advice.id_token.subject_changed.meaning':
    'Das erneuerte ID-Token nennt einen anderen Benutzer als die Anmeldung, darum wurde das erneuerte Token verworfen. Melden Sie sich erneut an.',
  'advice.id_token.unsigned.title': 'Das ID-Token ist nicht signiert',
  'advice.id_token.unsigned.meaning':
    'Jeder könnte dieses ID-Token erstellt haben. Wählen Sie beim Dienst einen Signaturalgorithmus für den Client.',

  'advice.introspection.not_supported.title': 'Das Token kann nicht beim Dienst geprüft werden',
  'advice.introspection.not_supported.meaning':
    'Diese Verbindung hat keine Introspection-URL. Wenn der Dienst eine Introspection-URL hat, geben Sie sie unter „Mehr“ ein.',
  'advice.introspection.refused.title': 'Der Dienst hat das Token nicht geprüft',
  'advice.introspection.refused.meaning':
    'Der Dienst hat mit Status {status} geantwortet. Oft dürfen nur bestimmte Clients Token prüfen. Das Token selbst kann in Ordnung sein.',
  'advice.introspection.unreadable.title': 'Die Antwort zum Token ist nicht lesbar',
  'advice.introspection.unreadable.meaning':
    'Die Antwort zeigt nicht, ob das Token aktiv ist. Prüfen Sie die Introspection-URL.',
};
