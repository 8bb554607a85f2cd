import type { SomeAdvice } from './rule.ts';

/** `discovery.*`, `id_token.*`, `introspection.*`: what a service reports about itself, the user and a token. */
export const discoveryAdvice = {
  'discovery.invalid_issuer': {
    title: 'This is not an issuer',
    meaning: 'Enter a URL such as https://login.example.com, without ? or #, or the URL of a discovery document.',
    actions: ['edit_connection'],
  },
  'discovery.not_found': {
    title: 'No discovery document found',
    meaning: '{host} has none for OpenID Connect or OAuth. Check the issuer, or copy the URLs from the documentation.',
    actions: ['edit_connection', 'try_again'],
  },
  'discovery.redirected': {
    title: 'The discovery document redirects',
    meaning: 'It must come from the issuer itself. Enter the issuer exactly as the service writes it.',
    actions: ['edit_connection'],
  },
  'discovery.unavailable': {
    title: 'Server error',
    meaning: 'Your settings are fine: {host} responded with status {status}. Try again in a moment.',
    actions: ['try_again'],
  },
  'discovery.no_issuer': {
    title: 'The discovery document names no issuer',
    meaning: 'Its owner is unknown, so it was not used. Copy the URLs from the documentation.',
    actions: ['edit_connection'],
  },
  'discovery.issuer_slash': {
    title: 'Only the final slash differs',
    meaning:
      'The service writes its issuer as {issuer}. Enter exactly this URL, including the final slash if it has one.',
    actions: ['edit_connection'],
  },
  'discovery.issuer_mismatch': {
    title: 'The document belongs to another issuer',
    meaning: 'It names {issuer} and was not used. Enter that issuer, or paste the URL of the document.',
    actions: ['edit_connection'],
  },
  'discovery.insecure_endpoint': {
    title: 'The service names an insecure URL',
    meaning: 'Its “{field}” does not start with https://, so the document was not used. Tell the service.',
    actions: ['edit_connection'],
  },
  'discovery.no_endpoints': {
    title: 'The discovery document names no token URL',
    meaning: 'Copy the URLs from the documentation of {host}.',
    actions: ['edit_connection'],
  },

  'id_token.unsigned': {
    title: 'The ID token is not signed',
    meaning: 'Anybody could have made it. Choose a signing algorithm for the client at the service.',
    actions: ['open_console', 'try_again'],
  },
  'id_token.issuer_mismatch': {
    title: 'The ID token is from another issuer',
    meaning: 'It names {issuer}. If that is your service, enter exactly this URL as the issuer.',
    actions: ['show_all_fields', 'try_again'],
  },
  'id_token.audience_mismatch': {
    title: 'The ID token is for another client',
    meaning: 'It was not issued for this client ID. Check the client ID.',
    actions: ['edit_connection', 'try_again'],
  },
  'id_token.expired': {
    title: 'The ID token has already expired',
    meaning: 'The clock of this computer or of the service is wrong. Set the clock, then try again.',
    actions: ['try_again'],
  },
  'id_token.nonce_mismatch': {
    title: 'The ID token belongs to another login',
    meaning: 'Its nonce does not match this login, so the response was discarded. Start again.',
    actions: ['try_again'],
  },
  'id_token.subject_changed': {
    title: 'The renewed token belongs to somebody else',
    meaning: 'Its ID token names a different user than the login, so it was discarded. Log in again.',
    actions: ['request_token'],
  },

  'introspection.not_supported': {
    title: 'The token cannot be checked at the service',
    meaning: 'This connection has no introspection URL. If the service has one, enter it under More.',
    actions: ['show_all_fields'],
  },
  'introspection.refused': {
    title: 'The service did not check the token',
    meaning: 'It responded with status {status}. Often only some clients may ask; the token itself may be fine.',
    actions: ['edit_connection', 'try_again'],
  },
  'introspection.unreadable': {
    title: 'The response about the token cannot be read',
    meaning: 'It does not say whether the token is active. Check the introspection URL.',
    actions: ['show_all_fields', 'try_again'],
  },

  'callback.pasted_wrong': {
    title: 'This is not the callback address',
    meaning: 'After the login, copy the whole address from your browser. It starts with the callback URL.',
    actions: ['try_again'],
  },
} satisfies SomeAdvice;
