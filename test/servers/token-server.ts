import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { SecureContextOptions } from 'node:tls';

export interface SeenRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** The body read as a form. */
  form: URLSearchParams;
}

export interface StubResponse {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}
/** A response, or a function that does with the response what it likes. */
export type Script = StubResponse | ((request: SeenRequest, response: ServerResponse) => StubResponse | undefined);

export interface TokenServer {
  origin: string;
  port: number;
  url(path?: string): string;
  /** The next responses, in order; the last one repeats. */
  respondWith(...scripts: Script[]): void;
  requests: SeenRequest[];
  close(): Promise<void>;
}

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): StubResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

/** A token endpoint on loopback that says exactly what a test tells it to, however wrong, and keeps what it was asked. */
export async function startTokenServer(
  options: { tls?: SecureContextOptions | undefined; port?: number } = {},
): Promise<TokenServer> {
  const requests: SeenRequest[] = [];
  let scripts: Script[] = [json({ access_token: 'first-token', token_type: 'Bearer', expires_in: 3600 })];
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const seen: SeenRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body,
      form: new URLSearchParams(body),
    };
    requests.push(seen);
    const script = scripts.length > 1 ? scripts.shift() : scripts[0];
    const stub = typeof script === 'function' ? script(seen, response) : script;
    if (stub === undefined) return;
    response.writeHead(stub.status ?? 200, stub.headers);
    response.end(stub.body);
  };
  const server = options.tls === undefined ? createServer(listener) : createSecureServer(options.tls, listener);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const origin = `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  return {
    origin,
    port,
    url: (path = '/token') => origin + path,
    respondWith(...next) {
      scripts = next;
    },
    requests,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
