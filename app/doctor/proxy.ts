import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { parseProxyUrl, proxyAddress } from '../http/network-settings.ts';
import { readProxyEnvironment } from '../http/proxy-rule.ts';
import { networkOwner } from '../network/network.ts';
import { AppError } from '../shared/errors.ts';
import type { Known, Patient } from './facts.ts';
import { type Finding, findingsOf, doctorMessage as message } from './finding.ts';
import { originsInUse } from './hosts.ts';

const { ok, warning, failure } = findingsOf('proxy');

/** The proxy that the settings or the environment name, and whether it answers. Nothing is sent through it. */
export async function examineProxy(
  { environment, patienceMs }: Patient,
  { files, readSecret }: Known,
): Promise<Finding[]> {
  const { mode, url, username } = files.proxy;
  if (mode === 'none') return [ok('none', message('doctor.proxy.refused'))];
  if (mode === 'manual') {
    const proxy = parseProxyUrl(url);
    if (proxy === undefined)
      return [failure('settings', message('doctor.proxy.unreadable'), message('doctor.proxy.settings.advice'))];
    const lacksPassword = username !== '' && readSecret(networkOwner, 'proxyPassword') === undefined;
    return [
      await answerOf(proxy, patienceMs),
      ...(lacksPassword
        ? [warning('password', message('doctor.proxy.noPassword'), message('doctor.proxy.settings.advice'))]
        : []),
    ];
  }
  return fromEnvironment(environment, originsInUse(files), patienceMs);
}

/** As each request chooses: by its own host, whose exceptions NO_PROXY names. */
async function fromEnvironment(
  environment: NodeJS.ProcessEnv,
  origins: readonly URL[],
  patienceMs: number,
): Promise<Finding[]> {
  const rules = new Set<string>();
  try {
    for (const url of origins.length > 0
      ? origins
      : [new URL('https://host.invalid/'), new URL('http://host.invalid/')]) {
      const rule = readProxyEnvironment(url, environment);
      if (rule !== undefined) rules.add(rule);
    }
  } catch (error) {
    if (error instanceof AppError)
      return [failure('environment', error.text, message('doctor.proxy.environment.advice'))];
    throw error;
  }
  const proxies = [...rules].flatMap((rule) => parseProxyUrl(rule) ?? []);
  if (proxies.length > 0) return Promise.all(proxies.map((proxy) => answerOf(proxy, patienceMs)));
  const onlyAll = environment.ALL_PROXY || environment.all_proxy;
  return [
    onlyAll
      ? warning('allProxy', message('doctor.proxy.allProxy'), message('doctor.proxy.allProxy.advice'))
      : ok('none', message('doctor.proxy.none')),
  ];
}

async function answerOf(proxy: URL, patienceMs: number): Promise<Finding> {
  const address = proxyAddress(proxy);
  const code = await tryToConnect(proxy, patienceMs);
  return code === undefined
    ? ok('answers', message('doctor.proxy.answers', { address }))
    : failure('silent', message('doctor.proxy.silent', { address, code }), message('doctor.proxy.silent.advice'));
}

/** The system's code if there is no connection. */
async function tryToConnect(proxy: URL, patienceMs: number): Promise<string | undefined> {
  const address = proxyAddress(proxy);
  const port = Number(address.slice(address.lastIndexOf(':') + 1));
  try {
    const { address: host } = await lookup(proxy.hostname.replace(/^\[|\]$/g, ''));
    return await new Promise((resolve) => {
      const socket = connect({ host, port });
      const end = (code: string | undefined): void => {
        socket.destroy();
        resolve(code);
      };
      socket.setTimeout(patienceMs, () => end('ETIMEDOUT'));
      socket.once('connect', () => end(undefined));
      socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? ''));
    });
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : '';
  }
}
