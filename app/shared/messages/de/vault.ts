import type { vault as en } from '../en/vault.ts';
import type { Translated } from '../message.ts';

export const vault: Translated<typeof en> = {
  'vault.keychain.none': 'Dieses System hat keinen Schlüsselbund, den Tokenboard verwenden kann.',
  'vault.keychain.silent': 'Der Schlüsselbund dieses Systems antwortet nicht.',
  'vault.keychain.notKept': 'Der Schlüsselbund dieses Systems hat den Schlüssel nicht gespeichert.',
  'vault.keychain.damaged': 'Der Eintrag „Tokenboard“ im Schlüsselbund dieses Systems ist beschädigt.',
  'vault.keychain.failed': 'Im Schlüsselbund ist ein Fehler aufgetreten.',
  'vault.locked':
    'Ihre Geheimnisse sind mit einer Passphrase verschlüsselt. Geben Sie die Passphrase ein, um die Geheimnisse zu verwenden.',
  'vault.locked.otherKey':
    'TOKENBOARD_KEY ist nicht die Passphrase, mit der Ihre Geheimnisse verschlüsselt sind. Geben Sie die richtige Passphrase ein.',
  'vault.notLocked': 'Die gespeicherten Geheimnisse sind nicht gesperrt.',
  'vault.wrongPassphrase': 'Diese Passphrase entschlüsselt Ihre Geheimnisse nicht.',
  'vault.otherKey':
    'Ein gespeichertes Geheimnis ist mit einem anderen Schlüssel verschlüsselt. Die Datei bleibt erhalten. Geben Sie das Geheimnis erneut ein.',
  'vault.damaged':
    'Ein gespeichertes Geheimnis ist beschädigt oder wurde verändert. Die Datei bleibt erhalten. Geben Sie das Geheimnis erneut ein.',
  'vault.unreadable': 'Die Datei eines gespeicherten Geheimnisses konnte nicht gelesen werden.',
  'vault.unwritable': 'Ein Geheimnis konnte nicht gespeichert werden, weil sich seine Datei nicht schreiben ließ.',
  'vault.unremovable': 'Ein gespeichertes Geheimnis konnte nicht entfernt werden. Die Datei ist noch vorhanden.',
};
