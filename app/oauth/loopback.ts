import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallbackRequest } from '../platform/platform.ts';
import { type OAuthError, PlatformError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { isStrayCallback, readCallbackParameters } from './callback.ts';
import { forwardPage, grantedPage, type Page, refusedPage, strayPage } from './loopback-page.ts';
import { listenOnLoopback, refuse, visitedUrl } from './loopback-server.ts';

export interface Loopback {
  callbackUrl: string;
  /**
   * Waits for the callback that `read` accepts. Call it once. A callback that does not name this login
   * (`isStrayCallback`) gets its own page, and the login keeps waiting, because any web page can send one. Every other
   * error of `read` ends the login. Frees the port before it settles. Rejects with the error of `read`; with
   * PlatformError `window.cancelled`; after the time limit with the last stray callback's error, or PlatformError
   * `window.timeout`.
   */
  read<Read>(read: (callback: CallbackRequest) => Read): Promise<Read>;
  close(): void;
}

const maxBodyBytes = 64 * 1024;

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, page: Page): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': page.policy,
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(page.html);
}

/**
 * Listens on loopback for the callback of a login in the system browser (RFC 8252 §7.3). Any other path gets a 404.
 * Frees the port after the callback, a timeout or a cancellation. Throws OAuthError `callback.port_in_use`.
 */
export async function startLoopback(
  configuredUrl: string,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): Promise<Loopback> {
  const { server, callbackUrl, cut: cutSockets } = await listenOnLoopback(configuredUrl);

  const ended = Promise.withResolvers<void>();
  ended.promise.catch(() => undefined); // avoid an unhandled rejection before `read` is called
  /** Reads a callback. Returns what to do after the browser has received its page. Throws what `read` throws. */
  let accept: ((callback: CallbackRequest) => () => void) | undefined;
  let isEnding = false;
  let lastStray: OAuthError | undefined;

  const free = (): void => {
    isEnding = true;
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    server.close();
  };
  const cut = (error: Error): void => {
    free();
    ended.reject(error);
    cutSockets();
  };
  const cancel = () => cut(new PlatformError('window.cancelled', message('oauth.login.cancelled')));
  const timer = setTimeout(
    () => cut(lastStray ?? new PlatformError('window.timeout', message('oauth.login.timeout'))),
    timeoutMs,
  );
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();

  server.on('request', async (request, response) => {
    const url = visitedUrl(request, callbackUrl);
    if (isEnding || url === undefined) return refuse(response);
    const body = request.method === 'POST' ? await readBody(request).catch(() => undefined) : undefined;
    const callback: CallbackRequest = { url, method: request.method === 'POST' ? 'POST' : 'GET', body };
    if (hasNoParameters(callback, callbackUrl)) {
      // The parameters may be in the fragment, which only the page itself can read.
      send(response, 200, forwardPage());
      return;
    }
    // Another callback may have arrived while this body was read.
    if (isEnding || accept === undefined) return refuse(response);
    try {
      const finish = accept(callback);
      isEnding = true;
      // Send the whole page before the port closes.
      response.once('close', () => {
        free();
        finish();
      });
      send(response, 200, grantedPage());
    } catch (error) {
      if (isStrayCallback(error)) {
        lastStray = error;
        send(response, 400, strayPage(error.text));
        return;
      }
      isEnding = true;
      response.once('close', () => {
        free();
        ended.reject(error);
      });
      send(response, 200, refusedPage());
    }
  });
  return {
    callbackUrl,
    read: (read) =>
      new Promise((resolve, reject) => {
        accept = (callback) => {
          const value = read(callback);
          return () => resolve(value);
        };
        ended.promise.catch(reject);
      }),
    close: cancel,
  };
}

/** Also `false` if the parameters cannot be read: `read` reports why. */
function hasNoParameters(callback: CallbackRequest, callbackUrl: string): boolean {
  try {
    return readCallbackParameters(callback, callbackUrl).size === 0;
  } catch {
    return false;
  }
}
