import type { Grant } from '../../app/connections/grant-names.ts';

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
    'You log in at the service in a window of its own. Tokenboard never sees your password. Right for nearly every service.',
  password:
    'You give your user name and password to Tokenboard, which sends them to the service. A last resort: use it only where the service offers nothing else.',
  oauth1: 'The older OAuth, in which every request is signed.',
  client_credentials:
    'Nobody logs in: the service gives data to the app itself. Right where the data belongs to no person.',
  device_code: 'You type a short code at the service, in any browser, also on your phone.',
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
  client_credentials: 'Nobody logs in: the app has data of its own.',
  device_code: 'A short code that you type on your phone or in any browser.',
};
