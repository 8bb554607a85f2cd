import type { Advice } from './advice.ts';

/** `discovery.*`, `id_token.*`, `introspection.*`: what a service says of itself, of the user and of a token. */
export const discoveryAdvice: Record<string, Advice> = {
  'discovery.invalid_issuer': {
    title: 'This is no issuer',
    meaning:
      'An issuer is a URL such as https://login.example.com, without a part after ? or #. You can also paste the URL of its discovery document.',
    actions: ['edit_connection'],
  },
  'discovery.not_found': {
    title: 'The service has no discovery document here',
    meaning:
      'Neither OpenID Connect’s nor OAuth’s address for it exists at {host}. Check the issuer, or copy the URLs from the service’s documentation.',
    actions: ['edit_connection', 'try_again'],
  },
  'discovery.redirected': {
    title: 'The service sends us elsewhere',
    meaning: 'A discovery document must come from the issuer itself. Enter the issuer as the service writes it.',
    actions: ['edit_connection'],
  },
  'discovery.unavailable': {
    title: 'The service has a problem',
    meaning: '{host} answered with status {status}. That usually passes: try again in a moment.',
    actions: ['try_again'],
  },
  'discovery.no_issuer': {
    title: 'The discovery document names no issuer',
    meaning: 'Without it nobody can tell whose it is, so nothing of it was used.',
    actions: ['edit_connection'],
  },
  'discovery.issuer_slash': {
    title: 'Only the slash at the end differs',
    meaning: 'The service writes its issuer as {issuer}. Enter it exactly so: every character counts.',
    actions: ['edit_connection'],
  },
  'discovery.issuer_mismatch': {
    title: 'The document belongs to another issuer',
    meaning:
      'It names {issuer}, so nothing of it was used. Enter that issuer, or paste the URL of the document itself.',
    actions: ['edit_connection'],
  },
  'discovery.insecure_endpoint': {
    title: 'The service names an unsafe address',
    meaning: 'Its “{field}” does not start with https://, so nothing of the document was used.',
    actions: ['edit_connection'],
  },
  'discovery.no_endpoints': {
    title: 'The service does not say where its tokens are',
    meaning: 'The discovery document of {host} names no token endpoint. Copy the URLs from its documentation.',
    actions: ['edit_connection'],
  },

  'id_token.unsigned': {
    title: 'The ID token is not signed',
    meaning: 'Anybody could have written it. Choose a signing algorithm for the client at the service.',
    actions: ['open_console', 'try_again'],
  },
  'id_token.issuer_mismatch': {
    title: 'The ID token is from another issuer',
    meaning: 'It names {issuer}. If that is the service’s own, enter it as the issuer, exactly so.',
    actions: ['show_all_fields', 'try_again'],
  },
  'id_token.audience_mismatch': {
    title: 'The ID token is for another client',
    meaning: 'It was not made for this client ID. Check the client ID.',
    actions: ['edit_connection', 'try_again'],
  },
  'id_token.expired': {
    title: 'The ID token has expired already',
    meaning: 'Either the clock of this computer is wrong, or the service’s is. Set the clock, then try again.',
    actions: ['try_again'],
  },
  'id_token.nonce_mismatch': {
    title: 'The ID token belongs to another login',
    meaning: 'Its nonce is not the one of this login, so nothing of the answer was kept. Start again.',
    actions: ['try_again'],
  },
  'id_token.subject_changed': {
    title: 'The service renewed the token for somebody else',
    meaning: 'Its ID token names another user than the login did, so the new token was not kept. Log in again.',
    actions: ['request_token'],
  },

  'introspection.not_supported': {
    title: 'The service cannot be asked about a token',
    meaning: 'This connection has no introspection URL. Where the service has one, enter it under More.',
    actions: ['show_all_fields'],
  },
  'introspection.refused': {
    title: 'The service does not tell about the token',
    meaning: 'It answered with status {status}. Often only some clients may ask; the token itself may be fine.',
    actions: ['edit_connection', 'try_again'],
  },
  'introspection.unreadable': {
    title: 'The answer about the token cannot be read',
    meaning: 'It does not say whether the token is active. The introspection URL may be wrong.',
    actions: ['show_all_fields', 'try_again'],
  },

  'callback.pasted_wrong': {
    title: 'This is not the address with the answer',
    meaning:
      'Copy the whole address from your browser after the login, up to its end. It starts with the callback URL.',
    actions: ['try_again'],
  },
};
