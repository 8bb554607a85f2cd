/** How the user wants Tokenboard to reach servers. Holds the proxy's password, so it never leaves the main process. */
export interface NetworkSettings {
  proxy: ProxyChoice;
  /** PEM: the user's authorities, trusted in addition to the system's. */
  authorities: readonly string[];
}

export type ProxyChoice =
  /** The system's proxy, otherwise the environment's. */
  | { mode: 'system' }
  /** No proxy, whatever the system and the environment say. */
  | { mode: 'none' }
  /** `url`: `http:`, `https:` or `socks5:`, without userinfo. */
  | { mode: 'manual'; url: string; username: string; password: string };

export const systemNetwork: NetworkSettings = { proxy: { mode: 'system' }, authorities: [] };

/** A user name and password, for one proxy only. */
export interface ProxyLogin {
  username: string;
  password: string;
}

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'socks5:']);
const usualPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443', 'socks5:': '1080' };

/** Parses a proxy's URL as people write it (`proxy.corp:8080`, `socks5h://…`). `undefined`: not a proxy URL. */
export function parseProxyUrl(text: string): URL | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  try {
    // `socks5h` lets the proxy resolve names, which every proxy does here.
    const url = new URL(whole.replace(/^socks5?h?:/i, 'socks5:'));
    const isBare = (url.pathname === '/' || url.pathname === '') && url.search === '' && url.hash === '';
    return schemes.has(url.protocol) && url.hostname !== '' && isBare ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The URL of the user's proxy with its login, as the agents expect it. */
export function proxyUrlWithLogin({ url, username, password }: Extract<ProxyChoice, { mode: 'manual' }>): string {
  const proxy = parseProxyUrl(url);
  if (proxy === undefined) return url;
  const login = username === '' ? '' : `${encodeURIComponent(username)}:${encodeURIComponent(password)}@`;
  return `${proxy.protocol}//${login}${proxy.host}`;
}

/** `host:port` of a proxy, always with the port: how a window names a proxy that asks for a password. */
export const proxyAddress = (proxy: URL): string =>
  `${proxy.hostname.replace(/^\[|\]$/g, '')}:${proxy.port || usualPorts[proxy.protocol]}`.toLowerCase();

/**
 * The login for the proxy at `address` (`host:port`): that of the user's proxy, or of HTTPS_PROXY and HTTP_PROXY. Any
 * other proxy gets none, because a network may name any proxy.
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
