/** The dialogs that make connections at Peaka, and what they leave on the page of a connection here. */
export const peakaDialogs = {
  // Both dialogs.
  'peaka.dialog.account': 'Peaka account',
  'peaka.dialog.account.chosen': 'Peaka account: {name}',
  'peaka.dialog.account.search': 'Search accounts',
  'peaka.dialog.account.new': 'Add an account…',
  'peaka.dialog.firstAccount.title': 'First, a Peaka account',
  'peaka.dialog.firstAccount.text':
    'Tokenboard creates connections at Peaka with an API key of yours. Without a key, try everything with the practice Peaka on this computer.',
  'peaka.dialog.firstAccount.add': 'Add an account',
  'peaka.dialog.firstAccount.practice': 'Use the practice Peaka',
  /** The name of the account that is made. */
  'peaka.dialog.firstAccount.practiceName': 'Practice Peaka',
  'peaka.dialog.project': 'Project',
  'peaka.dialog.project.chosen': 'Project: {name}',
  'peaka.dialog.project.search': 'Search projects',
  'peaka.dialog.project.choose': 'Choose a project',
  'peaka.dialog.project.loading': 'Asking Peaka…',
  /** The account says in which workspace the project is. */
  'peaka.dialog.project.edit': 'Choose it in the account…',
  'peaka.dialog.type': 'Type at Peaka',
  'peaka.dialog.type.chosen': 'Type at Peaka: {name}',
  'peaka.dialog.type.search': 'Search types',
  'peaka.dialog.type.choose': 'Choose a type',
  'peaka.dialog.type.loading': 'Asking Peaka…',
  'peaka.dialog.type.suggested': 'Suggested',
  /** The group of types without a category. */
  'peaka.dialog.type.other': 'Other',
  'peaka.dialog.name': 'Name at Peaka',
  'peaka.dialog.name.hint': 'Peaka lists the connection under this name.',
  'peaka.dialog.field': 'Peaka calls this field “{name}”.',
  'peaka.dialog.optional': '{name} (optional)',
  'peaka.dialog.recommended': 'Recommended',
  'peaka.dialog.create': 'Create connection',
  'peaka.dialog.problem.required': 'Enter a value.',
  'peaka.dialog.problem.number': 'Enter a number.',
  'peaka.dialog.problem.project': 'Choose a project.',
  'peaka.dialog.problem.type': 'Choose a type.',
  'peaka.dialog.leave.title': 'Close without creating the connection?',
  'peaka.dialog.leave.text': 'What you entered in the dialog will be lost.',
  'peaka.dialog.leave.confirm': 'Close',
  'peaka.dialog.value.clientId': 'Client ID',
  'peaka.dialog.value.clientSecret': 'Client secret',
  'peaka.dialog.value.accessToken': 'Access token',
  'peaka.dialog.value.refreshToken': 'Refresh token',

  // A connection here is handed over.
  'peaka.handOver.open': 'Use in Peaka…',
  'peaka.handOver.title': 'Use “{name}” in Peaka',
  'peaka.handOver.renewal': 'Who renews the tokens from now on?',
  'peaka.handOver.renewal.second_login.title': 'Log in once more, for Peaka alone',
  'peaka.handOver.renewal.second_login':
    'Peaka gets the tokens of that login. Both sides renew theirs without disturbing each other.',
  'peaka.handOver.renewal.stop_here.title': 'Only Peaka renews',
  'peaka.handOver.renewal.stop_here':
    'Peaka gets your tokens and renews them. This connection stops working here when its access token expires.',
  'peaka.handOver.renewal.update_peaka.title': 'Tokenboard renews and updates Peaka',
  'peaka.handOver.renewal.update_peaka':
    'Tokenboard sends Peaka each new access token. Peaka gets no refresh token, so Tokenboard must be running.',
  'peaka.handOver.renewal.noLogin': 'Not possible: this grant has no login that could be repeated.',
  'peaka.handOver.renewal.noRefreshToken': 'Not possible: there is no refresh token, so Peaka could not renew.',
  'peaka.handOver.goes': 'Peaka receives these values',
  'peaka.handOver.goes.noRefreshToken': 'The refresh token stays here.',
  'peaka.handOver.step': 'Create the connection at Peaka',
  'peaka.handOver.progress.popup': 'Log in in the window that opened. These tokens are for Peaka alone.',
  'peaka.handOver.progress.login': 'Log in once more. These tokens are for Peaka alone.',
  'peaka.handOver.progress.stopped': 'The connection was not handed over. What you entered is kept.',
  'peaka.handOver.refused':
    '{host} refuses logins in this window. Cancel, and choose “Your browser” as the login window of the connection.',
  'peaka.handOver.done': '“{name}” is now a connection at Peaka.',

  // What was made at Peaka.
  'peaka.link.section': 'In Peaka',
  'peaka.link.another': 'Use it once more',
  /** {type} is Peaka’s identifier. */
  'peaka.link.where': '{type} · {project} · {account}',
  'peaka.link.noAccount': 'account deleted',
  'peaka.link.menu': 'More for “{name}” at Peaka',
  'peaka.link.openAccount': 'Open the account “{name}”',
  'peaka.link.id': 'ID at Peaka',
  /** Within “Copy ID”. */
  'peaka.link.id.copied': 'ID',
  'peaka.link.created': 'Created',
  /** <time></time> is such as “5 min ago”. */
  'peaka.link.state.ready': 'Peaka received the values <time></time>',
  'peaka.link.state.pending': 'Update waiting. First attempt <since></since>, next attempt <retry></retry>.',
  'peaka.link.state.stopped': 'Update failed, first <since></since>. Tokenboard does not repeat it by itself.',
  'peaka.link.state.unknown': 'It is unknown whether Peaka has this connection. Look at the account’s page.',
  'peaka.link.state.unfinished': 'Its login did not end well.',
  'peaka.link.renewal': 'Who renews',
  'peaka.link.renewal.second_login': 'Each side renews its own',
  'peaka.link.renewal.second_login.hint':
    'Peaka has the tokens of a login of its own. Choosing this starts that login.',
  'peaka.link.renewal.stop_here': 'Only Peaka renews',
  'peaka.link.renewal.stop_here.hint': 'Peaka has these tokens. Tokenboard no longer renews them.',
  'peaka.link.renewal.update_peaka': 'Tokenboard renews and updates Peaka',
  'peaka.link.renewal.update_peaka.hint': 'Peaka gets each new access token.',
  'peaka.link.renewal.current': 'current',
  'peaka.link.renewal.change': 'Who renews: {words}. Change',
  'peaka.link.logInAgain': 'Log in for Peaka again',
  'peaka.link.update': 'Update now',
  'peaka.link.updated': 'Peaka has the current values of “{name}”.',
  'peaka.link.forget': 'Remove entry here…',
  'peaka.link.forget.title': 'Remove the entry “{name}” here?',
  'peaka.link.forget.text':
    'The connection stays at Peaka and is not changed. Tokenboard forgets it and no longer sends it new tokens.',
  'peaka.link.forget.confirm': 'Remove entry',
  'peaka.link.forgotten': 'The entry “{name}” was removed here.',
  'peaka.link.delete': 'Delete at Peaka…',
  'peaka.link.delete.title': 'Delete “{name}” at Peaka?',
  'peaka.link.delete.text':
    'Catalogs on this connection stop, and their data is no longer available at Peaka. This cannot be undone. The connection here stays.',
  'peaka.link.delete.confirm': 'Delete at Peaka',
  'peaka.link.deleted': '“{name}” was deleted at Peaka.',

  // A new connection through Peaka.
  'peaka.through.title': 'New connection through Peaka',
  'peaka.through.types': 'Types of connections',
  'peaka.through.types.loading': 'Asking Peaka what it can connect to…',
  'peaka.through.types.none': 'Peaka offers no types with this API key.',
  'peaka.through.types.noMatch': 'No type matches. Try another word or category.',
  'peaka.through.category': 'Category: {name}',
  'peaka.through.category.all': 'All categories',
  'peaka.through.category.search': 'Search categories',
  /** At a type in the list: what it takes. */
  'peaka.through.type.login': 'with a login',
  'peaka.through.type.form': 'with a form',
  'peaka.through.where': 'In “{project}” of {account}.',
  'peaka.through.documentation': 'Documentation',
  'peaka.through.change': 'Choose another',
  'peaka.through.logIn': 'Log in',
  'peaka.through.done': 'Peaka has the connection “{name}”.',

  'peaka.through.app': 'Whose app?',
  'peaka.through.app.peaka': 'Peaka’s app',
  'peaka.through.app.peaka.sentence':
    'You register nothing, and {name} has already reviewed the app. The consent page shows Peaka’s name, and the rate limits are shared with others.',
  'peaka.through.app.own': 'My own app',
  'peaka.through.app.own.sentence':
    'The consent page shows your name, and the rate limits are yours. You register the app at {name}. Needed where Peaka has no public app.',
  'peaka.through.callback': 'Which callback?',
  'peaka.through.callback.peaka': 'Peaka’s address',
  'peaka.through.callback.peaka.sentence':
    'The simplest way: you register Peaka’s address for your app. The browser visits Peaka during the login.',
  'peaka.through.callback.forwarded': 'My address, which leads on to Peaka',
  'peaka.through.callback.forwarded.sentence':
    'Your app keeps its registered address. Your server needs a rule that forwards this address to Peaka.',
  'peaka.through.callback.own': 'My address, and Peaka stays out of the browser',
  'peaka.through.callback.own.sentence':
    'Tokenboard receives the login and passes it on to Peaka. No server is needed, but Tokenboard must be running.',
  'peaka.through.callbackUrl': 'Your callback URL',
  'peaka.through.callbackUrl.isPeakas': 'This is Peaka’s own address. Enter yours.',
  'peaka.through.noCallback': 'The account does not say which callback URL Peaka has.',
  'peaka.through.register': 'Callback URL to register',
  'peaka.through.register.text':
    'Register exactly this callback URL for your app at the service. Every character counts.',
  /** Within “Copy callback URL”. */
  'peaka.through.register.copied': 'callback URL',
  'peaka.through.forwarding': 'Forwarding rule for your server',
  'peaka.through.forwarding.popup':
    'In its own window, Tokenboard forwards this login itself. Your server needs the rule for logins elsewhere.',
  'peaka.through.forwarding.browser': 'Your server needs this rule before you log in.',
  'peaka.through.forwarding.server': 'Server',
  'peaka.through.forwarding.rule': 'Rule for {server}',
  /** Within “Copy rule”. */
  'peaka.through.forwarding.copied': 'rule',

  'peaka.through.step.creating': 'Create the connection at Peaka',
  'peaka.through.step.creating.done': 'Connection created at Peaka',
  'peaka.through.step.confirming': 'Ask Peaka whether the login worked',
  'peaka.through.step.confirming.done': 'Confirmed by Peaka',
  'peaka.through.progress.refused': 'Peaka does not know yet. Choose how to continue.',
  'peaka.through.refusal': 'The service refused the login',
  'peaka.through.refusal.text':
    'If you pass this on, Peaka learns why and may show more. Otherwise the login ends here, and the unfinished connection stays at Peaka.',
  'peaka.through.refusal.passOn': 'Pass on to Peaka',
  'peaka.through.refusal.keep': 'Don’t pass on',
  'peaka.through.useBrowser': 'Use your browser',
  'peaka.through.useBrowser.text':
    'Your browser usually works. This login ends, and you start it again with the browser as the login window.',
  'peaka.through.continueAnyway': 'Continue anyway',
  'peaka.through.sendAgain': 'Send the callback again',
  'peaka.through.sendAgain.text': 'You need not log in again.',
  'peaka.through.left': 'What is left at Peaka',
  'peaka.through.left.text': 'Peaka has the unfinished connection “{name}”.',
  'peaka.through.left.again': 'Delete it before the next attempt',
  'peaka.through.left.again.hint': 'Otherwise it stays at Peaka, and its entry stays here.',
  'peaka.through.left.delete': 'Delete the unfinished connection at Peaka',
} as const;
