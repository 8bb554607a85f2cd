import type { CodeOf } from '../../../app/shared/error-codes.ts';

/** Titles and meanings of errors of targets, by code. */
export const advicePush = {
  'advice.push.database.title': 'The database did not accept the rows',
  'advice.push.database.meaning': 'Read what the database said. The table keeps its former rows.',
  'advice.push.database_denied.title': 'The database does not let Tokenboard write',
  'advice.push.database_denied.meaning':
    'Give the user the right to create tables, or choose another table. For a file, check its folder.',
  'advice.push.database_login.title': 'The database does not accept this login',
  'advice.push.database_login.meaning':
    'Check user name and password, and whether the server lets this user in from here.',
  'advice.push.database_missing.title': 'The database does not exist',
  'advice.push.database_missing.meaning': 'Check its name. Tokenboard creates the table, but not the database.',
  'advice.push.database_tls.title': 'The database cannot be reached safely',
  'advice.push.database_tls.meaning':
    'It needs a certificate for this host that is trusted here. Add its authority in the network settings.',
  'advice.push.database_unreachable.title': 'The database cannot be reached',
  'advice.push.database_unreachable.meaning':
    'Check host and port, and that the database runs. Tokenboard tries again.',
  'advice.push.foreign_table.title': 'The table belongs to someone else',
  'advice.push.foreign_table.meaning':
    'Tokenboard replaces only tables that it made. Choose another name for the table.',
  'advice.push.incomplete.title': 'The target is not complete',
  'advice.push.incomplete.meaning': 'Fill in the empty fields of the target.',
  'advice.push.insecure_url.title': 'The address needs https',
  'advice.push.insecure_url.meaning': '{host} is outside your network. Use an address that begins with https.',
  'advice.push.no_rows.title': 'There are no rows to send',
  'advice.push.no_rows.meaning': 'The resource could not be fetched. Run it to see why.',
  'advice.push.not_a_database.title': 'This is not an SQLite database',
  'advice.push.not_a_database.meaning': 'Enter a complete path that ends in .db, .sqlite or .sqlite3.',
  'advice.push.not_found.title': 'This target no longer exists',
  'advice.push.not_found.meaning': 'The target was deleted. Create it again.',
  'advice.push.rate_limited.title': 'The target limits how often it takes rows',
  'advice.push.rate_limited.meaning': 'Tokenboard tries again later. Choose a longer interval if this happens often.',
  'advice.push.refused.title': 'The target refused the rows',
  'advice.push.refused.meaning': 'Check the name of the list, dataset or widget, and whether its columns fit.',
  'advice.push.server_error.title': 'The target has a problem',
  'advice.push.server_error.meaning': 'Nothing is wrong here. Tokenboard tries again later.',
  'advice.push.unauthorized.title': 'The target does not accept the key',
  'advice.push.unauthorized.meaning': 'Enter a key or password that may write there.',
  'advice.push.unexpected.title': 'The target’s response is unknown',
  'advice.push.unexpected.meaning': 'Check the address: another program may answer there.',
  'advice.push.url.title': 'The address is not complete',
  'advice.push.url.meaning': 'Enter an address that begins with https:// or http://.',
} as const satisfies Record<`advice.${CodeOf<'push'>}.${'title' | 'meaning'}`, string>;
