/** Peaka: accounts, connections there, and the dialogs that make them. */
export const peaka = {
  // Accounts (settings, dialog).
  'peaka.account.add': 'Add a Peaka account',
  'peaka.account.edit': 'Edit Peaka account',
  'peaka.account.name': 'Name',
  'peaka.account.name.hint': 'The name of the account in Tokenboard.',
  'peaka.account.name.missing': 'Enter a name.',
  /** Which of Peaka’s installations it is. */
  'peaka.account.zone': 'Zone',
  'peaka.account.zone.us': 'US',
  'peaka.account.zone.us.hint': 'Peaka’s cloud in the United States.',
  'peaka.account.zone.eu': 'EU',
  'peaka.account.zone.eu.hint':
    'Peaka’s cloud in Europe. Peaka’s documents name two base URLs and no callback URL for it. Compare both with Peaka.',
  'peaka.account.zone.own': 'Own domain',
  'peaka.account.zone.own.hint':
    'Peaka on your own servers, or under the name of another company. Whoever operates it knows both URLs.',
  /** The practice service plays Peaka. */
  'peaka.account.zone.practice': 'Practice',
  'peaka.account.zone.practice.hint':
    'A Peaka to try everything with. It runs on this computer and needs no account and no API key.',
  'peaka.account.baseUrl': 'Base URL',
  'peaka.account.baseUrl.hint': 'Tokenboard sends the API key and the values of connections to this address.',
  'peaka.account.baseUrl.missing': 'Enter a URL that starts with https://.',
  'peaka.account.callbackUrl': 'Peaka’s callback URL',
  'peaka.account.callbackUrl.hint':
    'For a login through Peaka with your own app, register exactly this URL at the service.',
  'peaka.account.callbackUrl.missing': 'Enter a URL that starts with https://, or leave the field empty.',
  'peaka.account.apiKey': 'API key',
  /** “Developer”, “Settings” and “API Keys” are labels of Peaka. */
  'peaka.account.apiKey.hint':
    'A partner key reaches all projects. Peaka shows it under “Developer”. A project key reaches one project. Peaka shows it in the project, under “Settings”, “API Keys”.',
  'peaka.account.apiKey.missing': 'Enter the API key.',
  /** Buttons. */
  'peaka.account.cancel': 'Cancel',
  'peaka.account.check': 'Check',
  'peaka.account.check.hint': 'Check asks Peaka whose key it is and what it reaches.',
  'peaka.account.save': 'Save',
  /** {owner} is an email address. */
  'peaka.account.key.partner': 'Partner key',
  'peaka.account.key.partner.of': 'Partner key of {owner}',
  'peaka.account.key.partner.reach': 'It reaches all projects.',
  'peaka.account.key.project': 'Project key',
  'peaka.account.key.project.of': 'Project key of {owner}',
  'peaka.account.key.project.reach': 'It reaches one project.',
  'peaka.account.key.project.reach.named': 'It reaches the project “{project}” alone.',
  /** <time></time> is such as “5 min ago”. */
  'peaka.account.key.checked': 'Checked <time></time>.',
  'peaka.account.organization': 'Organization',
  'peaka.account.organization.choose': 'Choose an organization',
  'peaka.account.organization.none': 'Peaka has no organization for this key. Create one at Peaka.',
  'peaka.account.workspace': 'Workspace',
  'peaka.account.workspace.choose': 'Choose a workspace',
  'peaka.account.workspace.none': 'The organization has no workspace. Create one at Peaka.',
  'peaka.account.project': 'Project',
  'peaka.account.project.choose': 'Choose a project',
  'peaka.account.project.none': 'The workspace has no project. Create one at Peaka.',
  'peaka.account.project.hint': 'Connections belong to a project. You can choose another one at any time.',
  'peaka.account.place.loading': 'Waiting for Peaka…',
  'peaka.account.place.search': 'Search by name',
  /** {label} is such as “Project”. */
  'peaka.account.place.chosen': '{label}: {name}',
  'peaka.account.state.no_key': 'no API key',
  'peaka.account.state.unchecked': 'not checked',
  'peaka.account.leave.title': 'Close without saving?',
  'peaka.account.leave.new': 'The account and its API key will not be kept.',
  'peaka.account.leave.changes': 'Changes since the last check will be lost.',
  'peaka.account.leave.confirm': 'Close without saving',
  'peaka.account.delete.title': 'Delete the account “{name}”?',
  'peaka.account.delete.text':
    'Tokenboard forgets the account, its API key{count, plural, =0 {} one {, and what it knows of the connection that was made with it} other {, and what it knows of the # connections that were made with it}}. Nothing is deleted at Peaka: connections there stay and keep working, but Tokenboard no longer updates them.',
  'peaka.account.delete.confirm': 'Delete account',
  'peaka.account.deleted': 'The account “{name}” was deleted here. Peaka was not changed.',
  // The page of an account.
  // “Use in Peaka”, “through Peaka”, links on the page of a connection.
} as const;
