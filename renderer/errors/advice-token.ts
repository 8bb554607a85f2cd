import type { Advice } from './advice.ts';

/** `token.*`, `revoke.*`: what the service answered about the token. */
export const tokenAdvice: Record<string, Advice> = {
  'token.invalid_client': {
    title: 'The service does not accept the client',
    meaning:
      'The client ID or the client secret is wrong, or the service wants the secret sent another way. Copy both again from the API console first.',
    actions: ['edit_connection', 'open_console'],
  },
  'token.invalid_grant': {
    title: 'A new login is needed',
    meaning:
      'The service no longer accepts what Tokenboard had: the access was removed there, it expired, or it was replaced by another login.',
    actions: ['request_token', 'edit_connection'],
  },
  'token.code_refused': {
    title: 'The service does not accept its own code',
    meaning:
      'The code was used already, is too old, or the callback URL differs from the registered one. Trying again often helps.',
    actions: ['try_again', 'edit_connection', 'open_console'],
  },
  'token.wrong_password': {
    title: 'User name or password is wrong',
    meaning: 'The service does not accept them. Accounts with a second factor cannot be used with the password grant.',
    actions: ['edit_connection'],
  },
  'token.invalid_scope': {
    title: 'A scope is not allowed',
    meaning: 'The service does not know one of the scopes, or this client may not ask for it.',
    actions: ['edit_connection', 'open_console'],
  },
  'token.invalid_request': {
    title: 'Something is missing in the request',
    meaning:
      'The service cannot read it, or wants more in it. Client authentication, PKCE and extra parameters under More are what services differ in.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.unauthorized_client': {
    title: 'This client may not use this grant',
    meaning: 'In the API console, allow the grant type for the client, or make a client of another type.',
    actions: ['open_console', 'edit_connection'],
  },
  'token.unsupported_grant_type': {
    title: 'The service does not offer this grant',
    meaning: 'Choose another grant type. Most services have the authorization code.',
    actions: ['edit_connection'],
  },
  'token.access_denied': {
    title: 'The service refuses access',
    meaning: 'The account or the client may not do this. An administrator of the service may have to allow it.',
    actions: ['open_console', 'try_again'],
  },
  'token.client_characters': {
    title: 'The client ID or secret holds a wrong character',
    meaning: 'Probably a line break or a space was copied along. Copy both again.',
    actions: ['edit_connection'],
  },
  'token.reserved_parameter': {
    title: 'An extra parameter is in the way',
    meaning: '“{parameter}” is set by Tokenboard itself. Remove it under More.',
    actions: ['show_all_fields'],
  },
  'token.html': {
    title: 'The answer is a web page, not a token',
    meaning:
      'The access token URL is probably wrong: copy it from the documentation of the service. A proxy or a login page of the network can answer so, too.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.not_json': {
    title: 'The answer is not a token',
    meaning: 'The service answered with something that cannot be read. The access token URL may be wrong.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.null': {
    title: 'The answer is not a token',
    meaning: 'The service answered with nothing (null). The access token URL may be wrong.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.array': {
    title: 'The answer is not a token',
    meaning: 'The service answered with a list. The access token URL may be wrong.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.empty': {
    title: 'The answer is empty',
    meaning: 'The service answered without any content. The access token URL may be wrong.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.error_in_200': {
    title: 'The service answered with an error',
    meaning: 'It calls it a success, but there is an error in place of the token. What it said tells more.',
    actions: ['edit_connection', 'try_again'],
  },
  'token.no_access_token': {
    title: 'There is no token in the answer',
    meaning:
      'The service answered, but without an access token. The access token URL may be wrong, or the preset does not know where this service puts it.',
    actions: ['show_all_fields', 'try_again'],
  },
  'token.malformed_token': {
    title: 'The token cannot be used',
    meaning: 'It holds characters that no token may have, so it was not taken. This is a fault of the service.',
    actions: ['try_again'],
  },
  'token.unsupported_type': {
    title: 'The token is of another kind',
    meaning: 'Tokenboard can send Bearer tokens and sign OAuth1 requests. This service sent a kind that needs more.',
    actions: ['edit_connection'],
  },
  'token.redirected': {
    title: 'The access token URL sends us elsewhere',
    meaning:
      'A request with the client secret is never sent on. Enter the final address, often with or without www. or a last slash.',
    actions: ['show_all_fields'],
  },
  'token.wrong_address': {
    title: 'There is nothing at the access token URL',
    meaning: 'The host gives no tokens at this address. Compare the URL with the documentation of the service.',
    actions: ['show_all_fields'],
  },
  'token.refused': {
    title: 'The service refused to give a token',
    meaning: 'What it said tells why. Often the client is not yet published, or the account may not use it.',
    actions: ['edit_connection', 'open_console', 'try_again'],
  },
  'token.failed': {
    title: 'The token request failed',
    meaning: 'Tokenboard and the service did not get through to each other. Nothing was lost: try again.',
    actions: ['try_again'],
  },
  'token.rate_limited': {
    title: 'Too many requests',
    meaning: 'The service asks to wait. Your settings are fine: try again later.',
    actions: ['try_again'],
  },
  'token.server_error': {
    title: 'Server error',
    meaning: 'Your settings are fine. Try again in a minute.',
    actions: ['try_again'],
  },
  'token.no_refresh_token': {
    title: 'The token has expired and cannot renew itself',
    meaning:
      'The service gave no refresh token. Some give one only with access type “offline”, others only with the scope offline_access. Log in again for a new token.',
    actions: ['request_token', 'edit_connection'],
  },
  'token.expired': {
    title: 'The token has expired',
    meaning: 'Log in again for a new one. A service that gives a refresh token lets Tokenboard do this by itself.',
    actions: ['request_token', 'edit_connection'],
  },
  'token.not_accepted': {
    title: 'The service refuses the token',
    meaning: 'The access may have been revoked. Log in again.',
    actions: ['request_token', 'try_again', 'edit_connection'],
  },
  'token.settings_changed': {
    title: 'The settings changed: log in again',
    meaning:
      'The token belongs to the service and the client ID of the last login, and is not sent to another. Request a new one, or change the settings back.',
    actions: ['request_token', 'edit_connection'],
  },
  'token.value_unusable': {
    title: 'A value of the login does not fit into the URL',
    meaning:
      'The service told one for “{value}” that no URL can hold. Request a new token; if it stays, tell the service.',
    actions: ['request_token', 'edit_connection'],
  },
  'revoke.not_supported': {
    title: 'The service cannot revoke the token',
    meaning: 'It has no address for that. Remove Tokenboard in your account at the service.',
    actions: ['edit_connection'],
  },
  'revoke.refused': {
    title: 'The service did not revoke the token',
    meaning: 'It is forgotten here, but may still work. Remove Tokenboard in your account at the service.',
    actions: ['try_again'],
  },
};
