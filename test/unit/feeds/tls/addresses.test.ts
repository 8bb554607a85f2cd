import { expect, it } from 'vitest';
import { addressBytes, networkBytes } from '../../../../app/feeds/tls/addresses.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

it.each([
  ['192.168.1.5', 'c0a80105'],
  ['::1', '00000000000000000000000000000001'],
  ['::', '00000000000000000000000000000000'],
  ['2001:db8::8:800:200C:417A', '20010db80000000000080800200c417a'],
  ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
  ['::ffff:192.0.2.1', '00000000000000000000ffffc0000201'],
  ['fe80::1%eth0', 'fe800000000000000000000000000001'],
])('reads the address %s', (address, bytes) => {
  expect(hex(addressBytes(address))).toBe(bytes);
});

it.each([
  ['192.168.1.5/16', 'c0a80000ffff0000'],
  ['172.16.0.0/12', 'ac100000fff00000'],
  ['10.1.2.3/32', '0a010203ffffffff'],
  ['fc00::/7', `fc${'00'.repeat(15)}fe${'00'.repeat(15)}`],
])('reads the network %s', (network, bytes) => {
  expect(hex(networkBytes(network).bytes)).toBe(bytes);
});
