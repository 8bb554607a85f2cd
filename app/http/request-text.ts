import type { HttpError } from '../errors.ts';
import type { HttpClient } from './client.ts';
import { cancelledError, timeoutError, toHttpError, tooLargeError } from './errors.ts';
import type { HopKind } from './hop-kinds.ts';
import { beginHop } from './hops.ts';

/** An answer read whole. Header names are in lower case; of repeated headers the first counts. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export interface TextRequest {
  method: 'GET' | 'POST' | 'DELETE';
  url: URL;
  headers?: Record<string, string> | undefined;
  body?: string | undefined;
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
  maxBytes?: number | undefined;
  /** What it is made for, where that is not what the work around it is for. */
  kind?: HopKind | undefined;
}

export const defaultTimeoutMs = 30_000;
/** Row 25: no token answer is larger. */
export const defaultMaxBytes = 1024 * 1024;

export function firstHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const first: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const text = Array.isArray(value) ? value[0] : value;
    if (text !== undefined) first[name.toLowerCase()] = text;
  }
  return first;
}

/**
 * One request, without redirects, limited in time (all of it) and size.
 * Throws HttpError `http.*`; `http.cancelled` when the signal ends it.
 */
export async function requestText(http: HttpClient, request: TextRequest): Promise<HttpAnswer> {
  const { method, url, signal, timeoutMs = defaultTimeoutMs, maxBytes = defaultMaxBytes } = request;
  if (signal?.aborted) throw cancelledError();
  const controller = new AbortController();
  let timedOut = false;
  const hop = beginHop(http.hops, {
    method,
    url: url.href,
    headers: request.headers ?? {},
    body: request.body,
    kind: request.kind,
  });
  const fail = (error: HttpError): HttpError => {
    hop.end({ error });
    return error;
  };
  const timer = setTimeout(() => {
    timedOut = true;
    controller.abort();
  }, timeoutMs);
  const cancel = () => controller.abort();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const dispatcher = await http.dispatcherFor(url);
    const { statusCode, headers, body } = await dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      // identity: what is read here is small, and a limit on unpacked bytes is one more thing to get wrong.
      headers: { 'accept-encoding': 'identity', ...request.headers },
      body: request.body ?? null,
      signal: controller.signal,
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLargeError(url, maxBytes);
      chunks.push(chunk);
    }
    const whole = Buffer.concat(chunks);
    hop.end({ status: statusCode, headers, body: whole });
    return { status: statusCode, headers: firstHeaders(headers), text: whole.toString('utf8') };
  } catch (error) {
    if (timedOut) throw fail(timeoutError(url));
    if (signal?.aborted) throw fail(cancelledError());
    throw fail(toHttpError(error, url));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
}
