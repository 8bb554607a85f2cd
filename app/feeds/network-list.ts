import { BlockList, isIPv6 } from 'node:net';

/** Holds addresses and networks (`192.168.1.5`, `fc00::/7`: RFC 4632, RFC 4291). */
export function networkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const each of networks) {
    const [address = '', bits] = each.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
