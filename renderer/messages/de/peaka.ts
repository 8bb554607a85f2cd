import type { Translated } from '../../../app/shared/messages/message.ts';
import type { peaka as en } from '../en/peaka.ts';

export const peaka: Translated<typeof en> = {
  // Accounts (settings, dialog).
  'peaka.account.add': 'Peaka-Konto hinzufügen',
  'peaka.account.edit': 'Peaka-Konto bearbeiten',
  'peaka.account.name': 'Name',
  'peaka.account.name.hint': 'Der Name des Kontos in Tokenboard.',
  'peaka.account.name.missing': 'Geben Sie einen Namen ein.',
  'peaka.account.zone': 'Zone',
  'peaka.account.zone.us': 'US',
  'peaka.account.zone.us.hint': 'Die Cloud von Peaka in den USA.',
  'peaka.account.zone.eu': 'EU',
  'peaka.account.zone.eu.hint':
    'Die Cloud von Peaka in Europa. Die Dokumentation von Peaka nennt dafür zwei Basis-URLs und keine Callback-URL. Vergleichen Sie beide mit Peaka.',
  'peaka.account.zone.own': 'Eigene Domain',
  'peaka.account.zone.own.hint':
    'Peaka auf eigenen Servern oder unter dem Namen einer anderen Firma. Der Betreiber kennt beide URLs.',
  'peaka.account.zone.practice': 'Übung',
  'peaka.account.zone.practice.hint':
    'Ein Peaka zum Ausprobieren. Es läuft auf diesem Computer und braucht weder Konto noch API-Schlüssel.',
  'peaka.account.baseUrl': 'Basis-URL',
  'peaka.account.baseUrl.hint': 'An diese Adresse sendet Tokenboard den API-Schlüssel und die Werte von Verbindungen.',
  'peaka.account.baseUrl.missing': 'Geben Sie eine URL ein, die mit https:// beginnt.',
  'peaka.account.callbackUrl': 'Callback-URL von Peaka',
  'peaka.account.callbackUrl.hint':
    'Registrieren Sie für eine Anmeldung über Peaka mit Ihrer eigenen App genau diese URL beim Dienst.',
  'peaka.account.callbackUrl.missing':
    'Geben Sie eine URL ein, die mit https:// beginnt, oder lassen Sie das Feld leer.',
  'peaka.account.apiKey': 'API-Schlüssel',
  'peaka.account.apiKey.hint':
    'Ein Partnerschlüssel erreicht alle Projekte. Peaka zeigt ihn unter „Developer“. Ein Projektschlüssel erreicht ein Projekt. Peaka zeigt ihn im Projekt unter „Settings“, „API Keys“.',
  'peaka.account.apiKey.missing': 'Geben Sie den API-Schlüssel ein.',
  'peaka.account.cancel': 'Abbrechen',
  'peaka.account.check': 'Prüfen',
  'peaka.account.check.hint': 'Beim Prüfen sagt Peaka, wem der Schlüssel gehört und was er erreicht.',
  'peaka.account.save': 'Speichern',
  'peaka.account.key.partner': 'Partnerschlüssel',
  'peaka.account.key.partner.of': 'Partnerschlüssel von {owner}',
  'peaka.account.key.partner.reach': 'Er erreicht alle Projekte.',
  'peaka.account.key.project': 'Projektschlüssel',
  'peaka.account.key.project.of': 'Projektschlüssel von {owner}',
  'peaka.account.key.project.reach': 'Er erreicht ein Projekt.',
  'peaka.account.key.project.reach.named': 'Er erreicht nur das Projekt „{project}“.',
  'peaka.account.key.checked': 'Geprüft <time></time>.',
  'peaka.account.organization': 'Organisation',
  'peaka.account.organization.choose': 'Organisation wählen',
  'peaka.account.organization.none': 'Peaka hat für diesen Schlüssel keine Organisation. Legen Sie bei Peaka eine an.',
  'peaka.account.workspace': 'Arbeitsbereich',
  'peaka.account.workspace.choose': 'Arbeitsbereich wählen',
  'peaka.account.workspace.none': 'Die Organisation hat keinen Arbeitsbereich. Legen Sie bei Peaka einen an.',
  'peaka.account.project': 'Projekt',
  'peaka.account.project.choose': 'Projekt wählen',
  'peaka.account.project.none': 'Der Arbeitsbereich hat kein Projekt. Legen Sie bei Peaka eines an.',
  'peaka.account.project.hint': 'Verbindungen gehören zu einem Projekt. Sie können jederzeit ein anderes wählen.',
  'peaka.account.place.loading': 'Warten auf Peaka…',
  'peaka.account.place.search': 'Nach Namen suchen',
  'peaka.account.place.chosen': '{label}: {name}',
  'peaka.account.state.no_key': 'kein API-Schlüssel',
  'peaka.account.state.unchecked': 'nicht geprüft',
  'peaka.account.leave.title': 'Ohne Speichern schließen?',
  'peaka.account.leave.new': 'Das Konto und sein API-Schlüssel werden nicht behalten.',
  'peaka.account.leave.changes': 'Änderungen seit der letzten Prüfung gehen verloren.',
  'peaka.account.leave.confirm': 'Ohne Speichern schließen',
  'peaka.account.delete.title': 'Konto „{name}“ löschen?',
  'peaka.account.delete.text':
    'Tokenboard vergisst das Konto, seinen API-Schlüssel{count, plural, =0 {} one { und was über die damit erstellte Verbindung bekannt ist} other { und was über die # damit erstellten Verbindungen bekannt ist}}. Bei Peaka wird nichts gelöscht: Verbindungen dort bleiben und funktionieren weiter, aber Tokenboard aktualisiert sie nicht mehr.',
  'peaka.account.delete.confirm': 'Konto löschen',
  'peaka.account.deleted': 'Das Konto „{name}“ wurde hier gelöscht. Peaka wurde nicht geändert.',
  // The page of an account.
  // “Use in Peaka”, “through Peaka”, links on the page of a connection.
};
