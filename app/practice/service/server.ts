import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendJson } from './responses.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

const loopback = '127.0.0.1';

/** Listens on loopback only. Uses another free port if `port` is taken. */
export async function listen(port: number): Promise<{ server: Server; origin: string }> {
  // Longer than clients keep an idle connection, so that none closes during a request.
  const server = createServer({ keepAliveTimeout: 65_000 });
  await tryToListen(server, port).catch(() => tryToListen(server, 0));
  // A server on TCP has an address with a port.
  const address = server.address() as AddressInfo;
  return { server, origin: `http://${loopback}:${address.port}` };
}

function tryToListen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Passes every request to `respond`. An exception becomes a 500 without text. */
export function serve(server: Server, origin: string, respond: RequestHandler): void {
  const port = new URL(origin).port;
  const hosts = new Set([`${loopback}:${port}`, `localhost:${port}`]);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // Refuse the host names of websites that resolve to this machine (DNS rebinding).
    if (!hosts.has(request.headers.host ?? '')) {
      sendJson(response, 421, { error: 'misdirected_request', error_description: 'This is not the service meant.' });
      return;
    }
    void respondSafely(respond, request, response, origin);
  });
}

async function respondSafely(
  respond: RequestHandler,
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
): Promise<void> {
  try {
    const target = request.url ?? '/';
    await respond(request, response, new URL(target.startsWith('/') ? `${origin}${target}` : target));
  } catch (error) {
    // Error messages may contain tokens, so print only the kind.
    process.stderr.write(`practice service: ${error instanceof Error ? error.name : 'error'}\n`);
    if (response.headersSent) response.destroy();
    else sendJson(response, 500, { error: 'server_error', error_description: 'The practice service failed.' });
  }
}
