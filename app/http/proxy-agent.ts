import type { Agent as NodeAgent } from 'node:http';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectSecurely, type SecureContext } from 'node:tls';
import type { HttpsProxyAgent } from 'https-proxy-agent';
import type { SocksProxyAgent } from 'socks-proxy-agent';
import type { HttpError } from '../errors.ts';
import { passingHttpCodes, proxyError, timeoutError, toHttpError } from './errors.ts';
import { isProxyGone } from './failover.ts';
import type { ProxyRule, ProxyRules } from './proxy-rule.ts';
import { silenceLibraryDebug } from './silence-debug.ts';

type Connect = SocksProxyAgent['connect'];
type ProxyAgent = HttpsProxyAgent<string> | SocksProxyAgent;

/** How long a proxy may take to answer while there is another to try. The last one has the request's own time. */
const patienceMs = 10_000;

/**
 * An agent of node:http that reaches its servers by the first of these ways that is there: CONNECT (`http:`, `https:`)
 * or `socks5:`, or straight. The first has to be a proxy. `onGone` is told of
 * each that is not there.
 */
export async function createProxyAgent(
  rules: ProxyRules,
  secureContext: SecureContext,
  onGone: (rule: ProxyRule) => void,
): Promise<NodeAgent> {
  await silenceLibraryDebug();
  const ways = await Promise.all(rules.map((rule) => createWay(rule, secureContext)));
  const [first] = ways;
  if (first === undefined || first === 'direct') throw new Error('the first way is no proxy');
  const connects: Connect[] = ways.map((way) => (way === 'direct' ? connectDirectly : way.connect.bind(way)));
  first.connect = async (request, options) => {
    // The libraries use their TLS options for the proxy alone: the server's certificate is checked by them, too.
    const secured = { ...options, secureContext };
    const url = new URL(`${options.secureEndpoint ? 'https' : 'http'}://${options.host ?? ''}:${options.port}`);
    for (const [index, connect] of connects.entries()) {
      const isLast = index === connects.length - 1;
      const connecting = Promise.resolve(connect(request, secured));
      try {
        return await (isLast ? connecting : inTime(connecting, url));
      } catch (error) {
        const failure = proxyFailure(error, url);
        if (request.destroyed || !isProxyGone(failure)) throw failure;
        onGone(rules[index]);
        if (isLast) throw failure;
      }
    }
    throw proxyError(url.host);
  };
  return first;
}

async function createWay(rule: ProxyRule, secureContext: SecureContext): Promise<ProxyAgent | 'direct'> {
  if (rule === undefined) return 'direct';
  if (rule.startsWith('socks5:')) {
    // Through the default: in the bundle a CommonJS package that is loaded late has no other names.
    const { SocksProxyAgent } = (await import('socks-proxy-agent')).default;
    // `socks5h`: the proxy resolves the name, as browsers have it; a company's inner names are known to it alone.
    return new SocksProxyAgent(rule.replace('socks5:', 'socks5h:'));
  }
  const { HttpsProxyAgent } = (await import('https-proxy-agent')).default;
  const agent = new HttpsProxyAgent(rule, { secureContext });
  // A refused CONNECT would be handed on as if the server had answered: the proxy's page is no token answer.
  const { connect } = agent;
  agent.connect = async (request, options) => {
    request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
      if (statusCode !== 200) request.destroy(proxyError(String(request.host), statusCode));
    });
    return connect.call(agent, request, options);
  };
  return agent;
}

const connectDirectly: Connect = async (_request, options) =>
  options.secureEndpoint ? connectSecurely(options) : connectPlain(options);

/** Until here nothing but the proxy was spoken to: whatever broke off is its failure. */
function proxyFailure(error: unknown, url: URL): HttpError {
  const failure = toHttpError(error, url);
  return passingHttpCodes.has(failure.code) ? proxyError(url.host, statusOf(failure)) : failure;
}

const statusOf = ({ details }: HttpError) => (typeof details?.status === 'number' ? details.status : undefined);

/** A proxy that says nothing: its connection is ended when it comes after all. */
async function inTime(connecting: Promise<Socket>, url: URL): Promise<Socket> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      connecting.then(
        (socket) => socket.destroy(),
        () => undefined,
      );
      reject(timeoutError(url));
    }, patienceMs);
  });
  return Promise.race([connecting, late]).finally(() => clearTimeout(timer));
}
