import { AsyncLocalStorage } from 'node:async_hooks';
import type { ErrorCode } from '../shared/error-codes.ts';
import { AppError } from '../shared/errors.ts';
import type { ExchangeKind } from '../shared/exchange-kinds.ts';

/** The context of a request: entered when a use case starts, read when its requests are sent. */
export interface ExchangeContext {
  kind: ExchangeKind;
  connectionId?: string | undefined;
  resourceId?: string | undefined;
  /** Names of headers and URL parameters that carry a secret. */
  hiddenNames?: readonly string[] | undefined;
}

export type RawHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** One request and its response as sent and received. Only the recorder holds it, until it can be masked. */
export interface RawExchange extends ExchangeContext {
  /** Epoch ms. */
  at: number;
  method: string;
  url: string;
  requestHeaders: RawHeaders;
  requestBody?: string | undefined;
  status?: number | undefined;
  responseHeaders?: RawHeaders | undefined;
  /** The start of the body, still compressed. */
  responseBody?: Buffer | undefined;
  bodyTruncated?: boolean | undefined;
  bytes?: number | undefined;
  durationMs?: number | undefined;
  error?: ErrorCode | undefined;
}

/** A page of a login window, as reported by a platform. */
export type WindowExchange = Omit<RawExchange, keyof ExchangeContext>;

export interface ExchangeRecorder {
  /** A request starts. Later requests are listed after it, even if they end sooner. Returns the request's number. */
  begin(): number;
  /** The request ended. `request`: the number from `begin`, if that was called. */
  record(exchange: RawExchange, request?: number): void;
  /** Learns a typed secret, a code or a state before it is sent, so that no response can reveal it. */
  learn(secrets: Iterable<string | undefined>): void;
}

/** The part of a body that is kept. */
export const keptBodyBytes = 16 * 1024;

const contexts = new AsyncLocalStorage<ExchangeContext>();

/** Everything that `work` sends, even later, belongs to this context. Omitted fields keep their outer values. */
export function withExchangeContext<Value>(context: Partial<ExchangeContext>, work: () => Value): Value {
  return contexts.run({ kind: 'token', ...contexts.getStore(), ...context }, work);
}

export const currentExchangeContext = (): ExchangeContext | undefined => contexts.getStore();

export interface SentRequest {
  method: string;
  url: string;
  headers: RawHeaders;
  body?: string | undefined;
  /** Overrides the context's kind. */
  kind?: ExchangeKind | undefined;
}

export interface ExchangeResponse {
  status: number;
  headers: RawHeaders;
  body: Buffer;
  /** Size of the whole body, of which `body` is only the start. */
  bytes?: number | undefined;
}

/** A running request. Only the first `end` counts, with the response or the error. */
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
