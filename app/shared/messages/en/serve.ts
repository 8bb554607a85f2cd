/** Shown when `tokenboard serve` or `install-service` does not do what was asked, in a terminal or a log. */
export const serve = {
  'serve.key.missing': 'The key file {file} does not exist. Correct TOKENBOARD_KEY_FILE.',
  /** `chmod` is a command to type. */
  'serve.key.open': 'Others can read the key file {file}. Run “chmod 600 {file}”, then start again.',
  'serve.key.unreadable': 'The key file {file} cannot be read. Check its owner and permissions.',
  'serve.key.empty': 'The key file {file} is empty. Write a long passphrase into it.',
  'serve.key.tooLong': 'The key file {file} is longer than any passphrase. Correct TOKENBOARD_KEY_FILE.',
  'serve.key.none':
    'The tokens need a key: there is no keychain, or the vault has a passphrase. Set TOKENBOARD_KEY, name a file with mode 0600 in TOKENBOARD_KEY_FILE, or use the systemd credential tokenboard-key.',
  'serve.key.wrong':
    'The key does not open the vault in {folder}. Give the passphrase that Tokenboard was given for this folder.',
  'serve.flag.unknown': 'The option {flag} is unknown or lacks its value. “tokenboard serve --help” lists the options.',
  'serve.flag.value': 'The value “{value}” of --{flag} is not possible.',
  'serve.listen': 'The feeds cannot be served: {reason}',
  'serve.metrics.key':
    'The metrics would be readable from other computers. Set TOKENBOARD_METRICS_KEY, or use --metrics with 127.0.0.1.',
  'serve.metrics.listen': 'The metrics cannot be served at {address}: {code}.',
  /** What `install-service` does, one line each. */
  'service.write': 'Write {path}',
  'service.createKey': 'Create a key in {path}, unless there is one',
  'service.remove': 'Delete {path}',
  'service.run': 'Run: {command}',
  'service.nothingDone': 'Nothing was changed. Leave out --dry-run to do this.',
  'service.installed': 'The service is installed and runs.',
  'service.removed': 'The service is removed. Its data and its key stay.',
  'service.data':
    'A service of the system cannot own the folder {folder}. Leave out --data, or name a folder in /var/lib.',
  'service.failed': 'That failed: {reason}',
} as const;
