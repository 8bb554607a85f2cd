import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { HttpError } from '../errors.ts';
import { cancelledError, timeoutError, toHttpError, tooLargeError } from '../http/errors.ts';
import { beginHop, type HopRecorder, type OpenHop } from '../http/hops.ts';
import { firstHeaders, type HttpAnswer } from '../http/request-text.ts';

/** What Node's http calls on an agent; Node's types leave `addRequest` out. */
interface RequestAgent {
  addRequest(request: ClientRequest, options: RequestOptions): void;
  protocol?: string | undefined;
  defaultPort?: number | undefined;
}

export interface AnswerTap {
  /** Given to the library as its agent. */
  agent: RequestAgent;
  /**
   * The answer, once it came in whole; `undefined` when it did not.
   * Throws HttpError `http.too_large`, `http.timeout`, `http.cancelled`.
   */
  answer(): HttpAnswer | undefined;
}

/**
 * Listens to one request that a library makes, below the library: simple-oauth2 keeps a body that is not a JSON object
 * to itself, or fails on it with a TypeError; it cannot be cancelled, and counts its time limit anew for the body. A plain object, because that library
 * clones its options, and a cloned real agent loses its sockets.
 */
export function tapAnswer(
  agent: Agent,
  url: URL,
  limits: { maxBytes: number; timeoutMs: number; signal: AbortSignal | undefined; hops?: HopRecorder | undefined },
): AnswerTap {
  const { maxBytes, timeoutMs, signal, hops } = limits;
  const chunks: Buffer[] = [];
  let bytes = 0;
  let response: IncomingMessage | undefined;
  let ended: HttpError | undefined;
  let hop: OpenHop | undefined;
  const inner = agent as unknown as RequestAgent; // every agent of node:http has it; only its types do not say so

  function copyBody(incoming: IncomingMessage): void {
    response = incoming;
    const push = incoming.push.bind(incoming);
    // `push`, as a second reader would make the body flow before the library reads it.
    incoming.push = (chunk: unknown, encoding?: BufferEncoding) => {
      if (Buffer.isBuffer(chunk)) {
        bytes += chunk.length;
        if (bytes <= maxBytes) chunks.push(chunk);
      }
      return push(chunk, encoding);
    };
  }

  /** See `AnswerTap.answer`. */
  function answer(): HttpAnswer | undefined {
    const failure = ended ?? (bytes > maxBytes ? tooLargeError(url, maxBytes) : undefined);
    if (failure !== undefined) {
      hop?.end({ error: failure });
      throw failure;
    }
    if (response?.complete !== true) return undefined;
    const body = Buffer.concat(chunks);
    const status = response.statusCode ?? 0;
    hop?.end({ status, headers: response.headers, body });
    return { status, headers: firstHeaders(response.headers), text: body.toString('utf8') };
  }
  /** Once the request is over, for the console. */
  function conclude(failure: unknown): void {
    try {
      if (answer() === undefined) hop?.end({ error: toHttpError(failure, url) });
    } catch {
      // Told already.
    }
  }

  return {
    agent: {
      protocol: url.protocol,
      defaultPort: url.protocol === 'https:' ? 443 : 80,
      addRequest(request, options) {
        const end = (error: HttpError) => {
          ended = error;
          request.destroy(error);
        };
        const cancel = () => end(cancelledError());
        const timer = setTimeout(() => end(timeoutError(url)), timeoutMs);
        hop = hops && openHop(hops, request, url);
        let failure: unknown;
        request.once('error', (error) => {
          failure = error;
        });
        request.once('close', () => {
          conclude(failure);
          clearTimeout(timer);
          signal?.removeEventListener('abort', cancel);
        });
        signal?.addEventListener('abort', cancel, { once: true });
        if (signal?.aborted) cancel();
        request.once('response', copyBody);
        inner.addRequest(request, options);
      },
    },
    answer,
  };
}

/** What the library writes is heard as it goes by; its headers are there already. */
function openHop(hops: HopRecorder, request: ClientRequest, url: URL): OpenHop {
  const written: Buffer[] = [];
  const hear = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) written.push(Buffer.from(chunk));
  };
  for (const name of ['write', 'end'] as const) {
    const send = request[name].bind(request) as (...parts: unknown[]) => unknown; // passed on as they came
    Reflect.set(request, name, (...parts: unknown[]) => {
      hear(parts[0]);
      return send(...parts);
    });
  }
  const headers = Object.fromEntries(
    Object.entries(request.getHeaders()).map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]),
  );
  return beginHop(hops, {
    method: request.method,
    url: url.href,
    headers,
    // Read when the hop ends: by then it was written.
    get body() {
      return written.length === 0 ? undefined : Buffer.concat(written).toString('utf8');
    },
  });
}
