import { PlatformError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { CallbackRequest } from './platform.ts';

/** One login in a window, from opening to its single outcome (row 24). */
export interface AuthorizationFlow {
  readonly callback: Promise<CallbackRequest>;
  readonly settled: boolean;
  caught(request: CallbackRequest): void;
  failed(error: PlatformError): void;
  /** The user closed the window. */
  closed(): void;
}

export interface FlowOptions {
  timeoutMs: number;
  signal: AbortSignal;
  /** Closes the window and its children. Resolves when they are gone. Called once. */
  closeWindow(): Promise<void> | void;
}

/** Windows that a login page may open. Single sign-on needs one or two; hundreds would bury the app. */
export const mostChildren = 8;

/** How long the outcome waits for its window to close: a page can block its own process (row 47). */
const windowGoneMs = 1_000;

/** The first of callback, failure, closing, cancellation and timeout wins. Later ones are ignored. */
export function startAuthorizationFlow({ timeoutMs, signal, closeWindow }: FlowOptions): AuthorizationFlow {
  const outcome = Promise.withResolvers<CallbackRequest>();
  // Avoid an unhandled rejection if the caller awaits `callback` later.
  outcome.promise.catch(() => {});
  let settled = false;

  const settle = (finish: (windowGone: Promise<void>) => void) => {
    if (settled) return;
    settled = true;
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    const late = Promise.withResolvers<void>();
    const waiting = setTimeout(late.resolve, windowGoneMs);
    const closed = Promise.resolve()
      .then(closeWindow)
      .catch(() => {})
      .finally(() => clearTimeout(waiting));
    finish(Promise.race([closed, late.promise]));
  };
  const failed = (error: PlatformError) => settle((windowGone) => windowGone.then(() => outcome.reject(error)));
  const onAbort = () => failed(new PlatformError('window.cancelled', message('window.cancelled')));
  const timer = setTimeout(
    () =>
      failed(
        new PlatformError('window.timeout', message('window.timeout'), {
          details: { seconds: Math.round(timeoutMs / 1000) },
        }),
      ),
    timeoutMs,
  );
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();

  return {
    callback: outcome.promise,
    get settled() {
      return settled;
    },
    // Resolve at once, so that the token is requested while the window closes.
    caught: (request) => settle(() => outcome.resolve(request)),
    failed,
    closed: () => failed(new PlatformError('window.closed', message('window.closed'))),
  };
}
