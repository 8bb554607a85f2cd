import type { CodeOf } from '../../../app/shared/error-codes.ts';

/** Titles and meanings of errors of feeds, by code. */
export const adviceFeeds = {
  'advice.feed.cannot_listen.title': 'The server cannot use this address',
  'advice.feed.cannot_listen.meaning':
    'The network may be off: Tokenboard tries again every 30 seconds. If the address is gone for good, choose another one.',
  'advice.feed.certificate_expired.title': 'The certificate expired',
  'advice.feed.certificate_expired.meaning':
    'Readers refuse the server. Request a new certificate from the issuer of this one, and import it.',
  'advice.feed.certificate_unreadable.title': 'The file has no readable certificate',
  'advice.feed.certificate_unreadable.meaning': 'Choose a PEM file. It begins with -----BEGIN CERTIFICATE-----.',
  'advice.feed.certificate_unsuitable.title': 'The certificate does not suit a server',
  'advice.feed.certificate_unsuitable.meaning':
    'Request a certificate for TLS servers, with the names of this computer.',
  'advice.feed.key_mismatch.title': 'The key belongs to another certificate',
  'advice.feed.key_mismatch.meaning': 'Choose the key that was created together with the request for this certificate.',
  'advice.feed.key_unreadable.title': 'The key cannot be read',
  'advice.feed.key_unreadable.meaning': 'Choose a private key as PEM, and enter its passphrase if it is encrypted.',
  'advice.feed.name_taken.title': 'Another feed has this name',
  'advice.feed.name_taken.meaning': 'Choose another name: it is a part of the feed’s address.',
  'advice.feed.no_certificate.title': 'No certificate was imported',
  'advice.feed.no_certificate.meaning': 'Import a certificate with its key, or use Tokenboard’s own certificates.',
  'advice.feed.not_found.title': 'This feed no longer exists',
  'advice.feed.not_found.meaning': 'The feed was deleted. Create it again.',
  'advice.feed.not_ready.title': 'The rows are not there yet',
  'advice.feed.not_ready.meaning': 'The service is slow. Readers get the rows as soon as it has sent them.',
  'advice.feed.plain_network.title': 'Other computers could read the keys',
  'advice.feed.plain_network.meaning':
    'Without encryption, everyone in the network can read keys and data. Turn on encryption, or accept the risk.',
  'advice.feed.port_in_use.title': 'The port is in use',
  'advice.feed.port_in_use.meaning':
    'Another program listens on port {port}. Close it, and Tokenboard starts within 30 seconds, or choose another port.',
  'advice.feed.too_large.title': 'The rows are too many for a feed',
  'advice.feed.too_large.meaning': 'Limit the rows of the resource with a step, or hide columns.',
} as const satisfies Record<`advice.${CodeOf<'feed'>}.${'title' | 'meaning'}`, string>;
