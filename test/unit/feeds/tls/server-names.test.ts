import type { NetworkInterfaceInfo } from 'node:os';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAuthority } from '../../../../app/feeds/tls/issue.ts';
import { permittedNames, serverNames, splitNames } from '../../../../app/feeds/tls/server-names.ts';

const info = (address: string, cidr: string): NetworkInterfaceInfo =>
  ({ address, cidr, netmask: '', mac: '', internal: false, family: 'IPv4' }) as const;

const interfaces = {
  lo: [info('127.0.0.1', '127.0.0.1/8')],
  eth0: [info('192.168.1.5', '192.168.1.5/24'), info('fe80::1', 'fe80::1/64'), info('2001:db8::5', '2001:db8::5/64')],
};

it('are those of this computer, with its name as mDNS announces it, and the user’s', () => {
  expect(serverNames({ hostname: 'PC-7.Corp.example.', interfaces }, ['dash.lan'])).toEqual(
    [
      '127.0.0.1',
      '192.168.1.5',
      '2001:db8::5',
      '::1',
      'dash.lan',
      'localhost',
      'pc-7',
      'pc-7.corp.example',
      'pc-7.local',
    ].sort(),
  );
  expect(serverNames({ hostname: 'my_pc', interfaces: {} }, [])).toEqual(['127.0.0.1', '::1', 'localhost']);
});

it('are vouched for if they are local, of this computer, or in its networks', async () => {
  const computer = { hostname: 'pc-7.corp.example', interfaces };
  const { certificate } = await createAuthority('x', permittedNames(computer, ['feeds.example.com']), Date.now());
  const outside = ['example.com', 'pc-8.corp.example', 'other', '8.8.8.8', '2001:db9::1', 'notlocalhost'];
  const inside = ['printer.local', 'x.lan', 'a.feeds.example.com', 'pc-7', '10.9.8.7', '2001:db8::77', 'fd00::1'];
  expect(splitNames(certificate, [...inside, ...outside])).toEqual({ covered: inside, uncovered: outside });
  // Whatever this computer is called when the authority is created, it covers.
  const names = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
  await fc.assert(
    fc.asyncProperty(
      names,
      fc.array(names, { maxLength: 3 }),
      fc.array(fc.ipV4(), { maxLength: 3 }),
      async (hostname, hosts, addresses) => {
        const some = { hostname, interfaces: { x: addresses.map((address) => info(address, `${address}/30`)) } };
        const made = await createAuthority('x', permittedNames(some, hosts), Date.now());
        expect(splitNames(made.certificate, serverNames(some, hosts)).uncovered).toEqual([]);
      },
    ),
    { numRuns: 20 },
  );
});
