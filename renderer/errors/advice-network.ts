import type { Advice } from './advice.ts';

/** `network.*`, `console.*`: what the user adds in the settings, and what the console keeps. */
export const networkAdvice: Record<string, Advice> = {
  'network.proxy_url': {
    title: 'That is no address of a proxy',
    meaning:
      'Enter it as http://proxy.example.com:8080, or with https:// or socks5://; user name and password have fields of their own.',
    actions: [],
  },
  'network.no_certificate': {
    title: 'There is no certificate in this file',
    meaning: 'It should be a PEM or DER file: mostly it ends in .pem, .crt or .cer. Ask your administrator for it.',
    actions: [],
  },
  'network.certificate_unreadable': {
    title: 'A certificate in this file is damaged',
    meaning: 'It was cut off or changed on its way. Ask for the file again.',
    actions: [],
  },
  'network.not_an_authority': {
    title: 'This is the certificate of a server',
    meaning: 'What is needed is the certificate that signed it, often called root or CA certificate.',
    actions: [],
  },
  'network.certificate_expired': {
    title: 'The certificate has expired',
    meaning: 'Servers that it signed would not be accepted any more. Ask for the one that took its place.',
    actions: [],
  },
  'network.certificate_not_yet_valid': {
    title: 'The certificate is not valid yet',
    meaning: 'Check the clock of this computer first.',
    actions: [],
  },
  'network.too_many': {
    title: 'There are too many certificates',
    meaning: 'Remove those that are no longer needed first.',
    actions: [],
  },

  'console.hop_gone': {
    title: 'This request is no longer in the console',
    meaning: 'It was cleared, or newer requests took its place.',
    actions: [],
  },
  'console.unwritable': {
    title: 'The file could not be written',
    meaning: 'The folder may be read-only or full. Choose another one.',
    actions: [],
  },
  'console.no_token': {
    title: 'There is no token to copy',
    meaning: 'The connection of this request has none at the moment, or this request is not sent with one.',
    actions: [],
  },
};
