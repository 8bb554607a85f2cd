export const connection = {
  // The dialog
  'connection.new': 'New connection',
  'connection.edit': 'Edit connection',
  'connection.asSomeoneElse': 'Log in as someone else',
  'connection.throughPeaka': 'Through Peaka instead…',
  'connection.cancel': 'Cancel',
  'connection.save': 'Save',
  'connection.close': 'Close',
  'connection.undo': 'Undo',
  'connection.hasToken': 'The current token works until the new one replaces it.',
  'connection.leave.title': 'Close without saving?',
  'connection.leave.text': 'Unsaved changes in the dialog will be lost.',
  'connection.leave.confirm': 'Close without saving',
  /** Opens the rarely needed settings. */
  'connection.more': 'More',
  'connection.name': 'Name',
  'connection.name.hint': 'The sidebar and the lists show this name.',

  // The buttons, by where the token comes from
  'connection.button.login.request': 'Request New Token',
  'connection.button.login.update': 'Authorized - Update Token',
  'connection.button.login.updateTitle': 'Update Token',
  'connection.button.login.submit': 'Request Token',
  'connection.button.own.request': 'Enter Token',
  'connection.button.own.update': 'Authorized - Update Token',
  'connection.button.own.updateTitle': 'Update Token',
  'connection.button.own.submit': 'Use This Token',
  'connection.button.none.request': 'Set Up Signing',
  'connection.button.none.update': 'Authorized - Edit',
  'connection.button.none.updateTitle': 'Edit Signing',
  'connection.button.none.submit': 'Save and Sign',
  'connection.button.showWindow': 'Show window',
  'connection.tokenSource': 'Where the token comes from',
  'connection.tokenSource.login': 'Log in',
  'connection.tokenSource.own': 'I have a token',
  'connection.tokenSource.none': 'No token',
  'connection.tokenSource.login.sentence':
    'You log in at the service in its own window. The service then gives Tokenboard a token.',
  'connection.tokenSource.own.sentence':
    'You enter a token and its secret, copied from a service such as NetSuite, Magento or X. No login is needed.',
  'connection.tokenSource.none.sentence':
    'Requests are signed without a token, as WooCommerce requires. No login is needed.',

  // Preset
  'connection.preset': 'Preset',
  'connection.preset.chosen': 'Preset: {name}',
  'connection.preset.search': 'Search services',
  /** The choice of a service without a preset, and the name of such a connection. */
  'connection.preset.custom': 'Custom',
  'connection.preset.custom.description': 'Works with any service. You enter the URLs.',
  'connection.preset.recent': 'Recent',
  'connection.preset.notes': '{count, plural, one {# thing} other {# things}} to know about {name}',
  'connection.preset.documentation': 'Documentation of the service',
  'connection.preset.steps': 'How to get a client ID from {name}',
  'connection.preset.unconfirmed': 'Not confirmed by the documentation of the service: {facts}.',
  'connection.preset.unconfirmed.urls': 'URLs',
  'connection.preset.unconfirmed.scopes': 'scopes',
  'connection.preset.unconfirmed.client_authentication': 'client authentication',
  'connection.preset.unconfirmed.pkce': 'PKCE',
  'connection.preset.unconfirmed.refresh_tokens': 'refresh tokens',
  'connection.preset.unconfirmed.samples': 'sample data',

  // Grants
  'connection.grant': 'Grant type',
  'connection.grant.more': 'More grants',
  /** The grant that is chosen in the list. */
  'connection.grant.chosen': 'chosen',
  'connection.grant.authorizationCode': 'Authorization code',
  'connection.grant.authorizationCode.inLine': 'authorization code',
  'connection.grant.authorizationCode.sentence':
    'You log in at the service in its own window. Tokenboard never sees your password. This grant type works with nearly every service.',
  'connection.grant.password': 'Password',
  'connection.grant.password.inLine': 'password',
  'connection.grant.password.sentence':
    'Tokenboard sends your user name and password to the service. Use this grant type only if the service offers no other.',
  'connection.grant.oauth1': 'OAuth1',
  'connection.grant.oauth1.inLine': 'OAuth1',
  'connection.grant.oauth1.sentence': 'The older version of OAuth, which signs every request.',
  'connection.grant.clientCredentials': 'Client credentials',
  'connection.grant.clientCredentials.inLine': 'client credentials',
  'connection.grant.clientCredentials.sentence':
    'No user logs in. The app itself has access, which suits data that does not belong to one person.',
  'connection.grant.clientCredentials.hint': 'No user logs in: the data belongs to the app.',
  'connection.grant.deviceCode': 'Device code',
  'connection.grant.deviceCode.inLine': 'device code',
  'connection.grant.deviceCode.sentence': 'You enter a short code at the service, in any browser, even on your phone.',
  'connection.grant.deviceCode.hint': 'You enter a short code on your phone or in any browser.',

  // Callback URL
  'connection.callback': 'Callback URL',
  'connection.callback.copied': 'callback URL',
  'connection.callback.popup': 'Register exactly this URL at the service, including the final slash.',
  'connection.callback.direct':
    'Your browser sends the response to this computer. Register exactly this URL, or a “desktop app” client, which needs no callback URL.',
  'connection.callback.pasted':
    'Register exactly this URL at the service. After the login, copy the address from your browser and paste it here.',
  'connection.callback.console': 'Open API console',
  'connection.callback.refused': 'Does the service refuse this callback URL?',
  'connection.callback.notPasted': 'You may not need to paste the address.',
  'connection.callback.paste': 'Paste the address instead',
  'connection.callback.send': 'Send the response to this computer',

  // Issuer and discovery
  'connection.issuer': 'Issuer',
  'connection.issuer.hint':
    'Optional. Paste the URL that identifies the service (OpenID Connect, OAuth). Tokenboard fetches the other settings.',
  'connection.issuer.fillIn': 'Fill in',
  'connection.issuer.use': 'Use {issuer}',
  'connection.discovery.filled': 'Filled in from {host}: {fields}.',
  'connection.discovery.nothing': 'All fields already match {host}.',
  'connection.discovery.authorizationUrl': 'authorization URL',
  'connection.discovery.deviceAuthorizationUrl': 'device authorization URL',
  'connection.discovery.accessTokenUrl': 'access token URL',
  'connection.discovery.clientAuthentication': 'client authentication',
  'connection.discovery.pkce': 'PKCE',
  'connection.discovery.issuerInCallback': 'issuer check',
  'connection.discovery.revocationUrl': 'revocation URL',
  'connection.discovery.introspectionUrl': 'introspection URL',
  'connection.discovery.accountUrl': 'account URL',
  'connection.discovery.otherGrants': 'The service does not list the chosen grant type, but lists: {grants}.',
  'connection.discovery.noPkce':
    'The service does not list PKCE with S256. Tokenboard still uses PKCE: services without PKCE support ignore it.',
  'connection.discovery.issuerPerTenant':
    'This service has one issuer per tenant. The issuer stays empty and is not checked at login.',
  'connection.discovery.issuerDiffers':
    'The document names a different issuer, {issuer}. The issuer stays empty and is not checked at login.',
  'connection.discovery.oddField': '“{field}” in the discovery document is invalid and was not used.',

  // URLs
  'connection.url.requestUrl': 'Request URL',
  'connection.url.authorizationUrl': 'Authorization URL',
  'connection.url.deviceAuthorizationUrl': 'Device authorization URL',
  'connection.url.accessTokenUrl': 'Access token URL',
  'connection.url.requestUrl.hint':
    'The login starts at this URL. The service’s documentation lists it as “request token”.',
  'connection.url.authorizationUrl.hint':
    'The login page of the service. The documentation often calls it “authorize”.',
  'connection.url.deviceAuthorizationUrl.hint':
    'Gives the code for the login. The documentation calls it “device authorization endpoint”.',
  'connection.url.accessTokenUrl.hint':
    'Gives the token. The documentation calls it “token endpoint” or “access token”.',
  'connection.url.filled': 'The preset {name} fills in the URLs.',
  'connection.url.showAll': 'Show all fields',

  // Client, password and tokens
  'connection.client.oauth1.id': 'Client ID (consumer key)',
  'connection.client.oauth1.secret': 'Client secret (consumer secret)',
  'connection.client.oauth2.id': 'Client ID',
  'connection.client.oauth2.secret': 'Client secret',
  'connection.client.signatureMethod': 'Signature method',
  'connection.client.privateKey': 'Private key',
  'connection.client.oauth1.id.hint': 'The service shows it where you registered your app, often as “API key”.',
  'connection.client.oauth2.id.hint':
    'The service shows it where you registered your app, often as “app ID” or “app key”.',
  'connection.client.secret.hint': 'The service shows it next to the client ID, often only once.',
  'connection.client.signatureMethod.hint':
    'Nearly every service expects HMAC-SHA1. The documentation names exceptions.',
  'connection.client.privateKey.hint': 'Paste the whole PEM file. You registered its public key at the service.',
  'connection.practice.filled': 'The practice service filled in this field.',
  'connection.password.username': 'User name',
  'connection.password': 'Password',
  'connection.password.username.hint': 'The name or email address with which you log in at the service.',
  'connection.password.hint': 'The password of this account at the service.',
  /** “Practice service” is a heading of the settings. */
  'connection.password.hint.practice': 'The settings show it under “Practice service”.',
  'connection.password.remember': 'Remember password',
  'connection.password.remember.hint':
    'The password is stored with your other secrets for the next login. Otherwise, you enter the password each time.',
  'connection.ownToken': 'Token (access token)',
  'connection.ownToken.secret': 'Token secret',
  'connection.ownToken.hint': 'You create it on the service’s page for your integration.',
  'connection.ownToken.secret.hint': 'The service shows it next to the token, often only once.',
  'connection.realm': 'Realm',
  'connection.realm.hint':
    'Needed only if the service requires one. For NetSuite, enter the account ID, such as 1234567 or 1234567_SB1.',
  /** The label of a field; {name} is a placeholder with its braces, such as {apiKey}. */
  'connection.secretValue': 'Value of {name}',
  'connection.secretValue.hint': 'Replaces the name in braces in every request. Stored with your secrets.',
  /** {name} is a placeholder with its braces, such as {tenant}. */
  'connection.variable.hint': 'Replaces {name} in the URLs.',
  'connection.openCredential.unsaved': 'This value is not saved yet.',

  // Scopes and access type
  'connection.scopes': 'Scopes',
  /** Names of scopes, as services write them. */
  'connection.scopes.example': 'read, offline_access',
  'connection.scopes.hint': 'The permissions to request, from the service’s documentation. Separate them with spaces.',
  'connection.scopes.hint.offered': 'The permissions to request. Choose from the list below, or enter others.',
  'connection.scopes.offered': 'Scopes of this service',
  'connection.accessType': 'Access type',
  'connection.accessType.unknown': 'No access type is sent. Some services give a refresh token only with “offline”.',
  'connection.accessType.none': 'No access type is sent. The service may then give no refresh token.',
  'connection.accessType.add': 'Add access type',
  'connection.accessType.remove': 'Remove access type',
  'connection.accessType.remove.hint': 'Do not send an access type',
  'connection.accessType.online':
    'With “online”, the service gives no refresh token. The login ends when its first token expires.',
  'connection.accessType.offline': 'With “offline”, the service gives a refresh token, so the login lasts.',

  // Lists in the form. {label} is the name of the list.
  'connection.chips.chosen': '{label}: chosen',
  'connection.chips.remove': 'Remove {value}',
  'connection.rows.name': 'Name',
  'connection.rows.value': 'Value',
  'connection.rows.nameOf': '{label}: name {number, number}',
  'connection.rows.valueOf': '{label}: value {number, number}',
  'connection.rows.add': 'Add',
  'connection.rows.addTo': '{label}: add',
  'connection.rows.remove': '{label}: remove {name}',
  'connection.rows.removeUnnamed': '{label}: remove row {number, number}',
  'connection.rows.removed': '“{name}” was removed.',
  'connection.rows.removedUnnamed': 'The row was removed.',
  'connection.rows.undo': '{label}: undo',

  // While a token is requested
  'connection.progress': 'Progress',
  'connection.progress.stopped': 'The login stopped. The settings are kept.',
  'connection.progress.refused': 'The window that opened cannot be used. Choose how to continue.',
  'connection.progress.errorPage': 'The login window shows an error. Tokenboard waits in case you can continue there.',
  'connection.progress.moment': 'This takes a moment.',
  'connection.progress.popup': 'Log in in the window that opened. The window closes by itself.',
  'connection.progress.browser': 'Log in in your browser. This dialog continues by itself.',
  'connection.progress.browserPaste': 'Log in in your browser, then paste the address here.',
  'connection.progress.anotherAccount':
    'The browser may still be logged in: choose another account there, or log out first.',
  'connection.progress.deviceCode': 'Enter the code at the service. This dialog continues by itself.',
  'connection.progress.back': 'Back to the fields',
  'connection.progress.useBrowser': 'Log in with your browser',
  'connection.progress.usePopup': 'Log in in Tokenboard’s own window',
  /** Read aloud after a step. */
  'connection.progress.step.done': 'done',
  'connection.progress.step.current': 'in progress',
  'connection.progress.step.failed': 'failed',
  'connection.progress.step.pending': 'not yet',
  'connection.step.requestToken': 'Requesting a request token',
  'connection.step.requestToken.done': 'Request token received',
  'connection.step.deviceCode': 'Requesting a code',
  'connection.step.deviceCode.done': 'Code received',
  'connection.step.browser': 'Opening your browser',
  'connection.step.browser.done': 'Browser opened',
  'connection.step.popup': 'Opening the login window',
  'connection.step.popup.done': 'Window opened',
  'connection.step.login': 'Waiting for you to log in',
  'connection.step.login.done': 'You logged in',
  'connection.step.code': 'Reading the response',
  'connection.step.code.done': 'Code received',
  'connection.step.token': 'Requesting the token',
  'connection.step.token.done': 'Token received',
  'connection.step.settings': 'Saving the settings',
  'connection.step.settings.done': 'Saved',

  // Will it keep running? {end} is a time such as “in 3 days”.
  'connection.forecast.renews': 'Yes. The token renews by itself, with no known end.',
  'connection.forecast.renewsUntil':
    'Probably. The refresh token expires {end}. The first renewal shows whether renewals extend its lifetime.',
  'connection.forecast.extends':
    'Yes, while the connection is used. Each renewal extends the login. Without renewals, the login ends {end}.',
  'connection.forecast.keepsEnd':
    'Only temporarily. Renewals do not extend the login, which ends {end}. Then log in again.',
  'connection.forecast.lasts': 'Yes. Tokens of this service do not expire.',
  'connection.forecast.ownToken':
    'Yes, until the token is revoked or expires. Tokenboard cannot renew a token that you entered.',
  'connection.forecast.noToken': 'Yes. Requests are signed without a token, so no token can expire.',
  'connection.forecast.ends': 'No. The token expires {end}. Then log in again.',
  'connection.forecast.endsWithoutRefreshToken':
    'No. The service gave no refresh token. The token expires {end}. Then log in again.',
  'connection.forecast.unknown':
    'Unknown. The service gave no refresh token and no expiry time. You may have to log in again.',
  'connection.forecast.needsLogin': 'No. This token cannot be renewed. Log in again.',
  'connection.forecast.notAccepted': 'No. The service refused the token at the last request.',
  'connection.forecast.vault': 'Not now. The secrets of this connection cannot be read or stored.',
  'connection.forecast.failed': 'No. The last renewal failed. Fix the cause below to renew again.',
  /** {time} is a time such as “in 5 min”. */
  'connection.forecast.retries': 'Not certain. The last renewal failed; Tokenboard tries again {time}.',
  'connection.forecast.publicClient': 'Many services give no refresh token to a client without a secret',
  'connection.forecast.asksAgain': 'No refresh token: a new token is requested each time',
  'connection.forecast.hasRefreshToken': 'Has a refresh token',
  'connection.forecast.rotates': 'a new one with every renewal',
  'connection.forecast.stays': 'the same one every time',
  /** {what} lists what the login requests in addition, such as “the scope offline_access and prompt=consent”. */
  'connection.forecast.fix': 'Log in again with {what}',
  'connection.forecast.fix.scope': 'the scope {scope}',
  'connection.forecast.fix.accessType': 'access type {accessType}',

  // The line under a connection's name. <time></time> is a time such as “in 52 min”.
  'connection.line.unauthorized': 'No token yet',
  'connection.line.notSetUp': 'Not set up yet',
  'connection.line.renewing': 'The token is being renewed',
  'connection.line.needsLogin': 'Request a new token to continue',
  'connection.line.failing': 'The token is kept',
  'connection.line.retries': 'The token is kept, next attempt <time></time>',
  'connection.line.signs': 'Signs requests without a token',
  'connection.line.ownToken': 'Uses your own token',
  'connection.line.noExpiry': 'The service gave no expiry time',
  'connection.line.expired': 'Expired',
  'connection.line.expiredRenews': 'Expired, renews with the next request',
  'connection.line.expires': 'Expires <time></time>, does not renew by itself',
  'connection.line.renews': 'Expires <time></time>, renews by itself',
  'connection.line.refused': 'The service refuses logins in this window',
  'connection.line.signInPrompt': 'The login window does not support this sign-in',
  'connection.line.errorPage': 'The login window shows an error',
  'connection.line.browser': 'Log in in your browser',
  'connection.line.popup': 'Log in in the window that opened',
  'connection.line.requesting': 'Requesting the token',
  'connection.line.device': 'Enter the code at the service',

  // The page of a connection and its menu
  'connection.menu': 'More for {name}',
  'connection.menu.edit': 'Edit…',
  'connection.menu.asSomeoneElse': 'Log in as someone else…',
  'connection.menu.duplicate': 'Duplicate',
  'connection.menu.remove': 'Remove authorization…',
  'connection.menu.delete': 'Delete',
  'connection.page.status': 'Status',
  'connection.page.renew': 'Renew now',
  'connection.page.endAccess': 'End access',
  'connection.page.removalPage': 'Open the page at the service',
  'connection.facts.saved': 'Saved',
  'connection.facts.received': 'Token received',
  'connection.facts.tokenType': 'Token type',
  'connection.facts.idToken': 'ID token',
  'connection.facts.scopesRequested': 'Scopes requested',
  'connection.facts.scopesGranted': 'Scopes granted',
  'connection.facts.token': 'Token',
  /** No secret, or no token. */
  'connection.facts.none': 'none',
  'connection.facts.secret.stored': 'stored, encrypted',
  'connection.facts.secret.session': 'kept until Tokenboard closes',
  'connection.facts.ownToken.stored': 'your own, stored, encrypted',
  'connection.facts.ownToken.session': 'your own, kept until Tokenboard closes',
  /** Before the hosts that receive the token. */
  'connection.facts.hosts': 'Token goes to',
  /** Before the hosts whose requests are signed. */
  'connection.facts.signedHosts': 'Signs for',
  /** The heading of buttons that create a resource each, such as “Invoices”. */
  'connection.samples': 'Show data of the service',
  'connection.usedBy': 'Used by {count, plural, =0 {no resource} one {# resource} other {# resources}}',
  'connection.usedBy.new': 'New resource with this connection',
  /** The name of a new resource. */
  'connection.usedBy.newName': '{name} data',
  'connection.usedBy.showAll': 'Show all {count, number}',

  // The choice of a connection
  'connection.picker': 'Connection',
  'connection.picker.new': 'New connection…',
  'connection.picker.search': 'Search connections',
  'connection.picker.none': 'Choose a connection',

  // Removing an authorization, deleting a connection
  'connection.removal.title': 'Remove the authorization of “{name}”?',
  'connection.removal.confirm': 'Remove authorization',
  'connection.removal.token':
    'The token is deleted here, and revoked at the service if the service supports revocation.',
  'connection.removal.signing': 'Requests are no longer signed. The client secret stays stored.',
  'connection.removal.inPeaka':
    '{count, plural, one {# connection at Peaka uses} other {# connections at Peaka use}} this authorization, and will stop working.',
  'connection.removal.logInAgain': 'Log in again to get a new token.',
  'connection.removal.usedUntilLogin':
    '{count, plural, one {# resource} other {# resources}} cannot be fetched until you log in again.',
  'connection.removal.usedUntilSetUp':
    '{count, plural, one {# resource} other {# resources}} cannot be fetched until you set up signing again.',
  'connection.removal.revoked': 'The token was removed here and revoked at the service.',
  'connection.removal.notRevoked': 'Removed here, but not at the service',
  'connection.removal.failed': 'The service did not revoke the token.',
  /** {reason} is the service's text. */
  'connection.removal.failedBecause': 'The service did not revoke the token: {reason}',
  'connection.removal.unsupported': 'This service offers no way to revoke a token.',
  'connection.removal.elsewhere':
    'To end access at the service too, remove Tokenboard from the connected or authorized apps of your account there.',
  'connection.removal.openPage': 'Open the page at the service',
  'connection.removal.done': 'Done',
  'connection.deleted': '“{name}” was deleted.',
  /** {resources} is a list of {count} resources, such as “Sales”, “Stock” and 2 others. */
  'connection.deleted.used':
    '{count, plural, one {{resources} cannot be fetched without this connection.} other {{resources} cannot be fetched without this connection.}}',
  'connection.deleted.resource': '“{name}”',
  'connection.deleted.others': '{count, plural, one {# other} other {# others}}',
  'connection.deleted.resources': '{count, plural, one {# resource} other {# resources}}',
} as const;
