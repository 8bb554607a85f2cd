import type { CodeOf } from '../../../app/shared/error-codes.ts';

/** Titles and meanings of errors of what the user has in the app, by code. Placeholders are facts (`details`) of the error. */
export const adviceApp = {
  'advice.app.refused.title': 'The request was refused',
  'advice.app.refused.meaning': 'The request did not come from the Tokenboard window. Restart Tokenboard.',
  'advice.app.unexpected.title': 'Unexpected error',
  'advice.app.unexpected.meaning': 'Saved data is not lost. Try again. If the error persists, restart Tokenboard.',

  'advice.input.invalid.title': 'This input is not valid',
  'advice.input.invalid.meaning': 'A field is too long or contains an invalid value. Correct the field.',
  'advice.input.no_secret.title': 'This secret is not stored',
  'advice.input.no_secret.meaning':
    'The secret was never stored, or was stored only for one session. Enter the secret again.',
  'advice.input.unknown_call.title': 'The window and the app do not match',
  'advice.input.unknown_call.meaning': 'The window and the app have different versions. Restart Tokenboard.',

  'advice.settings.folder_in_use.title': 'The folder is in use',
  'advice.settings.folder_in_use.meaning':
    'Tokenboard is already running {where} with {folder}. Close the running Tokenboard, then start Tokenboard again.',
  'advice.settings.folder_unusable.title': 'A folder cannot be used',
  'advice.settings.folder_unusable.meaning':
    '{folder}: {reason}. Free disk space or change the folder permissions, then start Tokenboard again.',
  'advice.settings.foreign_folder.title': 'A Tokenboard folder belongs to another user',
  'advice.settings.foreign_folder.meaning':
    'The owner of this folder could respond in place of Tokenboard. Remove the folder, then start Tokenboard again.',
  'advice.settings.instance_silent.title': 'Tokenboard is already running but does not respond',
  'advice.settings.instance_silent.meaning': 'End process {pid}, then start Tokenboard again.',
  'advice.settings.newer_version.title': 'A newer version of Tokenboard wrote these files',
  'advice.settings.newer_version.meaning':
    'This version cannot read the files and did not change them. Start the newer version.',
  'advice.settings.unreadable.title': 'A Tokenboard file cannot be read',
  'advice.settings.unreadable.meaning': 'Check who owns the data folder. The settings show the folder path.',
  'advice.settings.unwritable.title': 'The change could not be stored',
  'advice.settings.unwritable.meaning':
    'The data folder is full or read-only. Earlier data is not lost. Free disk space or change the folder permissions.',

  'advice.vault.decrypt_failed.title': 'A secret cannot be read',
  'advice.vault.decrypt_failed.meaning':
    'The secret’s file is damaged or encrypted with another key. The file was kept. Enter the secret or log in again.',
  'advice.vault.locked.title': 'Your secrets are locked',
  'advice.vault.locked.meaning': 'Enter your passphrase to decrypt your stored secrets. Nothing was deleted.',
  'advice.vault.no_keychain.title': 'This system has no keychain',
  'advice.vault.no_keychain.meaning':
    'Secrets are lost when Tokenboard closes. To keep secrets, set a passphrase that encrypts them.',
  'advice.vault.not_locked.title': 'There is nothing to reset',
  'advice.vault.not_locked.meaning': 'Your stored secrets are not locked.',
  'advice.vault.unreadable.title': 'A secret cannot be read',
  'advice.vault.unreadable.meaning':
    'The secret’s file cannot be opened. Nothing was deleted. Check who owns the data folder.',
  'advice.vault.unwritable.title': 'A secret could not be stored',
  'advice.vault.unwritable.meaning':
    'The data folder is full or read-only. Stored secrets are not lost. Free disk space or change the folder permissions.',
  'advice.vault.wrong_key.title': 'Wrong passphrase',
  'advice.vault.wrong_key.meaning':
    'This passphrase does not decrypt the stored secrets. Nothing changed. Enter the passphrase again.',

  'advice.connection.in_use.title': 'The connection is in use',
  'advice.connection.in_use.meaning':
    'Resources use this connection. First choose another connection for these resources.',
  'advice.connection.invalid.title': 'The connection is not complete',
  'advice.connection.invalid.meaning': 'A field is empty or not valid. See the red text below the field.',
  'advice.connection.login_running.title': 'Another login of this connection is running',
  'advice.connection.login_running.meaning': 'Finish or cancel that login, then try again.',
  'advice.connection.no_login.title': 'This login is over',
  'advice.connection.no_login.meaning': 'The login has ended or was cancelled. Request a new token.',
  'advice.connection.not_authorized.title': 'There is no token yet',
  'advice.connection.not_authorized.meaning': 'Log in once. Tokenboard then renews the token if the service allows it.',
  'advice.connection.not_found.title': 'This connection no longer exists',
  'advice.connection.not_found.meaning': 'The connection was deleted. Choose another connection.',
  'advice.connection.open_credential.title': 'A credential would be stored unencrypted',
  'advice.connection.open_credential.meaning':
    'A URL, parameter or header of the connection seems to contain a credential. Choose “Keep it secret” there.',
  'advice.connection.variable_invalid.title': 'A value in the URL cannot be used',
  'advice.connection.variable_invalid.meaning':
    '{variable} can contain only letters, digits, dots, hyphens and slashes. Leave out https://.',
  'advice.connection.variable_missing.title': 'A value in the URL is missing',
  'advice.connection.variable_missing.meaning': 'Fill in {variable}. The URLs of this service require this value.',

  'advice.resource.authorization_required.title': 'The service requires authorization',
  'advice.resource.authorization_required.meaning': 'This URL is not public. Choose OAuth, a Bearer token or Basic.',
  'advice.resource.forbidden.title': 'The service does not allow this',
  'advice.resource.forbidden.meaning':
    'The account is not allowed to see this data, or a scope is missing. Add the missing scope, then request a new token.',
  'advice.resource.forbidden_anonymous.title': 'The service does not allow this',
  'advice.resource.forbidden_anonymous.meaning':
    'The request contained no authorization. Choose OAuth, a Bearer token or Basic, or check the URL.',
  'advice.resource.host_not_allowed.title': 'The token is not for this host',
  'advice.resource.host_not_allowed.meaning':
    '{host} is not a host of this connection. Allow this host only if you trust it with the token.',
  'advice.resource.insecure_url.title': 'The URL is not secure',
  'advice.resource.insecure_url.meaning':
    'Others could read the secret in transit. Use a URL that starts with https://.',
  'advice.resource.invalid.title': 'The resource is not complete',
  'advice.resource.invalid.meaning': 'A field contains a value that cannot be sent. See the red text below the field.',
  'advice.resource.no_connection.title': 'No connection is chosen',
  'advice.resource.no_connection.meaning':
    'OAuth requires a connection for this resource. Choose a connection under Authorization, or request a new token.',
  'advice.resource.not_found.title': 'This resource no longer exists',
  'advice.resource.not_found.meaning': 'The resource was deleted, perhaps in another window.',
  'advice.resource.not_there.title': 'Nothing found at this URL',
  'advice.resource.not_there.meaning':
    'Check the path. Some services also respond this way if the account is not allowed to see the data.',
  'advice.resource.open_credential.title': 'A credential would be stored unencrypted',
  'advice.resource.open_credential.meaning':
    'The URL or a header seems to contain a credential. Open the resource and choose “Keep it secret”.',
  'advice.resource.page_refused.title': 'The next page is at an unsafe URL',
  'advice.resource.page_refused.meaning':
    'Tokenboard did not request it. Ask the service’s provider, or choose another kind under Pages.',
  'advice.resource.page_shape.title': 'A page has no such rows',
  'advice.resource.page_shape.meaning': 'The page differs from the first one. Check the settings under Pages.',
  'advice.resource.rate_limited.title': 'Too many requests',
  'advice.resource.rate_limited.meaning': 'The service limits the number of requests. Try again later.',
  'advice.resource.redirected.title': 'The redirect has no target URL',
  'advice.resource.redirected.meaning': 'The service redirects without a target URL. Enter the final URL.',
  'advice.resource.refused.title': 'The service refused the request',
  'advice.resource.refused.meaning': 'Read what the service said. Often a parameter in the URL is missing or wrong.',
  'advice.resource.secret_missing.title': 'A secret is missing',
  'advice.resource.secret_missing.meaning':
    'The password, token or secret header was not stored, or was stored only for one session. Enter the secret again.',
  'advice.resource.server_error.title': 'Server error',
  'advice.resource.server_error.meaning': 'Your settings are fine. Try again later.',
  'advice.resource.too_many_redirects.title': 'Too many redirects',
  'advice.resource.too_many_redirects.meaning':
    'The service keeps redirecting, often because a login is required. Check the authorization and the URL.',
  'advice.resource.unauthorized.title': 'The service refused the authorization',
  'advice.resource.unauthorized.meaning':
    'The token, password or key is wrong or has expired. Request a new token, or enter the secret again.',
  'advice.resource.unsafe_redirect.title': 'Unsafe redirect',
  'advice.resource.unsafe_redirect.meaning':
    'Tokenboard did not follow the redirect to {host}, because others could read the request there. Check the URL.',
  'advice.resource.value_missing.title': 'The URL needs a value from the login',
  'advice.resource.value_missing.meaning': 'The last login did not return “{value}”. Request a new token.',

  'advice.preview.failed.title': 'The response could not be kept',
  'advice.preview.failed.meaning': 'The disk is full. Free space, or request less data.',
  'advice.preview.gone.title': 'This response is no longer kept',
  'advice.preview.gone.meaning': 'Only the last response of each resource is kept. Run the resource again.',
  'advice.preview.no_table.title': 'There is no list here',
  'advice.preview.no_table.meaning':
    'The response has changed since this list was chosen. Choose another list, or open the tree.',
  'advice.preview.no_value.title': 'The value no longer exists',
  'advice.preview.no_value.meaning': 'The response has changed. Run the resource again.',
  'advice.preview.not_parsed.title': 'The response is not in this format',
  'advice.preview.not_parsed.meaning':
    'Tokenboard can show only the response text. Next to the URL, choose the format that the service sends.',
  'advice.preview.save_failed.title': 'The file could not be written',
  'advice.preview.save_failed.meaning': 'The folder may be read-only or full. Choose another folder.',
  'advice.preview.stopped.title': 'The preview stopped',
  'advice.preview.stopped.meaning':
    'The response required too much memory or could not be read. Run the resource again, or request less data.',

  'advice.export.disk_full.title': 'The disk is full',
  'advice.export.disk_full.meaning': 'Free space, or choose a folder on another disk. The unfinished file was removed.',
  'advice.export.failed.title': 'The file could not be written',
  'advice.export.failed.meaning':
    'The folder may be gone, or another program has the file open. Choose another folder or name.',
  'advice.export.no_permission.title': 'The folder cannot be written to',
  'advice.export.no_permission.meaning':
    'The folder is read-only, or another program has the file open. Choose another folder or name.',
  'advice.export.not_there.title': 'This export no longer exists',
  'advice.export.not_there.meaning': 'Start the export again.',
  'advice.export.too_large.title': 'The table is too large for Excel',
  'advice.export.too_large.meaning': 'Export CSV instead, or keep fewer rows with a step.',

  'advice.console.exchange_gone.title': 'This request is no longer in the console',
  'advice.console.exchange_gone.meaning': 'The request was cleared, or newer requests replaced it.',
  'advice.console.no_token.title': 'There is no token to copy',
  'advice.console.no_token.meaning': 'The connection has no token now, or this request is sent without one.',
  'advice.console.unwritable.title': 'The file could not be written',
  'advice.console.unwritable.meaning': 'The folder may be read-only or full. Choose another folder.',

  'advice.practice.failed.title': 'The practice service did not start',
  'advice.practice.failed.meaning': 'The practice service could not open a port on this computer. Try again.',
  'advice.practice.no_preset.title': 'The practice service does not offer this grant',
  'advice.practice.no_preset.meaning': 'The practice service has no preset for this grant. Install Tokenboard again.',
  'advice.practice.stopped.title': 'The practice service stopped',
  'advice.practice.stopped.meaning':
    'Tokens from the practice service no longer work. Start the practice service again, then request a new token.',
} as const satisfies Record<
  `advice.${CodeOf<'app' | 'input' | 'settings' | 'vault' | 'connection' | 'resource' | 'preview' | 'export' | 'console' | 'practice'>}.${'title' | 'meaning'}`,
  string
>;
