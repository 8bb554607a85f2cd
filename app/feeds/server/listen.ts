import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Limits } from './limits.ts';
import type { AnswerMalformed } from './malformed.ts';
import { createRunningRequests } from './running-requests.ts';

/** PEM. `cert`: with its chain. */
export interface ServerCertificate {
  cert: string;
  key: string;
}

export interface ListenOptions {
  addresses: readonly ListenAddress[];
  port: number;
  /** `undefined`: without encryption. */
  certificate: ServerCertificate | undefined;
  limits: Limits;
  onRequest: RequestListener;
  /** Bytes that are no request, or too many, or too late. */
  onMalformed: AnswerMalformed;
}

/** `isNeeded`: without it the server does not start. Others may be missing on this computer. */
export interface ListenAddress {
  address: string;
  isNeeded: boolean;
}

export interface Listening {
  connections(): number;
  /** For new connections. */
  renewCertificate(certificate: ServerCertificate): void;
  /**
   * Accepts no more connections, and ends each one that has no running request. Resolves when no request runs. A
   * response that has not begun tells its reader that the connection ends.
   */
  drain(): Promise<void>;
  /** As `drain`, for `graceMs` at most. Then ends all that is left. */
  close(graceMs: number): Promise<void>;
}

/** Listens at every address. Rejects with the system's error of a needed one, and then listens at none. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { addresses, port, limits, certificate } = options;
  const sockets = new Set<Socket>();
  const servers: (Server | TlsServer)[] = [];
  const requests = createRunningRequests(options.onRequest);
  let ended: Promise<unknown> | undefined;
  const stopListening = (): Promise<unknown> => {
    ended ??= Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
    return ended;
  };
  const drain = (): Promise<void> => {
    void stopListening();
    return requests.drain();
  };
  const close = async (graceMs: number): Promise<void> => {
    const closed = stopListening();
    const timer = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, graceMs);
    await requests.drain();
    // Those that never became a connection of HTTP: a handshake of TLS that waits.
    for (const socket of sockets) socket.destroySoon();
    await closed;
    clearTimeout(timer);
  };
  try {
    for (const { address, isNeeded } of addresses) {
      const server = createOne({ ...options, onRequest: requests.onRequest });
      server.on('connection', (socket: Socket) => {
        if (sockets.size >= limits.connections) {
          socket.destroy();
          return;
        }
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
      });
      // The event before the first request: `connection`, or with TLS the end of the handshake.
      server.on(certificate === undefined ? 'connection' : 'secureConnection', requests.add);
      const isListening = await tryToListen(server, port, address).catch((error: unknown) => {
        if (isNeeded || !isMissingAddress(error)) throw error;
        return false;
      });
      if (isListening) servers.push(server);
    }
  } catch (error) {
    await close(0);
    throw error;
  }
  return {
    connections: () => sockets.size,
    renewCertificate: (certificate) => {
      for (const server of servers) if ('setSecureContext' in server) server.setSecureContext(certificate);
    },
    drain,
    close,
  };
}

function createOne({ certificate, limits, onRequest, onMalformed }: ListenOptions): Server | TlsServer {
  const options = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.headersMs,
    connectionsCheckingInterval: Math.min(limits.headersMs, 2_000),
    keepAliveTimeout: limits.keepAliveMs,
    maxHeaderSize: limits.headerBytes,
    // Checked in `gate.ts`, because Node's answer would be empty.
    requireHostHeader: false,
    noDelay: true,
  };
  const server =
    certificate === undefined
      ? createServer(options, onRequest)
      : createTlsServer(
          { ...options, ...certificate, minVersion: 'TLSv1.2', handshakeTimeout: limits.headersMs },
          onRequest,
        );
  // Without these listeners, Node sends its own response. `gate.ts` refuses the request.
  server.on('checkContinue', onRequest);
  server.on('checkExpectation', onRequest);
  const refused = new WeakSet<Duplex>();
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    // A connection that was refused may fail again, when its reader closes it.
    if (error.code === 'ECONNRESET' || refused.has(socket)) {
      socket.destroy();
      return;
    }
    refused.add(socket);
    const answer = onMalformed(error, socket);
    const isFresh = 'bytesWritten' in socket && socket.bytesWritten === 0;
    if (socket.writable && isFresh) socket.end(answer);
    // Half of a response may be on the way, so nothing can be said.
    else socket.destroy();
  });
  server.setTimeout(limits.silentMs);
  return server;
}

function tryToListen(server: Server | TlsServer, port: number, host: string): Promise<true> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Also where both would share one socket: each address has its own.
    server.listen({ port, host, backlog: 1_024, ipv6Only: true }, () => {
      server.off('error', reject);
      resolve(true);
    });
  });
}

/** The computer has no IPv6. */
const isMissingAddress = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');
