import type { Dispatcher } from 'undici';
import { AppError } from '../errors.ts';
import type { HttpClient } from './client.ts';
import { cancelledError, toHttpError } from './errors.ts';
import { requestTarget } from './request-target.ts';

export interface HttpRequest {
  method: 'GET' | 'POST' | 'DELETE';
  url: URL;
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
}

/** The head of a response; its body is still to be read. */
export type HttpResponse = Dispatcher.ResponseData;

/**
 * Sends one request. Every request of the app goes through here, so that its signal ends it at any stage (row 44): undici
 * alone looks at the signal only once a connection is there. The signal has to abort when the work is over, as that of
 * `withDeadline` does. Follows no redirect. Rejects with the signal's reason, or an HttpError `http.*`.
 */
export function sendRequest(http: HttpClient, request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(reasonOf(signal));
    const { method, url, headers, body = null } = request;
    let used: Dispatcher | undefined;
    const end = (): void => {
      // Its connection may never come about, or be dead: no later request waits for it (row 45).
      if (used !== undefined) http.drop(url, used);
      reject(reasonOf(signal));
    };
    const stopListening = (): void => {
      // A connection for this request alone ends with it.
      if (method === 'GET') signal.removeEventListener('abort', end);
    };
    const fail = (error: unknown): void => {
      stopListening();
      reject(signal.aborted ? reasonOf(signal) : toHttpError(error, url));
    };
    const send = (dispatcher: Dispatcher): void => {
      used = dispatcher;
      if (signal.aborted) {
        end();
        return;
      }
      // The time limit is the signal's.
      const limits = { headersTimeout: 0, bodyTimeout: 0 };
      const { path, query } = requestTarget(url);
      dispatcher
        .request({ origin: url.origin, path: path + query, method, headers, body, signal, ...limits })
        .then((response) => {
          stopListening();
          resolve(response);
        }, fail);
    };
    signal.addEventListener('abort', end, { once: true });
    try {
      const found = method === 'GET' ? http.dispatcherFor(url) : http.singleUseDispatcher(url);
      if (found instanceof Promise) found.then(send).catch(fail);
      else send(found);
    } catch (error) {
      fail(error);
    }
  });
}

const reasonOf = ({ reason }: AbortSignal): AppError => (reason instanceof AppError ? reason : cancelledError());
