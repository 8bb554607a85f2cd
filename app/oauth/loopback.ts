import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { HostError, OAuthError } from '../errors.ts';
import type { CallbackRequest } from '../hosts/host.ts';
import { isLoopbackHost } from '../http/secure-url.ts';
import { matchesCallback, readCallbackParameters } from './callback.ts';
import { answerPage, forwardPage } from './loopback-page.ts';

export interface Loopback {
  callbackUrl: string;
  /** Settles once; the port is free again by then. HostError `window.timeout`, `window.cancelled`. */
  readonly callback: Promise<CallbackRequest>;
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

/** Scheme and host, port, and the rest as they are written: whatever parses a URL also rewrites it. */
const written = /^(http:\/\/(?:\[[^\]]*\]|[^/?#:@]*))(?::(\d*))?(.*)$/is;

/**
 * A loopback URL of the user's own is sent as it was registered, byte for byte (RFC 6749 §3.1.2.3); where it names no
 * port, a free one is put in (RFC 8252 §7.3). Everything else becomes a free port.
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
        new OAuthError('callback.port_in_use', `Port ${port}, where the answer should come in, ${why}.`, {
          details: { port },
        }),
      );
    });
    // RFC 8252 §8.3: on the loopback interface alone, so that no other machine can answer.
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

function send(response: ServerResponse, status: number, page: { html: string; policy: string }): void {
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
 * Waits on loopback for the one answer of a login in the system's browser (RFC 8252 §7.3). Any other path is 404. The
 * port is free again after the answer, a timeout or a cancel. Throws OAuthError `callback.port_in_use`.
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

  let settle: { resolve(value: CallbackRequest): void; reject(error: Error): void } | undefined;
  const callback = new Promise<CallbackRequest>((resolve, reject) => {
    settle = { resolve, reject };
  });
  callback.catch(() => undefined); // it may be rejected before anybody waits for it

  const end = (finish: (settled: NonNullable<typeof settle>) => void) => {
    if (settle === undefined) return;
    const settled = settle;
    settle = undefined;
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    server.close();
    finish(settled);
  };
  const cut = (error: Error) => {
    end(({ reject }) => reject(error));
    for (const socket of sockets) socket.destroy();
  };
  const cancel = () => cut(new HostError('window.cancelled', 'The login was cancelled.'));
  const timer = setTimeout(
    () => cut(new HostError('window.timeout', 'The login took too long, so it was given up.')),
    timeoutMs,
  );
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();

  let answered = false;
  server.on('request', async (request, response) => {
    const url = `http://${request.headers.host ?? ''}${request.url ?? ''}`;
    const allowed = request.method === 'GET' || request.method === 'POST';
    // The Host header counts, too: a page elsewhere that points its name at this machine must not answer.
    if (!allowed || answered || settle === undefined || !matchesCallback(callbackUrl, url)) {
      response.writeHead(404, { connection: 'close' }).end();
      return;
    }
    const body = request.method === 'POST' ? await readBody(request).catch(() => undefined) : undefined;
    const answer: CallbackRequest = { url, method: request.method === 'POST' ? 'POST' : 'GET', body };
    const parameters = parametersOf(answer, callbackUrl);
    if (parameters?.size === 0) {
      // The answer may be in the fragment, which only the page itself can see.
      send(response, 200, forwardPage());
      return;
    }
    // Another one may have come while this one's body was read.
    if (answered) {
      response.writeHead(404, { connection: 'close' }).end();
      return;
    }
    answered = true;
    send(response, 200, answerPage(parameters?.has('error') !== true));
    // The browser gets its page whole before the port closes.
    response.once('close', () => end(({ resolve }) => resolve(answer)));
  });
  return { callbackUrl, callback, close: cancel };
}

/** `undefined`: they are refused later, with an error of their own. */
function parametersOf(answer: CallbackRequest, callbackUrl: string): Map<string, string> | undefined {
  try {
    return readCallbackParameters(answer, callbackUrl);
  } catch {
    return undefined;
  }
}
