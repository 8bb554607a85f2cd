import type { SomeAdvice } from './rule.ts';

/** `device.*`: a login with a code that the user enters in another browser (RFC 8628). */
export const deviceAdvice = {
  'device.expired': {
    title: 'The code has expired',
    meaning: 'The code was not entered in time. Try again to get a new code, then enter it on the page shown.',
    actions: ['try_again'],
  },
  'device.access_denied': {
    title: 'Access was not granted',
    meaning: 'Somebody denied access on the page where the code was entered. Nothing was stored.',
    actions: ['try_again'],
  },
  'device.code_refused': {
    title: 'The code is no longer valid',
    meaning: 'It was already used or is too old. Try again to get a new one.',
    actions: ['try_again'],
  },
  'device.pending': {
    title: 'Nobody has logged in yet',
    meaning: 'Open the page shown with the code, and enter the code there.',
    actions: ['try_again'],
  },
  'device.wrong_address': {
    title: 'Nothing at the device authorization URL',
    meaning: '{host} gives no login codes there. Compare the URL with the documentation of the service.',
    actions: ['show_all_fields'],
  },
  'device.no_code': {
    title: 'No code in the response',
    meaning: '{host} sent no login code. Check the device authorization URL and whether the client may use this grant.',
    actions: ['show_all_fields', 'open_console', 'try_again'],
  },
  'device.unsafe_page': {
    title: 'The login page is not safe to open',
    meaning: '{host} names a page without https, which others could read. It was not opened. Check the URLs.',
    actions: ['show_all_fields'],
  },
} satisfies SomeAdvice;
