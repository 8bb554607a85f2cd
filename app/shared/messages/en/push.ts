/** Rows that Tokenboard sends to a tool. */
export const push = {
  'files.of.push': 'the targets of your feeds',
  'files.of.pushSent': 'what your targets were sent',
  'push.notFound': 'This target no longer exists.',
  'push.failed.refused': 'The target refused the rows (status {status, number}).',
  'push.failed.unauthorized': 'The target did not accept the key or the password (status {status, number}).',
  'push.failed.rate_limited': 'The target limits how often it takes rows (status {status, number}).',
  'push.failed.server_error': 'The target has a problem of its own (status {status, number}).',
  'push.failed.unexpected': 'The target sent a response that Tokenboard does not know.',
  'push.failed.url': 'The address of the target is not a complete http or https address.',
  'push.failed.insecureUrl': '{host} is outside your network: keys and rows are sent there only by https.',
  'push.failed.incomplete': 'A field of the target is still empty.',
  'push.failed.noRows': 'There are no rows to send. {reason}',
  'push.failed.foreignTable': 'The database has a table {table} that Tokenboard did not make.',
  'push.failed.databaseName': 'Enter a complete path that ends in .db, .sqlite or .sqlite3.',
  'push.failed.notADatabase': 'This file exists, and is not an SQLite database. It was not changed.',
  'push.failed.database': 'The database did not accept the rows.',
} as const;
