import { startTokenServer, type TokenServer } from '../../servers/token-server.ts';
import type { RunningPractice } from '../practice/start.ts';

/** The way to the practice Peaka, as the test wants it. */
export interface PeakaGate {
  server: TokenServer;
  /** For an account. */
  baseUrl: string;
  /**
   * `lost`: Peaka carries out what it gets, and the response to a change never arrives. A status: Peaka gets nothing, and this is the
   * response.
   */
  state: 'open' | 'lost' | number;
  /** The bodies that were sent with this method, in order. Those of a closed gate too. */
  sent(method: string): { credential?: Record<string, string> }[];
  close(): Promise<void>;
}

export async function startPeakaGate(practice: Pick<RunningPractice, 'origin'>): Promise<PeakaGate> {
  const server = await startTokenServer();
  const gate: PeakaGate = {
    server,
    baseUrl: `${server.origin}/api/v1`,
    state: 'open',
    sent: (method) => server.requests.filter((seen) => seen.method === method).map(({ body }) => JSON.parse(body)),
    close: server.close,
  };
  server.respondWith(({ method, path, headers, body }, response) => {
    const { state } = gate;
    if (typeof state === 'number') return { status: state, body: '' };
    const forward = async () => {
      const answer = await fetch(`${practice.origin}/peaka${path}`, {
        method,
        headers: { authorization: headers.authorization ?? '', 'content-type': 'application/json' },
        ...(body === '' ? {} : { body }),
      });
      const text = await answer.text();
      if (state === 'lost' && method !== 'GET') response.destroy();
      else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
    };
    forward().catch(() => response.destroy());
    return undefined;
  });
  return gate;
}
