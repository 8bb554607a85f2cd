import type { Advice } from './advice.ts';

/** What remains: what was asked for, secrets at rest, files of the app. */
export const otherAdvice: Record<string, Advice> = {
  'resource.no_connection': {
    title: 'No connection is chosen',
    meaning:
      'OAuth needs a connection that authorizes this resource. Choose one under Authorization, or request a new token.',
    actions: ['request_token'],
  },
  'resource.open_credential': {
    title: 'A credential would be stored in the open',
    meaning: 'The URL or a header holds what looks like a credential. Open the resource and choose “Keep it secret”.',
    actions: [],
  },
  'resource.secret_missing': {
    title: 'A secret is missing',
    meaning:
      'The password, token or secret header was never stored, or could be kept for one session only. Enter it again.',
    actions: ['try_again'],
  },
  'resource.invalid': {
    title: 'The resource is not complete',
    meaning: 'A field holds something that cannot be sent. Look for the red sentence below it.',
    actions: ['edit_url'],
  },
  'resource.not_found': {
    title: 'This resource is no longer there',
    meaning: 'It was deleted meanwhile, perhaps in another window.',
    actions: [],
  },
  'connection.not_authorized': {
    title: 'There is no token yet',
    meaning: 'Log in once. After that the token renews by itself where the service allows it.',
    actions: ['request_token'],
  },
  'connection.invalid': {
    title: 'The connection is not complete',
    meaning: 'A field is missing or holds something that the service cannot take.',
    actions: ['edit_connection'],
  },
  'connection.not_found': {
    title: 'This connection is no longer there',
    meaning: 'It was deleted meanwhile. Choose another one.',
    actions: [],
  },
  'connection.no_login': {
    title: 'This login no longer waits',
    meaning: 'It ended or was cancelled. Request a new token.',
    actions: ['request_token'],
  },
  'connection.in_use': {
    title: 'The connection is in use',
    meaning: 'Resources are authorized by it. They need another connection first.',
    actions: [],
  },
  'connection.variable_missing': {
    title: 'A value in the URL is missing',
    meaning: 'Fill in {variable}: the URLs of this service need it.',
    actions: ['edit_connection'],
  },
  'connection.variable_invalid': {
    title: 'A value in the URL cannot be used',
    meaning: '{variable} may hold letters, digits, dots, hyphens and slashes only, without https://.',
    actions: ['edit_connection'],
  },

  'preview.gone': {
    title: 'This answer is no longer kept',
    meaning: 'Only the last answer of each resource is kept. Run the resource again to see it.',
    actions: ['try_again'],
  },
  'preview.stopped': {
    title: 'The preview stopped',
    meaning: 'Reading the answer needed too much memory or failed. Run again; a smaller answer helps.',
    actions: ['try_again'],
  },
  'preview.failed': {
    title: 'The answer could not be kept',
    meaning: 'There is no room for it on the disk. Make room, or ask the service for less.',
    actions: ['try_again'],
  },
  'preview.not_parsed': {
    title: 'The answer is not in this format',
    meaning: 'Only its text can be shown. Choose the format that the service sends beside the URL.',
    actions: ['try_again'],
  },
  'preview.no_table': {
    title: 'There is no list at this place',
    meaning: 'The answer has changed since the place was chosen. Choose another list, or look at the tree.',
    actions: ['try_again'],
  },
  'preview.no_value': {
    title: 'The value is no longer there',
    meaning: 'The answer has changed. Run the resource again.',
    actions: ['try_again'],
  },
  'preview.save_failed': {
    title: 'The file could not be written',
    meaning: 'The folder may be read-only or full. Choose another one.',
    actions: [],
  },

  'sandbox.failed': {
    title: 'The practice service did not start',
    meaning: 'Something on this computer keeps it from listening. Try again.',
    actions: ['try_again'],
  },
  'sandbox.stopped': {
    title: 'The practice service stopped',
    meaning: 'Its tokens ended with it. Start it again, then request a new token.',
    actions: ['start_practice', 'try_again'],
  },
  'sandbox.no_preset': {
    title: 'The practice service has no such grant',
    meaning: 'Its preset is missing in this installation.',
    actions: [],
  },

  'vault.locked': {
    title: 'Your secrets are locked',
    meaning: 'They are encrypted with your passphrase. Enter it to use them. Nothing was deleted.',
    actions: ['give_key'],
  },
  'vault.no_keychain': {
    title: 'This system has no keychain',
    meaning: 'Secrets are kept until Tokenboard closes. Give a key to keep them, encrypted.',
    actions: ['give_key'],
  },
  'vault.not_locked': {
    title: 'There is nothing to reset',
    meaning: 'Your stored secrets are open.',
    actions: [],
  },
  'vault.wrong_key': {
    title: 'Wrong passphrase',
    meaning: 'It does not open the secrets stored here. Nothing was changed.',
    actions: ['give_key'],
  },
  'vault.decrypt_failed': {
    title: 'A secret cannot be read',
    meaning:
      'Its file was made with another key or is damaged. It was left as it is. Enter the secret again, or log in again.',
    actions: ['request_token', 'edit_connection'],
  },
  'vault.unreadable': {
    title: 'A secret cannot be read',
    meaning: 'Its file cannot be opened: the data folder may belong to somebody else. Nothing was deleted.',
    actions: ['try_again', 'open_settings'],
  },
  'vault.unwritable': {
    title: 'A secret could not be stored',
    meaning: 'The data folder cannot be written: the disk may be full. Nothing that was stored is lost.',
    actions: ['try_again', 'open_settings'],
  },

  'settings.unreadable': {
    title: 'A file of Tokenboard cannot be read',
    meaning: 'The data folder may belong to somebody else. Its place is shown in the settings.',
    actions: ['open_settings', 'try_again'],
  },
  'settings.unwritable': {
    title: 'The change could not be stored',
    meaning: 'The data folder cannot be written: the disk may be full. What was stored before is still there.',
    actions: ['try_again', 'open_settings'],
  },
  'settings.newer_version': {
    title: 'A newer Tokenboard wrote these files',
    meaning: 'This version cannot read them and leaves them as they are. Start the newer one.',
    actions: [],
  },
  'settings.folder_unusable': {
    title: 'A folder cannot be used',
    meaning: '{folder}: {reason}. Free space or change its permissions, then start Tokenboard again.',
    actions: [],
  },
  'settings.folder_in_use': {
    title: 'The folder is in use',
    meaning: 'Tokenboard already runs {where} with {folder}. Close it there, then start again.',
    actions: [],
  },
  'settings.instance_silent': {
    title: 'Tokenboard already runs and does not respond',
    meaning: 'End that process{which}, then start Tokenboard again.',
    actions: [],
  },
  'settings.foreign_folder': {
    title: 'A folder of Tokenboard belongs to somebody else',
    meaning: 'Two starts of the app meet there, and another user could answer for one. Remove it, then start again.',
    actions: [],
  },

  'input.invalid': {
    title: 'That cannot be taken as it is',
    meaning: 'A field is too long or holds something unexpected.',
    actions: ['edit_connection'],
  },
  'input.no_secret': {
    title: 'There is no such secret',
    meaning: 'It was never stored, or could be kept for one session only. Enter it again.',
    actions: [],
  },
  'input.unknown_call': {
    title: 'The window asked for something unknown',
    meaning: 'Window and app are of different versions. Restart Tokenboard.',
    actions: [],
  },
  'app.refused': {
    title: 'The request was refused',
    meaning: 'It did not come from the window of Tokenboard.',
    actions: [],
  },
  'app.unexpected': {
    title: 'An error that Tokenboard did not expect',
    meaning: 'Nothing that was saved is lost. Try again; if it stays, restart Tokenboard.',
    actions: ['try_again'],
  },
};
