import { Agent as NodeAgent } from 'node:http';
import { Agent as NodeHttpsAgent } from 'node:https';
import type { SecureContext } from 'node:tls';
import type { Dispatcher } from 'undici';
import { createTrust, readSystemCertificates } from './certificates.ts';
import { failover } from './failover.ts';
import type { HopRecorder } from './hops.ts';
import { type NetworkSettings, systemNetwork } from './network-settings.ts';
import { createProxyAgent } from './proxy-agent.ts';
import { type ProxyRule, type ProxyRules, proxyRules } from './proxy-rule.ts';

/** The one way to a server: the proxy and certificates of the system and of the user's choice (row 41). */
export interface HttpClient {
  /** For undici: pooled, kept alive, chosen by the proxy rules for this URL. Synchronous on the hot path after the first call per origin. */
  dispatcherFor(url: URL): Dispatcher | Promise<Dispatcher>;
  /** For libraries on node:http (simple-oauth2's client). */
  agentFor(url: URL): NodeAgent | Promise<NodeAgent>;
  /** Told of every request and its answer, for the console. */
  readonly hops?: HopRecorder | undefined;
  close(): Promise<void>;
}

export interface HttpClientOptions {
  /** The system's proxy for a URL in PAC form, `undefined`: look at the environment. */
  resolveProxy(url: string): Promise<string | undefined>;
  environment: NodeJS.ProcessEnv;
  /** PEM; stands in for the system's store in tests. */
  systemCertificates?: (() => string[]) | undefined;
  /** What the user chose, looked at for every request: another object is another choice. Default: the system's. */
  network?: (() => NetworkSettings) | undefined;
}

/** The network may change under us (a laptop leaves the office): the rules are asked for again after this, in ms. */
const ruleLifetimeMs = 60_000;
/** Sockets per origin, so that a thousand GETs at once are kind to server and system. */
const connectionsPerOrigin = 128;

/** What was made under one choice of the user: another proxy or authority means other pools. */
interface Era {
  network: NetworkSettings;
  trust: SecureContext | undefined;
  dispatchers: Map<string, Promise<Dispatcher>>;
  agents: Map<string, Promise<NodeAgent>>;
  byOrigin: Map<string, { dispatcher: Dispatcher; since: number }>;
  /** Proxies that could not be reached, and when: they are tried last for a while. */
  gone: Map<ProxyRule, number>;
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const {
    resolveProxy,
    environment,
    systemCertificates = readSystemCertificates,
    network = () => systemNetwork,
  } = options;
  const retired: Promise<Dispatcher>[] = [];
  let era = newEra(network());

  /** The era of now. What runs in an earlier one ends in peace; nothing new begins there. */
  function current(): Era {
    const chosen = network();
    if (chosen === era.network) return era;
    for (const made of era.dispatchers.values()) {
      retired.push(made);
      made.then((dispatcher) => dispatcher.close()).catch(() => undefined);
    }
    era = newEra(chosen);
    return era;
  }

  const secureContext = (of: Era) => {
    of.trust ??= createTrust(systemCertificates, environment, of.network.authorities);
    return of.trust;
  };

  async function createDispatcher(rule: ProxyRule, secure: boolean, of: Era): Promise<Dispatcher> {
    // Loaded with the first request: it takes tens of milliseconds that the start does not have.
    // Through the default: in the bundle a CommonJS package that is loaded late has no other names.
    const { Agent, ProxyAgent } = (await import('undici')).default;
    const connections = connectionsPerOrigin;
    if (rule === undefined)
      return new Agent({ connections, ...(secure ? { connect: { secureContext: secureContext(of) } } : {}) });
    const tls = { secureContext: secureContext(of) };
    // With TLS options for the proxy, undici would speak TLS to a SOCKS proxy; and its login there it takes decoded.
    const special = rule.startsWith('https:') ? { proxyTls: tls } : rule.startsWith('socks5:') ? loginIn(rule) : {};
    return new ProxyAgent({ uri: rule, connections, requestTls: tls, ...special });
  }

  async function createAgent(rules: ProxyRules, secure: boolean, of: Era): Promise<NodeAgent> {
    if (rules[0] !== undefined) return createProxyAgent(rules, secureContext(of), (rule) => markGone(rule, of));
    // Not kept alive: token requests are rare, and a POST on a socket that just died cannot be repeated safely.
    return secure ? new NodeHttpsAgent({ secureContext: secureContext(of) }) : new NodeAgent();
  }

  function once<Value>(made: Map<string, Promise<Value>>, key: string, create: () => Promise<Value>): Promise<Value> {
    const existing = made.get(key);
    if (existing !== undefined) return existing;
    const value = create();
    made.set(key, value);
    value.catch(() => made.delete(key));
    return value;
  }

  async function rulesFor(url: URL, of: Era): Promise<ProxyRules> {
    const rules = await proxyRules(url, of.network.proxy, resolveProxy, environment);
    const isGone = (rule: ProxyRule) => performance.now() - (of.gone.get(rule) ?? -ruleLifetimeMs) < ruleLifetimeMs;
    const [first = rules[0], ...others] = [...rules].sort((a, b) => Number(isGone(a)) - Number(isGone(b)));
    // Straight is the last way: a proxy behind it would never be asked.
    return first === undefined ? [undefined] : [first, ...others];
  }

  async function findDispatcher(url: URL, of: Era): Promise<Dispatcher> {
    const secure = url.protocol === 'https:';
    const rules = await rulesFor(url, of);
    const ways = await Promise.all(
      rules.map(async (rule) => ({
        dispatcher: await once(of.dispatchers, `${secure} ${rule ?? ''}`, () => createDispatcher(rule, secure, of)),
        failed: () => markGone(rule, of),
      })),
    );
    const [first, ...others] = ways;
    if (first === undefined) throw new Error('no way to a server');
    const dispatcher = failover([first, ...others]);
    of.byOrigin.set(url.origin, { dispatcher, since: performance.now() });
    return dispatcher;
  }

  return {
    dispatcherFor(url) {
      const now = current();
      const known = now.byOrigin.get(url.origin);
      if (known === undefined) return findDispatcher(url, now);
      if (performance.now() - known.since > ruleLifetimeMs) {
        known.since = performance.now();
        // Asked again beside the request; a failure leaves the rule that worked.
        findDispatcher(url, now).catch(() => undefined);
      }
      return known.dispatcher;
    },
    async agentFor(url) {
      const now = current();
      const rules = await rulesFor(url, now);
      const secure = url.protocol === 'https:';
      return once(now.agents, `${secure} ${rules.join(' ')}`, () => createAgent(rules, secure, now));
    },
    async close() {
      era.byOrigin.clear();
      await Promise.all([...era.dispatchers.values(), ...retired].map(async (made) => (await made).destroy()));
      for (const made of era.agents.values()) (await made).destroy();
    },
  };
}

/** The order of the ways is found anew. */
function markGone(rule: ProxyRule, of: Era): void {
  of.gone.set(rule, performance.now());
  of.byOrigin.clear();
}

const newEra = (network: NetworkSettings): Era => ({
  network,
  trust: undefined,
  dispatchers: new Map(),
  agents: new Map(),
  byOrigin: new Map(),
  gone: new Map(),
});

function loginIn(rule: string): { username?: string; password?: string } {
  const { username, password } = new URL(rule);
  return username === '' ? {} : { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}
