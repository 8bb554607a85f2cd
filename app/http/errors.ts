import { HttpError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { certificateReason } from './certificate-reason.ts';
import { malformedReason } from './malformed.ts';

const timeouts = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT']);
/** Errors of zlib and Brotli. */
const damaged = /^(?:Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ERR_PADDING)/;
const offline = new Set(['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EHOSTDOWN', 'EAI_AGAIN', 'EADDRNOTAVAIL']);
/** Only a CONNECT has a header timeout. Every other request has one deadline. */
const proxy = new Set(['UND_ERR_PRX_TLS', 'UND_ERR_PRX_CONN', 'UND_ERR_HEADERS_TIMEOUT']);
/**
 * RFC 1928 §3, RFC 1929: a SOCKS proxy that requires a login, or refuses this one. By code (undici) or message (socks).
 */
const socksLogin =
  /UND_ERR_SOCKS5_AUTH|Socks5 Authentication failed|no accepted authentication type|password required for auth/i;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** An error and its sources: `cause`, boom's `data`, the attempts of an AggregateError. */
function* chain(error: unknown, depth = 0): Generator<Record<string, unknown>> {
  if (!isObject(error) || depth > 4) return;
  yield error;
  yield* chain(error.cause, depth + 1);
  if (error.data instanceof Error) yield* chain(error.data, depth + 1);
  if (Array.isArray(error.errors)) yield* chain(error.errors[0], depth + 1);
}

export const timeoutError = (url: URL) =>
  new HttpError('http.timeout', message('http.timeout', { host: url.host }), { details: { host: url.host } });

export const tooLargeError = (url: URL, limitBytes: number) =>
  new HttpError('http.too_large', message('http.tooLarge', { host: url.host }), {
    details: { host: url.host, limitBytes },
  });

export const cancelledError = () => new HttpError('http.cancelled', message('http.cancelled'));

/** The proxy refused with a status, or was unreachable. 407: it requires a login, or refuses this one. */
const proxyError = (host: string, status?: number) =>
  status === 407
    ? new HttpError('http.proxy_authentication', message('http.proxy.login', { host }), { details: { host, status } })
    : new HttpError('http.proxy', message('http.proxy.blocked', { host }), {
        details: { host, ...(status === undefined ? {} : { status }) },
      });

/** The status of a refused CONNECT, which undici reports only in its message. */
const tunnelRefused = /Proxy response \((\d{3})\)|Proxy Authentication Required \((407)\)/;

/** Whether a connection to a place other than `url` failed: that place is a proxy. */
function isElsewhere(link: Record<string, unknown>, url: URL): boolean {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (link.syscall === 'connect') return typeof link.port === 'number' && link.port !== port;
  return link.syscall === 'getaddrinfo' && link.hostname !== url.hostname;
}

/**
 * Maps any failure to reach a server, from undici, node:http or libraries on top, to an HttpError. Drops the original
 * error, which holds the whole request, credentials included.
 */
export function toHttpError(error: unknown, url: URL): HttpError {
  const details = { host: url.host };
  const links = [...chain(error)];
  const ours = links.find((link) => link instanceof HttpError);
  if (ours instanceof HttpError) return ours;
  if (links.some((link) => isElsewhere(link, url))) return proxyError(url.host);
  for (const link of links) {
    const code = typeof link.code === 'string' ? link.code : '';
    const words = typeof link.message === 'string' ? link.message : '';
    const refused = tunnelRefused.exec(words);
    if (refused !== null) return proxyError(url.host, Number(refused[1] ?? refused[2]));
    if (socksLogin.test(`${code} ${words}`)) return proxyError(url.host, 407);
    if (proxy.has(code) || code.startsWith('UND_ERR_SOCKS5') || /socks/i.test(words)) return proxyError(url.host);
    const reason = certificateReason(link);
    if (reason !== undefined)
      return new HttpError('http.certificate', message('http.certificate', { host: url.hostname, reason }), {
        details: { ...details, reason, certificateCode: code },
      });
    if (damaged.test(code)) return new HttpError('http.interrupted', message('http.damaged', details), { details });
    const malformed = malformedReason(link);
    if (malformed !== undefined)
      return new HttpError('http.malformed', message('http.malformed', { host: url.host, reason: malformed }), {
        details: { ...details, reason: malformed },
      });
    if (code.startsWith('ERR_SSL_') || code === 'EPROTO')
      return new HttpError('http.tls', message('http.tls', details), { details });
    if (timeouts.has(code)) return timeoutError(url);
    if (offline.has(code)) return new HttpError('http.offline', message('http.offline', details), { details });
    if (code === 'ENOTFOUND')
      return new HttpError('http.dns', message('http.dns', { host: url.hostname }), { details });
    if (code === 'ECONNREFUSED') return new HttpError('http.refused', message('http.refused', details), { details });
    if (link.name === 'AbortError' || code === 'ABORT_ERR' || code === 'UND_ERR_ABORTED') return cancelledError();
  }
  return new HttpError('http.interrupted', message('http.interrupted', details), { details });
}

/** Transient failures: the request itself is fine. */
export const transientHttpCodes: ReadonlySet<string> = new Set([
  'http.offline',
  'http.dns',
  'http.refused',
  'http.timeout',
  'http.interrupted',
  'http.proxy',
]);
