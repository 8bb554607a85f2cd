import { PlatformError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { hostOf } from './navigation.ts';

/** Chromium's error names (net/base/net_error_list.h) that have words: `window.certificate.<name>`. */
const reasons = [
  'ERR_CERT_COMMON_NAME_INVALID',
  'ERR_CERT_DATE_INVALID',
  'ERR_CERT_AUTHORITY_INVALID',
  'ERR_CERT_REVOKED',
  'ERR_CERT_INVALID',
  'ERR_CERT_WEAK_SIGNATURE_ALGORITHM',
  'ERR_CERT_WEAK_KEY',
  'ERR_CERT_NAME_CONSTRAINT_VIOLATION',
  'ERR_CERT_VALIDITY_TOO_LONG',
  'ERR_CERTIFICATE_TRANSPARENCY_REQUIRED',
  'ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN',
] as const;
const reasonOf = (name: string) => reasons.find((each) => each === name);

/** `net::ERR_CERT_DATE_INVALID` → `ERR_CERT_DATE_INVALID`. */
const bareName = (networkError: string): string => networkError.replace(/^net::/, '');

export function isCertificateError(networkError: string): boolean {
  const name = bareName(networkError);
  return name.startsWith('ERR_CERT') || reasonOf(name) !== undefined;
}

/** Row 8: says which host failed and why. */
export function certificateRefused(url: string, networkError: string): PlatformError {
  const host = hostOf(url);
  const name = bareName(networkError);
  const reason = message(`window.certificate.${reasonOf(name) ?? 'other'}`);
  return new PlatformError('window.certificate_refused', message('window.certificate', { host, reason }), {
    details: { host, reason, error: name },
  });
}

export function loadFailed(url: string, networkError: string): PlatformError {
  const host = hostOf(url);
  return new PlatformError('window.load_failed', message('window.loadFailed', { host }), {
    details: { host, error: bareName(networkError) },
  });
}

/** The proxy requires a login, and the user gave none, or the proxy refused it. `proxy`: `host:port`. */
export function proxyLoginRefused(proxy: string): PlatformError {
  return new PlatformError('window.proxy_authentication', message('window.proxyLogin', { proxy }), {
    details: { proxy },
  });
}
