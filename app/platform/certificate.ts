import { PlatformError } from '../shared/errors.ts';
import { hostOf } from './navigation.ts';

/** Chromium's error names (net/base/net_error_list.h) in words. */
const reasons: Readonly<Record<string, string>> = {
  ERR_CERT_COMMON_NAME_INVALID: 'its certificate is for another host name',
  ERR_CERT_DATE_INVALID: 'its certificate has expired or is not valid yet',
  ERR_CERT_AUTHORITY_INVALID: 'its certificate is not signed by an authority that this computer trusts',
  ERR_CERT_REVOKED: 'its certificate was revoked',
  ERR_CERT_INVALID: 'its certificate is malformed',
  ERR_CERT_WEAK_SIGNATURE_ALGORITHM: 'its certificate is signed with an algorithm that is no longer safe',
  ERR_CERT_WEAK_KEY: 'its certificate has a key that is no longer safe',
  ERR_CERT_NAME_CONSTRAINT_VIOLATION: 'its authority may not sign for this host',
  ERR_CERT_VALIDITY_TOO_LONG: 'its certificate is valid for longer than is allowed',
  ERR_CERTIFICATE_TRANSPARENCY_REQUIRED: 'its certificate is not publicly logged',
  ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN: 'its certificate is not the one that is known for this host',
};

/** `net::ERR_CERT_DATE_INVALID` → `ERR_CERT_DATE_INVALID`. */
const bareName = (networkError: string): string => networkError.replace(/^net::/, '');

export function isCertificateError(networkError: string): boolean {
  const name = bareName(networkError);
  return name.startsWith('ERR_CERT') || name in reasons;
}

/** Row 8: says which host failed and why. */
export function certificateRefused(url: string, networkError: string): PlatformError {
  const host = hostOf(url);
  const name = bareName(networkError);
  const reason = reasons[name] ?? 'its certificate could not be verified';
  return new PlatformError('window.certificate_refused', `The connection to ${host} is not safe: ${reason}.`, {
    details: { host, reason, error: name },
  });
}

export function loadFailed(url: string, networkError: string): PlatformError {
  const host = hostOf(url);
  return new PlatformError('window.load_failed', `The login page of ${host} could not be loaded.`, {
    details: { host, error: bareName(networkError) },
  });
}

/** The proxy requires a login, and the user gave none, or the proxy refused it. `proxy`: `host:port`. */
export function proxyLoginRefused(proxy: string): PlatformError {
  return new PlatformError(
    'window.proxy_authentication',
    `The proxy ${proxy} requires a user name and password for the login page.`,
    { details: { proxy } },
  );
}
