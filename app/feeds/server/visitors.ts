import { type BlockList, isIP, isIPv6 } from 'node:net';
import type { FeedServerSettings } from '../../shared/feed/feed.ts';
import { networkList } from '../network-list.ts';
import { type OwnAddresses, ownAddresses } from './own-addresses.ts';

/** Who may ask the server, and by which name. */
export interface Visitors {
  /** Whether readers at the address may read. `address`: as the socket has it. */
  mayCome(address: string): boolean;
  /** Whether a Host header names this server. Others are websites whose name leads here (DNS rebinding). */
  isOurs(host: string): boolean;
}

/** How long answers are kept: the computer may join another network. */
const rememberedMs = 10_000;
const mostRemembered = 1_000;

export function createVisitors(
  settings: () => FeedServerSettings,
  { own = ownAddresses, now = Date.now }: { own?: () => OwnAddresses; now?: () => number } = {},
): Visitors {
  let read: FeedServerSettings | undefined;
  let readAt = 0;
  let allowed: BlockList = networkList([]);
  let names = new Set<string>();
  const come = new Map<string, boolean>();
  const called = new Map<string, boolean>();
  const refresh = (): void => {
    const current = settings();
    if (read !== undefined && isSame(current, read) && now() - readAt < rememberedMs) return;
    read = current;
    readAt = now();
    const addresses = own();
    allowed = allowedNetworks(current, addresses);
    names = acceptedNames(current, addresses);
    come.clear();
    called.clear();
  };
  const remember = (answers: Map<string, boolean>, text: string, answer: () => boolean): boolean => {
    refresh();
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= mostRemembered) answers.clear();
    const found = answer();
    answers.set(text, found);
    return found;
  };
  return {
    mayCome: (address) =>
      remember(come, address, () => {
        const plain = plainAddress(address);
        return isIP(plain) !== 0 && allowed.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
      }),
    isOurs: (host) => remember(called, host, () => names.has(hostIn(host) ?? '')),
  };
}

/** Not by identity alone: settings that hold for one run are a new object each time. */
const isSame = (one: FeedServerSettings, other: FeedServerSettings): boolean =>
  one.exposure === other.exposure && one.networks === other.networks && one.hosts === other.hosts;

/** Without the zone, and IPv4 in its own form: a socket for both says `::ffff:192.168.1.5` (RFC 4291 §2.5.5.2). */
export const plainAddress = (address: string): string =>
  address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

function allowedNetworks(settings: FeedServerSettings, { interfaces }: OwnAddresses): BlockList {
  const loopback = ['127.0.0.0/8', '::1'];
  if (settings.exposure === 'loopback') return networkList(loopback);
  const networks = settings.networks.length > 0 ? settings.networks : interfaces.map(({ cidr }) => cidr);
  // This computer reads its own feeds at any of its addresses.
  return networkList([...loopback, ...networks, ...interfaces.map(({ address }) => address)]);
}

function acceptedNames(settings: FeedServerSettings, { interfaces, names }: OwnAddresses): Set<string> {
  const always = ['localhost', '127.0.0.1', '[::1]', ...settings.hosts];
  if (settings.exposure === 'loopback') return new Set(always);
  return new Set([...always, ...names, ...interfaces.flatMap(({ address }) => hostIn(urlHost(address)) ?? [])]);
}

const urlHost = (address: string): string => (isIPv6(address) ? `[${address}]` : address);

/** The host in a Host header (RFC 9110 §7.2) in one spelling. `undefined`: it is none. Any port may lead here. */
function hostIn(header: string): string | undefined {
  const [, bracketed, name] = /^(?:(\[[0-9a-f:.]{2,45}\])|([a-z0-9._-]{1,253}))(?::\d{1,5})?$/i.exec(header) ?? [];
  if (name !== undefined) return name.toLowerCase().replace(/\.$/, '');
  // The URL parser writes IPv6 addresses in one form (RFC 5952).
  return bracketed === undefined ? undefined : URL.parse(`http://${bracketed}`)?.hostname;
}
