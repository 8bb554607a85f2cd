import type { Grant } from '../../app/shared/connection/grant-names.ts';

export const grantNames: Record<Grant, string> = {
  authorization_code: 'Authorization code',
  password: 'Password',
  oauth1: 'OAuth1',
  client_credentials: 'Client credentials',
  device_code: 'Device code',
};

/** One sentence under the choice. */
export const grantSentences: Record<Grant, string> = {
  authorization_code:
    'You log in at the service in its own window. Tokenboard never sees your password. Works with nearly every service.',
  password:
    'Tokenboard sends your user name and password to the service. Use it only if the service offers nothing else.',
  oauth1: 'The older OAuth, which signs every request.',
  client_credentials: 'Nobody logs in. The app itself has access, so this suits data that belongs to no single person.',
  device_code: 'You enter a short code at the service, in any browser, even on your phone.',
};

/** In the middle of a line. */
export const grantInLine: Record<Grant, string> = {
  authorization_code: 'authorization code',
  password: 'password',
  oauth1: 'OAuth1',
  client_credentials: 'client credentials',
  device_code: 'device code',
};

/** In the list of the rarer ones. */
export const moreGrantHints: Record<'client_credentials' | 'device_code', string> = {
  client_credentials: 'Nobody logs in: the data belongs to the app.',
  device_code: 'You enter a short code on your phone or in any browser.',
};
