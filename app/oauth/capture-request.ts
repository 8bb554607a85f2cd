import type { ClientRequest } from 'node:http';
import type { HttpRequest } from '../http/send.ts';

/** The method that Node's http calls on an agent. Node's types omit `addRequest`. */
interface RequestAgent {
  addRequest(request: ClientRequest): void;
  protocol: string;
  defaultPort: number;
}

/** Headers that the sender sets itself. */
const ownHeaders = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

/**
 * An agent for a library on node:http. It sends nothing, but captures the library's whole request, so that the app can
 * send it like all others (row 44). The library gets an error instead of a response. A plain object, because
 * simple-oauth2 clones its options, and a cloned agent would lose its internals.
 */
export function captureRequest(url: URL): { agent: RequestAgent; captured: Promise<Omit<HttpRequest, 'url'>> } {
  const { promise: captured, resolve } = Promise.withResolvers<Omit<HttpRequest, 'url'>>();
  const agent: RequestAgent = {
    protocol: url.protocol,
    defaultPort: url.protocol === 'https:' ? 443 : 80,
    addRequest(request) {
      const written: Buffer[] = [];
      const keep = (chunk: unknown): void => {
        if (typeof chunk === 'string' || chunk instanceof Uint8Array) written.push(Buffer.from(chunk));
      };
      Reflect.set(request, 'write', (chunk: unknown) => {
        keep(chunk);
        return true;
      });
      Reflect.set(request, 'end', (chunk: unknown) => {
        keep(chunk);
        resolve({ method: 'POST', headers: headersOf(request), body: Buffer.concat(written).toString('utf8') });
        // Without this, the library's promise would stay pending.
        setImmediate(() => request.emit('error', new Error('captured')));
        return request;
      });
    },
  };
  return { agent, captured };
}

function headersOf(request: ClientRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.getHeaders()))
    if (value !== undefined && !ownHeaders.has(name)) headers[name] = String(value);
  return headers;
}
