import type { Session } from 'electron';
import type { WindowExchange } from '../../http/exchanges.ts';
import { certificateRefused, isCertificateError, loadFailed } from '../certificate.ts';

interface Sent {
  at: number;
  url: string;
  requestHeaders: Record<string, string>;
}

/**
 * Reports each document that a top frame of the session requested, with its response, including each step of a
 * redirect. Set once per session; reports only while a login wants it. Omits requests cancelled before they were sent
 * (the callback).
 */
export function watchExchanges(
  session: Session,
  current: () => ((exchange: WindowExchange) => void) | undefined,
): void {
  const { webRequest } = session;
  const topFrames = { urls: ['<all_urls>'], types: ['mainFrame' as const] };
  /** By the request's ID, which stays the same across redirects while the URL changes. */
  const sent = new Map<number, Sent>();

  const tell = (id: number, method: string, response: Partial<WindowExchange>): void => {
    const request = sent.get(id);
    sent.delete(id);
    if (request === undefined) return;
    const { at, url, requestHeaders } = request;
    current()?.({ at, method, url, requestHeaders, durationMs: Date.now() - at, ...response });
  };

  webRequest.onSendHeaders(topFrames, ({ id, url, requestHeaders }) => {
    sent.set(id, { at: Date.now(), url, requestHeaders });
  });
  webRequest.onBeforeRedirect(topFrames, ({ id, method, statusCode, responseHeaders = {} }) =>
    tell(id, method, { status: statusCode, responseHeaders }),
  );
  webRequest.onResponseStarted(topFrames, ({ id, method, statusCode, responseHeaders = {} }) =>
    tell(id, method, { status: statusCode, responseHeaders }),
  );
  webRequest.onErrorOccurred(topFrames, ({ id, method, url, error }) => {
    const failure = isCertificateError(error) ? certificateRefused(url, error) : loadFailed(url, error);
    tell(id, method, { error: failure.code });
  });
}
