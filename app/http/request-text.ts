import type { ExchangeKind } from '../shared/exchange-kinds.ts';
import type { HttpClient } from './client.ts';
import { readContentCodings, unpacked } from './content-coding.ts';
import { withDeadline } from './deadline.ts';
import { cancelledError, timeoutError, toHttpError, tooLargeError } from './errors.ts';
import { beginExchange } from './exchanges.ts';
import { urlAsSent } from './request-target.ts';
import { sendRequest } from './send.ts';
import { userAgent } from './user-agent.ts';

/** A complete response. Header names are in lower case. Of repeated headers only the first is kept, except `date`. */
export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export interface TextRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: URL;
  headers?: Record<string, string> | undefined;
  body?: string | undefined;
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
  maxBytes?: number | undefined;
  /** The purpose of the request, if it differs from that of the surrounding work. */
  kind?: ExchangeKind | undefined;
}

export const defaultTimeoutMs = 30_000;
/** Row 25: no token response is larger. */
const defaultMaxBytes = 1024 * 1024;

/**
 * Responses here are small, so the app requests no compression. It still decompresses a response that is compressed.
 */
const defaultHeaders = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': userAgent };

/**
 * Header names are case-insensitive (RFC 9110 §5.1): a custom header must replace the default, not appear beside it.
 */
const lowerCased = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** For undici's headers, whose names are already in lower case. On the hot path of a GET. */
export function firstHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const first: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    // Keep all dates, joined as in RFC 9110 §5.3, so that a disagreement is visible.
    const text = Array.isArray(value) ? (name === 'date' ? value.join(', ') : value[0]) : value;
    if (text !== undefined) first[name] = text;
  }
  return first;
}

/**
 * Sends one request without following redirects, with limits on total time and size. Throws HttpError `http.*`;
 * `http.cancelled` when the signal aborts.
 */
export async function requestText(http: HttpClient, request: TextRequest): Promise<HttpResponse> {
  const { method, url, body, signal, timeoutMs = defaultTimeoutMs, maxBytes = defaultMaxBytes } = request;
  if (signal?.aborted) throw cancelledError();
  const headers = { ...defaultHeaders, ...lowerCased(request.headers) };
  const exchange = beginExchange(http.exchanges, { method, url: urlAsSent(url), headers, body, kind: request.kind });
  try {
    return await withDeadline({ timeoutMs, signal, timedOut: () => timeoutError(url) }, async (ending) => {
      const response = await sendRequest(http, { method, url, headers, body }, ending);
      const head = firstHeaders(response.headers);
      const { whole, packed } = await readWhole(response.body, head['content-encoding'], url, maxBytes);
      exchange.end({ status: response.statusCode, headers: response.headers, body: packed });
      return { status: response.statusCode, headers: head, text: whole.toString('utf8') };
    });
  } catch (error) {
    const failure = toHttpError(error, url);
    exchange.end({ error: failure });
    throw failure;
  }
}

/** The limit applies both to the received and to the decompressed size. `packed`: as received. */
async function readWhole(
  body: AsyncIterable<Buffer>,
  contentEncoding: string | undefined,
  url: URL,
  maxBytes: number,
): Promise<{ whole: Buffer; packed: Buffer }> {
  const { codings } = readContentCodings(contentEncoding);
  const packed: Buffer[] = [];
  const whole: Buffer[] = [];
  const came = limited(body, packed, url, maxBytes);
  const chunks = codings.length === 0 ? came : limited(unpacked(came, codings), whole, url, maxBytes);
  for await (const _chunk of chunks);
  const asItCame = Buffer.concat(packed);
  return { whole: codings.length === 0 ? asItCame : Buffer.concat(whole), packed: asItCame };
}

/** Yields the chunks as they arrive, and keeps them. */
async function* limited(body: AsyncIterable<Buffer>, kept: Buffer[], url: URL, maxBytes: number) {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLargeError(url, maxBytes);
    kept.push(chunk);
    yield chunk;
  }
}
