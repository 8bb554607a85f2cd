import type { BrowserContext, Request, Response } from 'playwright-core';
import type { WindowExchange } from '../../http/exchanges.ts';
import { certificateRefused, isCertificateError, loadFailed } from '../certificate.ts';

/**
 * Reports each document that a top frame of the context requested, with its response. Includes each step of a redirect,
 * and the first page of a child, which the child's own page reports too late. Returns the function that stops the
 * reports.
 */
export function watchExchanges(context: BrowserContext, onExchange: (exchange: WindowExchange) => void): () => void {
  const began = new WeakMap<Request, number>();
  const tell = (request: Request, response: Partial<WindowExchange>): void => {
    const at = began.get(request);
    if (at === undefined) return;
    began.delete(request);
    onExchange({
      at,
      method: request.method(),
      url: request.url(),
      requestHeaders: request.headers(),
      durationMs: Date.now() - at,
      ...response,
    });
  };
  const onRequest = (request: Request) => {
    if (isTopFrame(request)) began.set(request, Date.now());
  };
  const onResponse = (response: Response) =>
    tell(response.request(), { status: response.status(), responseHeaders: response.headers() });
  const onFailed = (request: Request) => {
    const error = request.failure()?.errorText ?? '';
    // The callback, which was never sent, or a request that the page itself cancelled.
    if (error === 'net::ERR_ABORTED') return;
    const url = request.url();
    const failure = isCertificateError(error) ? certificateRefused(url, error) : loadFailed(url, error);
    tell(request, { error: failure.code });
  };
  context.on('request', onRequest);
  context.on('response', onResponse);
  context.on('requestfailed', onFailed);
  return () => {
    context.off('request', onRequest);
    context.off('response', onResponse);
    context.off('requestfailed', onFailed);
  };
}

function isTopFrame(request: Request): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame().parentFrame() === null;
  } catch {
    // The first page of a window: its frame does not exist yet.
    return true;
  }
}
