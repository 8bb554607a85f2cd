import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Seconds that an access token lasts. */
const tokenSeconds = 60;
export const steadyRows = 5_000;
const largeRows = 60_000;
/** More than the console keeps of a body. */
const fillingRows = 400;

const rowsOf = (count: number, version: number): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, id) => ({
      id,
      name: `Köln ${id} ${version}`,
      amount: id % 7 === 0 ? null : id * 1.5,
      at: new Date(1_790_000_000_000 + id * 60_000).toISOString(),
    })),
  );

/** Each once, again and again: what a service does on a bad day. */
const failures: ((response: ServerResponse, version: number) => void)[] = [
  (response, version) => response.end(rowsOf(10, version)),
  (response) => response.writeHead(500).end('{"error":"later"}'),
  (response, version) => response.end(rowsOf(10, version)),
  (response) => response.writeHead(503, { 'retry-after': '1' }).end(),
  (response) => response.end('<html>no JSON</html>'),
  (response, version) => response.end(rowsOf(10, version)),
  (response) => response.end('[]'),
  (response) => response.destroy(),
];

const countOf = (url: string | undefined): number =>
  url === '/large' ? largeRows : url?.startsWith('/filling') ? fillingRows : steadyRows;

/** A service that needs a token, and whose rows change with each request. */
export async function startSoakService() {
  const seen = { rows: 0, tokens: 0, refused: 0 };
  let validUntil = 0;
  let turn = 0;
  const answer = ({ url, headers }: IncomingMessage, response: ServerResponse): void => {
    response.setHeader('content-type', 'application/json');
    if (url === '/token') {
      seen.tokens += 1;
      validUntil = Date.now() + tokenSeconds * 1000;
      const token = { access_token: `token-${seen.tokens}`, refresh_token: `refresh-${seen.tokens}` };
      response.end(JSON.stringify({ ...token, token_type: 'Bearer', expires_in: tokenSeconds }));
    } else if (headers.authorization !== `Bearer token-${seen.tokens}` || Date.now() > validUntil) {
      seen.refused += 1;
      response.writeHead(401).end('{"error":"invalid_token"}');
    } else {
      seen.rows += 1;
      if (url === '/failing') failures[turn++ % failures.length]?.(response, seen.rows);
      else response.end(rowsOf(countOf(url), seen.rows));
    }
  };
  const server = createServer((request, response) => {
    request.resume().once('end', () => answer(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
