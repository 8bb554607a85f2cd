import { isIP } from 'node:net';
import { withExchangeContext } from '../../http/exchanges.ts';
import { parseJson } from '../../http/parse-json.ts';
import { requestText } from '../../http/request-text.ts';
import { retryAfterSeconds } from '../../http/retry-after.ts';
import { RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import { parseUrl } from '../../shared/parse-url.ts';
import { safeText } from '../../shared/safe-text.ts';
import { isSecureUrl } from '../../shared/secure-url.ts';
import { nearbyDomains, nearbyNetworks } from '../nearby.ts';
import { networkList } from '../network-list.ts';
import type { PushContext } from './push-target.ts';

export interface PushRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: URL;
  headers?: Record<string, string>;
  /** JSON. */
  body?: string;
}

const timeoutMs = 30_000;

/**
 * Sends one request to a target, and returns its JSON (`undefined`: none). Redirects are not followed: they would take
 * the secrets elsewhere. Rejects with a RequestError `push.refused`, `push.rate_limited`, `push.unauthorized`,
 * `push.server_error`, or an HttpError `http.*`.
 */
export async function pushRequest(request: PushRequest, { http, signal }: PushContext): Promise<unknown> {
  const { method, url, body } = request;
  const headers = { ...request.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const {
    status,
    text,
    headers: told,
  } = await withExchangeContext({ kind: 'push' }, () =>
    requestText(http, { method, url, headers, body, signal, timeoutMs }),
  );
  if (status < 200 || status > 299) throw refusal(status, text, told);
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function refusal(status: number, text: string, headers: Record<string, string>): RequestError {
  const serviceMessage = safeText(text.slice(0, 2_000));
  const retryAfter = retryAfterSeconds(headers['retry-after'], Date.now());
  const details = { status, ...(retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter }) };
  const code =
    status === 401 || status === 403
      ? 'push.unauthorized'
      : status === 429
        ? 'push.rate_limited'
        : status >= 500
          ? 'push.server_error'
          : 'push.refused';
  return new RequestError(code, message(`push.failed.${code.slice(5) as 'refused'}`, { status }), {
    details,
    serviceMessage,
  });
}

/** `base` with further parts of a path, each escaped. Throws RequestError `push.url`, `push.insecure_url`. */
export function targetUrl(base: string, ...path: readonly string[]): URL {
  const url = parseUrl(base.trim());
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new RequestError('push.url', message('push.failed.url'));
  if (!isSecureUrl(url) && !isNearby(url.hostname))
    throw new RequestError('push.insecure_url', message('push.failed.insecureUrl', { host: url.host }), {
      details: { host: url.host },
    });
  if (path.length === 0) return url;
  url.pathname = [url.pathname.replace(/\/+$/, ''), ...path.map(encodeURIComponent)].join('/');
  return url;
}

const ownNetworks = networkList(nearbyNetworks);

/**
 * A name or address of the user's own network (RFC 1918, 3927, 4193, 6762, 8375), where many tools speak plain http:
 * their boxes have no certificate. To any other host, rows and keys are only sent encrypted.
 */
function isNearby(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  const kind = isIP(address);
  if (kind !== 0) return ownNetworks.check(address, kind === 6 ? 'ipv6' : 'ipv4');
  return !hostname.includes('.') || nearbyDomains.some((domain) => hostname.endsWith(`.${domain}`));
}

/** RFC 7617. */
export const basic = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
