import type { CodeOf } from '../../../app/shared/error-codes.ts';

/** Titles and meanings of errors about Peaka, by code. Placeholders are facts (`details`) of the error. */
export const advicePeaka = {
  'advice.peaka.account_invalid.title': 'The Peaka account is not complete',
  'advice.peaka.account_invalid.meaning':
    'Check the addresses and the API key. The addresses must start with https:// and end before any ? or #.',
  'advice.peaka.account_not_found.title': 'This Peaka account no longer exists',
  'advice.peaka.account_not_found.meaning': 'The account was deleted. Choose another account.',
  'advice.peaka.conflict.title': 'Peaka already has something like this',
  'advice.peaka.conflict.meaning':
    'Peaka refused the request because it conflicts with what is there. Choose another name.',
  'advice.peaka.forbidden.title': 'The API key does not reach this',
  'advice.peaka.forbidden.meaning': '{reason} Use a partner key, or a key of the project.',
  'advice.peaka.invalid_request.title': 'Peaka did not accept the values',
  'advice.peaka.invalid_request.meaning': 'A value is missing or wrong. Peaka’s own words are quoted below.',
  'advice.peaka.key_refused.title': 'Peaka refused the API key',
  'advice.peaka.key_refused.meaning':
    'The key is wrong, switched off, deleted or of another zone. Copy the key from Peaka again.',
  'advice.peaka.link_not_found.title': 'Tokenboard no longer knows this connection at Peaka',
  'advice.peaka.link_not_found.meaning': 'Its entry was removed here. Open the account’s page to see what Peaka has.',
  'advice.peaka.link_unfinished.title': 'This connection at Peaka is not finished',
  'advice.peaka.link_unfinished.meaning':
    'Its creation or its login was interrupted. Log in or create the connection again, or delete the connection at Peaka.',
  'advice.peaka.login_failed.title': 'The login through Peaka failed',
  'advice.peaka.login_failed.meaning': 'The service refused, or the login took too long. Log in again.',
  'advice.peaka.login_unconfirmed.title': 'Peaka does not confirm the connection',
  'advice.peaka.login_unconfirmed.meaning': 'Peaka reported success, but the connection is not there. Log in again.',
  'advice.peaka.no_consent_url.title': 'Peaka sent no login page',
  'advice.peaka.no_consent_url.meaning': 'This type may need no login, or other values. Check the type and its fields.',
  'advice.peaka.no_key.title': 'The Peaka account has no API key',
  'advice.peaka.no_key.meaning': 'Enter the key. Peaka shows it under Developer, or in the settings of a project.',
  'advice.peaka.no_login.title': 'This login is over',
  'advice.peaka.no_login.meaning': 'The login has ended or was cancelled. Start it again.',
  'advice.peaka.no_project.title': 'No project is chosen',
  'advice.peaka.no_project.meaning': 'Choose the project of the account. Connections belong to one project.',
  'advice.peaka.not_found.title': 'Peaka does not have this',
  'advice.peaka.not_found.meaning': '{reason} Check the base URL, and what is still there at Peaka.',
  'advice.peaka.not_json.title': 'The response is not from Peaka’s API',
  'advice.peaka.not_json.meaning':
    'A proxy, a login page or another server responded. Check the base URL and the network.',
  'advice.peaka.nothing_to_hand_over.title': 'There is nothing to hand over',
  'advice.peaka.nothing_to_hand_over.meaning': 'The connection has no token yet. Request a token first.',
  'advice.peaka.rate_limited.title': 'Peaka limits requests',
  'advice.peaka.rate_limited.meaning': 'Too many requests were sent. Wait, then try again.',
  'advice.peaka.redirect_differs.title': 'The login would return to another address',
  'advice.peaka.redirect_differs.meaning':
    'The login page names {actual}. Your app at the service expects {expected}. The service would refuse the login.',
  'advice.peaka.redirected.title': 'The base URL points elsewhere',
  'advice.peaka.redirected.meaning':
    'The server redirects to {host}. The API key was not sent there. Check the base URL.',
  'advice.peaka.refused.title': 'Peaka refused the request',
  'advice.peaka.refused.meaning': 'Peaka responded with status {status}. Its own words are quoted below.',
  'advice.peaka.renews_there.title': 'Peaka renews this authorization',
  'advice.peaka.renews_there.meaning':
    'The tokens were handed over, so Tokenboard does not renew them. Log in again to use the connection here.',
  'advice.peaka.result_unknown.title': 'It is unknown whether Peaka received this',
  'advice.peaka.result_unknown.meaning':
    'The response was lost. Look at the list of connections before you create it again.',
  'advice.peaka.server_error.title': 'Peaka has a problem',
  'advice.peaka.server_error.meaning': 'Peaka responded with status {status}. Try again later.',
  'advice.peaka.service_refused.title': 'The service refused the login',
  'advice.peaka.service_refused.meaning': 'The service’s own words are quoted below. Nothing was passed on to Peaka.',
  'advice.peaka.unexpected_response.title': 'Peaka’s response is not understood',
  'advice.peaka.unexpected_response.meaning':
    'A required part is missing. Peaka may have changed its API. The console shows the response.',
  'advice.peaka.values_missing.title': 'Values are missing',
  'advice.peaka.values_missing.meaning': 'Peaka requires {fields}. Fill in the fields.',
  'advice.peaka.wrong_connection.title': 'The login belongs to another connection',
  'advice.peaka.wrong_connection.meaning':
    'The callback names a connection that was not started here. Nothing was changed. Log in again.',
} as const satisfies Record<`advice.${CodeOf<'peaka'>}.${'title' | 'meaning'}`, string>;
