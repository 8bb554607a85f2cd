/** The groups of rare settings below “More” in the dialog of a connection. */
export const connectionMore = {
  'more.section.client': 'Client',
  'more.section.window': 'Login window',
  'more.section.scopes': 'How scopes are sent',
  'more.section.urls': 'Further URLs',
  'more.section.response': 'Token response',
  'more.section.api': 'API requests',
  'more.section.parameters': 'Extra parameters and headers',

  /** Summaries of closed groups: a few words each, joined by dots. */
  'more.summary.realm': 'Realm {realm}',
  'more.summary.noRealm': 'No realm',
  'more.summary.pkce.S256': 'PKCE',
  'more.summary.pkce.none': 'no PKCE',
  'more.summary.session.kept': 'stays logged in',
  'more.summary.session.fresh': 'starts fresh',
  /** No further URLs. */
  'more.summary.noUrls': 'None',
  'more.summary.standardResponse': 'Standard',
  /** Fields of the token response with other names than the standard’s. */
  'more.summary.renamed': '{count, plural, =0 {} one {# renamed field} other {# renamed fields}}',
  'more.summary.captured': '{count, plural, =0 {} one {# login value} other {# login values}}',
  /** Requests are signed. */
  'more.summary.signed': 'Signed',
  'more.summary.hosts': '{count, plural, =0 {} one {# host} other {# hosts}}',
  'more.summary.headers': '{count, plural, =0 {} one {# header} other {# headers}}',
  'more.summary.parameters': '{count, plural, =0 {} one {# parameter} other {# parameters}}',
  /** Neither parameters nor headers. */
  'more.summary.noParameters': 'None',

  'more.realm': 'Realm',
  'more.realm.hint': 'Sent in the Authorization header if the service requires one.',
  'more.authentication': 'Client authentication',
  'more.authentication.basic': 'Basic header',
  'more.authentication.basic.hint':
    'The client ID and secret are sent in the Authorization header, encoded as the standard requires. Most services accept this header.',
  'more.authentication.basic_raw': 'Basic, not encoded',
  'more.authentication.basic_raw.hint':
    'A Basic header without encoding, for services that do not decode special characters in the ID or the secret.',
  /** In the body of the request. */
  'more.authentication.body': 'Body',
  'more.authentication.body.hint': 'The client ID and secret are sent in the body of the token request.',
  /** No authentication. */
  'more.authentication.none': 'None',
  'more.authentication.none.hint': 'A public client has an ID and no secret.',
  'more.pkce.hint': 'PKCE ties the code to this computer. Turn PKCE off only if the service refuses it.',
  'more.pkce.S256': 'On (S256)',
  'more.pkce.none': 'Off',
  'more.requestFormat': 'Token request body',
  'more.requestFormat.form': 'Form',
  'more.requestFormat.form.hint': 'Token requests are sent as a form, as the standard requires.',
  'more.requestFormat.json': 'JSON',
  'more.requestFormat.json.hint': 'Token requests are sent as JSON, for services that require it.',

  'more.window': 'Login window',
  /** Tokenboard’s own window. */
  'more.window.popup': 'Tokenboard’s own',
  'more.window.popup.hint': 'The login opens in Tokenboard’s own window, which closes by itself after the login.',
  'more.window.browser': 'Your browser',
  'more.window.browser.hint': 'The login opens in your browser, where your saved passwords and passkeys work.',
  'more.session': 'Browser session',
  'more.session.kept': 'Stays logged in',
  'more.session.kept.hint':
    'The login window stays logged in, for this connection only. Its cookies are stored encrypted.',
  'more.session.fresh': 'Starts fresh',
  'more.session.fresh.hint': 'Every login starts without cookies, so the service always asks you to log in.',
  'more.someoneElse': 'Log in as someone else',
  'more.someoneElse.hint': 'Opens one login without cookies, so that you can choose another account.',
  'more.responseMode': 'Response',
  /** The service chooses. */
  'more.responseMode.default': 'Service’s own',
  'more.responseMode.default.hint': 'The service chooses how to respond.',
  'more.responseMode.query': 'Query',
  'more.responseMode.query.hint': 'Requests the response after the ? of the callback URL.',
  'more.responseMode.fragment': 'Fragment',
  'more.responseMode.fragment.hint': 'Requests the response after the # of the callback URL.',
  'more.responseMode.form_post': 'Form post',
  'more.responseMode.form_post.hint': 'Requests the response as a form posted to the callback URL.',
  'more.issuerInCallback': 'The response names the service',
  'more.issuerInCallback.hint':
    'A response that does not name the issuer is refused (RFC 9207). Enter the issuer first.',

  'more.scopeSeparator': 'Scope separator',
  /** The character. */
  'more.scopeSeparator.space': 'Space',
  'more.scopeSeparator.space.hint': 'Scopes are separated by spaces, as the standard requires.',
  /** The character. */
  'more.scopeSeparator.comma': 'Comma',
  'more.scopeSeparator.comma.hint': 'Scopes are separated by commas, for services that require it.',
  'more.scopeParameter': 'Scope parameter',
  /** “scope” is the name of the parameter. Do not translate. */
  'more.scopeParameter.hint': 'The name of the parameter that carries the scopes, nearly always scope.',

  'more.urls.refreshUrl': 'Refresh URL',
  /** In a list of the URLs that are filled in. */
  'more.urls.refreshUrl.short': 'Refresh',
  'more.urls.refreshUrl.hint': 'The token is renewed at this URL. Leave the field empty to use the access token URL.',
  'more.urls.revocationUrl': 'Revocation URL',
  'more.urls.revocationUrl.short': 'Revocation',
  /** “Remove authorization” is a button. */
  'more.urls.revocationUrl.hint':
    '“Remove authorization” revokes the token at this URL. Leave the field empty if the service has no such URL.',
  'more.urls.introspectionUrl': 'Introspection URL',
  'more.urls.introspectionUrl.short': 'Introspection',
  'more.urls.introspectionUrl.hint':
    'Used to check whether a token is active. Leave the field empty if the service has no such URL.',
  'more.urls.accountUrl': 'Account URL',
  'more.urls.accountUrl.short': 'Account',
  'more.urls.accountUrl.hint': 'Used to find out who is logged in: the userinfo URL, or the “me” URL of the service.',
  /** The response of the account URL above. */
  'more.accountPointer': 'Name in the account response',
  'more.accountPointer.hint':
    'The path to the name, such as /data/user/email. If the field is empty, Tokenboard uses email, name or another usual field.',

  'more.mapping': 'Where the token is',
  'more.mapping.hint': 'Needed only if the service uses other names. Enter a path such as /authed_user/access_token.',
  'more.mapping.field': 'Where the token is: {label}',
  /** An object of the JSON. */
  'more.mapping.tokenPointer': 'Object with the token',
  'more.mapping.tokenPointer.standard': 'the whole response',
  'more.mapping.accessToken': 'Access token',
  'more.mapping.refreshToken': 'Refresh token',
  'more.mapping.expiresIn': 'Lifetime in seconds',
  'more.mapping.account': 'Account',
  'more.mapping.account.standard': 'from the ID token',
  'more.captured': 'Login values',
  'more.captured.hint':
    'You can use these values in URLs as {variable}, for example the company chosen in the login or the address of your instance.',
  'more.captured.name': 'Login values: name {row, number}',
  'more.captured.source': 'Login values: source {row, number}',
  'more.captured.place': 'Login values: place {row, number}',
  'more.captured.from.callback': 'Callback parameter',
  'more.captured.from.token': 'Token response',

  'more.placement': 'Token goes in',
  'more.placement.bearer': 'Bearer',
  'more.placement.header': 'Own header',
  'more.placement.query': 'Query parameter',
  'more.placement.header.name': 'Header name',
  'more.placement.query.name': 'Parameter name',
  'more.placement.header.name.hint': 'The API documentation names it, such as X-Api-Key.',
  'more.placement.query.name.hint': 'The API documentation names it, such as access_token.',
  'more.placement.prefix': 'Before the token',
  'more.placement.prefix.hint': 'A word such as Bearer or Token, often with a space.',
  /** Nothing is before the token. */
  'more.placement.prefix.none': 'nothing',
  'more.placement.noSpace': 'There is no space before the token.',
  'more.placement.addSpace': 'Add a space',
  'more.hosts': 'Hosts that get the token',
  'more.hosts.hint': 'The token is sent only to these hosts. *. stands for any subdomain.',
  'more.apiHeaders': 'Headers for every GET of this connection',
  'more.apiHeaders.hint': 'For values that every request needs, such as an API version or an account ID.',

  'more.parameters.authorizationUrl': 'Extra parameters for the authorization URL',
  'more.parameters.deviceAuthorizationUrl': 'Extra parameters for the device authorization URL',
  'more.parameters.requestUrl': 'Extra parameters for the request URL',
  'more.parameters.accessTokenUrl': 'Extra parameters for the access token URL',
  'more.parameters.refresh': 'Extra parameters for renewing',
  'more.parameters.authorizationUrl.hint': 'Added to the address of the login page, such as prompt or login_hint.',
  'more.parameters.deviceAuthorizationUrl.hint': 'Sent with the request for the code, such as audience.',
  'more.parameters.requestUrl.hint': 'Sent with the first request of the login, if the documentation names any.',
  'more.parameters.accessTokenUrl.hint': 'Sent with every request for a token, such as audience or resource.',
  'more.parameters.refresh.hint': 'Sent when a token is renewed, if the service requires more than the refresh token.',
  'more.tokenHeaders': 'Token request headers',
  'more.tokenHeaders.hint':
    'Sent with every request to the authorization server, such as Origin or a subscription key.',
  'more.tokenHeaders.row': 'Token request headers {row, number}',
  'more.tokenHeaders.name': 'Token request headers: name {row, number}',
  'more.tokenHeaders.value': 'Token request headers: value {row, number}',
  'more.tokenHeaders.isSecret': 'Token request headers: value {row, number} is secret',
  'more.tokenHeaders.name.placeholder': 'Name',
  'more.tokenHeaders.value.placeholder': 'Value',
  'more.tokenHeaders.kept': 'Kept with your secrets',
  'more.tokenHeaders.keep': 'Keep the value secret',
} as const;
