export const settings = {
  'settings.title': 'Settings',
  'settings.close': 'Close settings',

  'settings.appearance': 'Appearance',
  'settings.theme': 'Theme',
  'settings.theme.hint': '“System” follows the setting of your computer.',
  /** As the system has it: the theme. */
  'settings.theme.system': 'System',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.language': 'Language',
  'settings.language.hint': 'Changes texts, dates and numbers at once.',
  /** As the system has it: the language. {language} is its own name, such as Deutsch. */
  'settings.language.system': 'System ({language})',

  'settings.vault': 'Secrets',
  'settings.vault.keychain': 'Encrypted with a key in your system’s keychain',
  'settings.vault.keychain.hint':
    'Client secrets, passwords and tokens are stored in files that only this key can decrypt (AES-256-GCM).',
  'settings.vault.key': 'Encrypted with your passphrase',
  'settings.vault.key.hint.user': 'Tokenboard asks for the passphrase at every start and never stores it.',
  'settings.vault.key.hint.environment': 'The passphrase comes from TOKENBOARD_KEY.',
  'settings.vault.opening': 'Opening your system’s keychain',
  'settings.vault.opening.hint': 'The keychain may ask for its password.',
  'settings.vault.session': 'Kept until Tokenboard closes',
  /** {reason} is a sentence: why there is no keychain. */
  'settings.vault.session.hint': '{reason} Set a passphrase to keep your secrets, encrypted.',
  'settings.vault.locked': 'Locked',
  'settings.vault.passphrase': 'Passphrase',
  'settings.vault.passphrase.new.hint':
    'At least {length, number} characters, such as four words. Without it, stored secrets are lost.',
  'settings.vault.passphrase.known.hint': 'The passphrase that you set in Tokenboard on this computer.',
  'settings.vault.passphrase.show': 'Show the passphrase',
  'settings.vault.passphrase.new': 'A long passphrase',
  'settings.vault.passphrase.known': 'Your passphrase',
  'settings.vault.passphrase.tooShort': 'Too short. Use at least {length, number} characters, such as four words.',
  'settings.vault.repeated': 'Passphrase again',
  'settings.vault.repeated.hint': 'The same passphrase again, so that a typing error does not lock you out.',
  'settings.vault.repeated.show': 'Show the repeated passphrase',
  'settings.vault.repeated.placeholder': 'Repeat the passphrase',
  'settings.vault.repeated.differs': 'The two entries differ. Enter the same passphrase twice.',
  'settings.vault.set': 'Set passphrase',
  'settings.vault.unlock': 'Unlock',
  'settings.vault.encrypted': 'Your secrets are encrypted with your passphrase.',
  'settings.vault.forgot': 'Forgot the passphrase?',
  'settings.vault.forgot.hint':
    'Reset moves the encrypted secrets aside and keeps resources and connections. Afterwards, enter client secrets and log in again.',
  /** Opens a question. */
  'settings.vault.reset': 'Reset…',
  'settings.vault.reset.title': 'Reset stored secrets?',
  'settings.vault.reset.text':
    'All stored client secrets, passwords and tokens become unusable. Every connection needs a new login.',
  'settings.vault.reset.confirm': 'Reset',
  'settings.vault.reset.done': 'The stored secrets were reset. Enter client secrets and log in again.',

  'settings.network': 'Network',
  'settings.proxy': 'Proxy',
  /** As the system has it: the proxy. */
  'settings.proxy.system': 'System',
  'settings.proxy.system.hint': 'Logins, token requests and data use the proxy settings of your system.',
  'settings.proxy.manual': 'This proxy',
  'settings.proxy.manual.hint':
    'Logins, token requests and data use this proxy, except for addresses on this computer.',
  /** No proxy. */
  'settings.proxy.none': 'None',
  'settings.proxy.none.hint': 'Tokenboard connects directly to every service and ignores your system’s proxy settings.',
  'settings.proxy.url': 'Proxy URL',
  'settings.proxy.url.hint':
    'Use http, https or socks5. A socks5 proxy with a password works for data but not for login windows.',
  'settings.proxy.username': 'User name',
  'settings.proxy.login.hint':
    'User name and password are needed only if your administrator gave you some for the proxy.',
  'settings.proxy.password': 'Password',
  /** The password is stored. */
  'settings.proxy.password.stored': 'Stored',
  'settings.proxy.password.again': 'Enter the password again',
  /** No password is stored. */
  'settings.proxy.password.none': 'None stored',
  'settings.proxy.use': 'Use this proxy',
  'settings.proxy.saved': 'The next request or login uses this proxy.',

  'settings.certificates': 'Company certificates',
  'settings.certificates.hint.electron':
    'Tokenboard trusts the certificates of your system. If your company network uses others, add the PEM or DER file from your administrator.',
  'settings.certificates.hint.browser':
    'Tokenboard trusts the certificates of your system. If your company network uses others, add the PEM or DER file from your administrator. Restart Tokenboard to use the new certificate in login windows. If a login window still refuses the certificate, add it to your system.',
  'settings.certificates.add': 'Add certificate',
  'settings.certificates.files': 'Certificate files',
  'settings.certificates.added':
    '{added, plural, =0 {This file contains no new certificate.} one {One certificate was added.} other {# certificates were added.}}{leftOut, plural, =0 {} one { One certificate was left out: damaged, expired or not an authority’s.} other { # certificates were left out: damaged, expired or not an authority’s.}}',
  /** {problem} is a sentence. */
  'settings.certificates.problem': '{file}: {problem}',
  'settings.certificates.valid': 'Valid until {date}',
  'settings.certificates.signed': 'Signed by {issuer}. Valid until {date}',
  'settings.certificates.remove': 'Remove',
  'settings.certificates.remove.named': 'Remove {name}',
  'settings.certificates.removed': '“{name}” is no longer trusted.',

  'settings.starting': 'Starting and closing',
  'settings.starting.keep': 'Keep running when the window is closed',
  'settings.starting.keep.hint':
    'Feeds, pushes and renewals go on. An icon in the notification area opens Tokenboard again or quits it.',
  /** Some desktops, such as GNOME without an extension, show no icon. */
  'settings.starting.keep.hint.linux':
    'Feeds, pushes and renewals go on. An icon in the panel opens or quits Tokenboard. Without an icon: start Tokenboard again for its window, or run <mono>tokenboard stop</mono>.',
  'settings.starting.keep.hint.darwin':
    'Tokenboard goes on until you quit it, as apps on macOS do. This adds an icon to the menu bar.',
  'settings.starting.keep.hint.browser':
    'In a browser, Tokenboard ends with its window. It can keep running in Electron, or without a window as <mono>tokenboard serve</mono>.',
  'settings.starting.login': 'Start Tokenboard when I log in',
  'settings.starting.login.hint': 'Without its window, so that feeds answer from the start.',
  'settings.starting.login.hint.browser': 'With its window, so that feeds answer while it is open.',
  'settings.starting.login.hint.none':
    'Not available here. <mono>tokenboard install-service</mono> starts feeds without a window.',
  /** The feeds of this app. */
  'settings.starting.suggest': 'Feeds end when the window is closed.',
  'settings.starting.suggest.do': 'Keep running',

  'settings.limits': 'Limits',
  'settings.limits.loginTimeoutSeconds': 'Wait for a login',
  'settings.limits.loginTimeoutSeconds.hint': 'The login window closes after this time.',
  'settings.limits.loginTimeoutSeconds.field': 'Wait for a login, in seconds',
  'settings.limits.requestTimeoutSeconds': 'Wait for a response',
  'settings.limits.requestTimeoutSeconds.hint': 'The request stops after this time.',
  'settings.limits.requestTimeoutSeconds.field': 'Wait for a response, in seconds',
  'settings.limits.maximumBodyMebibytes': 'Largest response to show',
  'settings.limits.maximumBodyMebibytes.hint': 'You can save a larger response as a file.',
  'settings.limits.maximumBodyMebibytes.field': 'Largest response to show, in MiB',

  'settings.peaka': 'Peaka accounts',
  'settings.peaka.accounts': 'Accounts',
  'settings.peaka.hint': 'Peaka is a data platform. Connections can be handed over to its projects.',
  'settings.peaka.add': 'Add account',
  'settings.peaka.edit': 'Edit',
  'settings.peaka.edit.named': 'Edit {name}',
  'settings.peaka.delete': 'Delete',
  'settings.peaka.delete.named': 'Delete {name}',

  'settings.practice': 'Practice service',
  'settings.practice.run': 'Run the practice service',
  'settings.practice.hint': 'Try everything with a service on this computer, without registering anywhere.',
  'settings.practice.account':
    'At <mono>{origin}</mono>, log in as <mono>{username}</mono> with the password <mono>{password}</mono>',
  'settings.practice.lifetime': 'Token lifetime',
  'settings.practice.lifetime.hint': 'Applies to new tokens. Choose a short time to watch Tokenboard renew a token.',
  'settings.practice.lifetime.field': 'Lifetime of practice tokens, in seconds',

  'settings.about': 'About',
  'settings.about.dataFolder': 'Data folder',
  /** Within “Copy data folder”. */
  'settings.about.dataFolder.copy': 'data folder',
  'settings.about.version': 'Tokenboard {version}',
  /** Such as: Electron 39 on Linux. */
  'settings.about.platform': '{platform} on {system}. MIT licence.',
  'settings.licences': 'Licences of the packages that Tokenboard contains',
  'settings.licences.unreadable': 'The list of licences cannot be read. Reinstall Tokenboard.',
  'settings.licences.of': 'Licence of {name}',
} as const;
