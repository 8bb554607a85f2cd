import type { SecureContext } from 'node:tls';
import type { Dispatcher } from 'undici';
import { mostHeaderBytes } from './malformed.ts';
import type { ProxyRule } from './proxy-rule.ts';

export interface DispatcherOptions {
  origin: string;
  rule: ProxyRule;
  /** Whether this is the last way to try. */
  isLast: boolean;
  connections: number;
  /** For TLS to the server or the proxy. */
  secureContext: SecureContext | undefined;
}

/** How long a proxy may take to open a tunnel, in ms. Shorter while there is another way to try. */
const tunnelMs = 20_000;
const impatientTunnelMs = 10_000;

/** Loads undici before the first request, while the app is idle. */
export const warmDispatchers = (): void => void import('undici').catch(() => undefined);

/** The connections to one origin, direct or through one proxy. */
export async function createDispatcher(options: DispatcherOptions): Promise<Dispatcher> {
  const { origin, rule, isLast, connections, secureContext } = options;
  // Load with the first request: loading takes tens of milliseconds that the start cannot spare. Use the default
  // export: in the bundle, a lazily loaded CommonJS package has no named exports.
  const { Pool, ProxyAgent } = (await import('undici')).default;
  const tls = secureContext === undefined ? {} : { secureContext };
  const maxHeaderSize = mostHeaderBytes;
  if (rule === undefined) return new Pool(origin, { connections, connect: tls, maxHeaderSize });
  // With TLS options for the proxy, undici would use TLS with a SOCKS proxy. It also expects a SOCKS login decoded.
  const special = rule.startsWith('https:') ? { proxyTls: tls } : rule.startsWith('socks5:') ? loginIn(rule) : {};
  return new ProxyAgent({
    uri: rule,
    connections,
    requestTls: tls,
    ...special,
    factory: (to, more) => new Pool(to, { ...more, maxHeaderSize }),
    // For connections to the proxy itself: this ends a CONNECT without a response (row 45), which the request cannot
    // end.
    clientFactory: (proxy, more) => new Pool(proxy, { ...more, headersTimeout: isLast ? tunnelMs : impatientTunnelMs }),
  });
}

function loginIn(rule: string): { username?: string; password?: string } {
  const { username, password } = new URL(rule);
  return username === '' ? {} : { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}
