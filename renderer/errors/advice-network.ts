import type { SomeAdvice } from './rule.ts';

/** `network.*`, `console.*`: entries in the network settings, and requests in the console. */
export const networkAdvice = {
  'network.proxy_url': {
    title: 'This is not a proxy address',
    meaning:
      'Enter a URL such as http://proxy.example.com:8080, or with https:// or socks5://. Leave out user name and password.',
    actions: [],
  },
  'network.no_certificate': {
    title: 'No certificate in this file',
    meaning: 'Choose a PEM or DER file, usually .pem, .crt or .cer. Ask your administrator for it.',
    actions: [],
  },
  'network.certificate_unreadable': {
    title: 'A certificate in this file is damaged',
    meaning: 'The file was cut off or changed. Ask for it again.',
    actions: [],
  },
  'network.not_an_authority': {
    title: 'This is a server’s certificate',
    meaning: 'Add the certificate that signed it, often called root or CA certificate.',
    actions: [],
  },
  'network.certificate_expired': {
    title: 'The certificate has expired',
    meaning: 'Tokenboard would refuse the servers that it signed. Ask for its replacement.',
    actions: [],
  },
  'network.certificate_not_yet_valid': {
    title: 'The certificate is not valid yet',
    meaning: 'Check the clock of this computer first.',
    actions: [],
  },
  'network.too_many': {
    title: 'Too many certificates',
    meaning: 'Remove those that you no longer need first.',
    actions: [],
  },

  'console.exchange_gone': {
    title: 'This request is no longer in the console',
    meaning: 'It was cleared, or newer requests replaced it.',
    actions: [],
  },
  'console.unwritable': {
    title: 'The file could not be written',
    meaning: 'The folder may be read-only or full. Choose another folder.',
    actions: [],
  },
  'console.no_token': {
    title: 'There is no token to copy',
    meaning: 'The connection has no token now, or this request is sent without one.',
    actions: [],
  },
} satisfies SomeAdvice;
