import { isIPv4 } from 'node:net';

/** An address and its mask, as a certificate names a network (RFC 5280 §4.2.1.10). */
export interface NetworkBytes {
  bytes: Uint8Array<ArrayBuffer>;
}

/** The 4 or 16 bytes of an IP address. A zone (`fe80::1%eth0`) is left out. */
export function addressBytes(address: string): Uint8Array<ArrayBuffer> {
  if (isIPv4(address)) return Uint8Array.from(address.split('.'), Number);
  // The URL parser writes addresses in one form (RFC 5952), without an IPv4 address at the end.
  const [head = '', tail] = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string | undefined): number[] =>
    (text ?? '') === '' ? [] : (text as string).split(':').map((group) => Number.parseInt(group, 16));
  const [first, last] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => 0);
  return Uint8Array.from([...first, ...zeros, ...last].flatMap((group) => [group >> 8, group & 0xff]));
}

/** From CIDR notation (RFC 4632): `192.168.0.0/16`, `fc00::/7`. */
export function networkBytes(cidr: string): NetworkBytes {
  const [address = '', length] = cidr.split('/');
  const bytes = addressBytes(address);
  const mask = bytes.map((_, at) => {
    const bits = Math.min(8, Math.max(0, Number(length) - at * 8));
    return (0xff << (8 - bits)) & 0xff;
  });
  return { bytes: Uint8Array.from([...bytes.map((byte, at) => byte & (mask[at] ?? 0)), ...mask]) };
}
