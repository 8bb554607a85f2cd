import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { CallbackRequest } from '../platform/platform.ts';
import { matchesCallback } from '../shared/connection/callback-url.ts';
import { OAuthError, PlatformError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { isLoopbackHost } from '../shared/secure-url.ts';
import { isStrayCallback, readCallbackParameters } from './callback.ts';
import { forwardPage, grantedPage, type Page, refusedPage, strayPage } from './loopback-page.ts';

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

/** Where to listen: `address` of the interface, and a port, with 0 for a free one. */
interface Wanted {
  address: string;
  port: number;
  /** The redirect URI for the actual port. */
  callbackUrl(port: number): string;
}

/**
 * Splits a URL into scheme with host, port, and rest, all as written: parsing would rewrite it. Excludes URLs with a
 * user name.
 */
const written = /^(http:\/\/(?![^/?#]*@)(?:\[[^\]]*\]|[^/?#:]*))(?::(\d*))?(.*)$/is;

/**
 * A registered loopback URL is sent byte for byte (RFC 6749 §3.1.2.3). If it has no port, a free one is added (RFC 8252
 * §7.3). Any other URL is replaced by a free port.
 */
function listenerFor(callbackUrl: string): Wanted {
  const { protocol, hostname: host } = new URL(callbackUrl);
  const [, head = '', port = '', rest = ''] = written.exec(callbackUrl) ?? [];
  if (protocol !== 'http:' || !isLoopbackHost(host) || head === '')
    return { address: '127.0.0.1', port: 0, callbackUrl: (free) => `http://127.0.0.1:${free}/oauth2-callback/` };
  // RFC 8252 §7.3 names both IP versions. The app listens on IPv4 for names of this computer.
  const address = host === 'localhost' ? '127.0.0.1' : host.replace(/[[\]]/g, '');
  return {
    address,
    port: Number(port),
    callbackUrl: (free) => (port === '' ? `${head}:${free}${rest}` : callbackUrl),
  };
}

async function listen(server: Server, { address, port }: Wanted): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      // On many systems, ports below 1024 need special rights.
      const problem = message(
        'code' in error && error.code === 'EACCES' ? 'oauth.callback.portForbidden' : 'oauth.callback.portInUse',
        { port },
      );
      reject(new OAuthError('callback.port_in_use', problem, { details: { port } }));
    });
    // RFC 8252 §8.3: listen on the loopback interface only, so that no other machine can reach the port.
    server.listen(port, address, resolve);
  });
  return (server.address() as AddressInfo).port; // a listening TCP server has one
}

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

/**
 * Whether the browser navigates to this page, so that the user sees it. Images, frames, scripts and prefetches of other
 * pages can reach the port too, but never carry a callback (Fetch Metadata §2; `Sec-Purpose`: Fetch §3.1.9). Requests
 * without these headers are accepted.
 */
function isVisit({ headers }: IncomingMessage): boolean {
  const destination = headers['sec-fetch-dest'];
  return (destination === undefined || destination === 'document') && headers['sec-purpose'] === undefined;
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
  const wanted = listenerFor(configuredUrl);
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const port = await listen(server, wanted);
  const callbackUrl = wanted.callbackUrl(port);

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
    for (const socket of sockets) socket.destroy();
  };
  const cancel = () => cut(new PlatformError('window.cancelled', message('oauth.login.cancelled')));
  const timer = setTimeout(
    () => cut(lastStray ?? new PlatformError('window.timeout', message('oauth.login.timeout'))),
    timeoutMs,
  );
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();

  const refuse = (response: ServerResponse) => response.writeHead(404, { connection: 'close' }).end();
  server.on('request', async (request, response) => {
    const url = `http://${request.headers.host ?? ''}${request.url ?? ''}`;
    const allowed = request.method === 'GET' || request.method === 'POST';
    // Check the Host header too: a site whose name resolves to this computer must not send a callback.
    if (!allowed || isEnding || !isVisit(request) || !matchesCallback(callbackUrl, url)) return refuse(response);
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
