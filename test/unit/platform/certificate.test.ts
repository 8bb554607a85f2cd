import { expect, it } from 'vitest';
import { certificateRefused, isCertificateError, loadFailed } from '../../../app/platform/certificate.ts';

it('says which host failed and why, in words [8]', () => {
  const error = certificateRefused('https://login.example.com:8443/x?secret=1', 'net::ERR_CERT_DATE_INVALID');
  expect(error).toMatchObject({
    code: 'window.certificate_refused',
    message: 'The connection to login.example.com:8443 is not safe: its certificate has expired or is not valid yet.',
    details: { host: 'login.example.com:8443', error: 'ERR_CERT_DATE_INVALID' },
  });
  expect(JSON.stringify(error)).not.toContain('secret');
});

it('tells a certificate’s failure from another [8]', () => {
  expect(isCertificateError('net::ERR_CERT_AUTHORITY_INVALID')).toBe(true);
  expect(isCertificateError('ERR_CERTIFICATE_TRANSPARENCY_REQUIRED')).toBe(true);
  expect(isCertificateError('net::ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN')).toBe(true);
  expect(isCertificateError('net::ERR_CONNECTION_REFUSED')).toBe(false);
  expect(certificateRefused('https://a.example/', 'net::ERR_CERT_NEW_REASON').message).toContain(
    'could not be verified',
  );
  expect(loadFailed('https://a.example/', 'ERR_NAME_NOT_RESOLVED')).toMatchObject({
    code: 'window.load_failed',
    details: { host: 'a.example', error: 'ERR_NAME_NOT_RESOLVED' },
  });
});
