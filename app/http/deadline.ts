import type { HttpError } from '../shared/errors.ts';
import { cancelledError } from './errors.ts';

export interface Deadline {
  timeoutMs: number;
  /** Of the caller: ends the work with `http.cancelled`. */
  signal?: AbortSignal | undefined;
  /** What the work fails with when its time is up. */
  timedOut(): HttpError;
}

/** One for all: the stack of each new error would cost a fast request more than the deadline does. */
const over = cancelledError();

/**
 * Runs `work` under one deadline and one signal (row 44). It settles when either ends it, whatever the work waits for: a
 * proxy script, a CONNECT, a library that knows no signal. The signal that `work` gets aborts then, and once the work is
 * done; its reason is an HttpError. Rejects with `http.cancelled`, with `timedOut()`, or as `work` does.
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
    // Whatever the work left open, such as a body that nobody reads, ends with it.
    controller.abort(over);
  }
}
