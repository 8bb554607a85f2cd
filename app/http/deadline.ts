import type { HttpError } from '../shared/errors.ts';
import { cancelledError } from './errors.ts';

export interface Deadline {
  timeoutMs: number;
  /** The caller's signal: ends the work with `http.cancelled`. */
  signal?: AbortSignal | undefined;
  /** The error when the time is up. */
  timedOut(): HttpError;
}

/** Shared, because creating the stack of a new error costs a fast request more than the deadline does. */
const over = cancelledError();

/**
 * Runs `work` with one deadline and one signal (row 44). Settles when either ends it, whatever the work waits for: a
 * proxy script, a CONNECT, a library without signals. The signal passed to `work` aborts then, and also after the work;
 * its reason is an HttpError. Rejects with `http.cancelled`, with `timedOut()`, or as `work` does.
 */
export async function withDeadline<Value>(
  { timeoutMs, signal, timedOut }: Deadline,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  if (signal?.aborted) throw cancelledError();
  const controller = new AbortController();
  const ended = Promise.withResolvers<never>();
  const end = (reason: HttpError): void => {
    ended.reject(reason);
    controller.abort(reason);
  };
  const cancel = () => end(cancelledError());
  const timer = setTimeout(() => end(timedOut()), timeoutMs);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([work(controller.signal), ended.promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    // Also ends what the work left open, such as an unread body.
    controller.abort(over);
  }
}
