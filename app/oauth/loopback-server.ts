import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { matchesCallback } from '../shared/connection/callback-url.ts';
import { OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { isLoopbackHost } from '../shared/secure-url.ts';

export interface LoopbackServer {
  server: Server;
  /** The redirect URI for the actual port. */
  callbackUrl: string;
  /** Ends all connections at once. */
  cut(): void;
}

/** Listens at a loopback address. Throws OAuthError `callback.port_in_use`. */
export async function listenOnLoopback(configuredUrl: string): Promise<LoopbackServer> {
  const wanted = listenerFor(configuredUrl);
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const port = await listen(server, wanted);
  return {
    server,
    callbackUrl: wanted.callbackUrl(port),
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** The URL of a request by which a page visits the address. `undefined`: any other request. */
export function visitedUrl(request: IncomingMessage, callbackUrl: string): string | undefined {
  const allowed = request.method === 'GET' || request.method === 'POST';
  if (!allowed || !isVisit(request)) return undefined;
  // Check the Host header too: a site whose name resolves to this computer must not send a callback.
  const url = `http://${request.headers.host ?? ''}${request.url ?? ''}`;
  return matchesCallback(callbackUrl, url) ? url : undefined;
}

export const refuse = (response: ServerResponse) => response.writeHead(404, { connection: 'close' }).end();

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

/**
 * Whether the browser navigates to this page, so that the user sees it. Images, frames, scripts and prefetches of other
 * pages can reach the port too, but never carry a callback (Fetch Metadata §2; `Sec-Purpose`: Fetch §3.1.9). Requests
 * without these headers are accepted.
 */
function isVisit({ headers }: IncomingMessage): boolean {
  const destination = headers['sec-fetch-dest'];
  return (destination === undefined || destination === 'document') && headers['sec-purpose'] === undefined;
}
