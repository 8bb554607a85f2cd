import type { Connection } from '../../../../app/shared/connection/connection.ts';
import type { ErrorReport } from '../../../../app/shared/errors.ts';
import { custom, report } from './situations.ts';

export interface RecordedCase {
  /** Where the text was seen. */
  from: string;
  error: ErrorReport;
  connection: Connection;
  title: string;
  fix?: object;
}

/** What stands between the app and a service, and what is made of it. */
export const recordedNetwork: Record<string, RecordedCase> = {
  'a proxy with a password': {
    from: 'RFC 9110 §15.5.8',
    error: report('http.proxy_authentication', undefined, { host: 'api.example.com', status: 407 }),
    connection: custom(),
    title: 'The proxy requires a user name and password',
    fix: { action: 'open_network_settings' },
  },
  'a login window that the proxy keeps back': {
    from: 'Chromium, ERR_TUNNEL_CONNECTION_FAILED',
    error: report('window.load_failed', undefined, {
      host: 'login.example.com',
      error: 'ERR_TUNNEL_CONNECTION_FAILED',
    }),
    connection: custom(),
    title: 'The proxy blocks the request',
    fix: { action: 'open_network_settings' },
  },
  "a company's own certificate": {
    from: 'OpenSSL, SELF_SIGNED_CERT_IN_CHAIN',
    error: report('http.certificate', undefined, {
      host: 'api.example.com',
      certificateCode: 'SELF_SIGNED_CERT_IN_CHAIN',
    }),
    connection: custom(),
    title: 'This computer does not trust the certificate',
    fix: { action: 'open_network_settings' },
  },
  "a company's own certificate in the login window": {
    from: 'Chromium, ERR_CERT_AUTHORITY_INVALID',
    error: report('window.certificate_refused', undefined, {
      host: 'login.example.com',
      error: 'ERR_CERT_AUTHORITY_INVALID',
    }),
    connection: custom(),
    title: 'This computer does not trust the certificate',
    fix: { action: 'open_network_settings' },
  },
  'a clock that is behind': {
    from: 'OpenSSL, CERT_NOT_YET_VALID',
    error: report('http.certificate', undefined, { host: 'api.example.com', certificateCode: 'CERT_NOT_YET_VALID' }),
    connection: custom(),
    title: 'The certificate is not accepted',
  },
  'a limit of requests': {
    from: 'RFC 6585 §4',
    error: report('resource.rate_limited', undefined, { status: 429, retryAfterSeconds: 120 }),
    connection: custom(),
    title: 'Too many requests',
  },
  'a server that is down and says for how long': {
    from: 'RFC 9110 §15.6.4',
    error: report('token.server_error', 'Service Unavailable', { status: 503, retryAfterSeconds: 120 }),
    connection: custom(),
    title: 'Server error',
  },
};
