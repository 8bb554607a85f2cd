/** How secrets are kept. */
export const vault = {
  'vault.keychain.none': 'This system has no keychain that Tokenboard can use.',
  'vault.keychain.silent': 'This system’s keychain does not respond.',
  'vault.keychain.notKept': 'This system’s keychain did not store the key.',
  'vault.keychain.damaged': 'The entry “Tokenboard” in this system’s keychain is damaged.',
  'vault.keychain.failed': 'The keychain failed.',
  'vault.locked': 'Your secrets are encrypted with a passphrase. Enter the passphrase to use them.',
  'vault.locked.otherKey':
    'TOKENBOARD_KEY is not the passphrase that your secrets are encrypted with. Enter the right passphrase.',
  'vault.notLocked': 'The stored secrets are not locked.',
  'vault.wrongPassphrase': 'This passphrase does not decrypt your secrets.',
  'vault.otherKey': 'A stored secret is encrypted with another key. Its file is kept. Enter the secret again.',
  'vault.damaged': 'A stored secret is damaged or was changed. Its file is kept. Enter the secret again.',
  'vault.unreadable': 'The file of a stored secret could not be read.',
  'vault.unwritable': 'A secret could not be saved, because its file could not be written.',
  'vault.unremovable': 'A stored secret could not be removed. Its file is still there.',
} as const;
