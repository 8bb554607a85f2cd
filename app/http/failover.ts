import type { Dispatcher } from 'undici';
import type { HttpError } from '../shared/errors.ts';
import { toHttpError, transientHttpCodes } from './errors.ts';

/** One way to a server. `failed` is called if its proxy cannot be reached. */
export interface Way {
  dispatcher: Dispatcher;
  failed(): void;
}

/**
 * Whether the proxy itself was unreachable. One that responded, even with a refusal, has decided: no other is tried.
 */
function isProxyGone({ code, details }: HttpError): boolean {
  return transientHttpCodes.has(code) && details?.status === undefined;
}

/**
 * Several ways as one dispatcher (row 41): a proxy script may name a second proxy in case the first is down. The next
 * way is tried only if nothing of the request was sent, so a POST never reaches a server twice.
 */
export function failover([first, ...others]: readonly [Way, ...Way[]]): Dispatcher {
  if (others.length === 0) return first.dispatcher;
  return first.dispatcher.compose((dispatch) => (options, handler) => {
    const url = new URL(String(options.origin));
    const attempt = (way: Way, rest: readonly Way[], send: Dispatcher.Dispatch): boolean => {
      let sent = false;
      return send(options, {
        onRequestStart: (controller, context) => {
          sent = true;
          handler.onRequestStart?.(controller, context);
        },
        onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
        onResponseStart: (...args) => handler.onResponseStart?.(...args),
        onResponseData: (...args) => handler.onResponseData?.(...args),
        onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
        onResponseError: (controller, error) => {
          const [next, ...later] = rest;
          const gone = !sent && isProxyGone(toHttpError(error, url));
          if (gone) way.failed();
          if (!gone || next === undefined) return handler.onResponseError?.(controller, error);
          attempt(next, later, next.dispatcher.dispatch.bind(next.dispatcher));
        },
      });
    };
    return attempt(first, others, dispatch);
  });
}
