import type { SomeAdvice } from './rule.ts';

/** What remains: what was asked for, secrets at rest, files of the app. */
export const otherAdvice = {
  'resource.no_connection': {
    title: 'No connection is chosen',
    meaning:
      'OAuth needs a connection that authorizes this resource. Choose one under Authorization, or request a new token.',
    actions: ['request_token'],
  },
  'resource.open_credential': {
    title: 'A credential would be stored unencrypted',
    meaning: 'The URL or a header seems to contain a credential. Open the resource and choose “Keep it secret”.',
    actions: [],
  },
  'resource.secret_missing': {
    title: 'A secret is missing',
    meaning: 'The password, token or secret header was not stored, or only for one session. Enter it again.',
    actions: ['try_again'],
  },
  'resource.invalid': {
    title: 'The resource is not complete',
    meaning: 'A field contains something that cannot be sent. Look for the red text below it.',
    actions: ['edit_url'],
  },
  'resource.not_found': {
    title: 'This resource no longer exists',
    meaning: 'It was deleted, perhaps in another window.',
    actions: [],
  },
  'connection.not_authorized': {
    title: 'There is no token yet',
    meaning: 'Log in once. The token then renews by itself if the service allows it.',
    actions: ['request_token'],
  },
  'connection.open_credential': {
    title: 'A credential would be stored unencrypted',
    meaning:
      'A URL, parameter or header of the connection seems to contain a credential. Choose “Keep it secret” there.',
    actions: ['edit_connection'],
  },
  'connection.invalid': {
    title: 'The connection is not complete',
    meaning: 'A field is missing or not valid. Look for the red text below it.',
    actions: ['edit_connection'],
  },
  'connection.not_found': {
    title: 'This connection no longer exists',
    meaning: 'It was deleted. Choose another one.',
    actions: [],
  },
  'connection.no_login': {
    title: 'This login is over',
    meaning: 'It ended or was cancelled. Request a new token.',
    actions: ['request_token'],
  },
  'connection.in_use': {
    title: 'The connection is in use',
    meaning: 'Resources use it. Choose another connection for them first.',
    actions: [],
  },
  'connection.variable_missing': {
    title: 'A value in the URL is missing',
    meaning: 'Fill in {variable}. The URLs of this service need it.',
    actions: ['edit_connection'],
  },
  'connection.variable_invalid': {
    title: 'A value in the URL cannot be used',
    meaning: '{variable} may contain only letters, digits, dots, hyphens and slashes. Leave out https://.',
    actions: ['edit_connection'],
  },

  'preview.gone': {
    title: 'This response is no longer kept',
    meaning: 'Only the last response of each resource is kept. Run the resource again.',
    actions: ['try_again'],
  },
  'preview.stopped': {
    title: 'The preview stopped',
    meaning: 'The response needed too much memory or could not be read. Run again, or request less data.',
    actions: ['try_again'],
  },
  'preview.failed': {
    title: 'The response could not be kept',
    meaning: 'The disk is full. Free space, or request less data.',
    actions: ['try_again'],
  },
  'preview.not_parsed': {
    title: 'The response is not in this format',
    meaning: 'Only its text can be shown. Next to the URL, choose the format that the service sends.',
    actions: ['try_again'],
  },
  'preview.no_table': {
    title: 'There is no list here',
    meaning: 'The response has changed since this list was chosen. Choose another list, or open the tree.',
    actions: ['try_again'],
  },
  'preview.no_value': {
    title: 'The value no longer exists',
    meaning: 'The response has changed. Run the resource again.',
    actions: ['try_again'],
  },
  'preview.save_failed': {
    title: 'The file could not be written',
    meaning: 'The folder may be read-only or full. Choose another folder.',
    actions: [],
  },

  'practice.failed': {
    title: 'The practice service did not start',
    meaning: 'It could not listen on this computer. Try again.',
    actions: ['try_again'],
  },
  'practice.stopped': {
    title: 'The practice service stopped',
    meaning: 'Its tokens no longer work. Start it again, then request a new token.',
    actions: ['start_practice', 'try_again'],
  },
  'practice.no_preset': {
    title: 'The practice service does not offer this grant',
    meaning: 'Its preset is missing. Install Tokenboard again.',
    actions: [],
  },

  'vault.locked': {
    title: 'Your secrets are locked',
    meaning: 'They are encrypted with your passphrase. Enter it to use them. Nothing was deleted.',
    actions: ['give_key'],
  },
  'vault.no_keychain': {
    title: 'This system has no keychain',
    meaning: 'Secrets are lost when Tokenboard closes. Set a passphrase to keep them, encrypted.',
    actions: ['give_key'],
  },
  'vault.not_locked': {
    title: 'There is nothing to reset',
    meaning: 'Your stored secrets are not locked.',
    actions: [],
  },
  'vault.wrong_key': {
    title: 'Wrong passphrase',
    meaning: 'It does not decrypt the stored secrets. Nothing changed. Enter it again.',
    actions: ['give_key'],
  },
  'vault.decrypt_failed': {
    title: 'A secret cannot be read',
    meaning: 'Its file is damaged or encrypted with another key. It was kept. Enter the secret or log in again.',
    actions: ['request_token', 'edit_connection'],
  },
  'vault.unreadable': {
    title: 'A secret cannot be read',
    meaning: 'Its file cannot be opened. Nothing was deleted. Check who owns the data folder.',
    actions: ['try_again', 'open_settings'],
  },
  'vault.unwritable': {
    title: 'A secret could not be stored',
    meaning: 'The data folder is full or read-only. Stored secrets are not lost. Free space or change its permissions.',
    actions: ['try_again', 'open_settings'],
  },

  'settings.unreadable': {
    title: 'A Tokenboard file cannot be read',
    meaning: 'Check who owns the data folder. The settings show where it is.',
    actions: ['open_settings', 'try_again'],
  },
  'settings.unwritable': {
    title: 'The change could not be stored',
    meaning: 'The data folder is full or read-only. Earlier data is not lost. Free space or change its permissions.',
    actions: ['try_again', 'open_settings'],
  },
  'settings.newer_version': {
    title: 'A newer Tokenboard wrote these files',
    meaning: 'This version cannot read them and did not change them. Start the newer version.',
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
    title: 'A Tokenboard folder belongs to somebody else',
    meaning: 'Another user could respond there in place of Tokenboard. Remove the folder, then start again.',
    actions: [],
  },

  'input.invalid': {
    title: 'This input is not valid',
    meaning: 'A field is too long or contains something unexpected. Correct it.',
    actions: ['edit_connection'],
  },
  'input.no_secret': {
    title: 'This secret is not stored',
    meaning: 'It was never stored, or only for one session. Enter it again.',
    actions: [],
  },
  'input.unknown_call': {
    title: 'The window and the app do not match',
    meaning: 'Their versions differ. Restart Tokenboard.',
    actions: [],
  },
  'app.refused': {
    title: 'The request was refused',
    meaning: 'It did not come from Tokenboard’s window.',
    actions: [],
  },
  'app.unexpected': {
    title: 'Unexpected error',
    meaning: 'Saved data is not lost. Try again; if the error stays, restart Tokenboard.',
    actions: ['try_again'],
  },
} satisfies SomeAdvice;
