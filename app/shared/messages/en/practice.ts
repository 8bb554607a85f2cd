/** The practice service: what the app says about it, and its pages (`practice.page`), which are those of a service. */
export const practice = {
  'practice.stopped': 'The practice service was stopped.',
  'practice.failed': 'The practice service could not be started.',
  'practice.noPreset': 'The preset of the practice service is missing. Reinstall Tokenboard.',
  /** Names of resources, one for each grant. */
  'practice.resource.authorization_code': 'Sales by day',
  'practice.resource.password': 'Inventory',
  'practice.resource.oauth1': 'Sales by day, signed',
  'practice.resource.client_credentials': 'Sales by day, for an app',
  'practice.resource.device_code': 'Sales by day, with a code',

  /** The name of the service, as a brand. */
  'practice.page.brand': 'Practice Service',
  'practice.page.title': '{title} - Practice Service',
  'practice.page.footer': 'Runs on this computer only. Nothing that you enter leaves it.',

  'practice.page.login': 'Log in',
  /** Below “Log in”. */
  'practice.page.login.lead': 'to continue to <strong>{app}</strong>',
  'practice.page.login.or': 'or',
  'practice.page.login.sso': 'Log in with Practice SSO',
  'practice.page.login.wrong': 'The user name or the password is wrong. Try the practice account below.',
  'practice.page.account': 'Practice account',
  'practice.page.userName': 'User name',
  'practice.page.password': 'Password',
  'practice.page.continue': 'Continue',

  /** Single sign-on of a company. */
  'practice.page.sso': 'Practice SSO',
  'practice.page.sso.lead': 'One login for all practice apps',
  'practice.page.sso.loggedIn': 'You are logged in as <strong>{name}</strong>',
  'practice.page.sso.continueAs': 'Continue as {name}',
  'practice.page.sso.other': 'Log in as someone else',
  'practice.page.sso.done': 'Logged in',
  /** Below “Logged in”. */
  'practice.page.sso.done.lead': 'as <strong>{name}</strong>. This window closes by itself.',
  'practice.page.sso.nothing': 'Nothing to log in to',
  'practice.page.sso.nothing.text': 'Open it from the login page of an app.',

  'practice.page.consent': 'Allow access',
  'practice.page.consent.question': 'Allow {app} to use your data?',
  /** Above a list of scopes. */
  'practice.page.consent.scopes': '{app} will be able to',
  'practice.page.consent.allow': 'Allow',
  'practice.page.consent.deny': 'Deny',
  /** To another account. */
  'practice.page.consent.switch': 'Switch',
  'practice.page.consent.toHost': 'The response goes to <code>{host}</code>',
  'practice.page.consent.toDevice': 'The response goes to the app that shows the code <code>{userCode}</code>',
  'practice.page.scope.openid.title': 'Know who you are',
  'practice.page.scope.openid.text': 'Your name and e-mail address, to show who is connected',
  'practice.page.scope.sales:read.title': 'See sales',
  'practice.page.scope.sales:read.text': 'Orders and revenue by day and region',
  'practice.page.scope.inventory:read.title': 'See the inventory',
  'practice.page.scope.inventory:read.text': 'Items, stock, warehouses and suppliers',
  'practice.page.scope.profile:read.title': 'See your profile',
  'practice.page.scope.profile:read.text': 'Your name, e-mail address and role',
  'practice.page.scope.offline_access.title': 'Stay connected',
  'practice.page.scope.offline_access.text': 'Keep this access until you remove it, without another login',

  'practice.page.device': 'Connect an app',
  'practice.page.device.lead': 'Enter the code that <strong>Tokenboard</strong> shows',
  'practice.page.device.code': 'Code',
  'practice.page.device.wrong':
    'This code is wrong, has expired or was used already. Compare it with the one that is shown.',
  'practice.page.device.note': 'Continue only if you started this login. The app that shows the code gets access.',
  'practice.page.device.done': 'You are logged in',
  'practice.page.device.done.text':
    'Go back to Tokenboard. It requests the token by itself. You can close this window.',
  'practice.page.device.denied': 'Access was not granted',
  'practice.page.device.denied.text': 'Nothing was shared. You can close this window.',

  /** The name of the service whose API it imitates, and the page with its connections. */
  'practice.page.peaka': 'Practice Peaka',
  'practice.page.peaka.text':
    'Connections that were made here through its API. Read data as Peaka would, with the tokens that it has.',
  'practice.page.peaka.project': 'Project {name}',
  'practice.page.peaka.none': 'No connections',
  'practice.page.peaka.read': 'Read data',
  'practice.page.peaka.renew': 'Renew token',
  'practice.page.peaka.waits': 'Its login is running',
  'practice.page.peaka.failed': 'Its login did not succeed',
  'practice.page.peaka.valuesOnly': 'Only the values of the form are stored',
  'practice.page.peaka.rowsRead': '{rows, plural, one {# row was} other {# rows were}} read.',
  'practice.page.peaka.renewedAndRead':
    'The token was renewed, and {rows, plural, one {# row was} other {# rows were}} read.',
  'practice.page.peaka.noRefreshToken':
    'The access token is not valid any more, and there is no refresh token. Update the connection.',
  'practice.page.peaka.burnt':
    'The refresh token is not valid any more: another app used it, or the access was removed. Log in again.',
  'practice.page.peaka.refused': 'The token does not open this data.',
  'practice.page.peaka.expired.text':
    'It took too long, or it was finished in another window. Close this window and create the connection again.',
  'practice.page.peaka.done': 'The connection is ready',
  'practice.page.peaka.close': 'You can close this window.',

  'practice.page.expired': 'This login has expired',
  'practice.page.expired.text':
    'It took too long, or it was finished in another window. Close this window and request the token again.',
  'practice.page.expired.requestToken':
    'The request token is unknown, already used or older than ten minutes. Close this window and request the token again.',
  'practice.page.refused': 'This login cannot go on',
  'practice.page.refused.text':
    'The app asked for something that the practice service does not know. Nothing was shared.',
  'practice.page.nothing': 'Nothing here',
  'practice.page.nothing.text': 'The practice service has no such page.',

  'practice.page.home': 'Welcome',
  'practice.page.home.heading': 'The practice service',
  'practice.page.home.text':
    'Try logins here without registering an app anywhere. It supports OAuth 2 and OAuth 1, and its data requires a token.',
  'practice.page.home.data': 'Data',
  'practice.page.home.sales': 'Orders and revenue by day and region',
  'practice.page.home.inventory': 'Items with stock, warehouse and suppliers',
  'practice.page.home.profile': 'The account that is logged in',
  'practice.page.home.stations': 'Stations by their code: the members of an object are the rows',
  'practice.page.home.inspections': '1,000 inspections; two columns appear after row 900',
  'practice.page.home.maintenance': 'The same times in every common spelling, and durations',
  'practice.page.home.ledger': 'Postings with long IDs, zeros at the end and mixed types',
  'practice.page.home.umsatz': 'Revenue as German software writes it, in windows-1252; without .csv as JSON',
  'practice.page.home.sensors': 'Sensors with attributes; one or many elements',
  'practice.page.home.orders': '500 orders with lines, by page number',
  'practice.page.home.machines': '240 machines, by offset and limit',
  'practice.page.home.events': '10,000 events, by cursor',
  'practice.page.home.customers': '120 customers, by the header Link',
  'practice.page.home.shipments': '90 shipments, by the next URL in the body',
  'practice.page.home.products': '48 products, by OData links',
  'practice.page.home.tickets': '180 tickets as a GraphQL connection',
  'practice.page.home.readings': 'Slow: one row after each pause (ms)',
  'practice.page.home.large': 'As many rows as you ask for',
  'practice.page.home.peaka': 'Connections of the practice Peaka',
  'practice.page.home.note':
    'At <code>{origin}</code>, as JSON; the first six with <code>.xml</code> or <code>.csv</code> after the name too. With <code>busy=2</code> each URL is refused twice with status 429; with <code>fail_after=100</code> pages after row 100 fail.',
} as const;
