export const resources = {
  'resource.tooManyRedirects': '{host} redirects too many times.',
  'resource.noConnection': 'Choose the connection that authorizes this resource.',
  'resource.unknownCoding':
    'The service names a compression that Tokenboard does not know: “{coding}”. The body is shown as it arrived.',
  'redirect.longHost': '{host} redirects to a host whose name is too long.',
  'redirect.insecure': '{host} redirects to an insecure URL ({url}).',
  'redirect.body':
    '{from} redirects to {to}. The request body was not sent there. Use the URL of {to} if you trust it.',
  'redirect.plain': 'The service redirected to {host}.',
  'redirect.tokenSent':
    'The service redirected to {host}. The connection lists this host, so the token was sent there.',
  'redirect.tokenNotSent': 'The service redirected to {host}. The token was not sent there.',
  'redirect.authorizationNotSent': 'The service redirected to {host}. The authorization was not sent there.',
  'redirect.cleaned': '{redirected} A secret in the URL of the redirect was removed.',
  'redirect.secret': '{host} redirected to {target} with a secret in the URL. The redirect was not followed.',
  'resource.hostNotAllowed': 'The token of “{name}” is not for {host}. Allow the host if you trust it with the token.',
  /** {what}: one of the four below. */
  'resource.valueMissing': '{what} is missing. Enter it again.',
  'resource.valueUnfit': '{what} contains a character that headers must not contain.',
  'resource.secret.header': 'The value of the header {name}',
  'resource.secret.password': 'The password',
  'resource.secret.username': 'The user name',
  'resource.secret.token': 'The token',
  'resource.capturedMissing':
    'The URL needs {variable}, but the last login of “{connection}” did not return it. Request a new token.',
  'resource.variableUnfit': 'The value for {variable} does not fit into the URL.',
  'resource.noSuchSecret': 'A resource has no such secret.',
  'resource.notFound': 'This resource no longer exists.',
  'resource.noToken': 'There is no token to put into this request.',
  'resource.refusal.authorizationRequired': 'The service requires authorization.',
  'resource.refusal.unauthorized': 'The service refused the authorization.',
  'resource.refusal.forbiddenAnonymous': 'The service does not allow this request without authorization.',
  'resource.refusal.forbidden': 'The service does not allow this request.',
  'resource.refusal.notThere': 'The service has nothing at this URL.',
  'resource.refusal.rateLimited': 'The service received too many requests. Wait, then try again.',
  'resource.refusal.serverError': 'Server error. Your settings are fine.',
  'resource.refusal.redirected': 'The service redirects without a target URL.',
  'resource.refusal.refused': 'The service refused the request (status {status}).',
  'preview.diskFull': 'The disk is too full to keep this response.',
  'preview.noValue': 'The response has no such value.',
  'preview.saveFailed': 'The file could not be written.',
  'preview.notParsed': 'The response could not be read as data. Only its text can be shown.',
  'preview.noTable': 'The response has no list here.',
  'preview.stopped': 'The preview of this response stopped. The response may need too much memory.',
  'preview.gone': 'This response is no longer kept. Run the resource again to see it.',
  /** {path} of a list, such as /data/items. */
  'preview.pages.noList': 'The page has no list at {path}.',
  'preview.pages.noRootList': 'The page is not a list of the same kind as the first page.',
  'preview.pages.oneRow': 'The table shows one row, so further pages cannot be added. Choose a list as the table.',
  'preview.pages.noTable': 'The first page has no list that further pages could continue.',
  'preview.pages.columns': 'The pages have different columns too often.',
  'preview.csv.unclosed': 'A quoted cell starts here and is never closed.',
  'preview.csv.columns':
    'The table shows {shown, number} columns. The widest row has {widest, number}; Raw shows all of them.',
  'preview.csv.rows':
    'The table shows the first {count, number} rows. The others need too much memory; Raw shows all of them.',
  'preview.plainText': 'The service sent plain text, not JSON.',
  'preview.html':
    'The service sent a web page (HTML), not {format}. The page may be a login page, or the URL is not an API URL.',
  'preview.otherFormat': 'The service sent {sent}, not {format}. Choose {sent} as the format of the resource.',
  'preview.xml.tooComplex': 'This XML has over 3 million elements, too many for a table. You can still read the text.',
  'preview.xml.doctype':
    'The document type (DOCTYPE) of this XML defines entities. For safety, Tokenboard does not read such XML.',
  /** {reason} is the parser’s, in English. */
  'preview.xml.invalid': 'The XML is not valid: {reason}.',
  'preview.xml.unreadable': 'The XML cannot be read.',
  'preview.longNames': 'Columns with names over 2,000 characters are left out. The tree shows them.',
  'preview.columns': 'The table shows the first {count, number} columns. The tree shows all fields.',
  'preview.rows': 'The table shows the first {count, number} rows. Raw shows all of them.',
  'preview.json.cutOff': 'The JSON ends too early. The response may have been cut off.',
  /** {found} below. */
  'preview.json.character': '“{character}”',
  'preview.json.otherCharacter': 'a character that JSON does not allow',
  'preview.json.inText': 'Here is {found} inside a text.',
  'preview.json.number': 'A number is not complete: here is {found}.',
  'preview.json.colon': 'A colon is missing: here is {found}.',
  'preview.json.name': 'A name in double quotes is missing: here is {found}.',
  'preview.json.value': 'A value is missing: here is {found}.',
  'preview.json.afterEnd': 'The JSON has ended, but here is {found}.',
  'preview.json.comma': 'A comma is missing: here is {found}.',
  'preview.encoding.unknown':
    'The response names an encoding that Tokenboard does not know ({name}), so it is read as UTF-8.',
  'preview.encoding.damaged':
    'Some bytes of the response are not UTF-8 and show as �. You can choose another encoding.',
  'preview.encoding.windows1252':
    'The response is not UTF-8, so it is read as Windows-1252. You can choose another encoding.',
} as const;
