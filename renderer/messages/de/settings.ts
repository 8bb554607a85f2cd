import type { Translated } from '../../../app/shared/messages/message.ts';
import type { settings as en } from '../en/settings.ts';

export const settings: Translated<typeof en> = {
  'settings.title': 'Einstellungen',
  'settings.close': 'Einstellungen schließen',

  'settings.appearance': 'Darstellung',
  'settings.theme': 'Design',
  'settings.theme.hint': '„System“ folgt der Einstellung Ihres Computers.',
  'settings.theme.system': 'System',
  'settings.theme.light': 'Hell',
  'settings.theme.dark': 'Dunkel',
  'settings.language': 'Sprache',
  'settings.language.hint': 'Ändert sofort Texte, Datumsangaben und Zahlen.',
  'settings.language.system': 'System ({language})',

  'settings.vault': 'Geheimnisse',
  'settings.vault.keychain': 'Verschlüsselt mit einem Schlüssel im Schlüsselbund Ihres Systems',
  'settings.vault.keychain.hint':
    'Clientgeheimnisse, Kennwörter und Token liegen in Dateien, die nur dieser Schlüssel entschlüsseln kann (AES-256-GCM).',
  'settings.vault.key': 'Mit Ihrer Passphrase verschlüsselt',
  'settings.vault.key.hint.user': 'Tokenboard fragt bei jedem Start nach der Passphrase und speichert sie nie.',
  'settings.vault.key.hint.environment': 'Die Passphrase stammt aus TOKENBOARD_KEY.',
  'settings.vault.opening': 'Schlüsselbund Ihres Systems wird geöffnet',
  'settings.vault.opening.hint': 'Möglicherweise fragt der Schlüsselbund nach seinem Kennwort.',
  'settings.vault.session': 'Aufbewahrt, bis Tokenboard geschlossen wird',
  'settings.vault.session.hint':
    '{reason} Legen Sie eine Passphrase fest, um Ihre Geheimnisse verschlüsselt zu behalten.',
  'settings.vault.locked': 'Gesperrt',
  'settings.vault.passphrase': 'Passphrase',
  'settings.vault.passphrase.new.hint':
    'Mindestens {length, number} Zeichen, zum Beispiel vier Wörter. Ohne sie sind gespeicherte Geheimnisse verloren.',
  'settings.vault.passphrase.known.hint': 'Die Passphrase, die Sie in Tokenboard auf diesem Computer festgelegt haben.',
  'settings.vault.passphrase.show': 'Passphrase anzeigen',
  'settings.vault.passphrase.new': 'Eine lange Passphrase',
  'settings.vault.passphrase.known': 'Ihre Passphrase',
  'settings.vault.passphrase.tooShort':
    'Zu kurz. Verwenden Sie mindestens {length, number} Zeichen, zum Beispiel vier Wörter.',
  'settings.vault.repeated': 'Passphrase noch einmal',
  'settings.vault.repeated.hint': 'Noch einmal dieselbe Passphrase, damit ein Tippfehler Sie nicht aussperrt.',
  'settings.vault.repeated.show': 'Wiederholte Passphrase anzeigen',
  'settings.vault.repeated.placeholder': 'Passphrase wiederholen',
  'settings.vault.repeated.differs': 'Die Eingaben stimmen nicht überein. Geben Sie zweimal dieselbe Passphrase ein.',
  'settings.vault.set': 'Passphrase festlegen',
  'settings.vault.unlock': 'Entsperren',
  'settings.vault.encrypted': 'Ihre Geheimnisse sind mit Ihrer Passphrase verschlüsselt.',
  'settings.vault.forgot': 'Passphrase vergessen?',
  'settings.vault.forgot.hint':
    '„Zurücksetzen“ legt die verschlüsselten Geheimnisse beiseite und behält Ressourcen und Verbindungen. Geben Sie danach die Clientgeheimnisse neu ein und melden Sie sich neu an.',
  'settings.vault.reset': 'Zurücksetzen …',
  'settings.vault.reset.title': 'Gespeicherte Geheimnisse zurücksetzen?',
  'settings.vault.reset.text':
    'Alle gespeicherten Clientgeheimnisse, Kennwörter und Token werden unbrauchbar. Jede Verbindung braucht eine neue Anmeldung.',
  'settings.vault.reset.confirm': 'Zurücksetzen',
  'settings.vault.reset.done':
    'Die gespeicherten Geheimnisse wurden zurückgesetzt. Geben Sie Clientgeheimnisse neu ein und melden Sie sich neu an.',

  'settings.network': 'Netzwerk',
  'settings.proxy': 'Proxy',
  'settings.proxy.system': 'System',
  'settings.proxy.system.hint': 'Anmeldungen, Tokenanfragen und Daten verwenden die Proxyeinstellungen Ihres Systems.',
  'settings.proxy.manual': 'Dieser Proxy',
  'settings.proxy.manual.hint':
    'Anmeldungen, Tokenanfragen und Daten verwenden diesen Proxy, außer für Adressen auf diesem Computer.',
  'settings.proxy.none': 'Keiner',
  'settings.proxy.none.hint':
    'Tokenboard verbindet sich direkt mit jedem Dienst, ohne die Proxyeinstellungen Ihres Systems.',
  'settings.proxy.url': 'Proxy-URL',
  'settings.proxy.url.hint':
    'Verwenden Sie http, https oder socks5. Ein socks5-Proxy mit Kennwort funktioniert für Daten, aber nicht für Anmeldefenster.',
  'settings.proxy.username': 'Benutzername',
  'settings.proxy.login.hint':
    'Benutzername und Kennwort sind nur nötig, wenn Ihr Administrator sie für den Proxy vergeben hat.',
  'settings.proxy.password': 'Kennwort',
  'settings.proxy.password.stored': 'Gespeichert',
  'settings.proxy.password.again': 'Kennwort erneut eingeben',
  'settings.proxy.password.none': 'Keins gespeichert',
  'settings.proxy.use': 'Diesen Proxy verwenden',
  'settings.proxy.saved': 'Die nächste Anfrage oder Anmeldung verwendet diesen Proxy.',

  'settings.certificates': 'Firmenzertifikate',
  'settings.certificates.hint.electron':
    'Tokenboard vertraut den Zertifikaten Ihres Systems. Falls Ihr Firmennetzwerk andere verwendet, fügen Sie die PEM- oder DER-Datei Ihres Administrators hinzu.',
  'settings.certificates.hint.browser':
    'Tokenboard vertraut den Zertifikaten Ihres Systems. Falls Ihr Firmennetzwerk andere verwendet, fügen Sie die PEM- oder DER-Datei Ihres Administrators hinzu. Starten Sie Tokenboard neu, um das neue Zertifikat in Anmeldefenstern zu verwenden. Lehnt ein Anmeldefenster das Zertifikat weiterhin ab, fügen Sie es Ihrem System hinzu.',
  'settings.certificates.add': 'Zertifikat hinzufügen',
  'settings.certificates.files': 'Zertifikatdateien',
  'settings.certificates.added':
    '{added, plural, =0 {Diese Datei enthält kein neues Zertifikat.} one {Ein Zertifikat wurde hinzugefügt.} other {# Zertifikate wurden hinzugefügt.}}{leftOut, plural, =0 {} one { Ein Zertifikat wurde ausgelassen: beschädigt, abgelaufen oder nicht von einer Zertifizierungsstelle.} other { # Zertifikate wurden ausgelassen: beschädigt, abgelaufen oder nicht von einer Zertifizierungsstelle.}}',
  'settings.certificates.problem': '{file}: {problem}',
  'settings.certificates.valid': 'Gültig bis {date}',
  'settings.certificates.signed': 'Signiert von {issuer}. Gültig bis {date}',
  'settings.certificates.remove': 'Entfernen',
  'settings.certificates.remove.named': '{name} entfernen',
  'settings.certificates.removed': '„{name}“ wird nicht mehr vertraut.',

  'settings.starting': 'Starten und Schließen',
  'settings.starting.keep': 'Weiterlaufen, wenn das Fenster geschlossen ist',
  'settings.starting.keep.hint':
    'Feeds, Push und Erneuerungen gehen weiter. Ein Symbol im Infobereich öffnet Tokenboard wieder oder beendet es.',
  'settings.starting.keep.hint.linux':
    'Feeds, Push und Erneuerungen gehen weiter. Ein Symbol in der Leiste öffnet oder beendet Tokenboard. Ohne Symbol: Starten Sie Tokenboard noch einmal für sein Fenster, oder führen Sie <mono>tokenboard stop</mono> aus.',
  'settings.starting.keep.hint.darwin':
    'Wie alle Apps unter macOS läuft Tokenboard weiter, bis Sie es beenden. Dies zeigt zusätzlich ein Symbol in der Menüleiste.',
  'settings.starting.keep.hint.browser':
    'In einem Browser endet Tokenboard mit seinem Fenster. Weiterlaufen kann es in Electron, oder ohne Fenster als <mono>tokenboard serve</mono>.',
  'settings.starting.login': 'Tokenboard bei der Anmeldung starten',
  'settings.starting.login.hint': 'Ohne Fenster, damit Feeds von Anfang an antworten.',
  'settings.starting.login.hint.browser': 'Mit Fenster, damit Feeds antworten, solange es offen ist.',
  'settings.starting.login.hint.none':
    'Hier nicht verfügbar. <mono>tokenboard install-service</mono> startet Feeds ohne Fenster.',
  'settings.starting.suggest': 'Feeds enden, wenn das Fenster geschlossen wird.',
  'settings.starting.suggest.do': 'Weiterlaufen',

  'settings.limits': 'Grenzwerte',
  'settings.limits.loginTimeoutSeconds': 'Auf eine Anmeldung warten',
  'settings.limits.loginTimeoutSeconds.hint': 'Danach wird das Anmeldefenster geschlossen.',
  'settings.limits.loginTimeoutSeconds.field': 'Auf eine Anmeldung warten, in Sekunden',
  'settings.limits.requestTimeoutSeconds': 'Auf eine Antwort warten',
  'settings.limits.requestTimeoutSeconds.hint': 'Danach wird die Anfrage abgebrochen.',
  'settings.limits.requestTimeoutSeconds.field': 'Auf eine Antwort warten, in Sekunden',
  'settings.limits.maximumBodyMebibytes': 'Größte angezeigte Antwort',
  'settings.limits.maximumBodyMebibytes.hint': 'Größere Antworten können Sie als Datei speichern.',
  'settings.limits.maximumBodyMebibytes.field': 'Größte angezeigte Antwort, in MiB',

  'settings.peaka': 'Peaka-Konten',
  'settings.peaka.accounts': 'Konten',
  'settings.peaka.hint': 'Peaka ist eine Datenplattform. Verbindungen können an ihre Projekte übergeben werden.',
  'settings.peaka.add': 'Konto hinzufügen',
  'settings.peaka.edit': 'Bearbeiten',
  'settings.peaka.edit.named': '{name} bearbeiten',
  'settings.peaka.delete': 'Löschen',
  'settings.peaka.delete.named': '{name} löschen',

  'settings.practice': 'Übungsdienst',
  'settings.practice.run': 'Übungsdienst ausführen',
  'settings.practice.hint':
    'Probieren Sie alles mit einem Dienst auf diesem Computer aus, ohne sich irgendwo zu registrieren.',
  'settings.practice.account':
    'Melden Sie sich unter <mono>{origin}</mono> als <mono>{username}</mono> mit dem Kennwort <mono>{password}</mono> an',
  'settings.practice.lifetime': 'Gültigkeitsdauer der Token',
  'settings.practice.lifetime.hint':
    'Gilt für neue Token. Wählen Sie eine kurze Dauer, um eine Erneuerung zu beobachten.',
  'settings.practice.lifetime.field': 'Gültigkeitsdauer der Übungstoken, in Sekunden',

  'settings.about': 'Info',
  'settings.about.dataFolder': 'Datenordner',
  'settings.about.dataFolder.copy': 'Datenordner',
  'settings.about.version': 'Tokenboard {version}',
  'settings.about.platform': '{platform} unter {system}. MIT-Lizenz.',
  'settings.licences': 'Lizenzen der Pakete, die Tokenboard enthält',
  'settings.licences.unreadable': 'Die Liste der Lizenzen kann nicht gelesen werden. Installieren Sie Tokenboard neu.',
  'settings.licences.of': 'Lizenz von {name}',
};
