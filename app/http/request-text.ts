import type { HttpClient } from './client.ts';
import { withDeadline } from './deadline.ts';
import { cancelledError, timeoutError, toHttpError, tooLargeError } from './errors.ts';
import type { HopKind } from './hop-kinds.ts';
import { beginHop } from './hops.ts';
import { sendRequest } from './send.ts';

/** An answer read whole. Header names are in lower case; of repeated headers the first counts, but all of `date`. */
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
    const lower = name.toLowerCase();
    // Two dates that disagree must be seen: RFC 9110 §5.3 joins them.
    const text = Array.isArray(value) ? (lower === 'date' ? value.join(', ') : value[0]) : value;
    if (text !== undefined) first[lower] = text;
  }
  return first;
}

/**
 * One request, without redirects, limited in time (all of it) and size.
 * Throws HttpError `http.*`; `http.cancelled` when the signal ends it.
 */
export async function requestText(http: HttpClient, request: TextRequest): Promise<HttpAnswer> {
  const { method, url, body, signal, timeoutMs = defaultTimeoutMs, maxBytes = defaultMaxBytes } = request;
  if (signal?.aborted) throw cancelledError();
  // identity: what is read here is small, and a limit on unpacked bytes is one more thing to get wrong.
  const headers = { 'accept-encoding': 'identity', ...request.headers };
  const hop = beginHop(http.hops, { method, url: url.href, headers, body, kind: request.kind });
  try {
    return await withDeadline({ timeoutMs, signal, timedOut: () => timeoutError(url) }, async (ending) => {
      const response = await sendRequest(http, { method, url, headers, body }, ending);
      const whole = await readWhole(response.body, url, maxBytes);
      hop.end({ status: response.statusCode, headers: response.headers, body: whole });
      return {
        status: response.statusCode,
        headers: firstHeaders(response.headers),
        text: whole.toString('utf8'),
      };
    });
  } catch (error) {
    const failure = toHttpError(error, url);
    hop.end({ error: failure });
    throw failure;
  }
}

async function readWhole(body: AsyncIterable<Buffer>, url: URL, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLargeError(url, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
