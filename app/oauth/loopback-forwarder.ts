import type { WindowExchange } from '../http/exchanges.ts';
import { type Forward, forwardedUrl, forwardStatus } from '../platform/forward.ts';
import { listenOnLoopback, refuse, visitedUrl } from './loopback-server.ts';

export interface Forwarder {
  /** The forwarded address, with the actual port. */
  from: string;
  close(): void;
}

/**
 * Sends visits of a loopback address on to another one with status 307, query unchanged, for a login in the system
 * browser. Listens until it is closed, because the user may reload the page. Throws OAuthError `callback.port_in_use`.
 */
export async function startForwarder(
  forward: Forward,
  onExchange: (exchange: WindowExchange) => void,
): Promise<Forwarder> {
  const { server, callbackUrl: from, cut } = await listenOnLoopback(forward.from);
  server.on('request', (request, response) => {
    const url = visitedUrl(request, from);
    if (url === undefined) return refuse(response);
    const location = forwardedUrl({ from, to: forward.to }, url);
    const responseHeaders = {
      location,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      connection: 'close',
    };
    response.writeHead(forwardStatus, responseHeaders).end();
    const method = request.method === 'POST' ? 'POST' : 'GET';
    onExchange({ at: Date.now(), method, url, requestHeaders: {}, status: forwardStatus, responseHeaders });
  });
  return {
    from,
    close: () => {
      server.close();
      cut();
    },
  };
}
