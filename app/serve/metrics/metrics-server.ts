import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { message } from '../../shared/messages/message.ts';
import { isLoopbackHost } from '../../shared/secure-url.ts';
import { StartProblem } from '../start-problem.ts';
import { expositionType } from './exposition.ts';

export interface MetricsServerOptions {
  address: string;
  /** `0`: any free one. */
  port: number;
  /** Sent as Bearer. Needed on every address but loopback. */
  key: string | undefined;
  /** The body: metrics as text. */
  read(): string;
}

export interface MetricsServer {
  port: number;
  close(): Promise<void>;
}

/** A scrape is a few hundred bytes. Prometheus sends it at once, over one connection. */
const limits = { requestTimeout: 5_000, headersTimeout: 5_000, keepAliveTimeout: 65_000, maxHeaderSize: 8 * 1024 };
const mostConnections = 32;

/** Serves `/metrics` and nothing else. Throws StartProblem `listen`. */
export async function startMetricsServer(options: MetricsServerOptions): Promise<MetricsServer> {
  const { address, port, key } = options;
  const isLocal = isLoopbackHost(address.includes(':') ? `[${address}]` : address);
  if (!isLocal && !key) throw new StartProblem('listen', message('serve.metrics.key'));
  const server = createServer(limits, (request, response) => {
    const { status, headers, body } = responseTo(request, options, isLocal);
    end(response, status, headers, request.method === 'HEAD' ? '' : body);
  });
  server.maxConnections = mostConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const values = { address: `${address}:${port}`, code: cause.code ?? '' };
      reject(new StartProblem('listen', message('serve.metrics.listen', values), { cause }));
    });
    server.listen(port, address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port, // it listens on a port, not on a pipe
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Reply {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

function responseTo(request: IncomingMessage, { key, read }: MetricsServerOptions, isLocal: boolean): Reply {
  // A page in a browser on this computer could reach loopback under a name of its own (DNS rebinding).
  if (isLocal && !hasLoopbackHost(request)) return { status: 421, body: '' };
  if (key && !isKey(request.headers.authorization, key))
    return { status: 401, headers: { 'www-authenticate': 'Bearer' }, body: '' };
  if (request.url?.split('?')[0] !== '/metrics') return { status: 404, body: '' };
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, headers: { allow: 'GET, HEAD' }, body: '' };
  return { status: 200, headers: { 'content-type': expositionType }, body: read() };
}

function hasLoopbackHost({ headers: { host = '' } }: IncomingMessage): boolean {
  return URL.canParse(`http://${host}`) && isLoopbackHost(new URL(`http://${host}`).hostname);
}

/** Takes as long for a wrong key as for a right one. */
function isKey(authorization: string | undefined, key: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(authorization?.replace(/^bearer +/i, '') ?? ''), hash(key));
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}, body: string): void {
  response.writeHead(status, { 'cache-control': 'no-store', ...headers });
  response.end(body);
}
