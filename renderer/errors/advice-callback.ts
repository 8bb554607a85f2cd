import type { Advice } from './advice.ts';

/** `callback.*`, `window.*`: the login itself. */
export const callbackAdvice: Record<string, Advice> = {
  'callback.access_denied': {
    title: 'Access was not granted',
    meaning: 'Somebody pressed Cancel or Deny at the service, or the account may not grant what the scopes ask for.',
    actions: ['try_again', 'edit_connection'],
  },
  'callback.error': {
    title: 'The service ended the login',
    meaning:
      'It found something wrong with the request. Often a scope that the client may not use, or a client that is not yet published.',
    actions: ['edit_connection', 'open_console', 'try_again'],
  },
  'callback.no_code': {
    title: 'The service sent no code',
    meaning:
      'It came back to the callback URL without what the token is asked for with. The authorization URL may belong to another way to log in.',
    actions: ['show_all_fields', 'try_again'],
  },
  'callback.wrong_address': {
    title: 'The answer came to another address',
    meaning: 'The callback URL at the service differs from the one here. Every character counts, the last slash too.',
    actions: ['edit_connection', 'open_console'],
  },
  'callback.duplicate_parameter': {
    title: 'The answer cannot be trusted',
    meaning: 'It held the same parameter twice. Nothing of it was used. If it happens again, tell the service.',
    actions: ['try_again'],
  },
  'callback.state_missing': {
    title: 'The answer does not say which login it belongs to',
    meaning:
      'So it was not used. Some services lose this mark (state) when the authorization URL holds extra parameters.',
    actions: ['try_again', 'show_all_fields'],
  },
  'callback.state_mismatch': {
    title: 'The answer belongs to another login',
    meaning: 'So it was not used. This happens when an old login page was still open. Start again.',
    actions: ['try_again'],
  },
  'callback.issuer_mismatch': {
    title: 'The answer came from another service',
    meaning: 'It names another service than the one that was asked, so it was not used. Check the URLs.',
    actions: ['show_all_fields', 'try_again'],
  },
  'callback.signature_mismatch': {
    title: 'The answer is not signed by the service',
    meaning:
      'So it was not used. Either the client secret here is not the one of this app, or the answer came from somebody else.',
    actions: ['edit_connection', 'try_again'],
  },
  'callback.port_in_use': {
    title: 'The port for the answer is taken',
    meaning:
      'Port {port} of this computer is in use by another program. Close it, or take the port out of the callback URL here and at the service.',
    actions: ['edit_connection', 'try_again'],
  },

  'window.closed': {
    title: 'The window was closed',
    meaning: 'The login was not finished. Nothing was changed.',
    actions: ['try_again'],
  },
  'window.cancelled': {
    title: 'The login was cancelled',
    meaning: 'Nothing was changed.',
    actions: ['try_again'],
  },
  'window.error_page': {
    title: 'The service shows an error in the login window',
    meaning: 'The login cannot continue there. Most often the callback URL or the client ID is not registered.',
    actions: ['try_again', 'open_console', 'edit_connection'],
  },
  'window.timeout': {
    title: 'The login took too long',
    meaning: 'It was given up. If logging in needs longer, allow more time in the settings.',
    actions: ['try_again', 'open_settings'],
  },
  'window.load_failed': {
    title: 'The login page did not load',
    meaning: 'The authorization URL may be wrong, or the network does not reach the service.',
    actions: ['try_again', 'show_all_fields', 'switch_window'],
  },
  'window.certificate_refused': {
    title: 'The certificate of the login page is not accepted',
    meaning:
      'The page could be somebody else’s. In a company network its own authority may be missing here: ask your administrator for its certificate, and add it in Settings, Network.',
    actions: ['open_settings', 'try_again', 'switch_window'],
  },
  'window.sign_in_prompt': {
    title: 'The login page asks for a sign-in that the login window cannot do',
    meaning: 'It wants the sign-in of this computer or a password prompt. Log in with your browser instead.',
    actions: ['switch_window', 'try_again'],
  },
  'window.proxy_authentication': {
    title: 'The proxy wants a password',
    meaning:
      'The proxy {proxy} asks for a user name and password before it lets the login page through. Enter the proxy with both in Settings, Network.',
    actions: ['open_settings', 'try_again'],
  },
  'window.browser_failed': {
    title: 'The browser did not open',
    meaning: 'No browser is set for links, or it could not be started.',
    actions: ['switch_window', 'try_again'],
  },
  'window.no_browser': {
    title: 'There is no browser to log in with',
    meaning: 'Tokenboard needs Chromium, Chrome or Edge for this login.',
    actions: ['switch_window', 'try_again'],
  },
  'window.url_refused': {
    title: 'This address is not opened',
    meaning: 'Only http and https addresses are opened, and no others.',
    actions: ['edit_connection'],
  },
};
