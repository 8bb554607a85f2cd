/** The page of a resource: its request, and what surrounds the response. */
export const resources = {
  /** The name that a resource gets when the user adds it. */
  'resourcePage.newName': 'New resource',
  'resourcePage.deleted': '“{name}” was deleted.',
  'resourcePage.duplicate': 'Duplicate',
  'resourcePage.delete': 'Delete',
  /** The menu with the other actions for this resource. */
  'resourcePage.more': 'More for {name}',
  'resourcePage.name': 'Name',
  'resourcePage.request': 'Request',
  'resourcePage.request.parts': 'Parts of the request',
  'resourcePage.request.open': 'Open the request’s settings',
  'resourcePage.request.close': 'Close the request’s settings',
  'resourcePage.url': 'URL',
  'resourcePage.url.hint':
    'Paste a URL or a cURL command from the service’s API documentation, and choose the format of the response.',
  /** JSON, XML or CSV. */
  'resourcePage.format': 'Format',
  /** A button: fetches the data. */
  'resourcePage.run': 'Run',
  'resourcePage.cancelRun': 'Cancel',

  'resourcePage.save.saving': 'Saving…',
  'resourcePage.save.saved': 'Saved',
  /** The user has to decide something first. */
  'resourcePage.save.held': 'Not saved yet',
  'resourcePage.save.failed': 'Not saved',
  'resourcePage.unsaved.url': 'The URL is not saved yet.',
  /** After “The user name looks like a credential.” */
  'resourcePage.unsaved.username': 'The user name is not saved yet.',
  'resourcePage.movedToSecrets': 'A value in “{name}” that looked like a credential was moved to your secrets.',

  /** After a pasted command was taken apart. */
  'resourcePage.paste.taken':
    'Request pasted: {headers, plural, =0 {no headers} one {# header} other {# headers}}, {secrets, plural, =0 {no secrets} one {# secret in the vault} other {# secrets in the vault}}.',
  'resourcePage.paste.method': 'Tokenboard sends GET instead of {method}.',
  'resourcePage.paste.body': 'The body was left out.',
  'resourcePage.paste.authorization': 'The OAuth connection authorizes the request.',
  'resourcePage.paste.options': 'Left out: {options}.',
  'resourcePage.paste.unreadable': 'This command cannot be read. Paste its URL instead.',

  'resourcePage.authorization': 'Authorization',
  'resourcePage.authorization.none': 'None',
  /** The name of a way to authorize (RFC 7617). */
  'resourcePage.authorization.basic': 'Basic',
  'resourcePage.authorization.bearer': 'Bearer token',
  'resourcePage.authorization.oauth': 'OAuth',
  'resourcePage.authorization.none.hint': 'Requests are sent without authorization. Use this for public data.',
  'resourcePage.authorization.basic.hint': 'Every GET carries a user name and a password.',
  'resourcePage.authorization.bearer.hint': 'Every GET carries this token, which Tokenboard cannot renew.',
  'resourcePage.authorization.oauth.hint': 'A connection gets the token and renews it. Choose one, or create one.',
  'resourcePage.summary.none': 'No authorization',
  'resourcePage.summary.basic': 'Basic · {username}',
  'resourcePage.summary.noConnection': 'No connection',
  'resourcePage.secret.basicUsername': 'User name',
  'resourcePage.secret.basicUsername.hint': 'Some services expect the API key here.',
  'resourcePage.secret.basicPassword': 'Password',
  'resourcePage.secret.basicPassword.hint': 'Stored with your secrets. May be empty.',
  'resourcePage.secret.bearerToken': 'Token',
  'resourcePage.secret.bearerToken.hint':
    'A token or API key of the service, without “Bearer”. Stored with your secrets.',
  'resourcePage.username.plain': 'Enter a user name that is not secret',
  'resourcePage.username.forgotten': 'The user name was deleted from your secrets.',

  'resourcePage.connection.more': 'More for the connection {name}',
  'resourcePage.connection.show': 'Go to connection',
  'resourcePage.connection.renew': 'Renew now',
  'resourcePage.connection.new': 'New connection…',
  'resourcePage.connection.none': 'Use no connection',
  'resourcePage.connection.remove': 'Remove authorization…',

  'resourcePage.method': 'Method',
  'resourcePage.method.get': 'Reads with GET. Choose POST for services whose reads are POST requests, such as GraphQL.',
  'resourcePage.method.post':
    'A POST is sent again only if the service refused the token. Peakboard itself supports GET only.',
  'resourcePage.pages': 'Pages',
  'resourcePage.body': 'Body',
  'resourcePage.body.type': 'Type of the body',
  'resourcePage.body.type.json': 'JSON',
  'resourcePage.body.type.form': 'Form',
  'resourcePage.body.type.graphql': 'GraphQL',
  'resourcePage.body.text.json': 'JSON',
  'resourcePage.body.text.form': 'Fields',
  'resourcePage.body.text.graphql': 'Query',
  'resourcePage.body.hint.json': 'Sent exactly as you type it. Values of the connection go in braces.',
  'resourcePage.body.hint.form': 'One name=value in each line. Tokenboard encodes the values.',
  'resourcePage.body.hint.graphql': 'The query as the service documents it.',
  'resourcePage.body.variables': 'Variables',
  'resourcePage.body.variables.hint': 'A JSON object. It can stay empty.',
  'resourcePage.unsaved.body': 'The body is not saved yet.',

  'resourcePage.parameters': 'Parameters',
  'resourcePage.reload': 'Reload',
  'resourcePage.feed': 'Feed',
  'resourcePage.headers': 'Headers',
  'resourcePage.headers.hint': 'Sent with every GET of this resource. The authorization adds its own header.',
  'resourcePage.headers.add': 'Add header',
  'resourcePage.header.name': 'Name',
  'resourcePage.header.value': 'Value',
  /** {number} counts the headers from 1. */
  'resourcePage.header.nameOf': 'Name of header {number}',
  'resourcePage.header.valueOf': 'Value of header {number}',
  'resourcePage.header.isSecret': 'Header {number} is secret',
  'resourcePage.header.hide': 'Keep the value secret',
  'resourcePage.header.show': 'Store the value as plain text instead of with your secrets',
  'resourcePage.header.forgotten': 'The value of {name} was deleted from your secrets.',
  'resourcePage.header.remove': 'Remove header {number}',
  'resourcePage.header.removed': 'The header {name} was removed.',
  'resourcePage.header.removedUnnamed': 'The header was removed.',

  'resourcePage.secretValues': 'Secret values in the URL',
  'resourcePage.secretValue.missing': '<mono>{name}</mono> missing',
  'resourcePage.secretValue.unused': '<mono>{name}</mono> not in the URL',
  /** {placeholder} is a name in braces. */
  'resourcePage.secretValue.value': 'Value of {placeholder}',
  'resourcePage.secretValue.value.hint': 'Replaces the name in braces in the URL. Stored with your secrets.',
  'resourcePage.secretValue.remove': 'Remove',
  'resourcePage.secretValue.remove.title': 'Remove the secret value “{name}”?',
  'resourcePage.secretValue.remove.text': 'The value is deleted from your secrets and from the URL.',

  'resourcePage.result': 'Preview',
  'resourcePage.result.loading': 'Loading',
  'resourcePage.result.waiting': 'Waiting for the response',
  'resourcePage.result.allowHost': 'Send the token to {host}',
  /** {time} is a date with its time. */
  'resourcePage.result.old': 'Not updated. This response is from {time}.',
  'resourcePage.result.oldTrouble':
    'Not updated. The connection needs attention: see Authorization. This response is from {time}.',
  'resourcePage.idle.token.title': 'Authorize to see the data here',
  'resourcePage.idle.token.text': 'Choose Request New Token to log in. Then the data loads by itself.',
  'resourcePage.idle.trouble.title': 'No data yet',
  'resourcePage.idle.trouble.text': 'The connection needs attention. See Authorization above.',
  'resourcePage.idle.login.title': 'The login is open',
  'resourcePage.idle.login.text': 'After the login, the data loads by itself.',
  'resourcePage.idle.run.title': 'No data yet',
  'resourcePage.idle.run.text':
    'Run ({shortcut}) sends the request and shows the response as a table, a tree or raw text.',
  'copyAs.menu': 'Copy as…',
} as const;
