import { HttpError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { isLoopbackHost } from '../shared/secure-url.ts';
import { withDeadline } from './deadline.ts';
import { type ProxyChoice, parseProxyUrl, proxyUrlWithLogin } from './network-settings.ts';

/** `undefined`: direct. Otherwise the proxy's URL: `http:`, `https:` or `socks5:`. It may contain a password. */
export type ProxyRule = string | undefined;
/** The ways to a server, in the order to try. Never empty. */
export type ProxyRules = readonly [ProxyRule, ...ProxyRule[]];

const pacSchemes: Record<string, string> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks5',
  SOCKS5: 'socks5',
};

/** In ms. A proxy script may query name servers that do not respond, and no request leaves until it ends. */
const scriptMs = 10_000;

/**
 * The usable entries of a PAC result (`PROXY a:8080; DIRECT`), in order. SOCKS4 is not usable. If no entry is, does not
 * fall back to a direct connection, which would bypass a proxy that the network requires. Throws HttpError
 * `http.proxy_settings`.
 */
export function readPacResult(result: string): ProxyRules {
  const rules: ProxyRule[] = [];
  const entries = result.split(';').flatMap((entry) => entry.trim() || []);
  for (const entry of entries) {
    const [kind = '', address] = entry.split(/\s+/);
    // Entries after DIRECT are never used: if a direct connection fails, the server is at fault.
    if (kind.toUpperCase() === 'DIRECT') {
      rules.push(undefined);
      break;
    }
    const scheme = pacSchemes[kind.toUpperCase()];
    const rule = scheme === undefined || address === undefined ? undefined : readProxy(`${scheme}://${address}`);
    if (rule !== undefined) rules.push(rule);
  }
  if (rules.length === 0 && entries.length > 0)
    throw unusable(message('http.proxySettings.script'), message('http.proxySettings.otherKinds'));
  const [first, ...others] = new Set(rules);
  return [first, ...others];
}

const unusable = (where: Message, reason: Message) =>
  new HttpError('http.proxy_settings', message('http.proxySettings', { where, reason }), {
    details: { where, reason },
  });

/** A proxy's address as a rule, with its login. Ignores a path. `undefined`: not usable. */
function readProxy(text: string): string | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const address = whole.replace(/^socks5?h?:/i, 'socks5:');
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, password, host, hostname, search, hash } = new URL(address);
  // An unencoded # or ? in a password would make the text before it look like the host.
  if (!/^(?:https?|socks5):$/.test(protocol) || hostname === '' || search !== '' || hash !== '') return undefined;
  if (!isDecodable(username + password)) return undefined;
  const login = username === '' && password === '' ? '' : `${username}${password === '' ? '' : `:${password}`}@`;
  return `${protocol}//${login}${host}`;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The first variable that is set, and its name. */
function variable(environment: NodeJS.ProcessEnv, ...names: string[]): [name: string, value: string] | undefined {
  for (const name of names.flatMap((each) => [each.toLowerCase(), each])) {
    const value = environment[name]?.trim();
    if (value) return [name, value];
  }
  return undefined;
}

/** The rules of undici's EnvHttpProxyAgent, so that every library here chooses the same way. */
function isExempt(url: URL, noProxy: string): boolean {
  const hostname = url.hostname.replace(/^\[(.+)\]$/, '$1').replace(/\.$/, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  for (const entry of noProxy.toLowerCase().split(/[,\s]+/)) {
    if (entry === '') continue;
    const parts = /^\[(.+)\](?::(\d+))?$/.exec(entry) ?? /^([^:]+)(?::(\d+))?$/.exec(entry) ?? [entry, entry];
    const [, name = '', onlyPort] = parts;
    if (onlyPort !== undefined && onlyPort !== port) continue;
    if (name === '*') return true;
    const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
    if (hostname.endsWith(`.${domain}`) || (hostname === domain && !name.startsWith('*'))) return true;
  }
  return false;
}

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in lower or upper case. Throws HttpError `http.proxy_settings`
 * without the value, which may contain a password.
 */
export function readProxyEnvironment(url: URL, environment: NodeJS.ProcessEnv): ProxyRule {
  const [, noProxy = ''] = variable(environment, 'NO_PROXY') ?? [];
  if (isExempt(url, noProxy)) return undefined;
  const names = url.protocol === 'https:' ? ['HTTPS_PROXY', 'HTTP_PROXY'] : ['HTTP_PROXY'];
  const found = variable(environment, ...names);
  if (found === undefined) return undefined;
  const [name, value] = found;
  const rule = readProxy(value);
  if (rule !== undefined) return rule;
  const isOldSocks = /^socks4/i.test(value);
  throw unusable(
    message('http.proxySettings.variable', { name }),
    isOldSocks ? message('http.proxySettings.socks4') : message('http.proxySettings.form'),
  );
}

/**
 * The ways to `url` (row 41). Requests to this machine never use a proxy. Rejects with HttpError `http.proxy_settings`,
 * `http.proxy`.
 */
export async function proxyRules(
  url: URL,
  choice: ProxyChoice,
  resolveProxy: (url: string) => Promise<string | undefined>,
  environment: NodeJS.ProcessEnv,
): Promise<ProxyRules> {
  if (isLoopbackHost(url.hostname) || choice.mode === 'none') return [undefined];
  if (choice.mode === 'manual') {
    if (parseProxyUrl(choice.url) === undefined)
      throw unusable(message('http.proxySettings.setting'), message('http.proxySettings.unreadable'));
    return [proxyUrlWithLogin(choice)];
  }
  // Send only the origin: a network's proxy script need not learn the path.
  const result = await askedInTime(() => resolveProxy(`${url.origin}/`), url);
  return result === undefined ? [readProxyEnvironment(url, environment)] : readPacResult(result);
}

async function askedInTime(ask: () => Promise<string | undefined>, { host }: URL): Promise<string | undefined> {
  const noRules = () =>
    new HttpError('http.proxy', message('http.proxySettings.late'), {
      details: { host },
    });
  try {
    return await withDeadline({ timeoutMs: scriptMs, timedOut: noRules }, ask);
  } catch {
    throw noRules();
  }
}
