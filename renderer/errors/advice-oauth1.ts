import type { SomeAdvice } from './rule.ts';

/** `oauth1.*`: what a service refuses about a signed request, in the login and in a GET. */
export const oauth1Advice = {
  'oauth1.callback_not_confirmed': {
    title: 'The service did not confirm the callback URL',
    meaning:
      'Register exactly this callback URL at the service. If it still fails, the service uses an older, unsafe OAuth.',
    actions: ['edit_connection', 'open_console', 'try_again'],
  },
  'oauth1.callback_refused': {
    title: 'The service does not know this callback URL',
    meaning: 'Register exactly this callback URL in the API console, including the final slash.',
    actions: ['open_console', 'edit_connection', 'try_again'],
  },
  'oauth1.client_unknown': {
    title: 'The client ID is wrong',
    meaning: 'The service does not know this consumer key, or has revoked it. Copy it again from the API console.',
    actions: ['edit_connection', 'open_console'],
  },
  'oauth1.client_throttled': {
    title: 'The service blocks this client for now',
    meaning: 'It may have sent too many requests. Wait a few minutes, then try again.',
    actions: ['try_again', 'open_console'],
  },
  'oauth1.signature_invalid': {
    title: 'The signature is wrong',
    meaning:
      'Copy the client secret and the token secret again. If both are right, compare the signature method and the realm.',
    actions: ['edit_connection', 'open_console'],
  },
  'oauth1.signature_method': {
    title: 'The service does not accept this signature method',
    meaning: 'Choose another one. HMAC-SHA1 is the most common, and NetSuite needs HMAC-SHA256.',
    actions: ['edit_connection'],
  },
  'oauth1.token_rejected': {
    title: 'The token is no longer valid',
    meaning: 'It was revoked, replaced or used up, or it has expired. Request a new one, or enter the current one.',
    actions: ['request_token', 'edit_connection', 'try_again'],
  },
  'oauth1.more_authorization': {
    title: 'The token does not allow this',
    meaning: 'It has fewer permissions. Allow more in the API console, then request a new token.',
    actions: ['request_token', 'open_console'],
  },
  'oauth1.permission_unknown': {
    title: 'Access was not granted yet',
    meaning: 'The service ended the login before anybody granted access. Try again and finish the login.',
    actions: ['try_again'],
  },
  'oauth1.nonce_refused': {
    title: 'The service takes the request for a duplicate',
    meaning: 'It reports that it has seen this request before. Try again: each attempt has a new signature.',
    actions: ['try_again'],
  },
  'oauth1.parameter_missing': {
    title: 'The service requires another parameter',
    meaning: 'Its message names the parameter. Add it under More, Extra parameters and headers.',
    actions: ['show_all_fields', 'edit_connection', 'try_again'],
  },
  'oauth1.parameter_rejected': {
    title: 'The service does not accept a parameter',
    meaning: 'Its message names the parameter. Remove it from the URL, or under More, Extra parameters and headers.',
    actions: ['show_all_fields', 'edit_connection', 'try_again'],
  },
  'oauth1.version_rejected': {
    title: 'The service does not support OAuth 1.0',
    meaning: 'Choose another grant type. Most services offer the authorization code.',
    actions: ['edit_connection'],
  },
  'oauth1.insecure_transport': {
    title: 'The service accepts https only',
    meaning: 'Change the URLs to https://.',
    actions: ['show_all_fields', 'edit_connection', 'edit_url'],
  },
  'oauth1.timestamp_refused': {
    title: 'The service refuses the time of the request',
    meaning: '{clock} Set the clock, then try again.',
    actions: ['try_again'],
  },
  'oauth1.clock_unknown': {
    title: 'The service refuses the time of the request',
    meaning: '{clock} Set the clock of this computer, then try again.',
    actions: ['try_again'],
  },
  'oauth1.clock_conflict': {
    title: 'The service refuses the time of the request',
    meaning: '{clock} Set the clock of this computer. If it is right, ask who runs the proxy or the service.',
    actions: ['try_again'],
  },
  'oauth1.private_key': {
    title: 'The private key cannot be used',
    meaning: 'RSA-SHA1 needs an RSA key in PEM format: the whole block from -----BEGIN to -----END.',
    actions: ['edit_connection'],
  },
  'oauth1.reserved_parameter': {
    title: 'An extra parameter is in the way',
    meaning: '“{parameter}” is part of the signature, which Tokenboard makes. Remove it under More.',
    actions: ['show_all_fields'],
  },
  'oauth1.token_mismatch': {
    title: 'The response belongs to another login',
    meaning: 'It was discarded. Start the login again.',
    actions: ['try_again'],
  },
  'oauth1.no_verifier': {
    title: 'The service sent no verifier',
    meaning: 'Without it no token can be requested. Check the authorization URL.',
    actions: ['show_all_fields', 'try_again'],
  },
  'oauth1.no_token': {
    title: 'No token in the response',
    meaning: 'Check the request URL and the access token URL. One of them leads to another page.',
    actions: ['show_all_fields', 'try_again'],
  },
  'oauth1.refused': {
    title: 'The service refused to give a token',
    meaning: 'Compare client ID, client secret, signature method and callback URL with what is registered there.',
    actions: ['edit_connection', 'open_console', 'try_again'],
  },
} satisfies SomeAdvice;
