import { HttpError } from '../shared/errors.ts';
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
  new HttpError('http.timeout', `${url.host} did not respond in time.`, { details: { host: url.host } });

export const tooLargeError = (url: URL, limitBytes: number) =>
  new HttpError('http.too_large', `The response of ${url.host} is larger than allowed.`, {
    details: { host: url.host, limitBytes },
  });

export const cancelledError = () => new HttpError('http.cancelled', 'The request was cancelled.');

/** The proxy refused with a status, or was unreachable. 407: it requires a login, or refuses this one. */
const proxyError = (host: string, status?: number) =>
  status === 407
    ? new HttpError(
        'http.proxy_authentication',
        `The proxy requires a user name and password before it lets us reach ${host}.`,
        { details: { host, status } },
      )
    : new HttpError('http.proxy', `The proxy does not let us reach ${host}.`, {
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
    const message = typeof link.message === 'string' ? link.message : '';
    const refused = tunnelRefused.exec(message);
    if (refused !== null) return proxyError(url.host, Number(refused[1] ?? refused[2]));
    if (socksLogin.test(`${code} ${message}`)) return proxyError(url.host, 407);
    if (proxy.has(code) || code.startsWith('UND_ERR_SOCKS5') || /socks/i.test(message)) return proxyError(url.host);
    const reason = certificateReason(link);
    if (reason !== undefined)
      return new HttpError('http.certificate', `The certificate of ${url.hostname} was not accepted: ${reason}.`, {
        details: { ...details, reason, certificateCode: code },
      });
    if (damaged.test(code))
      return new HttpError('http.interrupted', `The compressed response of ${url.host} is damaged.`, { details });
    const malformed = malformedReason(link);
    if (malformed !== undefined)
      return new HttpError('http.malformed', `The response of ${url.host} is not valid HTTP: ${malformed}.`, {
        details: { ...details, reason: malformed },
      });
    if (code.startsWith('ERR_SSL_') || code === 'EPROTO')
      return new HttpError('http.tls', `No secure connection to ${url.host} could be made.`, { details });
    if (timeouts.has(code)) return timeoutError(url);
    if (offline.has(code))
      return new HttpError('http.offline', `${url.host} cannot be reached: there seems to be no network.`, { details });
    if (code === 'ENOTFOUND') return new HttpError('http.dns', `There is no host named ${url.hostname}.`, { details });
    if (code === 'ECONNREFUSED')
      return new HttpError('http.refused', `${url.host} refuses connections. Nothing listens there.`, { details });
    if (link.name === 'AbortError' || code === 'ABORT_ERR' || code === 'UND_ERR_ABORTED') return cancelledError();
  }
  return new HttpError('http.interrupted', `The connection to ${url.host} was interrupted.`, { details });
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
