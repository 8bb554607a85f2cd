import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Limits } from './limits.ts';

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
  /** Bytes that are no request, or too many, or too late. Returns what is sent before the connection ends. */
  onMalformed(code: string): Buffer;
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
  /** Lets running answers end for `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** Listens at every address. Rejects with the system's error of a needed one, and then listens at none. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { addresses, port, limits } = options;
  const sockets = new Set<Socket>();
  const servers: (Server | TlsServer)[] = [];
  const close = async (graceMs: number): Promise<void> => {
    const ended = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
    for (const server of servers) server.closeIdleConnections();
    const timer = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, graceMs);
    await Promise.all(ended);
    clearTimeout(timer);
  };
  try {
    for (const { address, isNeeded } of addresses) {
      const server = createOne(options);
      server.on('connection', (socket: Socket) => {
        if (sockets.size >= limits.connections) {
          socket.destroy();
          return;
        }
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
      });
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
  // Without these, Node answers by itself. The request then has its refusal from `gate.ts`.
  server.on('checkContinue', onRequest);
  server.on('checkExpectation', onRequest);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const isFresh = 'bytesWritten' in socket && socket.bytesWritten === 0;
    if (socket.writable && isFresh && error.code !== 'ECONNRESET') socket.end(onMalformed(error.code ?? ''));
    // Half of an answer may be on the way, so nothing can be said.
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
