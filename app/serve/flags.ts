import { parseArgs } from 'node:util';
import type { ServerOverrides } from '../feeds/override-server.ts';
import { feedServerSchema } from '../shared/feed/feed.ts';
import { message } from '../shared/messages/message.ts';
import { StartProblem } from './start-problem.ts';

/** What `serve` was started with. Settings of the feeds' server hold for this run and are not written. */
export interface ServeFlags {
  server: ServerOverrides;
  /** Where the figures are served. `undefined`: nowhere. */
  metrics: { address: string; port: number } | undefined;
  dataFolder: string | undefined;
}

/** As `parseArgs` wants them, and as a command line lists them. */
export const serveOptions = {
  port: { type: 'string' },
  address: { type: 'string' },
  host: { type: 'string', multiple: true },
  network: { type: 'string', multiple: true },
  'accept-plain-network': { type: 'boolean' },
  metrics: { type: 'string' },
  data: { type: 'string' },
} as const;

export interface ServeValues {
  port?: string | undefined;
  address?: string | undefined;
  host?: string[] | undefined;
  network?: string[] | undefined;
  'accept-plain-network'?: boolean | undefined;
  metrics?: string | undefined;
  data?: string | undefined;
}

/** Reads the arguments after `serve`. Throws StartProblem `usage`. */
export function parseServeFlags(args: readonly string[]): ServeFlags {
  let values: ServeValues;
  try {
    ({ values } = parseArgs({ args: [...args], options: serveOptions, allowPositionals: false }));
  } catch (cause) {
    const flag = /'(-[^' ]*)/.exec(cause instanceof Error ? cause.message : '')?.[1] ?? args.join(' ');
    throw new StartProblem('usage', message('serve.flag.unknown', { flag }), { cause });
  }
  return readServeFlags(values);
}

const loopback = /^(?:127\.|::1$)/;

/** Throws StartProblem `usage` for a value that the settings do not allow. */
function readServeFlags(values: ServeValues): ServeFlags {
  const given: Record<string, unknown> = {
    port: values.port === undefined ? undefined : Number(values.port),
    networks: values.network,
    hosts: values.host?.map((host) => host.toLowerCase()),
    acceptsPlainNetwork: values['accept-plain-network'],
  };
  if (values.address !== undefined) {
    // The settings name one interface or all of them, and loopback is an exposure of its own.
    const isAll = values.address === '0.0.0.0' || values.address === '::';
    const isLoopback = loopback.test(values.address);
    given.exposure = isLoopback ? 'loopback' : 'network';
    given.address = isAll || isLoopback ? null : values.address;
  } else if (values.network !== undefined) given.exposure = 'network';
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { success, data, error } = feedServerSchema.partial().safeParse(named);
  if (!success) {
    const flag = flagOf(String(error.issues[0]?.path[0]));
    throw new StartProblem('usage', message('serve.flag.value', { flag, value: String(values[flag]) }));
  }
  return {
    server: { ...data, isOn: true },
    metrics: values.metrics === undefined ? undefined : metricsAddress(values.metrics),
    dataFolder: values.data,
  };
}

const flagOf = (setting: string): keyof ServeValues =>
  setting === 'networks' ? 'network' : setting === 'hosts' ? 'host' : setting === 'port' ? 'port' : 'address';

/** `9439`, `127.0.0.1:9439`, `[::1]:9439`. */
function metricsAddress(value: string): { address: string; port: number } {
  const text = /^\d+$/.test(value) ? `127.0.0.1:${value}` : value;
  const url = URL.canParse(`http://${text}`) ? new URL(`http://${text}`) : undefined;
  const port = Number(url?.port);
  const address = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
  if (!(port > 0) || !/^[\d.]+$|:/.test(address))
    throw new StartProblem('usage', message('serve.flag.value', { flag: 'metrics', value }));
  return { address, port };
}
