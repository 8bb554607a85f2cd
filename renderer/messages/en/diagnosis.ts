/** Known mistakes by the ID of their rule (`renderer/errors/diagnosis*.ts`), and the buttons that fix them. */
export const diagnosis = {
  'diagnosis.loginServerError.title': 'Server error',
  'diagnosis.loginServerError.meaning':
    'The service responded with status {status}. Your settings may be fine. Wait a moment, then try again.',
  'diagnosis.loginTooMany.title': 'Too many login attempts',
  'diagnosis.loginTooMany.meaning': 'The service limits the number of login attempts. Try again in a few minutes.',
  'diagnosis.loginUnreachable.title': 'The login page cannot be reached',
  'diagnosis.loginUnreachable.meaning':
    '{host} does not respond. The server may be down, or the authorization URL may be wrong.',
  'diagnosis.callbackUrlUnknown.title': 'The callback URL is not registered',
  'diagnosis.callbackUrlUnknown.meaning':
    'Register exactly {url} at the service, including the final slash. Then try again.',
  'diagnosis.clientIdUnknown.title': 'The service does not recognize this client ID',
  'diagnosis.clientIdUnknown.meaning':
    'Copy the client ID again from the API console. Check that the authorization URL belongs to the same service.',
  'diagnosis.signInPrompt.title': 'The login window does not support this login',
  'diagnosis.signInPrompt.meaning':
    'The page required this computer’s login or a password prompt. Your browser supports both.',
  'diagnosis.loginPageError.title': 'The login page showed an error',
  'diagnosis.loginPageError.meaning':
    'Register exactly {url} at the service, including the final slash. If this URL is already registered, check the client ID.',
  'diagnosis.appWindowRefused.title': 'The service refuses logins in app windows',
  'diagnosis.appWindowRefused.meaning':
    'The service requires your usual browser. Log in there, and Tokenboard continues automatically.',
  'diagnosis.loginPageNotLoaded.title': 'The login page did not load',
  'diagnosis.loginPageNotLoaded.meaning':
    'The authorization URL may be wrong, or the page needs your browser, for example for a company login.',
  'diagnosis.adminConsent.title': 'An administrator must allow this app',
  'diagnosis.adminConsent.meaning':
    'Only an administrator of your organization can grant these scopes. Ask an administrator to allow the app, then log in again.',
  'diagnosis.consent.title': 'These scopes require your consent',
  'diagnosis.consent.meaning': 'Log in again and give your consent. Some scopes require an administrator’s consent.',
  'diagnosis.accountUnusable.title': 'This account cannot be used',
  'diagnosis.accountUnusable.meaning':
    'The app accepts only accounts of one organization, or only work accounts. Log in with such an account.',
  /** Microsoft’s word for the directory of an organization. */
  'diagnosis.tenantWrong.title': 'The tenant is wrong',
  'diagnosis.tenantWrong.meaning':
    'This tenant does not exist, or the client ID is not registered in it. Enter the directory ID from the API console.',
  'diagnosis.googleEnded.title': 'Google has ended access',
  /** “OAuth consent screen” is a page of Google’s console. */
  'diagnosis.googleEnded.meaning':
    'Access was revoked, or the app is in testing, where tokens expire after 7 days. Publish the app under OAuth consent screen, then log in again.',
  'diagnosis.googleDenied.title': 'Access was not granted',
  /** “Audience” is a page of Google’s console. */
  'diagnosis.googleDenied.meaning':
    'The login was cancelled, or the account is not a test user of the app. Add the account under OAuth consent screen, Audience.',
  'diagnosis.clockWrong.title': 'This computer’s clock is wrong',
  'diagnosis.clockWrong.meaning':
    'This computer’s clock differs from the service’s clock. Let the system set the clock, then try again.',

  'diagnosis.proxyLogin.title': 'The proxy requires a user name and password',
  'diagnosis.proxyLogin.meaning':
    'Without a user name and password, the proxy blocks the request. Enter both in the network settings.',
  'diagnosis.proxyBlocks.title': 'The proxy blocks the request',
  'diagnosis.proxyBlocks.meaning': 'The proxy is unreachable or blocks requests to {host}. Check the network settings.',
  'diagnosis.proxyBlocksLogin.title': 'The proxy blocks the request',
  'diagnosis.proxyBlocksLogin.meaning':
    'The proxy is unreachable or blocks the login page of {host}. Check the network settings.',
  'diagnosis.certificateTime.title': 'The certificate is not accepted',
  'diagnosis.certificateTime.meaning':
    'According to this computer’s clock, the certificate of {host} is not valid now. Check the clock first.',
  'diagnosis.certificateUntrusted.title': 'This computer does not trust the certificate',
  'diagnosis.certificateUntrusted.meaning':
    'An unknown authority signed the certificate of {host}. Add the authority only if your administrator gave you its certificate.',
  'diagnosis.rateLimited.title': 'Too many requests',
  /** {time}, such as: 30 seconds. */
  'diagnosis.rateLimited.meaning':
    'The service limits the number of requests. Wait {time}. If this happens often, load the data less often.',
  'diagnosis.serverBusy.title': 'Server error',
  'diagnosis.serverBusy.meaning': 'The server cannot respond now. Your settings are fine. Wait {time}, then try again.',

  'diagnosis.peakaOtherAddress.title': 'The address of this zone does not exist',
  'diagnosis.peakaOtherAddress.meaning': 'There is no server called {host}. Peaka’s documents also name {other}.',

  'diagnosis.netsuiteLogin.title': 'NetSuite refuses the request',
  /** The “Login Audit Trail” is a page of NetSuite. */
  'diagnosis.netsuiteLogin.meaning':
    'Check the realm (1234567, or 1234567_SB1 in capitals) and the signature method (HMAC-SHA256). The Login Audit Trail in NetSuite shows the reason.',
  'diagnosis.ownTokenRejected.title': 'The service does not accept your token',
  'diagnosis.ownTokenRejected.meaning':
    'The token may have been revoked or replaced. Enter the current token and its secret from the service.',
  'diagnosis.signatureRejected.title': 'The service does not accept the signature',
  'diagnosis.signatureRejected.meaning':
    'Compare the client ID and the client secret with the values at the service. The service may also require a token.',

  'diagnosis.scopeMissing.title': 'A scope is missing',
  /** {scopes}, such as: “read” and “write”. */
  'diagnosis.scopeMissing.meaning':
    'The service requires {scopes} for this request. Log in again to grant {count, plural, one {the scope} other {the scopes}}.',
  'diagnosis.scopeMissingUnnamed.title': 'A scope is missing',
  'diagnosis.scopeMissingUnnamed.meaning':
    'The token is valid but does not allow this request. Look up the scope that this URL requires, add it, and log in again.',
  'diagnosis.scopeRejected.title': 'The service rejects a scope',
  'diagnosis.scopeRejected.meaning':
    'The service does not accept {scopes}, or does not allow {count, plural, one {the scope for this client. Log in without the scope} other {the scopes for this client. Log in without the scopes}}.',
  'diagnosis.scopesAllRejected.title': 'The service accepts none of the scopes',
  'diagnosis.scopesAllRejected.meaning':
    'Compare the scopes with the service’s documentation. Some services expect the full URL of a scope, or commas between scopes.',
  'diagnosis.scopesRejected.title': 'The service does not accept the scopes',
  'diagnosis.scopesRejected.meaning':
    'A scope is misspelled, belongs to another API, or is not allowed for this client. Compare the scopes with the service’s documentation.',
  'diagnosis.refreshTokenNotRequested.title': 'The token has expired and cannot be renewed',
  'diagnosis.refreshTokenNotRequested.meaning':
    'Tokenboard did not ask for a refresh token. Log in again to get a refresh token.',
  'diagnosis.refreshTokenNever.title': 'The token has expired',
  'diagnosis.refreshTokenNever.meaning':
    'This service issues no refresh tokens. Log in again whenever a token expires.',
  'diagnosis.audience.title': 'The token is for another API',
  'diagnosis.audience.meaning':
    'Request scopes of this API (for Microsoft in full, such as https://graph.microsoft.com/User.Read), or add the API’s audience as an extra parameter.',
  'diagnosis.apiDisabled.title': 'The API is not enabled',
  'diagnosis.apiDisabled.meaning':
    'The API is not enabled in this client’s project. Enable the API in the API console, then wait a few minutes.',
  'diagnosis.newTokenRefused.title': 'The service refuses the new token too',
  'diagnosis.newTokenRefused.meaning': 'Access may have been revoked. Log in again.',
  'diagnosis.newTokenForbidden.title': 'The service does not allow this',
  'diagnosis.newTokenForbidden.meaning':
    'A renewed token was refused too. The account is not allowed to see this data, or access was revoked.',
  'diagnosis.renewedTokenRefused.title': 'The service refuses the new token too',
  'diagnosis.renewedTokenRefused.meaning':
    'A renewed token was refused. Access may have been revoked, or the account is not allowed to see this data.',

  'diagnosis.secretExpired.title': 'The client secret has expired',
  'diagnosis.secretExpired.meaning':
    'Create a new client secret in the API console, then enter it here. The current token works until it expires.',
  'diagnosis.secretIdEntered.title': 'The client secret is wrong',
  'diagnosis.secretIdEntered.meaning':
    'Microsoft shows an ID and a value for each secret. Enter the value, which is shown only once.',
  'diagnosis.methodNamed.title': 'The client secret must be sent another way',
  'diagnosis.methodNamed.meaning':
    'This client is registered with another client authentication. Use the method that the message from the service names.',
  'diagnosis.publicClient.title': 'This client has no secret',
  'diagnosis.publicClient.meaning':
    'The client is registered as a public client (desktop or mobile), which must not send a secret.',
  'diagnosis.secretRequired.title': 'The service requires a client secret',
  'diagnosis.secretRequired.meaning':
    'This client is registered with a secret. Enter the secret, and choose under More how to send it.',
  'diagnosis.singlePageApp.title': 'The app is registered as a single-page application',
  /** The names of three platforms in Microsoft’s console. */
  'diagnosis.singlePageApp.meaning':
    'In the API console, move the callback URL from Single-page application to Web, or to Mobile and desktop applications.',
  'diagnosis.pkceRequired.title': 'The service requires PKCE',
  'diagnosis.pkceRequired.meaning': 'PKCE ties the authorization code to this computer. Turn PKCE on.',
  'diagnosis.pkceRefused.title': 'The service does not support PKCE',
  'diagnosis.pkceRefused.meaning':
    'The service rejects the PKCE parameters. Without PKCE, the login is slightly less secure.',
  'diagnosis.formExpected.title': 'The service expects a form',
  'diagnosis.formExpected.meaning': 'The request was sent as JSON, which this service cannot read.',
  'diagnosis.jsonExpected.title': 'The service expects JSON',
  'diagnosis.jsonExpected.meaning': 'The request was sent as a form, which this service cannot read.',
  'diagnosis.grantTypeUnread.title': 'The service cannot read the request',
  'diagnosis.grantTypeUnread.meaning':
    'The service found no grant type in the request. The request was sent as JSON, but the service may expect a form.',
  'diagnosis.passwordRefused.title': 'The service does not accept the password',
  'diagnosis.passwordRefused.meaning':
    'This client is not allowed to use the password grant, or the account requires a second factor. Use the authorization code instead.',
  'diagnosis.clientWrong.title': 'The client ID or the client secret is wrong',
  'diagnosis.clientWrong.meaning':
    'Copy the client ID and the client secret again from the API console, without spaces before or after.',
  'diagnosis.clientWrongKnownMethod.title': 'The client ID or the client secret is wrong',
  'diagnosis.clientWrongKnownMethod.meaning':
    'The secret was sent in the way that this service requires. Copy the client ID and the secret again from the API console.',
  'diagnosis.clientWrongTried.title': 'The client ID or the client secret is wrong',
  'diagnosis.clientWrongTried.meaning':
    'Sending the secret another way did not help, so the secret is sent as before. Copy the client ID and the secret again.',
  'diagnosis.clientRefused.title': 'The service does not accept the client',
  'diagnosis.clientRefused.meaning':
    'The client ID or secret is wrong, or the secret must be sent another way. First copy the client ID and the secret again.',

  /** A scope in a sentence. */
  'diagnosis.scope': '“{scope}”',

  'diagnosis.fix.enterSecret': 'Enter the client secret',
  'diagnosis.fix.enterClientId': 'Enter the client ID again',
  /** The client ID and the client secret. */
  'diagnosis.fix.enterClient': 'Enter client ID and secret again',
  'diagnosis.fix.enterToken': 'Enter the token',
  'diagnosis.fix.checkFields': 'Check the fields',
  'diagnosis.fix.turnPkceOn': 'Turn PKCE on and log in again',
  'diagnosis.fix.turnPkceOff': 'Log in without PKCE',
  'diagnosis.fix.sendForm': 'Send a form and try again',
  'diagnosis.fix.sendJson': 'Send JSON and try again',
  'diagnosis.fix.useCode': 'Log in with an authorization code',
  /** How the client secret is sent: as Basic authentication. */
  'diagnosis.fix.send.basic': 'Send the secret as Basic',
  'diagnosis.fix.send.body': 'Send the secret in the body',
  /** Basic authentication without the form encoding of RFC 6749. */
  'diagnosis.fix.send.basic_raw': 'Send the secret unencoded',
  'diagnosis.fix.send.none': 'Send no secret',
  'diagnosis.fix.copyCallbackUrl': 'Copy callback URL',
  'diagnosis.fix.anotherAccount': 'Log in with another account',
  'diagnosis.fix.useBrowser': 'Log in with your browser',
  'diagnosis.fix.copyAdminLink': 'Copy the link for the administrator',
  'diagnosis.fix.askConsent': 'Give consent and log in again',
  'diagnosis.fix.changeTenant': 'Change the tenant',
  'diagnosis.fix.logInAgain': 'Log in again',
  'diagnosis.fix.useOtherAddress': 'Use the other address',
  'diagnosis.fix.addCertificate': 'Add a certificate',
  'diagnosis.fix.askRefreshToken': 'Ask for a refresh token and log in again',
  'diagnosis.fix.addScopes':
    '{count, plural, one {Add “{scope}” and log in again} other {Add # scopes and log in again}}',
  'diagnosis.fix.removeScopes':
    '{count, plural, one {Remove “{scope}” and try again} other {Remove # scopes and try again}}',
  'diagnosis.fix.chooseScopes': 'Choose scopes',
  'diagnosis.fix.editScopes': 'Edit the scopes',
  'diagnosis.fix.enableApi': 'Enable the API',
} as const;
