import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** What a path responds with: HTML, or whatever the function does. */
export type SiteResponse = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Site {
  origin: string;
  /** `GET /path?query`, in the order of arrival; favicons left out. */
  hits: string[];
  /** Paths may be added while it runs. */
  responses: Record<string, SiteResponse>;
  close(): Promise<void>;
}

export const redirect =
  (location: string, status = 302): SiteResponse =>
  (_request, response) => {
    response.writeHead(status, { location }).end();
  };

/** A site on loopback that notes who came. */
export function startSite(responses: Record<string, SiteResponse> = {}): Promise<Site> {
  return start('http', responses, (listener) => createServer(listener));
}

/** The same behind a certificate that nobody signed but itself. */
export function startUntrustedSite(responses: Record<string, SiteResponse> = {}): Promise<Site> {
  const pem = readFileSync(new URL('./untrusted.pem', import.meta.url));
  return start('https', responses, (listener) => createTlsServer({ key: pem, cert: pem }, listener));
}

/** Behind a certificate that the test gives, with whatever is sent along in `cert`. */
export function startSecureSite(
  tls: { key: string; cert: string },
  responses: Record<string, SiteResponse> = {},
): Promise<Site> {
  return start('https', responses, (listener) => createTlsServer(tls, listener));
}

async function start(
  scheme: 'http' | 'https',
  responses: Record<string, SiteResponse>,
  create: (listener: RequestListener) => ReturnType<typeof createServer>,
): Promise<Site> {
  const hits: string[] = [];
  const server = create((request, response) => {
    const url = request.url ?? '/';
    if (url !== '/favicon.ico') hits.push(`${request.method} ${url}`);
    const found = responses[new URL(url, 'http://site').pathname];
    if (typeof found === 'function') return found(request, response);
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(found ?? 'Not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    origin: `${scheme}://127.0.0.1:${port}`,
    hits,
    responses,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
