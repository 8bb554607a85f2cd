import { type ProxyChoice, proxyUrlWithLogin } from './network-settings.ts';
import { isLoopbackHost } from './secure-url.ts';

/** `undefined`: straight to the server; else the proxy's URL: `http:`, `https:` or `socks5:`. It may hold a password. */
export type ProxyRule = string | undefined;
/** The ways to a server, tried in order; never empty. */
export type ProxyRules = readonly [ProxyRule, ...ProxyRule[]];

const pacSchemes: Record<string, string> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks5',
  SOCKS5: 'socks5',
};

/** The entries of a PAC answer (`PROXY a:8080; DIRECT`) that can be used, in order; SOCKS4 cannot. */
export function readPacAnswer(answer: string): ProxyRules {
  const rules: ProxyRule[] = [];
  for (const entry of answer.split(';')) {
    const [kind = '', address] = entry.trim().split(/\s+/);
    // Nothing that comes after DIRECT is ever asked: if the server cannot be reached so, it is the server that fails.
    if (kind.toUpperCase() === 'DIRECT') {
      rules.push(undefined);
      break;
    }
    const scheme = pacSchemes[kind.toUpperCase()];
    if (scheme !== undefined && address !== undefined) rules.push(`${scheme}://${address}`);
  }
  const [first, ...others] = new Set(rules);
  return [first, ...others];
}

const variable = (environment: NodeJS.ProcessEnv, name: string) =>
  environment[name.toLowerCase()] || environment[name.toUpperCase()] || undefined;

/** The rules of undici's EnvHttpProxyAgent, so that every library here goes the same way. */
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

/** `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, small or capital. */
export function readProxyEnvironment(url: URL, environment: NodeJS.ProcessEnv): ProxyRule {
  if (isExempt(url, variable(environment, 'no_proxy') ?? '')) return undefined;
  const plain = variable(environment, 'http_proxy');
  const text = url.protocol === 'https:' ? (variable(environment, 'https_proxy') ?? plain) : plain;
  if (text === undefined) return undefined;
  const proxy = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  return proxy.replace(/^socks5?h?:/i, 'socks5:');
}

/** Which ways to `url` (row 41). This machine itself is never asked for through a proxy. */
export async function proxyRules(
  url: URL,
  choice: ProxyChoice,
  resolveProxy: (url: string) => Promise<string | undefined>,
  environment: NodeJS.ProcessEnv,
): Promise<ProxyRules> {
  if (isLoopbackHost(url.hostname) || choice.mode === 'none') return [undefined];
  if (choice.mode === 'manual') return [proxyUrlWithLogin(choice)];
  // The path stays here: a proxy script of the network need not learn it.
  const answer = await resolveProxy(`${url.origin}/`);
  return answer === undefined ? [readProxyEnvironment(url, environment)] : readPacAnswer(answer);
}
