/** While a login is open: what the user does meanwhile. */
export const waiting = {
  /** Within “Copy callback URL”. */
  'waiting.browser.copy': 'callback URL',
  'waiting.browser.console': 'Open API console',
  'waiting.browser.use': 'Use your browser',
  'waiting.browser.paste': 'Keep the callback URL and paste the address',

  'waiting.refused.title': '{host} refuses logins in this window',
  /** The URL follows. */
  'waiting.refused.text':
    'The service usually accepts your browser. First register this callback URL at the service, so that the login returns to this computer:',

  'waiting.signIn.title': '{host} requires a sign-in that the login window does not support',
  /** It: the host in the title above. */
  'waiting.signIn.wanted.Negotiate': 'The required sign-in uses your account on this computer (Negotiate, Kerberos).',
  'waiting.signIn.wanted.NTLM': 'The required sign-in uses your account on this computer (NTLM).',
  'waiting.signIn.wanted.Digest': 'The required sign-in is a user name and password in a browser prompt (Digest).',
  'waiting.signIn.wanted.Basic': 'The required sign-in is a user name and password in a browser prompt (Basic).',
  /** The URL follows. */
  'waiting.signIn.text':
    'If the window shows a login form, use that form. Otherwise, log in with your browser. First register this callback URL at the service:',

  'waiting.device': 'Login with a code',
  'waiting.device.lead': 'Open this page in any browser, even on your phone, and enter the code there.',
  'waiting.device.code': 'Code',
  /** Within “Copy code”. */
  'waiting.device.code.copy': 'code',
  'waiting.device.open': 'Open the page',
  /** <time></time> is a relative time, such as: in 14 min. */
  'waiting.device.expires': 'The code expires <time></time>',
  'waiting.device.expired': 'The code has expired.',
  'waiting.device.scan': 'Scan with your phone',
  'waiting.device.qrCode': 'QR code of the page',

  'waiting.again': 'Login in your browser',
  'waiting.again.open': 'Open again',
  'waiting.again.copy': 'Copy link',
  'waiting.again.opened': 'Opened in your browser.',
  'waiting.again.copied': 'Copied. The link works for this login only.',

  'waiting.paste': 'Copy the address back to Tokenboard',
  'waiting.paste.logIn': 'Log in in your browser and allow access.',
  'waiting.paste.page': 'The login ends on a page at <mono>{host}</mono>. What the page shows does not matter.',
  'waiting.paste.copy': 'Copy the whole address from the address bar and paste it here.',
  'waiting.paste.address': 'Address of the page after the login',
  'waiting.paste.empty': 'Paste the address here.',
  /** A heading, then a sentence. */
  'waiting.paste.problem': '{title}. {meaning}',
  'waiting.paste.send': 'Continue',
} as const;
