import type { doctor as english } from '../en/doctor.ts';
import type { Translated } from '../message.ts';

export const doctor: Translated<typeof english> = {
  'doctor.area.folder': 'Datenordner',
  'doctor.area.files': 'Dateien',
  'doctor.area.owner': 'Laufendes Tokenboard',
  'doctor.area.secrets': 'Geheimnisse',
  'doctor.area.proxy': 'Proxy',
  'doctor.area.certificates': 'Zertifikate',
  'doctor.area.network': 'Netzwerk',
  'doctor.area.clock': 'Uhr',
  'doctor.area.windows': 'Fenster',
  'doctor.area.feeds': 'Feeds',
  'doctor.area.service': 'Systemdienst',
  'doctor.well': 'Alles ist in Ordnung.',
  'doctor.count':
    '{failures, plural, =0 {Keine Fehler} one {# Fehler} other {# Fehler}}, {warnings, plural, =0 {keine Warnungen} one {# Warnung} other {# Warnungen}}.',
  'doctor.unexpected': 'Diese Prüfung ist selbst fehlgeschlagen: {where}',
  'doctor.unexpected.advice': 'Melden Sie diese Zeile als Fehler von Tokenboard.',

  'doctor.folder.missing': '{folder} gibt es noch nicht. Der erste Start erstellt den Ordner.',
  'doctor.folder.writable': '{folder} kann gelesen und beschrieben werden.',
  'doctor.folder.unusable.advice':
    'Beheben Sie das, oder wählen Sie mit --data oder TOKENBOARD_DATA einen anderen Ordner.',
  'doctor.folder.owner':
    '{folder} gehört einem anderen Konto, das vielleicht nicht lesen kann, was Sie dort schreiben.',
  'doctor.folder.owner.advice': 'Starten Sie Tokenboard mit dem Konto, dem der Ordner gehört, nicht mit sudo.',
  'doctor.folder.modes': 'Nur Ihr Konto kann den Ordner lesen.',
  'doctor.folder.noModes':
    'Dieses Dateisystem kennt keine Berechtigungen. Andere Konten können den Ordner vielleicht lesen.',
  'doctor.folder.noModes.advice':
    'Verschieben Sie den Ordner auf ein Dateisystem dieses Computers, das Berechtigungen kennt.',
  'doctor.folder.othersWrite':
    'Andere Konten dieses Computers können den Ordner ändern und so Ihre Verbindungen übernehmen.',
  'doctor.folder.othersRead': 'Andere Konten dieses Computers können den Ordner auflisten.',
  'doctor.folder.othersReadFiles':
    'Andere Konten dieses Computers können {count, plural, one {die Datei {file}} other {# Dateien wie {file}}} lesen.',
  'doctor.folder.modes.advice': 'Führen Sie aus: {command}',
  'doctor.folder.space': '{size, number} MiB sind frei.',
  'doctor.folder.little': 'Nur {size, number} MiB sind frei.',
  'doctor.folder.full': 'Der Datenträger ist voll: Neue Token können nicht gespeichert werden.',
  'doctor.folder.space.advice': 'Geben Sie auf dem Datenträger des Datenordners Platz frei.',
  'doctor.folder.network':
    'Der Ordner liegt auf einem Netzwerk- oder geteilten Dateisystem ({name}), auf dem Sperren anderer Computer unbemerkt bleiben können.',
  'doctor.folder.network.advice':
    'Verwenden Sie den Ordner nur auf einem Computer zugleich, oder verschieben Sie ihn auf einen Datenträger dieses Computers.',
  'doctor.folder.socket':
    'Dieses Dateisystem kennt keine Sockets ({code}). Befehle finden ein laufendes Tokenboard deshalb nicht.',
  'doctor.folder.socket.advice': 'Verschieben Sie den Ordner auf einen Datenträger dieses Computers.',
  'doctor.folder.leftovers':
    '{count, plural, one {# temporäre Datei ist} other {# temporäre Dateien sind}} von einem früheren Lauf übrig.',
  'doctor.folder.aside':
    '{count, plural, one {# Datei war} other {# Dateien waren}} früher beschädigt und wurden aufgehoben: {file}.',
  'doctor.folder.aside.advice': 'Übernehmen Sie daraus, was Sie brauchen, und löschen Sie sie dann.',

  'doctor.files.read':
    'Alle Dateien sind lesbar: {connections, plural, one {# Verbindung} other {# Verbindungen}}, {resources, plural, one {# Ressource} other {# Ressourcen}}.',
  'doctor.files.unreadable.advice': 'Machen Sie die Datei für Ihr Konto lesbar.',

  'doctor.owner.runs': 'Tokenboard {version} läuft (Prozess {pid}) und antwortet.',
  'doctor.owner.version.advice':
    'Dieser Befehl ist Version {version}. Starten Sie Tokenboard neu, oder verwenden Sie dessen eigenen Befehl.',
  'doctor.owner.none': 'Kein Tokenboard verwendet den Ordner.',
  'doctor.owner.crashed':
    'Kein Tokenboard verwendet den Ordner. Ein früheres endete, ohne ihn freizugeben; der nächste Start holt das nach.',
  'doctor.owner.silent.advice': 'Beenden Sie diesen Prozess. Starten Sie Tokenboard dann neu.',
  'doctor.owner.elsewhere': 'Der Computer {computer} verwendet den Ordner.',
  'doctor.owner.elsewhere.advice':
    'Schließen Sie Tokenboard dort. Wenn jener Computer abgestürzt ist, warten Sie eine Minute.',

  'doctor.secrets.keychain': 'Der Schlüsselbund speichert einen Wert und gibt ihn zurück.',
  'doctor.secrets.noneNeeded': '{reason} Es braucht keinen: Eine Passphrase verschlüsselt die Geheimnisse.',
  'doctor.secrets.memoryOnly': '{reason} Neue Geheimnisse gingen verloren, wenn Tokenboard endet.',
  'doctor.secrets.key.advice':
    'Setzen Sie TOKENBOARD_KEY auf eine Passphrase, oder installieren Sie einen Schlüsselbund (Linux: gnome-keyring oder KWallet).',
  'doctor.secrets.unreachable':
    '{reason} {count, plural, one {# gespeichertes Geheimnis kann} other {# gespeicherte Geheimnisse können}} ohne ihn nicht gelesen werden.',
  'doctor.secrets.keychain.advice':
    'Entsperren Sie den Schlüsselbund, oder melden Sie sich an dem Desktop an, dessen Schlüsselbund den Schlüssel hat.',
  'doctor.secrets.passphrase': 'TOKENBOARD_KEY ist die richtige Passphrase.',
  'doctor.secrets.wrongKey': 'TOKENBOARD_KEY ist nicht die Passphrase dieses Ordners.',
  'doctor.secrets.wrongKey.advice':
    'Setzen Sie die Passphrase, mit der der Ordner verwendet wurde. Bis dahin wird nichts gelöscht.',
  'doctor.secrets.locked':
    'Eine Passphrase verschlüsselt die Geheimnisse. Befehle, die kein laufendes Tokenboard finden, können sie nicht lesen.',
  'doctor.secrets.locked.advice':
    'Setzen Sie TOKENBOARD_KEY, oder öffnen Sie Tokenboard und geben Sie die Passphrase ein.',
  'doctor.secrets.askedAtStart':
    'Eine Passphrase verschlüsselt die Geheimnisse. Das laufende Tokenboard hat sie oder fragt nach ihr.',
  'doctor.secrets.files': '{count, plural, one {# Geheimnis ist} other {# Geheimnisse sind}} gespeichert.',
  'doctor.secrets.damaged':
    '{count, plural, one {# gespeichertes Geheimnis ist} other {# gespeicherte Geheimnisse sind}} beschädigt.',
  'doctor.secrets.otherKey':
    '{count, plural, one {# gespeichertes Geheimnis ist} other {# gespeicherte Geheimnisse sind}} mit einem Schlüssel verschlüsselt, den es nicht mehr gibt.',
  'doctor.secrets.again':
    'Geben Sie diese Geheimnisse neu ein, oder melden Sie sich neu an. Die Dateien bleiben erhalten.',
  'doctor.secrets.folder': '{folder} kann nicht gelesen werden ({code}).',

  'doctor.proxy.none': 'Weder die Einstellungen noch die Umgebung nennen einen Proxy.',
  'doctor.proxy.refused': 'Nach den Einstellungen wird kein Proxy verwendet.',
  'doctor.proxy.unreadable': 'Die Adresse des Proxys in den Einstellungen ist nicht lesbar.',
  'doctor.proxy.settings.advice': 'Berichtigen Sie das unter Einstellungen, Netzwerk.',
  'doctor.proxy.noPassword': 'Das Kennwort des Proxys kann hier nicht gelesen werden.',
  'doctor.proxy.environment.advice':
    'Berichtigen Sie die Variable dort, wo sie gesetzt wird. NO_PROXY nennt Hosts, die ohne Proxy erreicht werden.',
  'doctor.proxy.allProxy': 'Nur ALL_PROXY ist gesetzt. Tokenboard verwendet diese Variable nicht.',
  'doctor.proxy.allProxy.advice': 'Setzen Sie HTTPS_PROXY, und HTTP_PROXY für http.',
  'doctor.proxy.answers': 'Der Proxy {address} nimmt Verbindungen an.',
  'doctor.proxy.silent': 'Der Proxy {address} nimmt keine Verbindungen an ({code}).',
  'doctor.proxy.silent.advice':
    'Prüfen Sie die Adresse mit Ihrer Administration. Außerhalb ihres Netzwerks verwenden Sie keinen Proxy.',

  'doctor.certificates.system':
    'Das System vertraut {count, plural, one {# Zertifizierungsstelle} other {# Zertifizierungsstellen}}.',
  'doctor.certificates.noSystem':
    'Das System hat keine Liste vertrauenswürdiger Zertifizierungsstellen. Nur denen von Node wird vertraut.',
  'doctor.certificates.noSystem.advice': 'Installieren Sie ca-certificates.',
  'doctor.certificates.added':
    '{count, plural, one {# eigene Zertifizierungsstelle ist} other {# eigene Zertifizierungsstellen sind}} gültig.',
  'doctor.certificates.valid': 'Das Zertifikat „{name}“ gilt bis {day}.',
  'doctor.certificates.expired': 'Das Zertifikat „{name}“ ist am {day} abgelaufen.',
  'doctor.certificates.expires': 'Das Zertifikat „{name}“ läuft am {day} ab.',
  'doctor.certificates.expired.advice':
    'Fügen Sie unter Einstellungen, Netzwerk, den Nachfolger hinzu, und entfernen Sie dieses Zertifikat.',
  'doctor.certificates.extra':
    'NODE_EXTRA_CA_CERTS fügt {count, plural, one {# Zertifizierungsstelle} other {# Zertifizierungsstellen}} aus {file} hinzu.',
  'doctor.certificates.extraNone': '{file} (NODE_EXTRA_CA_CERTS) enthält kein Zertifikat.',
  'doctor.certificates.extraUnreadable': '{file} (NODE_EXTRA_CA_CERTS) ist nicht lesbar.',
  'doctor.certificates.extra.advice':
    'Berichtigen Sie die Datei, oder löschen Sie die Variable. Die Datei enthält Zertifikate als PEM.',

  'doctor.network.none': 'Noch nennt keine Verbindung oder Ressource einen Host.',
  'doctor.network.notAsked':
    '{count, plural, one {# Host wurde} other {# Hosts wurden}} nicht gefragt. Mit --network werden die Hosts Ihrer Verbindungen und Ressourcen gefragt.',
  'doctor.network.host': '{host} antwortet (Status {status}).',
  'doctor.network.certificate.advice':
    'Wenn Ihr Unternehmen Verbindungen prüft, fügen Sie dessen Zertifizierungsstelle unter Einstellungen, Netzwerk, hinzu. Sonst vertrauen Sie diesem Host nicht.',
  'doctor.network.dns.advice': 'Prüfen Sie das Netzwerk und den Namen des Hosts. Manche Hosts brauchen ein VPN.',
  'doctor.network.advice':
    'Versuchen Sie es später erneut. Wenn nur dieser Host fehlt, ist sein Dienst ausgefallen oder gesperrt.',

  'doctor.clock.files': 'Keine Datei des Ordners ist aus der Zukunft.',
  'doctor.clock.past':
    'Die Uhr dieses Computers geht gegenüber einer Datei des Datenordners {minutes, plural, one {# Minute} other {# Minuten}} nach.',
  'doctor.clock.server': 'Die Uhr stimmt mit der von {host} überein.',
  'doctor.clock.ahead':
    'Die Uhr dieses Computers geht gegenüber {host} {minutes, plural, one {# Minute} other {# Minuten}} vor. Token gelten zu früh als abgelaufen.',
  'doctor.clock.behind':
    'Die Uhr dieses Computers geht gegenüber {host} {minutes, plural, one {# Minute} other {# Minuten}} nach. Token laufen ab, bevor sie erneuert werden.',
  'doctor.clock.advice': 'Lassen Sie das System seine Uhr stellen (NTP).',

  'doctor.windows.display': 'Fenster können angezeigt werden.',
  'doctor.windows.noDisplay':
    'Es gibt keinen Bildschirm: Eine Anmeldung zeigt eine Adresse, die Sie in einem Browser irgendwo öffnen.',
  'doctor.windows.electron': 'Anmeldefenster sind die von Electron ({version}).',
  'doctor.windows.browser': 'Anmeldefenster verwenden {path}.',
  'doctor.windows.noBrowser':
    'Für Anmeldefenster wurde kein Chromium, Chrome oder Edge gefunden. Anmeldungen im Browser des Systems gehen trotzdem.',
  'doctor.windows.noBrowser.advice': 'Installieren Sie einen, oder nennen Sie einen in TOKENBOARD_BROWSER.',
  'doctor.windows.notThere': '{path} (TOKENBOARD_BROWSER) gibt es nicht.',
  'doctor.windows.notExecutable': '{path} ist nicht ausführbar.',
  'doctor.windows.chosen.advice':
    'Nennen Sie in TOKENBOARD_BROWSER einen anderen Browser, oder löschen Sie die Variable.',

  'doctor.feeds.off': 'Nichts ist veröffentlicht.',
  'doctor.feeds.offWith':
    '{count, plural, one {# Feed ist} other {# Feeds sind}} angelegt, aber der Server der Feeds ist aus.',
  'doctor.feeds.offWith.advice':
    '„tokenboard feeds on“ schaltet ihn ein. „tokenboard serve“ liefert Feeds auf jeden Fall.',
  'doctor.feeds.runs': 'Leser erreichen die Feeds unter {origin}.',
  'doctor.feeds.starting': 'Das laufende Tokenboard liefert die Feeds noch nicht.',
  'doctor.feeds.server.advice': 'Beheben Sie das unter Einstellungen, Feeds. Schalten Sie den Server dann aus und ein.',
  'doctor.feeds.free': 'Port {port} ist frei. Leser erreichen Feeds, solange Tokenboard oder „tokenboard serve“ läuft.',
  'doctor.feeds.portInUse': 'Ein anderes Programm verwendet den Port {port} der Feeds.',
  'doctor.feeds.cannotListen': 'An {address} kann kein Server lauschen ({code}).',
  'doctor.feeds.port.advice':
    'Beenden Sie jenes Programm, oder wählen Sie einen anderen Port: Dashboards brauchen dann die neue Adresse.',
  'doctor.feeds.address': 'Die Adresse {address} der Feeds gehört diesem Computer.',
  'doctor.feeds.addressGone': 'Die Adresse {address} der Feeds gehört diesem Computer nicht mehr.',
  'doctor.feeds.addressGone.advice':
    'Wählen Sie unter Einstellungen, Feeds, eine heutige Adresse, oder lassen Sie den Router die alte behalten.',
  'doctor.feeds.plain': 'Die Feeds sollen im Netzwerk sein, aber nichts verschlüsselt sie.',
  'doctor.feeds.plain.advice':
    'Wählen Sie unter Einstellungen, Feeds, eine Verschlüsselung, oder nehmen Sie dort hin, dass Schlüssel unterwegs lesbar sind.',
  'doctor.feeds.noCertificate': 'Das importierte Zertifikat der Feeds kann hier nicht gelesen werden.',
  'doctor.feeds.imported.advice': 'Importieren Sie unter Einstellungen, Feeds, ein Zertifikat.',
  'doctor.feeds.own.advice': 'Starten Sie Tokenboard: Es erneuert seine eigenen Zertifikate.',
  'doctor.feeds.noKey': 'Der Feed {name} hat keinen gültigen Schlüssel. Niemand kann ihn lesen.',
  'doctor.feeds.noKey.advice': 'Führen Sie aus: tokenboard keys create {name}',
  'doctor.feeds.noResource': 'Die Ressource des Feeds {name} wurde gelöscht.',
  'doctor.feeds.noResource.advice': 'Führen Sie aus: tokenboard feeds unpublish {name}',

  'doctor.service.none': 'Kein Systemdienst ist eingerichtet.',
  'doctor.service.runs': 'Der Systemdienst {path} läuft.',
  'doctor.service.stopped': 'Der Systemdienst {path} läuft nicht.',
  'doctor.service.stopped.advice': 'Sehen Sie nach, warum: {command}',
  'doctor.service.gone': 'Der Systemdienst {path} startet {program}, das es nicht mehr gibt.',
  'doctor.service.gone.advice': 'Führen Sie „tokenboard install-service“ erneut aus.',
};
