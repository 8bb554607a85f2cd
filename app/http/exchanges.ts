import { AsyncLocalStorage } from 'node:async_hooks';
import type { ErrorCode } from '../shared/error-codes.ts';
import { AppError } from '../shared/errors.ts';
import type { ExchangeKind } from '../shared/exchange-kinds.ts';

/** What a request belongs to; entered where a use case begins, read where its requests are sent. */
export interface ExchangeContext {
  kind: ExchangeKind;
  connectionId?: string | undefined;
  resourceId?: string | undefined;
  /** Headers and URL parameters that carry a secret under a name of their own. */
  hiddenNames?: readonly string[] | undefined;
}

export type RawHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** One request and its response as they were on the wire. Only the recorder holds it, until there is time to mask it. */
export interface RawExchange extends ExchangeContext {
  /** Epoch ms. */
  at: number;
  method: string;
  url: string;
  requestHeaders: RawHeaders;
  requestBody?: string | undefined;
  status?: number | undefined;
  responseHeaders?: RawHeaders | undefined;
  /** The start of the body, packed as it came. */
  responseBody?: Buffer | undefined;
  bodyTruncated?: boolean | undefined;
  bytes?: number | undefined;
  durationMs?: number | undefined;
  error?: ErrorCode | undefined;
}

/** A page of a login window, as a platform tells it. */
export type WindowExchange = Omit<RawExchange, keyof ExchangeContext>;

export interface ExchangeRecorder {
  /** A request leaves. What begins later is shown after it, though it may end sooner. Returns the request's number. */
  begin(): number;
  /** It ended. `request`: what `begin` returned, where it was called. */
  record(exchange: RawExchange, request?: number): void;
  /** What was just typed, a code, a state: before it is sent, so that nothing that comes back can show it. */
  learn(secrets: Iterable<string | undefined>): void;
}

/** So much of a body is kept. */
export const keptBodyBytes = 16 * 1024;

const contexts = new AsyncLocalStorage<ExchangeContext>();

/** What `work` sends, also later, belongs to this; what is not told stays as it was around it. */
export function withExchangeContext<Value>(context: Partial<ExchangeContext>, work: () => Value): Value {
  return contexts.run({ kind: 'token', ...contexts.getStore(), ...context }, work);
}

export const currentExchangeContext = (): ExchangeContext | undefined => contexts.getStore();

export interface SentRequest {
  method: string;
  url: string;
  headers: RawHeaders;
  body?: string | undefined;
  /** Where the request itself knows better than what is around it. */
  kind?: ExchangeKind | undefined;
}

export interface ExchangeResponse {
  status: number;
  headers: RawHeaders;
  body: Buffer;
  /** Of the whole body, where `body` is but its start. */
  bytes?: number | undefined;
}

/** A request that is on its way. `end` counts once: with its response, or with what failed it. */
export interface OpenExchange {
  end(outcome: ExchangeResponse | { error: unknown }): void;
}

export function beginExchange(recorder: ExchangeRecorder | undefined, request: SentRequest): OpenExchange {
  if (recorder === undefined) return { end: () => undefined };
  const at = Date.now();
  const startedAt = performance.now();
  const number = recorder.begin();
  const context = contexts.getStore();
  let ended = false;
  return {
    end: (outcome) => {
      if (ended) return;
      ended = true;
      const { method, url, headers, body, kind = context?.kind ?? 'token' } = request;
      const sent = { ...context, kind, at, method, url, requestHeaders: headers, requestBody: body };
      const durationMs = performance.now() - startedAt;
      if ('error' in outcome) recorder.record({ ...sent, durationMs, error: errorCode(outcome.error) }, number);
      else
        recorder.record(
          {
            ...sent,
            durationMs,
            status: outcome.status,
            responseHeaders: outcome.headers,
            responseBody: outcome.body.subarray(0, keptBodyBytes),
            bytes: outcome.bytes ?? outcome.body.length,
            bodyTruncated: (outcome.bytes ?? outcome.body.length) > keptBodyBytes,
          },
          number,
        );
    },
  };
}

export const errorCode = (error: unknown): ErrorCode => (error instanceof AppError ? error.code : 'app.unexpected');
