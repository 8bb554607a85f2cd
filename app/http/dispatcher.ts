import type { SecureContext } from 'node:tls';
import type { Dispatcher } from 'undici';
import { mostHeaderBytes } from './malformed.ts';
import type { ProxyRule } from './proxy-rule.ts';

export interface DispatcherOptions {
  origin: string;
  rule: ProxyRule;
  /** No other way is tried after this one. */
  isLast: boolean;
  connections: number;
  /** For TLS, to the server or to the proxy. */
  secureContext: SecureContext | undefined;
}

/** How long a proxy may take to open a tunnel, ms: less while there is another to try. */
const tunnelMs = 20_000;
const impatientTunnelMs = 10_000;

/** Before the first request, when there is time. */
export const warmDispatchers = (): void => void import('undici').catch(() => undefined);

/** The connections to one origin, straight or through one proxy. */
export async function createDispatcher(options: DispatcherOptions): Promise<Dispatcher> {
  const { origin, rule, isLast, connections, secureContext } = options;
  // Loaded with the first request: it takes tens of milliseconds that the start does not have.
  // Through the default: in the bundle a CommonJS package that is loaded late has no other names.
  const { Pool, ProxyAgent } = (await import('undici')).default;
  const tls = secureContext === undefined ? {} : { secureContext };
  const maxHeaderSize = mostHeaderBytes;
  if (rule === undefined) return new Pool(origin, { connections, connect: tls, maxHeaderSize });
  // With TLS options for the proxy, undici would speak TLS to a SOCKS proxy; and its login there it takes decoded.
  const special = rule.startsWith('https:') ? { proxyTls: tls } : rule.startsWith('socks5:') ? loginIn(rule) : {};
  return new ProxyAgent({
    uri: rule,
    connections,
    requestTls: tls,
    ...special,
    factory: (to, more) => new Pool(to, { ...more, maxHeaderSize }),
    // To the proxy itself: a CONNECT that nobody responds to ends here (row 45), as its request cannot end it.
    clientFactory: (proxy, more) => new Pool(proxy, { ...more, headersTimeout: isLast ? tunnelMs : impatientTunnelMs }),
  });
}

function loginIn(rule: string): { username?: string; password?: string } {
  const { username, password } = new URL(rule);
  return username === '' ? {} : { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}
