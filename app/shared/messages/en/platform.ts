/** The windows of the app and of its logins. */
export const platform = {
  'window.cancelled': 'The login was cancelled.',
  'window.replaced': 'A newer login replaced this one.',
  'window.timeout': 'The login took too long, so its window was closed.',
  'window.closed': 'The login window was closed before the login was done.',
  'window.authorizationUrl': 'The authorization URL must start with https:// or http://.',
  'window.link': 'Only http and https links can be opened.',
  'window.loadFailed': 'The login page of {host} could not be loaded.',
  'window.proxyLogin': 'The proxy {proxy} requires a user name and password for the login page.',
  'window.errorPage': '{host} shows an error in the login window.',
  /** The title of a login window: the host of its page. {title} names the connection. */
  'window.title': '{host} – {title}',
  'window.title.loading': 'Loading – {title}',
  'window.certificate': 'The connection to {host} is not safe: {reason}.',
  'window.certificate.ERR_CERT_COMMON_NAME_INVALID': 'its certificate is for another host name',
  'window.certificate.ERR_CERT_DATE_INVALID': 'its certificate has expired or is not valid yet',
  'window.certificate.ERR_CERT_AUTHORITY_INVALID':
    'its certificate is not signed by an authority that this computer trusts',
  'window.certificate.ERR_CERT_REVOKED': 'its certificate was revoked',
  'window.certificate.ERR_CERT_INVALID': 'its certificate is malformed',
  'window.certificate.ERR_CERT_WEAK_SIGNATURE_ALGORITHM':
    'its certificate is signed with an algorithm that is no longer safe',
  'window.certificate.ERR_CERT_WEAK_KEY': 'its certificate has a key that is no longer safe',
  'window.certificate.ERR_CERT_NAME_CONSTRAINT_VIOLATION': 'its authority is not allowed to sign for this host',
  'window.certificate.ERR_CERT_VALIDITY_TOO_LONG': 'its certificate is valid for longer than is allowed',
  /** Certificate Transparency: public logs of all certificates. */
  'window.certificate.ERR_CERTIFICATE_TRANSPARENCY_REQUIRED': 'its certificate is not publicly logged',
  'window.certificate.ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN':
    'its certificate is not the one that is known for this host',
  'window.certificate.other': 'its certificate could not be verified',
  'window.terminal.noMainWindow': 'This Tokenboard runs without a window.',
  /** The ways to log in are those of a connection. */
  'window.terminal.noDisplay':
    'There is no display for a login window. Log in through the system browser, with a device code, or by pasting the callback URL.',
  'window.terminal.noBrowser':
    'A login window needs Chromium, Chrome or Edge. Install one, or log in through the system browser, with a device code, or by pasting the callback URL.',
  'window.terminal.needsApp':
    'Only the app shows login windows. Start Tokenboard, then run the command again. Or log in through the system browser, with a device code, or by pasting the callback URL.',
  'window.terminal.noSystemBrowser':
    'The system browser could not be opened. Log in with a device code, or by pasting the callback URL.',
  'window.terminal.noDialog': 'This Tokenboard runs without a window, so it cannot ask where to save. Name the file.',
  'window.terminal.noFileManager': 'This Tokenboard runs without a window, so it cannot show the file’s folder.',
  'window.otherSender': 'Tokenboard responds only to its own window.',
} as const;
