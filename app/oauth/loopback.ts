import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { CallbackRequest } from '../platform/platform.ts';
import { matchesCallback } from '../shared/connection/callback-url.ts';
import { OAuthError, PlatformError } from '../shared/errors.ts';
import { isLoopbackHost } from '../shared/secure-url.ts';
import { isStrayCallback, readCallbackParameters } from './callback.ts';
import { forwardPage, grantedPage, type Page, refusedPage, strayPage } from './loopback-page.ts';

export interface Loopback {
  callbackUrl: string;
  /**
   * Waits for the callback that `read` accepts; called once. A callback that does not name this login is told on its own
   * page and leaves the login waiting (`isStrayCallback`): any page of the browser can send one. Every other error of
   * `read` ends the login. Settles once, and the port is free by then. Rejects with the error of `read`; with PlatformError
   * `window.cancelled`; after the time limit with the last stray callback's error, or PlatformError `window.timeout`.
   */
  read<Read>(read: (callback: CallbackRequest) => Read): Promise<Read>;
  close(): void;
}

const maxBodyBytes = 64 * 1024;

/** Where to listen: `address` of the interface, port 0 for a free one. */
interface Wanted {
  address: string;
  port: number;
  /** The redirect URI, once it is known on which port. */
  callbackUrl(port: number): string;
}

/** Scheme and host, port, and the rest as they are written: whatever parses a URL also rewrites it. None with a user name. */
const written = /^(http:\/\/(?![^/?#]*@)(?:\[[^\]]*\]|[^/?#:]*))(?::(\d*))?(.*)$/is;

/**
 * A registered loopback URL is sent byte for byte (RFC 6749 §3.1.2.3); where it names no port, a free one is added
 * (RFC 8252 §7.3). Everything else becomes a free port.
 */
function listenerFor(callbackUrl: string): Wanted {
  const { protocol, hostname: host } = new URL(callbackUrl);
  const [, head = '', port = '', rest = ''] = written.exec(callbackUrl) ?? [];
  if (protocol !== 'http:' || !isLoopbackHost(host) || head === '')
    return { address: '127.0.0.1', port: 0, callbackUrl: (free) => `http://127.0.0.1:${free}/oauth2-callback/` };
  // RFC 8252 §7.3 names both; a name for this computer is IPv4's here.
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
      // Ports below 1024 are for programs with more rights, on many systems.
      const why =
        'code' in error && error.code === 'EACCES' ? 'may not be opened by Tokenboard' : 'is in use by another program';
      reject(
        new OAuthError('callback.port_in_use', `Port ${port}, which should receive the callback, ${why}.`, {
          details: { port },
        }),
      );
    });
    // RFC 8252 §8.3: on the loopback interface alone, so that no other machine can reach it.
    server.listen(port, address, resolve);
  });
  return (server.address() as AddressInfo).port; // a TCP server that listens has one
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
 * Whether the browser goes to this page, and the user sees it. Images, frames, scripts and prefetches of other pages
 * reach the port too, but never bring a login back (Fetch Metadata §2; `Sec-Purpose`: Fetch §3.1.9). A browser without
 * these headers is believed.
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
 * Listens on loopback for the callback of a login in the system browser (RFC 8252 §7.3). Any other path is 404. The
 * port is free again after the callback, a timeout or a cancel. Throws OAuthError `callback.port_in_use`.
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
  ended.promise.catch(() => undefined); // it may be rejected before `read` is called
  /** Reads a callback and returns what to do once the browser has its page; throws what `read` throws. */
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
  const cancel = () => cut(new PlatformError('window.cancelled', 'The login was cancelled.'));
  const timer = setTimeout(
    () => cut(lastStray ?? new PlatformError('window.timeout', 'The login took too long, so it was stopped.')),
    timeoutMs,
  );
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();

  const refuse = (response: ServerResponse) => response.writeHead(404, { connection: 'close' }).end();
  server.on('request', async (request, response) => {
    const url = `http://${request.headers.host ?? ''}${request.url ?? ''}`;
    const allowed = request.method === 'GET' || request.method === 'POST';
    // The Host header counts, too: a page whose name points at this computer must not send a callback.
    if (!allowed || isEnding || !isVisit(request) || !matchesCallback(callbackUrl, url)) return refuse(response);
    const body = request.method === 'POST' ? await readBody(request).catch(() => undefined) : undefined;
    const callback: CallbackRequest = { url, method: request.method === 'POST' ? 'POST' : 'GET', body };
    if (hasNoParameters(callback, callbackUrl)) {
      // They may be in the fragment, which only the page itself can see.
      send(response, 200, forwardPage());
      return;
    }
    // Another callback may have arrived while this one's body was read.
    if (isEnding || accept === undefined) return refuse(response);
    try {
      const finish = accept(callback);
      isEnding = true;
      // The browser gets its page whole before the port closes.
      response.once('close', () => {
        free();
        finish();
      });
      send(response, 200, grantedPage());
    } catch (error) {
      if (isStrayCallback(error)) {
        lastStray = error;
        send(response, 400, strayPage(error.message));
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

/** `false` also where they cannot be read: `read` tells why. */
function hasNoParameters(callback: CallbackRequest, callbackUrl: string): boolean {
  try {
    return readCallbackParameters(callback, callbackUrl).size === 0;
  } catch {
    return false;
  }
}
