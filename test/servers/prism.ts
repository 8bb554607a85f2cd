import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createLogger } from '@stoplight/prism-core';
import { createInstance, getHttpOperationsFromSpec, type IHttpRequest, ProblemJsonError } from '@stoplight/prism-http';

export interface Prism {
  origin: string;
  /** What does not match the document, as `POST /path: request body: …`. */
  violations(): readonly string[];
  /** Requests that matched an operation and were forwarded, as `POST /path 200`. */
  forwarded(): readonly string[];
  close(): Promise<void>;
}

interface Mismatch {
  /** Prism's: a diagnostic has a path, a problem that it answers with a location. */
  path?: readonly string[];
  location?: readonly string[];
  message: string;
}

/**
 * Prism's engine between a client and a server (decision 23): compares each request and each response with an OpenAPI
 * document. A request that does not match is not forwarded (422), a response that does not match becomes a 500.
 * `upstream`: what takes the place of the document's server URL.
 */
export async function startPrism(document: object, upstream: string): Promise<Prism> {
  const operations = await getHttpOperationsFromSpec(document);
  const prism = createInstance(
    {
      isProxy: true,
      upstream: new URL(upstream),
      upstreamProxy: undefined,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: true,
      mock: { dynamic: false },
    },
    { logger: createLogger('prism', { level: 'silent' }) },
  );
  const violations: string[] = [];
  const forwarded: string[] = [];

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://prism');
    const name = `${request.method} ${pathname}`;
    const add = (side: string, found: readonly Mismatch[]) => {
      for (const { path, location, message } of found)
        violations.push(`${name}: ${side} ${(path ?? location ?? []).join('.')}: ${message}`);
    };
    const problem = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify(body));
    };
    const result = await prism.request(await inputOf(request), operations)();
    if (result._tag === 'Left') {
      const { left } = result;
      if (left instanceof ProblemJsonError) {
        const { validation } = (left.additional ?? {}) as { validation?: Mismatch[] };
        add('request', validation ?? [{ message: left.message }]);
        problem(left.status, { type: left.name, title: left.message, detail: left.detail, ...left.additional });
      } else {
        // The server does not answer: the client must see what it would see without Prism.
        response.destroy();
      }
      return;
    }
    const { output, validations } = result.right;
    forwarded.push(`${name} ${output.statusCode}`);
    add('request', validations.input);
    add(`response ${output.statusCode}`, validations.output);
    if (validations.output.length > 0) {
      problem(500, { title: 'The response does not match the document', validation: validations.output });
      return;
    }
    const body =
      output.body === undefined || typeof output.body === 'string' ? output.body : JSON.stringify(output.body);
    const { 'content-length': _, ...headers } = output.headers ?? {};
    response.writeHead(output.statusCode, headers);
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // A server on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    violations: () => violations,
    forwarded: () => forwarded,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function inputOf(request: IncomingMessage): Promise<IHttpRequest> {
  const url = new URL(request.url ?? '/', 'http://prism');
  const body = await text(request);
  return {
    // The methods of the document are among Prism's names.
    method: (request.method ?? 'GET').toLowerCase() as IHttpRequest['method'],
    url: { path: url.pathname, query: Object.fromEntries(url.searchParams) },
    headers: headersOf(request),
    body: body === '' ? undefined : parse(body),
  };
}

/** Without those of the connection, and the length, which Prism counts again. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !/^(?:connection|content-length|transfer-encoding)$/.test(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
