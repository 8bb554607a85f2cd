import type { Translated } from '../../../app/shared/messages/message.ts';
import type { adviceApp as en } from '../en/advice-app.ts';

export const adviceApp: Translated<typeof en> = {
  'advice.app.refused.title': 'Die Anfrage wurde abgelehnt',
  'advice.app.refused.meaning': 'Die Anfrage kam nicht aus dem Fenster von Tokenboard. Starten Sie Tokenboard neu.',
  'advice.app.unexpected.title': 'Unerwarteter Fehler',
  'advice.app.unexpected.meaning':
    'Gespeicherte Daten gehen nicht verloren. Versuchen Sie es erneut. Wenn der Fehler bleibt, starten Sie Tokenboard neu.',

  'advice.input.invalid.title': 'Diese Eingabe ist ungültig',
  'advice.input.invalid.meaning': 'Ein Feld ist zu lang oder enthält einen ungültigen Wert. Korrigieren Sie das Feld.',
  'advice.input.no_secret.title': 'Dieses Geheimnis ist nicht gespeichert',
  'advice.input.no_secret.meaning':
    'Das Geheimnis wurde nie oder nur für eine Sitzung gespeichert. Geben Sie das Geheimnis erneut ein.',
  'advice.input.unknown_call.title': 'Das Fenster und die App passen nicht zusammen',
  'advice.input.unknown_call.meaning':
    'Das Fenster und die App haben verschiedene Versionen. Starten Sie Tokenboard neu.',

  'advice.settings.folder_in_use.title': 'Der Ordner wird bereits verwendet',
  'advice.settings.folder_in_use.meaning':
    'Tokenboard läuft bereits {where} mit {folder}. Schließen Sie das laufende Tokenboard, und starten Sie Tokenboard dann erneut.',
  'advice.settings.folder_unusable.title': 'Ein Ordner ist nicht verwendbar',
  'advice.settings.folder_unusable.meaning':
    '{folder}: {reason}. Geben Sie Speicherplatz frei, oder ändern Sie die Berechtigungen des Ordners, und starten Sie Tokenboard erneut.',
  'advice.settings.foreign_folder.title': 'Ein Ordner von Tokenboard gehört einem anderen Benutzer',
  'advice.settings.foreign_folder.meaning':
    'Der Besitzer dieses Ordners könnte anstelle von Tokenboard antworten. Entfernen Sie den Ordner, und starten Sie Tokenboard dann erneut.',
  'advice.settings.instance_silent.title': 'Tokenboard läuft bereits, reagiert aber nicht',
  'advice.settings.instance_silent.meaning': 'Beenden Sie den Prozess {pid}, und starten Sie Tokenboard erneut.',
  'advice.settings.newer_version.title': 'Eine neuere Version von Tokenboard hat diese Dateien geschrieben',
  'advice.settings.newer_version.meaning':
    'Diese Version kann die Dateien nicht lesen und hat sie nicht geändert. Starten Sie die neuere Version.',
  'advice.settings.unreadable.title': 'Eine Datei von Tokenboard ist nicht lesbar',
  'advice.settings.unreadable.meaning':
    'Prüfen Sie, wem der Datenordner gehört. Die Einstellungen zeigen den Pfad des Ordners.',
  'advice.settings.unwritable.title': 'Die Änderung konnte nicht gespeichert werden',
  'advice.settings.unwritable.meaning':
    'Der Datenordner ist voll oder schreibgeschützt. Frühere Daten gehen nicht verloren. Geben Sie Speicherplatz frei, oder ändern Sie die Berechtigungen des Ordners.',

  'advice.vault.decrypt_failed.title': 'Ein Geheimnis ist nicht lesbar',
  'advice.vault.decrypt_failed.meaning':
    'Die Datei des Geheimnisses ist beschädigt oder mit einem anderen Schlüssel verschlüsselt. Die Datei wurde behalten. Geben Sie das Geheimnis erneut ein, oder melden Sie sich erneut an.',
  'advice.vault.locked.title': 'Ihre Geheimnisse sind gesperrt',
  'advice.vault.locked.meaning':
    'Geben Sie Ihre Passphrase ein, um Ihre gespeicherten Geheimnisse zu entschlüsseln. Es wurde nichts gelöscht.',
  'advice.vault.no_keychain.title': 'Dieses System hat keinen Schlüsselbund',
  'advice.vault.no_keychain.meaning':
    'Geheimnisse gehen verloren, wenn Tokenboard geschlossen wird. Um Geheimnisse zu behalten, legen Sie eine Passphrase fest, die sie verschlüsselt.',
  'advice.vault.not_locked.title': 'Es gibt nichts zurückzusetzen',
  'advice.vault.not_locked.meaning': 'Ihre gespeicherten Geheimnisse sind nicht gesperrt.',
  'advice.vault.unreadable.title': 'Ein Geheimnis ist nicht lesbar',
  'advice.vault.unreadable.meaning':
    'Die Datei des Geheimnisses kann nicht geöffnet werden. Es wurde nichts gelöscht. Prüfen Sie, wem der Datenordner gehört.',
  'advice.vault.unwritable.title': 'Ein Geheimnis konnte nicht gespeichert werden',
  'advice.vault.unwritable.meaning':
    'Der Datenordner ist voll oder schreibgeschützt. Gespeicherte Geheimnisse gehen nicht verloren. Geben Sie Speicherplatz frei, oder ändern Sie die Berechtigungen des Ordners.',
  'advice.vault.wrong_key.title': 'Falsche Passphrase',
  'advice.vault.wrong_key.meaning':
    'Diese Passphrase entschlüsselt die gespeicherten Geheimnisse nicht. Es hat sich nichts geändert. Geben Sie die Passphrase erneut ein.',

  'advice.connection.in_use.title': 'Die Verbindung wird verwendet',
  'advice.connection.in_use.meaning':
    'Ressourcen verwenden diese Verbindung. Wählen Sie für diese Ressourcen zuerst eine andere Verbindung.',
  'advice.connection.invalid.title': 'Die Verbindung ist nicht vollständig',
  'advice.connection.invalid.meaning': 'Ein Feld ist leer oder ungültig. Beachten Sie den roten Text unter dem Feld.',
  'advice.connection.login_running.title': 'Für diese Verbindung läuft schon eine Anmeldung',
  'advice.connection.login_running.meaning':
    'Schließen Sie jene Anmeldung ab, oder brechen Sie sie ab. Versuchen Sie es dann erneut.',
  'advice.connection.no_login.title': 'Diese Anmeldung ist vorbei',
  'advice.connection.no_login.meaning': 'Die Anmeldung wurde beendet oder abgebrochen. Fordern Sie ein neues Token an.',
  'advice.connection.not_authorized.title': 'Es gibt noch kein Token',
  'advice.connection.not_authorized.meaning':
    'Melden Sie sich einmal an. Danach erneuert Tokenboard das Token, wenn der Dienst es erlaubt.',
  'advice.connection.not_found.title': 'Diese Verbindung gibt es nicht mehr',
  'advice.connection.not_found.meaning': 'Die Verbindung wurde gelöscht. Wählen Sie eine andere Verbindung.',
  'advice.connection.open_credential.title': 'Zugangsdaten würden unverschlüsselt gespeichert',
  'advice.connection.open_credential.meaning':
    'Eine URL, ein Parameter oder ein Header der Verbindung enthält anscheinend Zugangsdaten. Wählen Sie dort „Geheim halten“.',
  'advice.connection.variable_invalid.title': 'Ein Wert in der URL ist nicht verwendbar',
  'advice.connection.variable_invalid.meaning':
    '{variable} kann nur Buchstaben, Ziffern, Punkte, Bindestriche und Schrägstriche enthalten. Lassen Sie https:// weg.',
  'advice.connection.variable_missing.title': 'Ein Wert in der URL fehlt',
  'advice.connection.variable_missing.meaning':
    'Füllen Sie {variable} aus. Die URLs dieses Dienstes benötigen diesen Wert.',

  'advice.resource.authorization_required.title': 'Der Dienst verlangt eine Autorisierung',
  'advice.resource.authorization_required.meaning':
    'Diese URL ist nicht öffentlich. Wählen Sie OAuth, ein Bearer-Token oder Basic.',
  'advice.resource.forbidden.title': 'Der Dienst erlaubt das nicht',
  'advice.resource.forbidden.meaning':
    'Das Konto darf diese Daten nicht sehen, oder es fehlt ein Scope. Fügen Sie den fehlenden Scope hinzu, und fordern Sie ein neues Token an.',
  'advice.resource.forbidden_anonymous.title': 'Der Dienst erlaubt das nicht',
  'advice.resource.forbidden_anonymous.meaning':
    'Die Anfrage enthielt keine Autorisierung. Wählen Sie OAuth, ein Bearer-Token oder Basic, oder prüfen Sie die URL.',
  'advice.resource.host_not_allowed.title': 'Das Token ist nicht für diesen Host',
  'advice.resource.host_not_allowed.meaning':
    '{host} ist kein Host dieser Verbindung. Erlauben Sie diesen Host nur, wenn Sie ihm das Token anvertrauen.',
  'advice.resource.insecure_url.title': 'Die URL ist nicht sicher',
  'advice.resource.insecure_url.meaning':
    'Andere könnten das Geheimnis unterwegs mitlesen. Verwenden Sie eine URL, die mit https:// beginnt.',
  'advice.resource.invalid.title': 'Die Ressource ist nicht vollständig',
  'advice.resource.invalid.meaning':
    'Ein Feld enthält einen Wert, der nicht gesendet werden kann. Beachten Sie den roten Text unter dem Feld.',
  'advice.resource.no_connection.title': 'Keine Verbindung gewählt',
  'advice.resource.no_connection.meaning':
    'OAuth benötigt eine Verbindung für diese Ressource. Wählen Sie unter „Autorisierung“ eine Verbindung, oder fordern Sie ein neues Token an.',
  'advice.resource.not_found.title': 'Diese Ressource gibt es nicht mehr',
  'advice.resource.not_found.meaning': 'Die Ressource wurde gelöscht, vielleicht in einem anderen Fenster.',
  'advice.resource.not_there.title': 'Nichts unter dieser URL gefunden',
  'advice.resource.not_there.meaning':
    'Prüfen Sie den Pfad. Manche Dienste antworten auch so, wenn das Konto die Daten nicht sehen darf.',
  'advice.resource.open_credential.title': 'Zugangsdaten würden unverschlüsselt gespeichert',
  'advice.resource.open_credential.meaning':
    'Die URL oder ein Header enthält anscheinend Zugangsdaten. Öffnen Sie die Ressource, und wählen Sie „Geheim halten“.',
  'advice.resource.page_refused.title': 'Die nächste Seite hat eine unsichere URL',
  'advice.resource.page_refused.meaning':
    'Tokenboard hat sie nicht abgerufen. Fragen Sie den Anbieter, oder wählen Sie unter Seiten eine andere Art.',
  'advice.resource.page_shape.title': 'Eine Seite hat keine solchen Zeilen',
  'advice.resource.page_shape.meaning':
    'Die Seite unterscheidet sich von der ersten. Prüfen Sie die Einstellungen unter Seiten.',
  'advice.resource.rate_limited.title': 'Zu viele Anfragen',
  'advice.resource.rate_limited.meaning':
    'Der Dienst begrenzt die Anzahl der Anfragen. Versuchen Sie es später erneut.',
  'advice.resource.redirected.title': 'Die Weiterleitung hat keine Ziel-URL',
  'advice.resource.redirected.meaning': 'Der Dienst leitet ohne Ziel-URL weiter. Geben Sie die endgültige URL ein.',
  'advice.resource.refused.title': 'Der Dienst hat die Anfrage abgelehnt',
  'advice.resource.refused.meaning':
    'Lesen Sie, was der Dienst meldet. Oft fehlt ein Parameter in der URL oder ist falsch.',
  'advice.resource.secret_missing.title': 'Ein Geheimnis fehlt',
  'advice.resource.secret_missing.meaning':
    'Das Kennwort, das Token oder der geheime Header wurde nicht oder nur für eine Sitzung gespeichert. Geben Sie das Geheimnis erneut ein.',
  'advice.resource.server_error.title': 'Serverfehler',
  'advice.resource.server_error.meaning': 'Ihre Einstellungen sind in Ordnung. Versuchen Sie es später erneut.',
  'advice.resource.too_many_redirects.title': 'Zu viele Weiterleitungen',
  'advice.resource.too_many_redirects.meaning':
    'Der Dienst leitet immer wieder weiter, oft weil eine Anmeldung nötig ist. Prüfen Sie die Autorisierung und die URL.',
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
    'Tokenboard kann nur den Text der Antwort zeigen. Wählen Sie neben der URL das Format, das der Dienst sendet.',
  'advice.preview.save_failed.title': 'Die Datei konnte nicht geschrieben werden',
  'advice.preview.save_failed.meaning':
    'Der Ordner ist vielleicht schreibgeschützt oder voll. Wählen Sie einen anderen Ordner.',
  'advice.preview.stopped.title': 'Die Vorschau wurde beendet',
  'advice.preview.stopped.meaning':
    'Die Antwort brauchte zu viel Arbeitsspeicher oder war nicht lesbar. Führen Sie die Ressource erneut aus, oder fordern Sie weniger Daten an.',

  'advice.export.disk_full.title': 'Der Datenträger ist voll',
  'advice.export.disk_full.meaning':
    'Schaffen Sie Platz, oder wählen Sie einen Ordner auf einem anderen Datenträger. Die unfertige Datei wurde entfernt.',
  'advice.export.failed.title': 'Die Datei konnte nicht geschrieben werden',
  'advice.export.failed.meaning':
    'Vielleicht gibt es den Ordner nicht mehr, oder ein anderes Programm hat die Datei geöffnet. Wählen Sie einen anderen Ordner oder Namen.',
  'advice.export.no_permission.title': 'In den Ordner kann nicht geschrieben werden',
  'advice.export.no_permission.meaning':
    'Der Ordner ist schreibgeschützt, oder ein anderes Programm hat die Datei geöffnet. Wählen Sie einen anderen Ordner oder Namen.',
  'advice.export.not_there.title': 'Diesen Export gibt es nicht mehr',
  'advice.export.not_there.meaning': 'Starten Sie den Export noch einmal.',
  'advice.export.too_large.title': 'Die Tabelle ist zu groß für Excel',
  'advice.export.too_large.meaning': 'Exportieren Sie CSV, oder behalten Sie mit einem Schritt weniger Zeilen.',

  'advice.console.exchange_gone.title': 'Diese Anfrage ist nicht mehr in der Konsole',
  'advice.console.exchange_gone.meaning': 'Die Anfrage wurde gelöscht oder durch neuere Anfragen verdrängt.',
  'advice.console.no_token.title': 'Es gibt kein Token zum Kopieren',
  'advice.console.no_token.meaning':
    'Die Verbindung hat gerade kein Token, oder diese Anfrage wird ohne Token gesendet.',
  'advice.console.unwritable.title': 'Die Datei konnte nicht geschrieben werden',
  'advice.console.unwritable.meaning':
    'Der Ordner ist vielleicht schreibgeschützt oder voll. Wählen Sie einen anderen Ordner.',

  'advice.practice.failed.title': 'Der Übungsdienst wurde nicht gestartet',
  'advice.practice.failed.meaning':
    'Der Übungsdienst konnte auf diesem Computer keinen Port öffnen. Versuchen Sie es erneut.',
  'advice.practice.no_preset.title': 'Der Übungsdienst bietet diesen Grant-Typ nicht an',
  'advice.practice.no_preset.meaning':
    'Der Übungsdienst hat keine Vorlage für diesen Grant-Typ. Installieren Sie Tokenboard erneut.',
  'advice.practice.stopped.title': 'Der Übungsdienst wurde beendet',
  'advice.practice.stopped.meaning':
    'Token des Übungsdienstes gelten nicht mehr. Starten Sie den Übungsdienst erneut, und fordern Sie ein neues Token an.',
};
