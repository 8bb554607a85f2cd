import type { Translated } from '../../../app/shared/messages/message.ts';
import type { advice as en } from '../en/advice.ts';

export const advice: Translated<typeof en> = {
  'advice.app.refused.title': 'Die Anfrage wurde abgelehnt',
  'advice.app.refused.meaning': 'Sie kam nicht aus dem Fenster von Tokenboard.',
  'advice.app.unexpected.title': 'Unerwarteter Fehler',
  'advice.app.unexpected.meaning':
    'Gespeicherte Daten gehen nicht verloren. Versuchen Sie es erneut; wenn der Fehler bleibt, starten Sie Tokenboard neu.',

  'advice.input.invalid.title': 'Diese Eingabe ist ungültig',
  'advice.input.invalid.meaning': 'Ein Feld ist zu lang oder enthält etwas Unerwartetes. Korrigieren Sie es.',
  'advice.input.no_secret.title': 'Dieses Geheimnis ist nicht gespeichert',
  'advice.input.no_secret.meaning': 'Es wurde nie oder nur für eine Sitzung gespeichert. Geben Sie es erneut ein.',
  'advice.input.unknown_call.title': 'Das Fenster und die App passen nicht zusammen',
  'advice.input.unknown_call.meaning': 'Ihre Versionen sind verschieden. Starten Sie Tokenboard neu.',

  'advice.settings.folder_in_use.title': 'Der Ordner wird bereits verwendet',
  'advice.settings.folder_in_use.meaning':
    'Tokenboard läuft bereits {where} mit {folder}. Schließen Sie es dort, und starten Sie es dann erneut.',
  'advice.settings.folder_unusable.title': 'Ein Ordner ist nicht verwendbar',
  'advice.settings.folder_unusable.meaning':
    '{folder}: {reason}. Geben Sie Speicherplatz frei, oder ändern Sie die Berechtigungen, und starten Sie Tokenboard erneut.',
  'advice.settings.foreign_folder.title': 'Ein Ordner von Tokenboard gehört jemand anderem',
  'advice.settings.foreign_folder.meaning':
    'Ein anderer Benutzer könnte dort anstelle von Tokenboard antworten. Entfernen Sie den Ordner, und starten Sie dann erneut.',
  'advice.settings.instance_silent.title': 'Tokenboard läuft bereits und reagiert nicht',
  'advice.settings.instance_silent.meaning': 'Beenden Sie den Prozess {pid}, und starten Sie Tokenboard erneut.',
  'advice.settings.newer_version.title': 'Eine neuere Version von Tokenboard hat diese Dateien geschrieben',
  'advice.settings.newer_version.meaning':
    'Diese Version kann sie nicht lesen und hat sie nicht geändert. Starten Sie die neuere Version.',
  'advice.settings.unreadable.title': 'Eine Datei von Tokenboard ist nicht lesbar',
  'advice.settings.unreadable.meaning': 'Prüfen Sie, wem der Datenordner gehört. Die Einstellungen zeigen, wo er ist.',
  'advice.settings.unwritable.title': 'Die Änderung konnte nicht gespeichert werden',
  'advice.settings.unwritable.meaning':
    'Der Datenordner ist voll oder schreibgeschützt. Frühere Daten gehen nicht verloren. Geben Sie Speicherplatz frei, oder ändern Sie die Berechtigungen.',

  'advice.vault.decrypt_failed.title': 'Ein Geheimnis ist nicht lesbar',
  'advice.vault.decrypt_failed.meaning':
    'Seine Datei ist beschädigt oder mit einem anderen Schlüssel verschlüsselt. Sie wurde behalten. Geben Sie das Geheimnis erneut ein, oder melden Sie sich erneut an.',
  'advice.vault.locked.title': 'Ihre Geheimnisse sind gesperrt',
  'advice.vault.locked.meaning':
    'Sie sind mit Ihrer Passphrase verschlüsselt. Geben Sie sie ein, um die Geheimnisse zu verwenden. Es wurde nichts gelöscht.',
  'advice.vault.no_keychain.title': 'Dieses System hat keinen Schlüsselbund',
  'advice.vault.no_keychain.meaning':
    'Geheimnisse gehen verloren, wenn Tokenboard geschlossen wird. Legen Sie eine Passphrase fest, um sie verschlüsselt zu behalten.',
  'advice.vault.not_locked.title': 'Es gibt nichts zurückzusetzen',
  'advice.vault.not_locked.meaning': 'Ihre gespeicherten Geheimnisse sind nicht gesperrt.',
  'advice.vault.unreadable.title': 'Ein Geheimnis ist nicht lesbar',
  'advice.vault.unreadable.meaning':
    'Seine Datei kann nicht geöffnet werden. Es wurde nichts gelöscht. Prüfen Sie, wem der Datenordner gehört.',
  'advice.vault.unwritable.title': 'Ein Geheimnis konnte nicht gespeichert werden',
  'advice.vault.unwritable.meaning':
    'Der Datenordner ist voll oder schreibgeschützt. Gespeicherte Geheimnisse gehen nicht verloren. Geben Sie Speicherplatz frei, oder ändern Sie die Berechtigungen.',
  'advice.vault.wrong_key.title': 'Falsche Passphrase',
  'advice.vault.wrong_key.meaning':
    'Sie entschlüsselt die gespeicherten Geheimnisse nicht. Es hat sich nichts geändert. Geben Sie sie erneut ein.',

  'advice.http.cancelled.title': 'Abgebrochen',
  'advice.http.cancelled.meaning': 'Die Anfrage wurde beendet, bevor die Antwort eintraf.',
  'advice.http.certificate.title': 'Das Zertifikat wird nicht akzeptiert',
  'advice.http.certificate.meaning':
    'Das Zertifikat beweist nicht, dass der Server {host} ist: {reason}. Fragen Sie in einem Firmennetz Ihren Administrator nach dem richtigen Zertifikat.',
  'advice.http.dns.title': 'Diesen Host gibt es nicht',
  'advice.http.dns.meaning':
    'Der Name {host} ist unbekannt. Prüfen Sie die Schreibweise; vielleicht gibt es ihn nur in einem Firmennetz.',
  'advice.http.encoding_unknown.title': 'Unbekannte Komprimierung',
  'advice.http.encoding_unknown.meaning':
    'Tokenboard kann {encoding} in der Antwort nicht lesen. Fügen Sie den Header Accept-Encoding: gzip hinzu.',
  'advice.http.insecure_url.title': 'Die URL ist nicht sicher',
  'advice.http.insecure_url.meaning': 'Andere könnten das Token unterwegs mitlesen. Beginnen Sie die URL mit https://.',
  'advice.http.interrupted.title': 'Die Verbindung wurde unterbrochen',
  'advice.http.interrupted.meaning': 'Die Antwort von {host} ist unvollständig. Versuchen Sie es erneut.',
  'advice.http.invalid_url.title': 'Die URL ist unvollständig',
  'advice.http.invalid_url.meaning':
    'Geben Sie eine vollständige URL ein, die mit https:// beginnt, ohne Benutzernamen und Kennwort.',
  'advice.http.malformed.title': 'Die Antwort ist nicht lesbar',
  'advice.http.malformed.meaning':
    'Die Antwort von {host} ist kein gültiges HTTP: {reason}. Prüfen Sie URL und Port, oder melden Sie es dem Dienst.',
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
    '{where} nennt keinen Proxy, den Tokenboard verwenden kann: {reason}. Korrigieren Sie es dort, oder legen Sie den Proxy unter Einstellungen, Netzwerk fest.',
  'advice.http.refused.title': 'Verbindung abgelehnt',
  'advice.http.refused.meaning':
    'Unter {host} antwortet kein Programm. Vielleicht ist der Dienst ausgefallen oder der Port falsch.',
  'advice.http.timeout.title': 'Keine Antwort in der vorgesehenen Zeit',
  'advice.http.timeout.meaning':
    '{host} hat nicht rechtzeitig geantwortet. Wenn das immer so lange dauert, erlauben Sie in den Einstellungen mehr Zeit.',
  'advice.http.tls.title': 'Keine sichere Verbindung',
  'advice.http.tls.meaning':
    '{host} und dieser Computer unterstützen keine gemeinsame Verschlüsselung. Vielleicht ist der Server sehr alt oder kann nur http.',
  'advice.http.too_large.title': 'Die Antwort ist zu groß',
  'advice.http.too_large.meaning':
    'Sie überschreitet die Grenze für Vorschauen. Erhöhen Sie die Grenze in den Einstellungen.',

  'advice.network.certificate_expired.title': 'Das Zertifikat ist abgelaufen',
  'advice.network.certificate_expired.meaning':
    'Tokenboard würde die Server ablehnen, die es signiert hat. Fragen Sie nach einem neuen Zertifikat.',
  'advice.network.certificate_not_yet_valid.title': 'Das Zertifikat ist noch nicht gültig',
  'advice.network.certificate_not_yet_valid.meaning': 'Prüfen Sie zuerst die Uhr dieses Computers.',
  'advice.network.certificate_unreadable.title': 'Ein Zertifikat in dieser Datei ist beschädigt',
  'advice.network.certificate_unreadable.meaning':
    'Die Datei wurde abgeschnitten oder verändert. Fordern Sie sie erneut an.',
  'advice.network.no_certificate.title': 'Kein Zertifikat in dieser Datei',
  'advice.network.no_certificate.meaning':
    'Wählen Sie eine PEM- oder DER-Datei, meist .pem, .crt oder .cer. Fragen Sie Ihren Administrator danach.',
  'advice.network.not_an_authority.title': 'Das ist das Zertifikat eines Servers',
  'advice.network.not_an_authority.meaning':
    'Fügen Sie das Zertifikat hinzu, das es signiert hat, oft Stamm- oder CA-Zertifikat genannt.',
  'advice.network.proxy_url.title': 'Das ist keine Proxyadresse',
  'advice.network.proxy_url.meaning':
    'Geben Sie eine URL wie http://proxy.example.com:8080 ein, auch mit https:// oder socks5://. Lassen Sie Benutzernamen und Kennwort weg.',
  'advice.network.too_many.title': 'Zu viele Zertifikate',
  'advice.network.too_many.meaning': 'Entfernen Sie zuerst Zertifikate, die Sie nicht mehr brauchen.',

  'advice.callback.access_denied.title': 'Der Zugriff wurde nicht gewährt',
  'advice.callback.access_denied.meaning':
    'Die Anmeldung wurde abgebrochen oder abgelehnt, oder das Konto darf diese Scopes nicht gewähren.',
  'advice.callback.duplicate_parameter.title': 'Die Antwort ist nicht vertrauenswürdig',
  'advice.callback.duplicate_parameter.meaning':
    'Sie enthielt einen Parameter zweimal und wurde verworfen. Wenn das wieder geschieht, melden Sie es dem Dienst.',
  'advice.callback.error.title': 'Der Dienst hat die Anmeldung beendet',
  'advice.callback.error.meaning':
    'Der Dienst hat die Anfrage abgelehnt. Oft ist der Client noch nicht veröffentlicht oder darf einen Scope nicht verwenden.',
  'advice.callback.issuer_mismatch.title': 'Die Antwort kam von einem anderen Dienst',
  'advice.callback.issuer_mismatch.meaning':
    'Sie nennt einen anderen Aussteller und wurde verworfen. Prüfen Sie die URLs.',
  'advice.callback.no_code.title': 'Der Dienst hat keinen Code gesendet',
  'advice.callback.no_code.meaning':
    'Der Callback enthielt keinen Code. Prüfen Sie die Autorisierungs-URL: Sie gehört vielleicht zu einem anderen Grant-Typ.',
  'advice.callback.pasted_wrong.title': 'Das ist nicht die Callback-Adresse',
  'advice.callback.pasted_wrong.meaning':
    'Kopieren Sie nach der Anmeldung die ganze Adresse aus Ihrem Browser. Sie beginnt mit der Callback-URL.',
  'advice.callback.port_in_use.title': 'Der Port für den Callback ist belegt',
  'advice.callback.port_in_use.meaning':
    'Ein anderes Programm verwendet Port {port}. Schließen Sie es, oder entfernen Sie den Port hier und beim Dienst aus der Callback-URL.',
  'advice.callback.signature_mismatch.title': 'Die Signatur der Antwort ist falsch',
  'advice.callback.signature_mismatch.meaning':
    'Die Antwort wurde verworfen. Prüfen Sie das Clientgeheimnis. Wenn es stimmt, ist die Antwort vielleicht gefälscht.',
  'advice.callback.state_mismatch.title': 'Die Antwort gehört zu einer anderen Anmeldung',
  'advice.callback.state_mismatch.meaning':
    'Sie wurde verworfen. Wahrscheinlich war noch eine alte Anmeldeseite geöffnet. Beginnen Sie neu.',
  'advice.callback.state_missing.title': 'Die Antwort gehört zu einer unbekannten Anmeldung',
  'advice.callback.state_missing.meaning':
    'Ihr fehlt der Parameter state, darum wurde sie verworfen. Manche Dienste verlieren ihn, wenn die Autorisierungs-URL zusätzliche Parameter hat.',
  'advice.callback.wrong_address.title': 'Die Antwort kam an einer anderen Adresse an',
  'advice.callback.wrong_address.meaning':
    'Die Callback-URL beim Dienst weicht ab. Registrieren Sie genau die hier gezeigte, mit dem Schrägstrich am Ende.',

  'advice.token.access_denied.title': 'Der Dienst verweigert den Zugriff',
  'advice.token.access_denied.meaning':
    'Das Konto oder der Client darf das nicht. Bitten Sie einen Administrator des Dienstes, es zu erlauben.',
  'advice.token.array.title': 'Die Antwort ist kein Token',
  'advice.token.array.meaning': 'Die Antwort ist eine Liste. Prüfen Sie die Zugriffstoken-URL.',
  'advice.token.client_characters.title': 'Die Client-ID oder das Geheimnis enthält ein falsches Zeichen',
  'advice.token.client_characters.meaning':
    'Wahrscheinlich wurde ein Zeilenumbruch oder ein Leerzeichen mitkopiert. Kopieren Sie beides erneut.',
  'advice.token.code_refused.title': 'Der Dienst hat den Code abgelehnt',
  'advice.token.code_refused.meaning':
    'Der Code wurde bereits verwendet, ist zu alt, oder die Callback-URL weicht von der registrierten ab. Versuchen Sie es erneut.',
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
    'Die Client-ID oder das Geheimnis ist falsch, oder das Geheimnis muss anders gesendet werden. Kopieren Sie zuerst beides erneut.',
  'advice.token.invalid_grant.title': 'Eine neue Anmeldung ist nötig',
  'advice.token.invalid_grant.meaning':
    'Der Dienst hat diesen Zugriff beendet, er ist abgelaufen, oder eine andere Anmeldung hat ihn ersetzt. Fordern Sie ein neues Token an.',
  'advice.token.invalid_request.title': 'Der Dienst kann die Anfrage nicht lesen',
  'advice.token.invalid_request.meaning':
    'Etwas fehlt oder ist nicht vorgesehen. Vergleichen Sie unter „Mehr“ Clientauthentifizierung, PKCE und zusätzliche Parameter.',
  'advice.token.invalid_scope.title': 'Ein Scope ist nicht erlaubt',
  'advice.token.invalid_scope.meaning':
    'Der Dienst kennt einen der Scopes nicht, oder dieser Client darf ihn nicht anfordern. Bearbeiten Sie die Scopes.',
  'advice.token.malformed_token.title': 'Das Token ist nicht verwendbar',
  'advice.token.malformed_token.meaning':
    'Es enthält Zeichen, die in einem Token nicht erlaubt sind. Versuchen Sie es erneut, oder melden Sie es dem Dienst.',
  'advice.token.no_access_token.title': 'Kein Token in der Antwort',
  'advice.token.no_access_token.meaning':
    'Prüfen Sie die Zugriffstoken-URL, oder legen Sie unter „Mehr“ fest, wo das Token in der Antwort steht.',
  'advice.token.no_refresh_token.title': 'Das Token ist abgelaufen und kann nicht erneuert werden',
  'advice.token.no_refresh_token.meaning':
    'Der Dienst hat kein Aktualisierungstoken ausgegeben. Melden Sie sich erneut an. Manche Dienste geben nur auf Anfrage eines aus.',
  'advice.token.not_accepted.title': 'Der Dienst lehnt das Token ab',
  'advice.token.not_accepted.meaning': 'Vielleicht wurde der Zugriff widerrufen. Melden Sie sich erneut an.',
  'advice.token.not_json.title': 'Die Antwort ist kein Token',
  'advice.token.not_json.meaning': 'Die Antwort ist nicht lesbar. Prüfen Sie die Zugriffstoken-URL.',
  'advice.token.null.title': 'Die Antwort ist kein Token',
  'advice.token.null.meaning': 'Die Antwort enthält nur null. Prüfen Sie die Zugriffstoken-URL.',
  'advice.token.rate_limited.title': 'Zu viele Anfragen',
  'advice.token.rate_limited.meaning':
    'Der Dienst bittet Sie zu warten. Ihre Einstellungen sind in Ordnung: Versuchen Sie es später erneut.',
  'advice.token.redirected.title': 'Die Zugriffstoken-URL leitet weiter',
  'advice.token.redirected.meaning':
    'Tokenboard leitet eine Anfrage mit dem Clientgeheimnis nicht weiter. Geben Sie die endgültige URL ein, oft mit oder ohne www.',
  'advice.token.refused.title': 'Der Dienst hat kein Token ausgegeben',
  'advice.token.refused.meaning':
    'Lesen Sie, was der Dienst meldet. Oft ist der Client noch nicht veröffentlicht, oder das Konto darf ihn nicht verwenden.',
  'advice.token.reserved_parameter.title': 'Ein zusätzlicher Parameter ist nicht erlaubt',
  'advice.token.reserved_parameter.meaning': 'Tokenboard setzt „{parameter}“ selbst. Entfernen Sie ihn unter „Mehr“.',
  'advice.token.server_error.title': 'Serverfehler',
  'advice.token.server_error.meaning': 'Ihre Einstellungen sind in Ordnung. Versuchen Sie es in einer Minute erneut.',
  'advice.token.settings_changed.title': 'Die Einstellungen haben sich geändert: Melden Sie sich erneut an',
  'advice.token.settings_changed.meaning':
    'Das Token gehört zum früheren Dienst oder zur früheren Client-ID. Fordern Sie ein neues an, oder machen Sie die Änderung rückgängig.',
  'advice.token.unauthorized_client.title': 'Dieser Client darf diesen Grant-Typ nicht verwenden',
  'advice.token.unauthorized_client.meaning':
    'Erlauben Sie den Grant-Typ für den Client in der API-Konsole, oder erstellen Sie einen Client eines anderen Typs.',
  'advice.token.unsupported_grant_type.title': 'Der Dienst bietet diesen Grant-Typ nicht an',
  'advice.token.unsupported_grant_type.meaning':
    'Wählen Sie einen anderen Grant-Typ. Die meisten Dienste bieten den Autorisierungscode an.',
  'advice.token.unsupported_type.title': 'Das Token hat einen anderen Typ',
  'advice.token.unsupported_type.meaning':
    'Tokenboard sendet Bearer-Token und signiert OAuth1-Anfragen. Dieser Dienst verwendet einen Typ, den Tokenboard nicht unterstützt.',
  'advice.token.value_unusable.title': 'Ein Wert aus der Anmeldung passt nicht in die URL',
  'advice.token.value_unusable.meaning':
    'Eine URL kann den Wert von „{value}“ nicht enthalten. Fordern Sie ein neues Token an.',
  'advice.token.wrong_address.title': 'Nichts unter der Zugriffstoken-URL',
  'advice.token.wrong_address.meaning': 'Vergleichen Sie die URL mit der Dokumentation des Dienstes.',
  'advice.token.wrong_password.title': 'Benutzername oder Kennwort ist falsch',
  'advice.token.wrong_password.meaning':
    'Prüfen Sie beides. Dieser Grant-Typ funktioniert nicht für Konten mit einem zweiten Faktor.',

  'advice.oauth1.callback_not_confirmed.title': 'Der Dienst hat die Callback-URL nicht bestätigt',
  'advice.oauth1.callback_not_confirmed.meaning':
    'Registrieren Sie genau diese Callback-URL beim Dienst. Wenn das nicht hilft, verwendet der Dienst ein älteres, unsicheres OAuth.',
  'advice.oauth1.callback_refused.title': 'Die Callback-URL ist nicht registriert',
  'advice.oauth1.callback_refused.meaning':
    'Registrieren Sie in der API-Konsole genau diese Callback-URL, mit dem Schrägstrich am Ende.',
  'advice.oauth1.client_throttled.title': 'Der Dienst blockiert diesen Client vorübergehend',
  'advice.oauth1.client_throttled.meaning':
    'Er hat vielleicht zu viele Anfragen gesendet. Warten Sie einige Minuten, und versuchen Sie es erneut.',
  'advice.oauth1.client_unknown.title': 'Die Client-ID ist falsch',
  'advice.oauth1.client_unknown.meaning':
    'Der Dienst kennt diesen Consumer-Key nicht oder hat ihn widerrufen. Kopieren Sie ihn erneut aus der API-Konsole.',
  'advice.oauth1.clock_conflict.title': 'Der Dienst lehnt die Zeit der Anfrage ab',
  'advice.oauth1.clock_conflict.meaning':
    '{clock} Stellen Sie die Uhr dieses Computers. Wenn sie richtig geht, fragen Sie den Betreiber des Proxys oder des Dienstes.',
  'advice.oauth1.clock_unknown.title': 'Der Dienst lehnt die Zeit der Anfrage ab',
  'advice.oauth1.clock_unknown.meaning': '{clock} Stellen Sie die Uhr dieses Computers, und versuchen Sie es erneut.',
  'advice.oauth1.insecure_transport.title': 'Der Dienst akzeptiert nur https',
  'advice.oauth1.insecure_transport.meaning': 'Ändern Sie die URLs auf https://.',
  'advice.oauth1.more_authorization.title': 'Das Token erlaubt das nicht',
  'advice.oauth1.more_authorization.meaning':
    'Es hat weniger Berechtigungen. Erlauben Sie in der API-Konsole mehr, und fordern Sie dann ein neues Token an.',
  'advice.oauth1.no_token.title': 'Kein Token in der Antwort',
  'advice.oauth1.no_token.meaning':
    'Prüfen Sie die Anfrage-URL und die Zugriffstoken-URL. Eine davon führt zu einer anderen Seite.',
  'advice.oauth1.no_verifier.title': 'Der Dienst hat keinen Verifier gesendet',
  'advice.oauth1.no_verifier.meaning':
    'Ohne ihn kann kein Token angefordert werden. Prüfen Sie die Autorisierungs-URL.',
  'advice.oauth1.nonce_refused.title': 'Der Dienst meldet eine doppelte Anfrage',
  'advice.oauth1.nonce_refused.meaning':
    'Er hat dieselbe Anfrage schon einmal erhalten. Versuchen Sie es erneut: Jeder Versuch hat eine neue Signatur.',
  'advice.oauth1.parameter_missing.title': 'Der Dienst verlangt einen weiteren Parameter',
  'advice.oauth1.parameter_missing.meaning':
    'Seine Meldung nennt den Parameter. Fügen Sie ihn unter „Mehr“, „Zusätzliche Parameter und Header“ hinzu.',
  'advice.oauth1.parameter_rejected.title': 'Der Dienst akzeptiert einen Parameter nicht',
  'advice.oauth1.parameter_rejected.meaning':
    'Seine Meldung nennt den Parameter. Entfernen Sie ihn aus der URL oder unter „Mehr“, „Zusätzliche Parameter und Header“.',
  'advice.oauth1.permission_unknown.title': 'Der Zugriff wurde noch nicht gewährt',
  'advice.oauth1.permission_unknown.meaning':
    'Der Dienst hat die Anmeldung beendet, bevor jemand den Zugriff gewährt hat. Versuchen Sie es erneut, und schließen Sie die Anmeldung ab.',
  'advice.oauth1.private_key.title': 'Der private Schlüssel ist nicht verwendbar',
  'advice.oauth1.private_key.meaning':
    'RSA-SHA1 benötigt einen RSA-Schlüssel im PEM-Format: den ganzen Block von -----BEGIN bis -----END.',
  'advice.oauth1.refused.title': 'Der Dienst hat kein Token ausgegeben',
  'advice.oauth1.refused.meaning':
    'Vergleichen Sie Client-ID, Clientgeheimnis, Signaturmethode und Callback-URL mit den beim Dienst registrierten.',
  'advice.oauth1.reserved_parameter.title': 'Ein zusätzlicher Parameter ist nicht erlaubt',
  'advice.oauth1.reserved_parameter.meaning':
    'Tokenboard setzt „{parameter}“ selbst, für die Signatur. Entfernen Sie ihn unter „Mehr“.',
  'advice.oauth1.signature_invalid.title': 'Die Signatur ist falsch',
  'advice.oauth1.signature_invalid.meaning':
    'Kopieren Sie Clientgeheimnis und Tokengeheimnis erneut. Wenn beide stimmen, vergleichen Sie Signaturmethode und Realm.',
  'advice.oauth1.signature_method.title': 'Der Dienst akzeptiert diese Signaturmethode nicht',
  'advice.oauth1.signature_method.meaning':
    'Wählen Sie eine andere. HMAC-SHA1 ist am weitesten verbreitet, NetSuite benötigt HMAC-SHA256.',
  'advice.oauth1.timestamp_refused.title': 'Der Dienst lehnt die Zeit der Anfrage ab',
  'advice.oauth1.timestamp_refused.meaning': '{clock} Stellen Sie die Uhr, und versuchen Sie es erneut.',
  'advice.oauth1.token_mismatch.title': 'Die Antwort gehört zu einer anderen Anmeldung',
  'advice.oauth1.token_mismatch.meaning': 'Sie wurde verworfen. Beginnen Sie die Anmeldung neu.',
  'advice.oauth1.token_rejected.title': 'Das Token ist nicht mehr gültig',
  'advice.oauth1.token_rejected.meaning':
    'Es wurde widerrufen, ersetzt oder verbraucht, oder es ist abgelaufen. Fordern Sie ein neues Token an, oder geben Sie das aktuelle ein.',
  'advice.oauth1.version_rejected.title': 'Der Dienst unterstützt OAuth 1.0 nicht',
  'advice.oauth1.version_rejected.meaning':
    'Wählen Sie einen anderen Grant-Typ. Die meisten Dienste bieten den Autorisierungscode an.',

  'advice.revoke.not_supported.title': 'Der Dienst kann das Token nicht widerrufen',
  'advice.revoke.not_supported.meaning':
    'Er bietet keinen Widerruf an. Entfernen Sie Tokenboard in Ihrem Konto beim Dienst.',
  'advice.revoke.refused.title': 'Der Dienst hat das Token nicht widerrufen',
  'advice.revoke.refused.meaning':
    'Das Token ist hier entfernt, gilt aber vielleicht noch. Entfernen Sie Tokenboard in Ihrem Konto beim Dienst.',

  'advice.device.access_denied.title': 'Der Zugriff wurde nicht gewährt',
  'advice.device.access_denied.meaning':
    'Jemand hat den Zugriff auf der Seite abgelehnt, auf der der Code eingegeben wurde. Es wurde nichts gespeichert.',
  'advice.device.code_refused.title': 'Der Code ist nicht mehr gültig',
  'advice.device.code_refused.meaning':
    'Er wurde bereits verwendet oder ist zu alt. Versuchen Sie es erneut, um einen neuen zu erhalten.',
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
    '{host} nennt eine Seite ohne https, die andere mitlesen könnten. Sie wurde nicht geöffnet. Prüfen Sie die URLs.',
  'advice.device.wrong_address.title': 'Nichts unter der Geräteautorisierungs-URL',
  'advice.device.wrong_address.meaning':
    '{host} gibt dort keine Anmeldecodes aus. Vergleichen Sie die URL mit der Dokumentation des Dienstes.',

  'advice.discovery.insecure_endpoint.title': 'Der Dienst nennt eine unsichere URL',
  'advice.discovery.insecure_endpoint.meaning':
    'Seine URL „{field}“ beginnt nicht mit https://, darum wurde das Dokument nicht verwendet. Melden Sie es dem Dienst.',
  'advice.discovery.invalid_issuer.title': 'Das ist kein Aussteller',
  'advice.discovery.invalid_issuer.meaning':
    'Geben Sie eine URL wie https://login.example.com ein, ohne ? oder #, oder die URL eines Discovery-Dokuments.',
  'advice.discovery.issuer_mismatch.title': 'Das Dokument gehört zu einem anderen Aussteller',
  'advice.discovery.issuer_mismatch.meaning':
    'Es nennt {issuer} und wurde nicht verwendet. Geben Sie diesen Aussteller ein, oder fügen Sie die URL des Dokuments ein.',
  'advice.discovery.issuer_slash.title': 'Nur der Schrägstrich am Ende weicht ab',
  'advice.discovery.issuer_slash.meaning':
    'Der Dienst schreibt seinen Aussteller {issuer}. Geben Sie genau diese URL ein, gegebenenfalls mit dem Schrägstrich am Ende.',
  'advice.discovery.no_endpoints.title': 'Das Discovery-Dokument nennt keine Token-URL',
  'advice.discovery.no_endpoints.meaning': 'Kopieren Sie die URLs aus der Dokumentation von {host}.',
  'advice.discovery.no_issuer.title': 'Das Discovery-Dokument nennt keinen Aussteller',
  'advice.discovery.no_issuer.meaning':
    'Es ist unbekannt, wem es gehört, darum wurde es nicht verwendet. Kopieren Sie die URLs aus der Dokumentation.',
  'advice.discovery.not_found.title': 'Kein Discovery-Dokument gefunden',
  'advice.discovery.not_found.meaning':
    '{host} hat keines für OpenID Connect oder OAuth. Prüfen Sie den Aussteller, oder kopieren Sie die URLs aus der Dokumentation.',
  'advice.discovery.redirected.title': 'Das Discovery-Dokument leitet weiter',
  'advice.discovery.redirected.meaning':
    'Es muss vom Aussteller selbst kommen. Geben Sie den Aussteller genau so ein, wie der Dienst ihn schreibt.',
  'advice.discovery.unavailable.title': 'Serverfehler',
  'advice.discovery.unavailable.meaning':
    'Ihre Einstellungen sind in Ordnung: {host} hat mit Status {status} geantwortet. Versuchen Sie es gleich noch einmal.',

  'advice.id_token.audience_mismatch.title': 'Das ID-Token ist für einen anderen Client',
  'advice.id_token.audience_mismatch.meaning':
    'Es wurde nicht für diese Client-ID ausgestellt. Prüfen Sie die Client-ID.',
  'advice.id_token.expired.title': 'Das ID-Token ist bereits abgelaufen',
  'advice.id_token.expired.meaning':
    'Die Uhr dieses Computers oder des Dienstes geht falsch. Stellen Sie die Uhr, und versuchen Sie es erneut.',
  'advice.id_token.issuer_mismatch.title': 'Das ID-Token ist von einem anderen Aussteller',
  'advice.id_token.issuer_mismatch.meaning':
    'Es nennt {issuer}. Wenn das Ihr Dienst ist, geben Sie genau diese URL als Aussteller ein.',
  'advice.id_token.nonce_mismatch.title': 'Das ID-Token gehört zu einer anderen Anmeldung',
  'advice.id_token.nonce_mismatch.meaning':
    'Seine Nonce passt nicht zu dieser Anmeldung, darum wurde die Antwort verworfen. Beginnen Sie neu.',
  'advice.id_token.subject_changed.title': 'Das erneuerte Token gehört jemand anderem',
  'advice.id_token.subject_changed.meaning':
    'Sein ID-Token nennt einen anderen Benutzer als die Anmeldung, darum wurde es verworfen. Melden Sie sich erneut an.',
  'advice.id_token.unsigned.title': 'Das ID-Token ist nicht signiert',
  'advice.id_token.unsigned.meaning':
    'Jeder könnte es erstellt haben. Wählen Sie beim Dienst einen Signaturalgorithmus für den Client.',

  'advice.introspection.not_supported.title': 'Das Token kann nicht beim Dienst geprüft werden',
  'advice.introspection.not_supported.meaning':
    'Diese Verbindung hat keine Introspection-URL. Wenn der Dienst eine hat, geben Sie sie unter „Mehr“ ein.',
  'advice.introspection.refused.title': 'Der Dienst hat das Token nicht geprüft',
  'advice.introspection.refused.meaning':
    'Er hat mit Status {status} geantwortet. Oft dürfen nur bestimmte Clients fragen; das Token selbst kann in Ordnung sein.',
  'advice.introspection.unreadable.title': 'Die Antwort zum Token ist nicht lesbar',
  'advice.introspection.unreadable.meaning':
    'Sie sagt nicht, ob das Token aktiv ist. Prüfen Sie die Introspection-URL.',

  'advice.window.browser_failed.title': 'Der Browser wurde nicht geöffnet',
  'advice.window.browser_failed.meaning':
    'Es ist kein Standardbrowser festgelegt, oder er ließ sich nicht starten. Legen Sie einen fest, und versuchen Sie es erneut.',
  'advice.window.cancelled.title': 'Die Anmeldung wurde abgebrochen',
  'advice.window.cancelled.meaning': 'Es hat sich nichts geändert.',
  'advice.window.certificate_refused.title': 'Das Zertifikat der Anmeldeseite wird nicht akzeptiert',
  'advice.window.certificate_refused.meaning':
    'Der Server hat seine Identität nicht nachgewiesen. Fragen Sie in einem Firmennetz Ihren Administrator nach dem Zertifikat.',
  'advice.window.closed.title': 'Das Fenster wurde geschlossen',
  'advice.window.closed.meaning': 'Die Anmeldung wurde nicht abgeschlossen. Es hat sich nichts geändert.',
  'advice.window.error_page.title': 'Der Dienst zeigt im Anmeldefenster einen Fehler',
  'advice.window.error_page.meaning':
    'Die Anmeldung kann nicht fortgesetzt werden. Meist ist die Callback-URL oder die Client-ID beim Dienst nicht registriert.',
  'advice.window.load_failed.title': 'Die Anmeldeseite wurde nicht geladen',
  'advice.window.load_failed.meaning':
    'Der Dienst ist nicht erreichbar. Prüfen Sie die Autorisierungs-URL und das Netzwerk.',
  'advice.window.no_browser.title': 'Kein Browser gefunden',
  'advice.window.no_browser.meaning':
    'Diese Anmeldung benötigt Chromium, Chrome oder Edge. Installieren Sie einen davon, und versuchen Sie es erneut.',
  'advice.window.proxy_authentication.title': 'Der Proxy verlangt ein Kennwort',
  'advice.window.proxy_authentication.meaning':
    'Der Proxy {proxy} blockiert die Anmeldeseite, bis Sie unter Einstellungen, Netzwerk seinen Benutzernamen und sein Kennwort eingeben.',
  'advice.window.sign_in_prompt.title': 'Das Anmeldefenster unterstützt diese Anmeldung nicht',
  'advice.window.sign_in_prompt.meaning':
    'Die Seite verlangt die Anmeldung dieses Computers oder eine Kennwortabfrage. Melden Sie sich stattdessen in Ihrem Browser an.',
  'advice.window.timeout.title': 'Die Anmeldung hat zu lange gedauert',
  'advice.window.timeout.meaning':
    'Sie wurde beendet. Wenn Sie länger brauchen, erlauben Sie in den Einstellungen mehr Zeit.',
  'advice.window.url_refused.title': 'Diese Adresse kann nicht geöffnet werden',
  'advice.window.url_refused.meaning': 'Nur http- und https-Adressen können geöffnet werden. Prüfen Sie die URL.',

  'advice.connection.in_use.title': 'Die Verbindung wird verwendet',
  'advice.connection.in_use.meaning': 'Ressourcen verwenden sie. Wählen Sie für diese zuerst eine andere Verbindung.',
  'advice.connection.invalid.title': 'Die Verbindung ist nicht vollständig',
  'advice.connection.invalid.meaning': 'Ein Feld fehlt oder ist ungültig. Achten Sie auf den roten Text darunter.',
  'advice.connection.no_login.title': 'Diese Anmeldung ist vorbei',
  'advice.connection.no_login.meaning': 'Sie wurde beendet oder abgebrochen. Fordern Sie ein neues Token an.',
  'advice.connection.not_authorized.title': 'Es gibt noch kein Token',
  'advice.connection.not_authorized.meaning':
    'Melden Sie sich einmal an. Danach erneuert Tokenboard das Token, wenn der Dienst es erlaubt.',
  'advice.connection.not_found.title': 'Diese Verbindung gibt es nicht mehr',
  'advice.connection.not_found.meaning': 'Sie wurde gelöscht. Wählen Sie eine andere.',
  'advice.connection.open_credential.title': 'Zugangsdaten würden unverschlüsselt gespeichert',
  'advice.connection.open_credential.meaning':
    'Eine URL, ein Parameter oder ein Header der Verbindung enthält anscheinend Zugangsdaten. Wählen Sie dort „Geheim halten“.',
  'advice.connection.variable_invalid.title': 'Ein Wert in der URL ist nicht verwendbar',
  'advice.connection.variable_invalid.meaning':
    '{variable} darf nur Buchstaben, Ziffern, Punkte, Bindestriche und Schrägstriche enthalten. Lassen Sie https:// weg.',
  'advice.connection.variable_missing.title': 'Ein Wert in der URL fehlt',
  'advice.connection.variable_missing.meaning':
    'Füllen Sie {variable} aus. Die URLs dieses Dienstes benötigen den Wert.',

  'advice.resource.authorization_required.title': 'Der Dienst verlangt eine Autorisierung',
  'advice.resource.authorization_required.meaning':
    'Diese URL ist nicht öffentlich. Wählen Sie OAuth, ein Bearer-Token oder Basic.',
  'advice.resource.forbidden.title': 'Der Dienst erlaubt das nicht',
  'advice.resource.forbidden.meaning':
    'Das Konto darf diese Daten nicht sehen, oder es fehlt ein Scope. Fügen Sie den Scope hinzu, und fordern Sie ein neues Token an.',
  'advice.resource.forbidden_anonymous.title': 'Der Dienst erlaubt das nicht',
  'advice.resource.forbidden_anonymous.meaning':
    'Die Anfrage enthielt keine Autorisierung. Wählen Sie OAuth, ein Bearer-Token oder Basic, oder prüfen Sie die URL.',
  'advice.resource.host_not_allowed.title': 'Das Token ist nicht für diesen Host',
  'advice.resource.host_not_allowed.meaning':
    '{host} ist kein Host dieser Verbindung. Erlauben Sie ihn nur, wenn Sie ihm das Token anvertrauen.',
  'advice.resource.insecure_url.title': 'Die URL ist nicht sicher',
  'advice.resource.insecure_url.meaning':
    'Andere könnten das Geheimnis unterwegs mitlesen. Beginnen Sie die URL mit https://.',
  'advice.resource.invalid.title': 'Die Ressource ist nicht vollständig',
  'advice.resource.invalid.meaning':
    'Ein Feld enthält etwas, das nicht gesendet werden kann. Achten Sie auf den roten Text darunter.',
  'advice.resource.no_connection.title': 'Keine Verbindung gewählt',
  'advice.resource.no_connection.meaning':
    'OAuth benötigt eine Verbindung, die diese Ressource autorisiert. Wählen Sie eine unter „Autorisierung“, oder fordern Sie ein neues Token an.',
  'advice.resource.not_found.title': 'Diese Ressource gibt es nicht mehr',
  'advice.resource.not_found.meaning': 'Sie wurde gelöscht, vielleicht in einem anderen Fenster.',
  'advice.resource.not_there.title': 'Nichts unter dieser URL',
  'advice.resource.not_there.meaning':
    'Prüfen Sie den Pfad. Manche Dienste antworten auch so, wenn das Konto die Daten nicht sehen darf.',
  'advice.resource.open_credential.title': 'Zugangsdaten würden unverschlüsselt gespeichert',
  'advice.resource.open_credential.meaning':
    'Die URL oder ein Header enthält anscheinend Zugangsdaten. Öffnen Sie die Ressource, und wählen Sie „Geheim halten“.',
  'advice.resource.rate_limited.title': 'Zu viele Anfragen',
  'advice.resource.rate_limited.meaning': 'Der Dienst bittet Sie zu warten. Versuchen Sie es später erneut.',
  'advice.resource.redirected.title': 'Die Weiterleitung hat keine Ziel-URL',
  'advice.resource.redirected.meaning':
    'Der Dienst leitet weiter, nennt aber kein Ziel. Geben Sie die endgültige URL ein.',
  'advice.resource.refused.title': 'Der Dienst hat die Anfrage abgelehnt',
  'advice.resource.refused.meaning':
    'Lesen Sie, was der Dienst meldet. Oft fehlt ein Parameter in der URL oder ist falsch.',
  'advice.resource.secret_missing.title': 'Ein Geheimnis fehlt',
  'advice.resource.secret_missing.meaning':
    'Das Kennwort, das Token oder der geheime Header wurde nicht oder nur für eine Sitzung gespeichert. Geben Sie es erneut ein.',
  'advice.resource.server_error.title': 'Serverfehler',
  'advice.resource.server_error.meaning': 'Ihre Einstellungen sind in Ordnung. Versuchen Sie es später erneut.',
  'advice.resource.too_many_redirects.title': 'Zu viele Weiterleitungen',
  'advice.resource.too_many_redirects.meaning':
    'Der Dienst leitet immer wieder weiter. Oft fehlt eine Anmeldung: Prüfen Sie die Autorisierung und die URL.',
  'advice.resource.unauthorized.title': 'Der Dienst hat die Autorisierung abgelehnt',
  'advice.resource.unauthorized.meaning':
    'Das Token, das Kennwort oder der Schlüssel ist falsch oder abgelaufen. Fordern Sie ein neues Token an, oder geben Sie das Geheimnis erneut ein.',
  'advice.resource.unsafe_redirect.title': 'Unsichere Weiterleitung',
  'advice.resource.unsafe_redirect.meaning':
    'Tokenboard ist der Weiterleitung zu {host} nicht gefolgt, weil andere die Anfrage dort lesen könnten. Prüfen Sie die URL.',
  'advice.resource.value_missing.title': 'Die URL benötigt einen Wert aus der Anmeldung',
  'advice.resource.value_missing.meaning':
    'Die letzte Anmeldung hat „{value}“ nicht geliefert. Fordern Sie ein neues Token an.',

  'advice.preview.failed.title': 'Die Antwort konnte nicht aufbewahrt werden',
  'advice.preview.failed.meaning':
    'Der Datenträger ist voll. Geben Sie Speicherplatz frei, oder fordern Sie weniger Daten an.',
  'advice.preview.gone.title': 'Diese Antwort ist nicht mehr vorhanden',
  'advice.preview.gone.meaning':
    'Nur die letzte Antwort jeder Ressource wird aufbewahrt. Führen Sie die Ressource erneut aus.',
  'advice.preview.no_table.title': 'Hier ist keine Liste',
  'advice.preview.no_table.meaning':
    'Die Antwort hat sich geändert, seit diese Liste gewählt wurde. Wählen Sie eine andere Liste, oder öffnen Sie den Baum.',
  'advice.preview.no_value.title': 'Den Wert gibt es nicht mehr',
  'advice.preview.no_value.meaning': 'Die Antwort hat sich geändert. Führen Sie die Ressource erneut aus.',
  'advice.preview.not_parsed.title': 'Die Antwort hat ein anderes Format',
  'advice.preview.not_parsed.meaning':
    'Nur ihr Text kann gezeigt werden. Wählen Sie neben der URL das Format, das der Dienst sendet.',
  'advice.preview.save_failed.title': 'Die Datei konnte nicht geschrieben werden',
  'advice.preview.save_failed.meaning':
    'Der Ordner ist vielleicht schreibgeschützt oder voll. Wählen Sie einen anderen Ordner.',
  'advice.preview.stopped.title': 'Die Vorschau wurde beendet',
  'advice.preview.stopped.meaning':
    'Die Antwort brauchte zu viel Arbeitsspeicher oder war nicht lesbar. Führen Sie die Ressource erneut aus, oder fordern Sie weniger Daten an.',

  'advice.console.exchange_gone.title': 'Diese Anfrage ist nicht mehr in der Konsole',
  'advice.console.exchange_gone.meaning': 'Sie wurde gelöscht oder durch neuere Anfragen verdrängt.',
  'advice.console.no_token.title': 'Es gibt kein Token zum Kopieren',
  'advice.console.no_token.meaning':
    'Die Verbindung hat gerade kein Token, oder diese Anfrage wird ohne Token gesendet.',
  'advice.console.unwritable.title': 'Die Datei konnte nicht geschrieben werden',
  'advice.console.unwritable.meaning':
    'Der Ordner ist vielleicht schreibgeschützt oder voll. Wählen Sie einen anderen Ordner.',

  'advice.practice.failed.title': 'Der Übungsdienst wurde nicht gestartet',
  'advice.practice.failed.meaning': 'Er konnte auf diesem Computer keinen Port öffnen. Versuchen Sie es erneut.',
  'advice.practice.no_preset.title': 'Der Übungsdienst bietet diesen Grant-Typ nicht an',
  'advice.practice.no_preset.meaning': 'Seine Vorlage fehlt. Installieren Sie Tokenboard erneut.',
  'advice.practice.stopped.title': 'Der Übungsdienst wurde beendet',
  'advice.practice.stopped.meaning':
    'Seine Token gelten nicht mehr. Starten Sie ihn erneut, und fordern Sie ein neues Token an.',
};
