/** The frame of the window: top bar, sidebar, the page without a resource, and what several pages share. */
export const shell = {
  'shell.sidebar.show': 'Show sidebar',
  'shell.sidebar.hide': 'Hide sidebar',
  /** A button that shows or hides the console. */
  'shell.console': 'Console',
  'shell.console.show': 'Show console',
  'shell.console.hide': 'Hide console',
  'shell.console.height': 'Console height',
  'shell.settings': 'Settings',
  'shell.confirm.cancel': 'Cancel',
  /** For screen readers: the place of dialogs, menus and messages in the page. */
  'shell.overlays': 'Dialogs and messages',
  'shell.stopped.title': 'This part of the window stopped',
  'shell.stopped.text': 'An unexpected error occurred. Saved data is not lost.',
  'shell.stopped.retry': 'Show this part again',

  'sidebar.title': 'Resources and connections',
  'sidebar.width': 'Sidebar width',
  'sidebar.filter': 'Filter',
  'sidebar.filter.title': 'Filter resources and connections',
  'sidebar.filter.clear': 'Clear filter',
  /** How many rows the filter shows. */
  'sidebar.filter.count': '{found, number} of {count, number}',
  'sidebar.resources': 'Resources',
  'sidebar.resources.new': 'New resource',
  'sidebar.resources.none': 'No resources yet',
  'sidebar.resources.noMatch': 'No resource matches',
  'sidebar.connections': 'Connections',
  'sidebar.connections.new': 'New connection',
  'sidebar.connections.none': 'No connections yet',
  'sidebar.connections.noMatch': 'No connection matches',
  'sidebar.peaka': 'Peaka',
  'sidebar.peaka.list': 'Peaka accounts',
  'sidebar.peaka.noMatch': 'No account matches',
  /** Opens the menu of a row. */
  'sidebar.row.more': 'More for {name}',
  /** The title of a mark. */
  'sidebar.row.published': 'published as a feed',
  'sidebar.row.rename': 'Rename',
  'sidebar.row.newName': 'New name of {name}',

  'welcome.title': 'Which service?',
  'welcome.lead': 'Log in once. Tokenboard keeps the token fresh and shows your data.',
  'welcome.choose': 'Choose a resource or a connection on the left, or press {shortcut}.',
  'welcome.search': 'Search services',
  'welcome.services': 'Services',
  'welcome.practice': 'Try the practice service',
  'welcome.practice.text': 'Runs on this computer. No account needed.',
  'welcome.other': 'Another service',
  'welcome.other.text': 'Enter any URL.',
  /** “Another service” is the text welcome.other. */
  'welcome.noMatch': 'No service matches. Choose “Another service” to enter any URL.',

  /** The states of a resource or a connection, in lower case where the language has that. */
  'status.authorized': 'authorized',
  'status.renewing': 'renewing',
  'status.authorizing': 'waiting for login',
  'status.needs_login': 'needs login',
  'status.failing': 'failing',
  'status.no_authorization': 'no authorization',
  'status.works': 'works',
  'status.stale': 'reload paused or stopped',
  'status.not_run': 'not run yet',
  'status.failing.cause': 'failing: {cause}',
  'status.stale.cause': 'reload stopped: {cause}',

  'picker.noMatch': 'Nothing matches',

  'notices.locked': 'Your secrets are locked',
  'notices.session': 'Secrets are kept until Tokenboard closes',
  'notices.unlock': 'Unlock',
  'notices.setPassphrase': 'Set a passphrase',
  /** Closes a notice, which does not come back. */
  'notices.dismiss': 'Dismiss: {title}',
  /** Closes a short message. */
  'toast.dismiss': 'Dismiss',
  'toast.undo': 'Undo',
  'toast.serviceSaid': '{message} The service said: {said}',
} as const;
