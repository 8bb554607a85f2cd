/** The page of a connection. */
export const connectionPage = {
  'connection.page.account.connected': 'Connected as <strong>{account}</strong>',
  'connection.page.account.wasConnected': 'Was connected as <strong>{account}</strong>',
  'connection.page.account.someoneElse': 'Log in as someone else',

  /** It: the connection. */
  'connection.page.forecast.title': 'Will it keep running?',
  'connection.page.forecast.fix': 'Ask for a refresh token and log in again',
  /** <time></time> is a relative time, such as: 3 days ago. */
  'connection.page.forecast.renewed': 'renewed <time></time>',
  /** <time></time> is a relative time, such as: in 3 days. */
  'connection.page.forecast.refreshTokenEnds': 'refresh token expires <time></time>',

  'connection.page.introspection.title': 'What the service says',
  'connection.page.introspection.hint': 'Ask the service whether the token still works.',
  'connection.page.introspection.check': 'Check at the service',
  /** A heading, then a sentence. */
  'connection.page.introspection.failed': '{title}. {meaning}',
  'connection.page.introspection.active': 'The token works.',
  'connection.page.introspection.inactive': 'The token no longer works. Request a new one.',
  /** <time></time> is a relative time, such as: 3 min ago. */
  'connection.page.introspection.checked': 'Checked <time></time>',
  'connection.page.introspection.account': 'Account',
  /** A time follows. */
  'connection.page.introspection.expires': 'Expires',
  'connection.page.introspection.scopes': 'Scopes',
  'connection.page.introspection.response': 'Full response ({count, number})',
} as const;
