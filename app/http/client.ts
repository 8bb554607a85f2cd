import type { SecureContext } from 'node:tls';
import type { Dispatcher } from 'undici';
import { createTrust, readSystemCertificates } from './certificates.ts';
import { createDispatcher } from './dispatcher.ts';
import type { ExchangeRecorder } from './exchanges.ts';
import { failover } from './failover.ts';
import { type NetworkSettings, systemNetwork } from './network-settings.ts';
import { type ProxyRule, type ProxyRules, proxyRules } from './proxy-rule.ts';

/** Reaches servers, through the proxy and with the certificates of the system and the user (row 41). */
export interface HttpClient {
  /**
   * Pooled, kept alive, chosen by the proxy rules for this URL. Synchronous after the first call per origin, for the
   * hot path.
   */
  dispatcherFor(url: URL): Dispatcher | Promise<Dispatcher>;
  /**
   * A connection for a single request: a POST on a kept connection that the server has just closed cannot be repeated
   * safely (RFC 9110 §9.2.2). The caller drops it.
   */
  singleUseDispatcher(url: URL): Promise<Dispatcher>;
  /**
   * Retires a dispatcher: no later request uses it or waits for its connections. Running requests on a pooled one
   * continue.
   */
  drop(url: URL, dispatcher: Dispatcher): void;
  /** The authorities that requests trust, for connections that are no HTTP: databases. */
  trust(): SecureContext;
  /** Records every request and its response for the console. */
  readonly exchanges?: ExchangeRecorder | undefined;
  close(): Promise<void>;
}

export interface HttpClientOptions {
  /** The system's proxy for a URL in PAC form. `undefined`: use the environment. */
  resolveProxy(url: string): Promise<string | undefined>;
  environment: NodeJS.ProcessEnv;
  /** PEM. Replaces the system's store in tests. */
  systemCertificates?: (() => string[]) | undefined;
  /** The user's choice, read for every request. A new object means a new choice. Default: the system's. */
  network?: (() => NetworkSettings) | undefined;
}

/** The network may change (a laptop leaves the office): rules older than this, in ms, are read again. */
const ruleLifetimeMs = 60_000;
/** Sockets per origin, so that a thousand concurrent GETs do not overload the server or the system. */
const connectionsPerOrigin = 128;

/** Everything created under one choice of the user: another proxy or authority needs other pools. */
interface NetworkGeneration {
  network: NetworkSettings;
  trust: SecureContext | undefined;
  pools: Map<string, Pool>;
  /** Unreachable proxies and when they failed. For a while they are tried last. */
  gone: Map<ProxyRule, number>;
}

/** The connections to one origin, and those that the current rules choose. */
interface Pool {
  /** By proxy, and by whether another way follows. */
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

  /** The current generation. Requests in an earlier one may end, but none starts there. */
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
    // Direct is always the last way: a proxy after it would never be used.
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
    // The pool was dropped meanwhile, or the user chose another way.
    if (pool.isRetired) return findDispatcher(url, current());
    pool.chosen = { dispatcher, since: performance.now() };
    return dispatcher;
  }

  return {
    trust: () => secureContext(current()),
    dispatcherFor(url) {
      const now = current();
      const known = now.pools.get(url.origin)?.chosen;
      if (known === undefined) return findDispatcher(url, now);
      if (performance.now() - known.since > ruleLifetimeMs) {
        known.since = performance.now();
        // Read the rules again without delaying the request. If that fails, the working rule stays.
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

/** Determines the order of the ways again. */
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
