import type { SomeAdvice } from './rule.ts';

/** `callback.*`, `window.*`: the login itself. */
export const callbackAdvice = {
  'callback.access_denied': {
    title: 'Access was not granted',
    meaning: 'The login was cancelled or denied, or the account may not grant these scopes.',
    actions: ['try_again', 'edit_connection'],
  },
  'callback.error': {
    title: 'The service ended the login',
    meaning: 'The service rejected the request. Often the client is not published yet or may not use a scope.',
    actions: ['edit_connection', 'open_console', 'try_again'],
  },
  'callback.no_code': {
    title: 'The service sent no code',
    meaning: 'The callback carried no code. Check the authorization URL: it may belong to another grant type.',
    actions: ['show_all_fields', 'try_again'],
  },
  'callback.wrong_address': {
    title: 'The response came to another address',
    meaning: 'The callback URL at the service differs. Register exactly the one shown here, including the final slash.',
    actions: ['edit_connection', 'open_console'],
  },
  'callback.duplicate_parameter': {
    title: 'The response cannot be trusted',
    meaning: 'It contained a parameter twice and was discarded. If this happens again, tell the service.',
    actions: ['try_again'],
  },
  'callback.state_missing': {
    title: 'The response belongs to an unknown login',
    meaning: 'It has no state and was discarded. Some services lose it if the authorization URL has extra parameters.',
    actions: ['try_again', 'show_all_fields'],
  },
  'callback.state_mismatch': {
    title: 'The response belongs to another login',
    meaning: 'It was discarded. An old login page was probably still open. Start again.',
    actions: ['try_again'],
  },
  'callback.issuer_mismatch': {
    title: 'The response came from another service',
    meaning: 'It names a different issuer and was discarded. Check the URLs.',
    actions: ['show_all_fields', 'try_again'],
  },
  'callback.signature_mismatch': {
    title: 'The response has a wrong signature',
    meaning: 'It was discarded. Check the client secret. If it is right, the response may be forged.',
    actions: ['edit_connection', 'try_again'],
  },
  'callback.port_in_use': {
    title: 'The callback port is in use',
    meaning:
      'Another program uses port {port}. Close it, or remove the port from the callback URL here and at the service.',
    actions: ['edit_connection', 'try_again'],
  },

  'window.closed': {
    title: 'The window was closed',
    meaning: 'The login was not finished. Nothing changed.',
    actions: ['try_again'],
  },
  'window.cancelled': {
    title: 'The login was cancelled',
    meaning: 'Nothing changed.',
    actions: ['try_again'],
  },
  'window.error_page': {
    title: 'The service shows an error in the login window',
    meaning: 'The login cannot continue. Usually the callback URL or the client ID is not registered at the service.',
    actions: ['try_again', 'open_console', 'edit_connection'],
  },
  'window.timeout': {
    title: 'The login took too long',
    meaning: 'It was stopped. If you need longer, allow more time in the settings.',
    actions: ['try_again', 'open_settings'],
  },
  'window.load_failed': {
    title: 'The login page did not load',
    meaning: 'The service cannot be reached. Check the authorization URL and the network.',
    actions: ['try_again', 'show_all_fields', 'switch_window'],
  },
  'window.certificate_refused': {
    title: 'The certificate of the login page is not accepted',
    meaning:
      'The page did not prove who it belongs to. In a company network, ask your administrator for its certificate.',
    actions: ['open_settings', 'try_again', 'switch_window'],
  },
  'window.sign_in_prompt': {
    title: 'The login window cannot do this sign-in',
    meaning: 'The page asks for this computer’s sign-in or a password prompt. Log in with your browser instead.',
    actions: ['switch_window', 'try_again'],
  },
  'window.proxy_authentication': {
    title: 'The proxy requires a password',
    meaning: 'The proxy {proxy} blocks the login page until you enter its user name and password in Settings, Network.',
    actions: ['open_settings', 'try_again'],
  },
  'window.browser_failed': {
    title: 'The browser did not open',
    meaning: 'No default browser is set, or it could not start. Set one, then try again.',
    actions: ['switch_window', 'try_again'],
  },
  'window.no_browser': {
    title: 'No browser found',
    meaning: 'This login needs Chromium, Chrome or Edge. Install one, then try again.',
    actions: ['switch_window', 'try_again'],
  },
  'window.url_refused': {
    title: 'This address cannot be opened',
    meaning: 'Only http and https addresses can be opened. Check the URL.',
    actions: ['edit_connection'],
  },
} satisfies SomeAdvice;
