import { expect, it } from 'vitest';
import { originsOf, ownAddresses } from '../../../../app/feeds/server/own-addresses.ts';
import { initialFeedServer } from '../../../../app/shared/feed/feed.ts';

const facts = { netmask: '', mac: '', internal: false };
const own = ownAddresses(
  {
    lo: [{ ...facts, family: 'IPv4', address: '127.0.0.1', cidr: '127.0.0.1/8', internal: true }],
    eth0: [
      { ...facts, family: 'IPv6', address: '2001:db8::5', cidr: '2001:db8::5/64', scopeid: 0 },
      { ...facts, family: 'IPv6', address: 'fe80::5', cidr: 'fe80::5/64', scopeid: 2 },
      { ...facts, family: 'IPv4', address: '192.168.1.5', cidr: '192.168.1.5/24' },
    ],
  },
  'Board.Office.example.',
);

it('knows by which addresses and names others reach this computer', () => {
  expect(own.interfaces.map(({ address }) => address)).toEqual(['2001:db8::5', '192.168.1.5']);
  expect(own.names).toEqual(['board.office.example', 'board', 'board.local']);
});

it('names the addresses of the server, the best first', () => {
  expect(originsOf(initialFeedServer, own, false)).toEqual(['http://127.0.0.1:8439', 'http://localhost:8439']);
  const network = { ...initialFeedServer, exposure: 'network' as const };
  expect(originsOf(network, own, true)).toEqual([
    'https://192.168.1.5:8439',
    'https://[2001:db8::5]:8439',
    'https://board.office.example:8439',
    'https://127.0.0.1:8439',
  ]);
  expect(originsOf({ ...network, address: '2001:db8::5', hosts: ['feeds.example'] }, own, false).slice(0, 2)).toEqual([
    'http://[2001:db8::5]:8439',
    'http://feeds.example:8439',
  ]);
});
