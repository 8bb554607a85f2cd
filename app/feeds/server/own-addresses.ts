import { isIPv6 } from 'node:net';
import { hostname, type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import type { FeedServerSettings } from '../../shared/feed/feed.ts';

/** By which names and addresses readers reach this computer. */
export interface OwnAddresses {
  /** Of interfaces that reach other computers, as the system lists them. Without those of one link alone (`fe80::`). */
  interfaces: { name: string; address: string; cidr: string }[];
  /** As the system says it, without its domain, and as mDNS announces it (RFC 6762). In lower case. */
  names: string[];
}

/** Changes with networks and cables, so ask each time. */
export function ownAddresses(
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
  name = hostname(),
): OwnAddresses {
  const lower = name.toLowerCase().replace(/\.$/, '');
  const first = lower.split('.')[0] ?? lower;
  return {
    interfaces: Object.entries(interfaces).flatMap(([name, list = []]) =>
      list.flatMap(({ address, cidr, internal }) =>
        internal || cidr === null || isLinkLocal(address) ? [] : { name, address, cidr },
      ),
    ),
    names: [...new Set([lower, first, `${first}.local`])],
  };
}

/** RFC 4291 §2.5.6. No URL names such an address, because it needs a zone (RFC 6874). */
const isLinkLocal = (address: string): boolean => /^fe[89ab]/i.test(address);

const inUrl = (address: string): string => (isIPv6(address) ? `[${address}]` : address);

/** Where readers reach the server, the best first: IPv4 addresses, then IPv6, then names. */
export function originsOf(
  settings: FeedServerSettings,
  { interfaces, names }: OwnAddresses,
  isEncrypted: boolean,
): string[] {
  const chosen = settings.address === null ? interfaces.map(({ address }) => address) : [settings.address];
  const hosts =
    settings.exposure === 'loopback'
      ? ['127.0.0.1', 'localhost']
      : [
          ...chosen.filter((address) => !isIPv6(address)),
          ...chosen.filter((address) => isIPv6(address)),
          ...settings.hosts,
          ...names.slice(0, 1),
          '127.0.0.1',
        ];
  return [...new Set(hosts)].map((host) => `${isEncrypted ? 'https' : 'http'}://${inUrl(host)}:${settings.port}`);
}
