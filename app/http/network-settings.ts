/** How Tokenboard reaches servers, as the user chose it; holds the proxy's password, so it never leaves the main process. */
export interface NetworkSettings {
  proxy: ProxyChoice;
  /** PEM: authorities of the user's company, trusted beside those of the system. */
  authorities: readonly string[];
}

export type ProxyChoice =
  /** The proxy of the system, else that of the environment. */
  | { mode: 'system' }
  /** No proxy, whatever system and environment say. */
  | { mode: 'none' }
  /** `url`: `http:`, `https:` or `socks5:`, without a login in it. */
  | { mode: 'manual'; url: string; username: string; password: string };

export const systemNetwork: NetworkSettings = { proxy: { mode: 'system' }, authorities: [] };

/** A user name and password for one proxy and no other. */
export interface ProxyLogin {
  username: string;
  password: string;
}

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'socks5:']);
const usualPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443', 'socks5:': '1080' };

/** A proxy's URL as people write it (`proxy.corp:8080`, `socks5h://…`) as a URL; `undefined`: it is none. */
export function parseProxyUrl(text: string): URL | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  try {
    // `socks5h`: the proxy resolves names, as every proxy does here.
    const url = new URL(whole.replace(/^socks5?h?:/i, 'socks5:'));
    const isBare = (url.pathname === '/' || url.pathname === '') && url.search === '' && url.hash === '';
    return schemes.has(url.protocol) && url.hostname !== '' && isBare ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The URL of a proxy that the user gave, its login in it, as the agents take it. */
export function proxyUrlWithLogin({ url, username, password }: Extract<ProxyChoice, { mode: 'manual' }>): string {
  const proxy = parseProxyUrl(url);
  if (proxy === undefined) return url;
  const login = username === '' ? '' : `${encodeURIComponent(username)}:${encodeURIComponent(password)}@`;
  return `${proxy.protocol}//${login}${proxy.host}`;
}

/** `host:port` of a proxy, the port always there: how a window names the proxy that asks for a password. */
export const proxyAddress = (proxy: URL): string =>
  `${proxy.hostname.replace(/^\[|\]$/g, '')}:${proxy.port || usualPorts[proxy.protocol]}`.toLowerCase();

/**
 * The login for the proxy at `address` (`host:port`), which asks for one: that of the user's proxy, or of HTTPS_PROXY
 * and HTTP_PROXY. Any other proxy gets nothing: a network may name one of its own.
 */
export function proxyLogin(
  address: string,
  { proxy }: NetworkSettings,
  environment: NodeJS.ProcessEnv,
): ProxyLogin | undefined {
  const asks = address.replace(/[[\]]/g, '').toLowerCase();
  for (const text of proxyUrls(proxy, environment)) {
    const url = parseProxyUrl(text);
    if (url === undefined || url.username === '' || proxyAddress(url) !== asks) continue;
    const login = { username: decoded(url.username), password: decoded(url.password) };
    if (login.username !== undefined && login.password !== undefined)
      return { username: login.username, password: login.password };
  }
  return undefined;
}

function proxyUrls(proxy: ProxyChoice, environment: NodeJS.ProcessEnv): string[] {
  if (proxy.mode === 'none') return [];
  if (proxy.mode === 'manual') return [proxyUrlWithLogin(proxy)];
  return ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].flatMap((name) => environment[name] || []);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
