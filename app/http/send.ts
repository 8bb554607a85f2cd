import type { EventEmitter } from 'node:events';
import type { Dispatcher } from 'undici';
import { AppError } from '../shared/errors.ts';
import type { HttpClient } from './client.ts';
import { cancelledError, toHttpError } from './errors.ts';
import { requestTarget } from './request-target.ts';

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: URL;
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
}

/** The head of a response, with its body still unread. */
export type HttpResponse = Dispatcher.ResponseData;

/**
 * Sends one request. Every request of the app passes here, so that its signal ends it at any stage (row 44): undici
 * checks the signal only once connected. The signal must abort when the work is over, as `withDeadline`'s does. Follows
 * no redirects. Rejects with the signal's reason, or an HttpError `http.*`.
 */
export function sendRequest(http: HttpClient, request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(reasonOf(signal));
    const { method, url, headers, body = null } = request;
    const isPooled = method === 'GET';
    let used: Dispatcher | undefined;
    let hasHead = false;
    const relay = new AbortRelay(() => {
      // A single-use connection ends with its request.
      if (isPooled) signal.removeEventListener('abort', end);
    });
    const end = (): void => {
      // The connection may be dead or never open: no later request must wait for it (row 45).
      if (used !== undefined && !(isPooled && hasHead)) http.drop(url, used);
      const reason = reasonOf(signal);
      reject(reason);
      relay.abort(reason);
    };
    const fail = (error: unknown): void => {
      relay.removeListener();
      reject(signal.aborted ? reasonOf(signal) : toHttpError(error, url));
    };
    const send = (dispatcher: Dispatcher): void => {
      used = dispatcher;
      if (signal.aborted) {
        end();
        return;
      }
      const { path, query } = requestTarget(url);
      dispatcher
        .request({
          origin: url.origin,
          path: path + query,
          method,
          headers,
          body,
          // undici uses only those methods of an emitter that AbortRelay has.
          signal: relay as unknown as EventEmitter,
          // The signal limits the time.
          headersTimeout: 0,
          bodyTimeout: 0,
        })
        .then((response) => {
          hasHead = true;
          resolve(response);
        }, fail);
    };
    signal.addEventListener('abort', end, { once: true });
    try {
      const found = isPooled ? http.dispatcherFor(url) : http.singleUseDispatcher(url);
      if (found instanceof Promise) found.then(send).catch(fail);
      else send(found);
    } catch (error) {
      fail(error);
    }
  });
}

/**
 * Passes an abort to undici, which listens until the request has failed or its body has closed. A second listener on
 * the AbortSignal would do the same, but adding and removing one takes longer than the rest of `sendRequest`.
 */
class AbortRelay {
  /** undici reads it. */
  reason: AppError | undefined;
  private listener: (() => void) | undefined;
  private readonly released: () => void;

  constructor(released: () => void) {
    this.released = released;
  }

  once(_event: 'abort', listener: () => void): void {
    this.listener = listener;
  }

  /** undici recognizes an emitter by this method. */
  on(event: 'abort', listener: () => void): void {
    this.once(event, listener);
  }

  removeListener(): void {
    this.listener = undefined;
    this.released();
  }

  abort(reason: AppError): void {
    this.reason = reason;
    this.listener?.();
  }
}

const reasonOf = ({ reason }: AbortSignal): AppError => (reason instanceof AppError ? reason : cancelledError());
