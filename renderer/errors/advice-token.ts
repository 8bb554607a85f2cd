import type { SomeAdvice } from './rule.ts';

/** `token.*`, `revoke.*`: responses to requests about a token. */
export const tokenAdvice = {
  'token.invalid_client': {
    title: 'The service does not accept the client',
    meaning: 'The client ID or secret is wrong, or the secret must be sent another way. Copy both again first.',
    actions: ['edit_connection', 'open_console'],
  },
  'token.invalid_grant': {
    title: 'A new login is needed',
    meaning: 'The service ended this access, it expired, or another login replaced it. Request a new token.',
    actions: ['request_token', 'edit_connection'],
  },
  'token.code_refused': {
    title: 'The service refused the code',
    meaning: 'The code was used, is too old, or the callback URL differs from the registered one. Try again.',
    actions: ['try_again', 'edit_connection', 'open_console'],
  },
  'token.wrong_password': {
    title: 'User name or password is wrong',
    meaning: 'Check both. The password grant does not work for accounts with a second factor.',
    actions: ['edit_connection'],
  },
  'token.invalid_scope': {
    title: 'A scope is not allowed',
    meaning: 'The service does not know one of the scopes, or this client may not ask for it. Edit the scopes.',
    actions: ['edit_connection', 'open_console'],
  },
  'token.invalid_request': {
    title: 'The service cannot read the request',
    meaning:
      'Something is missing or not expected. Compare client authentication, PKCE and extra parameters under More.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.unauthorized_client': {
    title: 'This client may not use this grant',
    meaning: 'Allow the grant type for the client in the API console, or create a client of another type.',
    actions: ['open_console', 'edit_connection'],
  },
  'token.unsupported_grant_type': {
    title: 'The service does not offer this grant',
    meaning: 'Choose another grant type. Most services offer the authorization code.',
    actions: ['edit_connection'],
  },
  'token.access_denied': {
    title: 'The service refuses access',
    meaning: 'The account or the client may not do this. Ask an administrator of the service to allow it.',
    actions: ['open_console', 'try_again'],
  },
  'token.client_characters': {
    title: 'The client ID or secret contains a wrong character',
    meaning: 'A line break or a space was probably copied along. Copy both again.',
    actions: ['edit_connection'],
  },
  'token.reserved_parameter': {
    title: 'An extra parameter is in the way',
    meaning: 'Tokenboard sets “{parameter}” itself. Remove it under More.',
    actions: ['show_all_fields'],
  },
  'token.html': {
    title: 'The response is a web page, not a token',
    meaning: 'Check the access token URL. A proxy or a login page of the network can also be the reason.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.not_json': {
    title: 'The response is not a token',
    meaning: 'The response cannot be read. Check the access token URL.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.null': {
    title: 'The response is not a token',
    meaning: 'The response holds nothing (null). Check the access token URL.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.array': {
    title: 'The response is not a token',
    meaning: 'The response is a list. Check the access token URL.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.empty': {
    title: 'The response is empty',
    meaning: 'The response has no content. Check the access token URL.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.error_in_200': {
    title: 'The service reported an error',
    meaning: 'The response holds an error in place of the token. Read what the service said.',
    actions: ['edit_connection', 'try_again'],
  },
  'token.no_access_token': {
    title: 'No token in the response',
    meaning: 'Check the access token URL, or under More where the response holds the token.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.malformed_token': {
    title: 'The token cannot be used',
    meaning: 'It contains characters that a token must not have. Try again, or tell the service.',
    actions: ['try_again'],
  },
  'token.unsupported_type': {
    title: 'The token is of another type',
    meaning:
      'Tokenboard sends Bearer tokens and signs OAuth1 requests. This service uses a type that Tokenboard does not support.',
    actions: ['edit_connection'],
  },
  'token.redirected': {
    title: 'The access token URL redirects',
    meaning:
      'Tokenboard does not redirect a request with the client secret. Enter the final URL, often with or without www.',
    actions: ['show_all_fields'],
  },
  'token.wrong_address': {
    title: 'Nothing at the access token URL',
    meaning: 'Compare the URL with the documentation of the service.',
    actions: ['show_all_fields'],
  },
  'token.refused': {
    title: 'The service refused to give a token',
    meaning: 'Read what the service said. Often the client is not published yet, or the account may not use it.',
    actions: ['edit_connection', 'open_console', 'try_again'],
  },
  'token.failed': {
    title: 'The token request failed',
    meaning: 'Tokenboard could not reach the service. Nothing was lost. Try again.',
    actions: ['try_again'],
  },
  'token.rate_limited': {
    title: 'Too many requests',
    meaning: 'The service asks you to wait. Your settings are fine: try again later.',
    actions: ['try_again'],
  },
  'token.server_error': {
    title: 'Server error',
    meaning: 'Your settings are fine. Try again in a minute.',
    actions: ['try_again'],
  },
  'token.no_refresh_token': {
    title: 'The token has expired and cannot renew itself',
    meaning: 'The service gave no refresh token. Log in again. Some services give one only on request.',
    actions: ['request_token', 'edit_connection'],
  },
  'token.expired': {
    title: 'The token has expired',
    meaning: 'The service gave no refresh token to renew it with. Log in again.',
    actions: ['request_token', 'edit_connection'],
  },
  'token.not_accepted': {
    title: 'The service refuses the token',
    meaning: 'The access may have been revoked. Log in again.',
    actions: ['request_token', 'edit_connection'],
  },
  'token.settings_changed': {
    title: 'The settings changed: log in again',
    meaning: 'The token belongs to the former service or client ID. Request a new one, or change the settings back.',
    actions: ['request_token', 'edit_connection'],
  },
  'token.value_unusable': {
    title: 'A value from the login does not fit into the URL',
    meaning: 'The value of “{value}” cannot stand in a URL. Request a new token.',
    actions: ['request_token', 'edit_connection'],
  },
  'revoke.not_supported': {
    title: 'The service cannot revoke the token',
    meaning: 'It offers no way to do so. Remove Tokenboard in your account at the service.',
    actions: ['edit_connection'],
  },
  'revoke.refused': {
    title: 'The service did not revoke the token',
    meaning: 'The token is removed here but may still work. Remove Tokenboard in your account at the service.',
    actions: ['try_again'],
  },
} satisfies SomeAdvice;
