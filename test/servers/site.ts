import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** What a path answers: HTML, or whatever the function does. */
export type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Site {
  origin: string;
  /** `GET /path?query`, in the order of arrival; favicons left out. */
  hits: string[];
  /** Paths may be added while it runs. */
  answers: Record<string, Answer>;
  close(): Promise<void>;
}

export const redirect =
  (location: string, status = 302): Answer =>
  (_request, response) => {
    response.writeHead(status, { location }).end();
  };

/** A site on loopback that notes who came. */
export function startSite(answers: Record<string, Answer> = {}): Promise<Site> {
  return start('http', answers, (listener) => createServer(listener));
}

/** The same behind a certificate that nobody signed but itself. */
export function startUntrustedSite(answers: Record<string, Answer> = {}): Promise<Site> {
  const pem = readFileSync(new URL('./untrusted.pem', import.meta.url));
  return start('https', answers, (listener) => createTlsServer({ key: pem, cert: pem }, listener));
}

/** Behind a certificate that the test gives, with whatever is sent along in `cert`. */
export function startSecureSite(
  tls: { key: string; cert: string },
  answers: Record<string, Answer> = {},
): Promise<Site> {
  return start('https', answers, (listener) => createTlsServer(tls, listener));
}

async function start(
  scheme: 'http' | 'https',
  answers: Record<string, Answer>,
  create: (listener: RequestListener) => ReturnType<typeof createServer>,
): Promise<Site> {
  const hits: string[] = [];
  const server = create((request, response) => {
    const url = request.url ?? '/';
    if (url !== '/favicon.ico') hits.push(`${request.method} ${url}`);
    const answer = answers[new URL(url, 'http://site').pathname];
    if (typeof answer === 'function') return answer(request, response);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(answer ?? 'Not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    origin: `${scheme}://127.0.0.1:${port}`,
    hits,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
