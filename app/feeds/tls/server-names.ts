import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import { certificateFacts, type GeneralName } from '../../http/certificate-facts.ts';
import { namesAllowed } from '../../http/name-constraints.ts';
import { nearbyDomains, nearbyNetworks } from '../nearby.ts';
import { addressBytes, type NetworkBytes, networkBytes } from './addresses.ts';

/** By which readers may reach this computer. */
export interface Computer {
  hostname: string;
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
}

/**
 * The names and addresses that the server's certificate should have, sorted: those of this computer, and the user's `hosts`.
 * Addresses of one link alone (`fe80::1%eth0`) are left out, because no URL names them.
 */
export function serverNames({ hostname, interfaces }: Computer, hosts: readonly string[]): string[] {
  const own = hostNames(hostname);
  const addresses = Object.values(interfaces).flatMap((list = []) =>
    list.filter(({ address }) => !/^fe[89ab]/i.test(address)).map(({ address }) => address),
  );
  return [...new Set(['localhost', '127.0.0.1', '::1', ...own, ...hosts, ...addresses])].sort();
}

/** As it is, without its domain, and as mDNS (RFC 6762) announces it. */
function hostNames(hostname: string): string[] {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  const [first = ''] = name.split('.');
  // Others, such as names with an underscore, cannot be a name in a certificate.
  return [name, first, `${first}.local`].filter((each) => /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(each));
}

/** With this computer (RFC 6761), and domains of other routers. */
const localDomains = ['localhost', ...nearbyDomains, 'home', 'fritz.box'];
/** With this computer, and the shared addresses of providers (RFC 6598). */
const localNetworks = ['127.0.0.0/8', ...nearbyNetworks, '100.64.0.0/10', '::1/128'];

/** What a new authority may vouch for: local names and networks, and what this computer is called now. */
export function permittedNames(
  computer: Computer,
  hosts: readonly string[],
): { hosts: string[]; networks: NetworkBytes[] } {
  const names = serverNames(computer, hosts).filter((name) => isIP(name) === 0);
  const present = Object.values(computer.interfaces)
    .flat()
    .flatMap((each) => each?.cidr ?? []);
  return {
    hosts: [...new Set([...localDomains, ...names])],
    networks: [...new Set([...localNetworks, ...present])].map(networkBytes),
  };
}

/** Which of the names the authority (PEM) may vouch for. One other name would make the whole certificate invalid. */
export function splitNames(
  authority: string,
  names: readonly string[],
): { covered: readonly string[]; uncovered: string[] } {
  const { constraints } = certificateFacts(new X509Certificate(authority).raw);
  const isCovered = (name: string) => namesAllowed(constraints, [generalName(name)], name);
  return { covered: names.filter(isCovered), uncovered: names.filter((name) => !isCovered(name)) };
}

const generalName = (name: string): GeneralName =>
  isIP(name) === 0 ? { kind: 2, value: Buffer.from(name) } : { kind: 7, value: Buffer.from(addressBytes(name)) };
