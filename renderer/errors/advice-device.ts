import type { Advice } from './advice.ts';

/** `device.*`: a login with a code that is typed in elsewhere (RFC 8628). */
export const deviceAdvice: Record<string, Advice> = {
  'device.expired': {
    title: 'The code has expired',
    meaning: 'Nobody logged in with it in time. Ask for a new one, and type it in at the page that is shown with it.',
    actions: ['try_again'],
  },
  'device.access_denied': {
    title: 'Access was not granted',
    meaning: 'Somebody said no on the page where the code was typed in. Nothing was stored.',
    actions: ['try_again'],
  },
  'device.code_refused': {
    title: 'The service does not accept its own code',
    meaning: 'The code was used already or is too old. Ask for a new one.',
    actions: ['try_again'],
  },
  'device.pending': {
    title: 'Nobody has logged in yet',
    meaning: 'Open the page that is shown with the code, and type the code in there.',
    actions: ['try_again'],
  },
  'device.wrong_address': {
    title: 'There is nothing at the device authorization URL',
    meaning: '{host} gives no login codes at this address. Compare the URL with the documentation of the service.',
    actions: ['show_all_fields'],
  },
  'device.no_code': {
    title: 'There is no code in the answer',
    meaning:
      '{host} answered, but without a code to log in with. The device authorization URL may be wrong, or the client may not use this grant.',
    actions: ['show_all_fields', 'open_console', 'try_again'],
  },
  'device.unsafe_page': {
    title: 'The login page is not safe to open',
    meaning: '{host} names a page without https, where others could read along, so it is not shown.',
    actions: ['show_all_fields'],
  },
};
