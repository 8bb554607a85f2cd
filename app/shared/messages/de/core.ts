import type { core as en } from '../en/core.ts';
import type { Translated } from '../message.ts';

export const core: Translated<typeof en> = {
  verbatim: '{text}',
  'core.unexpected': 'Ein unerwarteter Fehler ist aufgetreten.',
  'calls.unknown': 'Tokenboard kennt diese Anfrage nicht.',
  'calls.invalid': 'Tokenboard hat einen ungültigen Wert erhalten.',
  'calls.notWeb': 'Nur Webadressen können geöffnet werden.',
  'calls.exportFailed': 'Die Datei konnte nicht geschrieben werden.',
  'calls.exchangeGone':
    'Diese Anfrage ist nicht mehr in der Konsole: Die Konsole wurde geleert, oder neuere Anfragen haben sie ersetzt.',
  'items.copy': '{name} – Kopie',
  'items.copy.number': '{name} – Kopie ({number})',
  /** Dativ: „die Datei mit …“. */
  'files.of.connections': 'Ihren Verbindungen',
  'files.of.resources': 'Ihren Ressourcen',
  'files.of.preferences': 'Ihren Einstellungen',
  'files.of.loginStart': 'dem Start bei der Anmeldung',
  'files.of.network': 'Ihren Netzwerkeinstellungen',
  'files.of.lastRuns': 'den Ergebnissen der letzten Abrufe',
  'files.of.practice': 'den Daten des Übungsdiensts',
  'files.of.peakaAccounts': 'Ihren Peaka-Konten',
  'files.of.peakaLinks': 'Ihren Verbindungen bei Peaka',
  'files.unwritable': 'Tokenboard konnte die Datei mit {what} nicht speichern.',
  'files.damaged': 'Die Datei mit {what} war beschädigt',
  'files.damaged.kept':
    'Tokenboard ist ohne diese Datei gestartet. Die beschädigte Datei bleibt als {file} im Datenordner erhalten.',
  'files.damaged.look':
    'Stellen Sie {file} aus einer Sicherung wieder her. Sonst behält der nächste Start die beschädigte Datei unter einem anderen Namen und beginnt ohne sie.',
  'files.unreadable': 'Die Datei mit {what} konnte nicht gelesen werden',
  'files.unreadable.why': 'Tokenboard konnte die Datei mit {what} nicht lesen ({reason}). Sie wurde nicht verändert.',
  'files.unknownCode': 'unbekannter Fehler',
  'files.partLost': 'Ein Teil der Datei mit {what} konnte nicht gelesen werden',
  'files.partLost.kept':
    '{count, plural, one {# Eintrag war beschädigt und wurde} other {# Einträge waren beschädigt und wurden}} ausgelassen. Die ganze Datei bleibt als {file} im Datenordner erhalten.',
  'files.partLost.look':
    '{count, plural, one {# Eintrag ist} other {# Einträge sind}} beschädigt. Stellen Sie {file} aus einer Sicherung wieder her. Sonst lässt der nächste Start beschädigte Einträge aus.',
  'files.newer': 'Von einer neueren Version gespeichert',
  'files.newer.why':
    'Eine neuere Version von Tokenboard hat die Datei mit {what} gespeichert, deshalb kann diese Version sie nicht ändern. Aktualisieren Sie Tokenboard, um etwas zu ändern.',
  'files.preset': 'Eine Vorlage konnte nicht gelesen werden',
  'files.preset.leftOut':
    '{file} ist keine gültige Vorlage und wurde ausgelassen. Wählen Sie für diesen Dienst „Benutzerdefiniert“, oder installieren Sie Tokenboard neu.',
};
