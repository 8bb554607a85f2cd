export const connections = {
  'connection.inUse':
    '{count, plural, one {“{name}” authorizes a resource, which cannot be fetched without it.} other {“{name}” authorizes # resources, which cannot be fetched without it.}}',
  /** The title of the login window. */
  'connection.loginWindow': 'Log in: {name}',
  'connection.noIntrospection': 'OAuth1 tokens cannot be checked at the service.',
  'connection.tokenRefused': 'The service refused the token at the last request. The access may have been revoked.',
  'connection.dataRefused':
    'The service also refused a renewed token. The access may have been revoked, or the account is not allowed to see the data.',
  'connection.renewalFailed': 'The token could not be renewed.',
  'connection.unwritten': 'A secret could not be saved, because its file could not be written.',
  'connection.deleted': 'The connection was deleted.',
  'connection.loginRunning': 'Another login of this connection is running. Finish or cancel it first.',
  'connection.noLogin': 'No login is waiting for the browser.',
  'connection.secretNotStored': 'This secret is not stored.',
  /** About the ID token, below that heading. */
  'connection.idToken.missing':
    'The service sent no ID token, although the scope “openid” requests one. The account could not be checked. Data is not affected.',
  'connection.idToken.unreadable':
    'The service sent an ID token that cannot be read. The account could not be checked. Data is not affected.',
  'connection.idToken.severalAudiences':
    'The ID token is for several clients and does not name the client that requested it. Data is not affected.',
  'connection.expired': 'The token has expired, and the service gave no refresh token. Request a new token.',
  'connection.noSuchSecret': 'A connection has no such secret.',
  'connection.notFound': 'This connection no longer exists.',
  'connection.settingsChanged':
    'The token belongs to a different service or client than the settings name, so it was not sent. Log in again.',
  'connection.noTokenYet': 'This connection has no token yet. Request a token.',
  'connection.tokenDamaged': 'The stored token is damaged. Request a new token.',
  /** A notification of the system. */
  'notification.loginRequired.title':
    '{count, plural, one {A connection needs a new login} other {# connections need a new login}}',
  /** {names}: “A”, “B”, 2 more */
  'notification.loginRequired.body':
    '{count, plural, one {{names}. The token can no longer be renewed: open Tokenboard and request a new one.} other {{names}. The tokens can no longer be renewed: open Tokenboard and request new ones.}}',
  'notification.name': '“{name}”',
  'notification.more': '{count, number} more',
} as const;
