export const errorPanel = {
  'errorPanel.action.try_again': 'Try again',
  'errorPanel.action.request_token': 'Request New Token',
  'errorPanel.action.use_oauth': 'Use OAuth',
  'errorPanel.action.edit_connection': 'Edit connection',
  'errorPanel.action.edit_peaka_account': 'Edit Peaka account',
  'errorPanel.action.use_other_address': 'Use the other address',
  'errorPanel.action.edit_url': 'Edit URL',
  'errorPanel.action.edit_target': 'Edit target',
  'errorPanel.action.show_all_fields': 'Show all fields',
  'errorPanel.action.switch_window': 'Use the other window',
  'errorPanel.action.open_console': 'Open API console',
  'errorPanel.action.give_key': 'Enter passphrase',
  'errorPanel.action.allow_host': 'Send the token there too',
  'errorPanel.action.open_settings': 'Open settings',
  'errorPanel.action.open_network_settings': 'Open network settings',
  'errorPanel.action.start_practice': 'Start the practice service',

  /** A label. The words of the service follow, in its own language. */
  'errorPanel.said': 'The service said',
  'errorPanel.showInConsole': 'Show in console',
  /** Opens and closes the rest of a message. */
  'errorPanel.details': 'Details',
  'errorPanel.less': 'Less',
  'errorPanel.copied': 'Copied',
  'errorPanel.leave.title': 'Leave the dialog?',
  'errorPanel.leave.text': 'The console is behind the dialog. Unsaved changes in the dialog will be lost.',
} as const;
