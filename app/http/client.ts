import type { SecureContext } from 'node:tls';
import type { Dispatcher } from 'undici';
import { createTrust, readSystemCertificates } from './certificates.ts';
import { createDispatcher } from './dispatcher.ts';
import type { ExchangeRecorder } from './exchanges.ts';
import { failover } from './failover.ts';
import { type NetworkSettings, systemNetwork } from './network-settings.ts';
import { type ProxyRule, type ProxyRules, proxyRules } from './proxy-rule.ts';

/** The one way to a server: the proxy and certificates of the system and of the user's choice (row 41). */
export interface HttpClient {
  /** Pooled, kept alive, chosen by the proxy rules for this URL. Synchronous on the hot path after the first call per origin. */
  dispatcherFor(url: URL): Dispatcher | Promise<Dispatcher>;
  /**
   * With a connection for one request: a POST on a kept connection that the server has just closed cannot be repeated
   * safely (RFC 9110 §9.2.2). The caller drops it.
   */
  singleUseDispatcher(url: URL): Promise<Dispatcher>;
  /** No later request uses this dispatcher or waits for its connections; what runs on a pooled one goes on. */
  drop(url: URL, dispatcher: Dispatcher): void;
  /** Told of every request and its response, for the console. */
  readonly exchanges?: ExchangeRecorder | undefined;
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
interface NetworkGeneration {
  network: NetworkSettings;
  trust: SecureContext | undefined;
  pools: Map<string, Pool>;
  /** Proxies that could not be reached, and when: they are tried last for a while. */
  gone: Map<ProxyRule, number>;
}

/** The connections to one origin, and which of them the rules of now choose. */
interface Pool {
  /** By proxy, and whether another is tried after it. */
  ways: Map<string, Promise<Dispatcher>>;
  chosen: { dispatcher: Dispatcher; since: number } | undefined;
  isRetired: boolean;
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const {
    resolveProxy,
    environment,
    systemCertificates = readSystemCertificates,
    network = () => systemNetwork,
  } = options;
  const retired = new Set<Dispatcher>();
  const singles = new Map<Dispatcher, Dispatcher[]>();
  let generation = newGeneration(network());

  /** The generation of now. What runs in an earlier one may end; nothing new starts there. */
  function current(): NetworkGeneration {
    const chosen = network();
    if (chosen === generation.network) return generation;
    for (const pool of generation.pools.values()) retire(pool);
    generation = newGeneration(chosen);
    return generation;
  }

  function retire(pool: Pool): void {
    pool.isRetired = true;
    for (const way of pool.ways.values())
      way
        .then(async (dispatcher) => {
          retired.add(dispatcher);
          await dispatcher.close();
          retired.delete(dispatcher);
        })
        .catch(() => undefined);
  }

  const secureContext = (of: NetworkGeneration) => {
    of.trust ??= createTrust(systemCertificates, environment, of.network.authorities);
    return of.trust;
  };

  async function rulesFor(url: URL, of: NetworkGeneration): Promise<ProxyRules> {
    const rules = await proxyRules(url, of.network.proxy, resolveProxy, environment);
    const isGone = (rule: ProxyRule) => performance.now() - (of.gone.get(rule) ?? -ruleLifetimeMs) < ruleLifetimeMs;
    const [first = rules[0], ...others] = [...rules].sort((a, b) => Number(isGone(a)) - Number(isGone(b)));
    // Straight is the last way: a proxy behind it would never be asked.
    return first === undefined ? [undefined] : [first, ...others];
  }

  /** One dispatcher over all ways, in the order of the rules. */
  async function waysTo(
    url: URL,
    of: NetworkGeneration,
    make: (rule: ProxyRule, isLast: boolean) => Promise<Dispatcher>,
  ): Promise<{ dispatcher: Dispatcher; parts: Dispatcher[] }> {
    const rules = await rulesFor(url, of);
    const ways = await Promise.all(
      rules.map(async (rule, index) => ({
        dispatcher: await make(rule, index === rules.length - 1),
        failed: () => markGone(rule, of),
      })),
    );
    const [first, ...others] = ways;
    if (first === undefined) throw new Error('no way to a server');
    return { dispatcher: failover([first, ...others]), parts: ways.map(({ dispatcher }) => dispatcher) };
  }

  const create = (url: URL, of: NetworkGeneration, connections: number) => (rule: ProxyRule, isLast: boolean) =>
    createDispatcher({
      origin: url.origin,
      rule,
      isLast,
      connections,
      secureContext: url.protocol === 'https:' || rule !== undefined ? secureContext(of) : undefined,
    });

  async function findDispatcher(url: URL, of: NetworkGeneration): Promise<Dispatcher> {
    const pool = of.pools.get(url.origin) ?? { ways: new Map(), chosen: undefined, isRetired: false };
    of.pools.set(url.origin, pool);
    const make = create(url, of, connectionsPerOrigin);
    const { dispatcher } = await waysTo(url, of, (rule, isLast) =>
      once(pool.ways, `${isLast} ${rule ?? ''}`, () => make(rule, isLast)),
    );
    // Dropped meanwhile, or the user chose another way.
    if (pool.isRetired) return findDispatcher(url, current());
    pool.chosen = { dispatcher, since: performance.now() };
    return dispatcher;
  }

  return {
    dispatcherFor(url) {
      const now = current();
      const known = now.pools.get(url.origin)?.chosen;
      if (known === undefined) return findDispatcher(url, now);
      if (performance.now() - known.since > ruleLifetimeMs) {
        known.since = performance.now();
        // Asked again beside the request; a failure leaves the rule that worked.
        findDispatcher(url, now).catch(() => undefined);
      }
      return known.dispatcher;
    },
    async singleUseDispatcher(url) {
      const now = current();
      const { dispatcher, parts } = await waysTo(url, now, create(url, now, 1));
      singles.set(dispatcher, parts);
      return dispatcher;
    },
    drop(url, dispatcher) {
      const parts = singles.get(dispatcher);
      singles.delete(dispatcher);
      for (const part of parts ?? []) part.destroy().catch(() => undefined);
      const pool = generation.pools.get(url.origin);
      if (pool?.chosen?.dispatcher !== dispatcher) return;
      generation.pools.delete(url.origin);
      retire(pool);
    },
    async close() {
      const pools = [...generation.pools.values()];
      generation = newGeneration(generation.network);
      const pooled = await Promise.allSettled(pools.flatMap(({ ways }) => [...ways.values()]));
      const made = pooled.flatMap((way) => (way.status === 'fulfilled' ? [way.value] : []));
      const all = [...made, ...retired, ...[...singles.values()].flat()];
      await Promise.all(all.map((dispatcher) => dispatcher.destroy()));
    },
  };
}

function once<Value>(made: Map<string, Promise<Value>>, key: string, create: () => Promise<Value>): Promise<Value> {
  const existing = made.get(key);
  if (existing !== undefined) return existing;
  const value = create();
  made.set(key, value);
  value.catch(() => made.delete(key));
  return value;
}

/** The order of the ways is found anew. */
function markGone(rule: ProxyRule, of: NetworkGeneration): void {
  of.gone.set(rule, performance.now());
  for (const pool of of.pools.values()) pool.chosen = undefined;
}

const newGeneration = (network: NetworkSettings): NetworkGeneration => ({
  network,
  trust: undefined,
  pools: new Map(),
  gone: new Map(),
});
