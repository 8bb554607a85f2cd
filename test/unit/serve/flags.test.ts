import { describe, expect, it } from 'vitest';
import { parseServeFlags } from '../../../app/serve/flags.ts';

describe('the flags of a server', () => {
  it('turn the feeds on and leave the other settings as they are stored', () => {
    expect(parseServeFlags([])).toEqual({ server: { isOn: true }, metrics: undefined, dataFolder: undefined });
  });

  it('become settings of the feeds’ server', () => {
    const args = [
      '--port',
      '9000',
      '--host',
      'Feeds.Example',
      '--host=b.example',
      '--network',
      '10.0.0.0/8',
      '--data',
      '/d',
    ];
    expect(parseServeFlags([...args, '--accept-plain-network'])).toEqual({
      server: {
        isOn: true,
        port: 9000,
        hosts: ['feeds.example', 'b.example'],
        exposure: 'network',
        networks: ['10.0.0.0/8'],
        acceptsPlainNetwork: true,
      },
      metrics: undefined,
      dataFolder: '/d',
    });
  });

  it.each([
    ['127.0.0.1', { exposure: 'loopback', address: null }],
    ['::1', { exposure: 'loopback', address: null }],
    ['0.0.0.0', { exposure: 'network', address: null }],
    ['192.168.1.5', { exposure: 'network', address: '192.168.1.5' }],
  ])('with the address %s mean %o', (address, expected) => {
    expect(parseServeFlags(['--address', address]).server).toEqual({ isOn: true, ...expected });
  });

  it.each([
    ['9439', { address: '127.0.0.1', port: 9439 }],
    ['0.0.0.0:9439', { address: '0.0.0.0', port: 9439 }],
    ['[::1]:9439', { address: '::1', port: 9439 }],
  ])('serve metrics at %s', (value, expected) => {
    expect(parseServeFlags(['--metrics', value]).metrics).toEqual(expected);
  });

  it.each([
    [['--prot', '1'], '--prot'],
    [['--port', '80'], '“80” of --port'],
    [['--port', 'x'], '“x” of --port'],
    [['--network', 'home'], '“home” of --network'],
    [['--address', 'eth0'], '“eth0” of --address'],
    [['--metrics', 'example.com:1'], '“example.com:1” of --metrics'],
    [['--metrics', '0'], '“0” of --metrics'],
    [['--port'], '--port'],
  ])('%o are refused with the one that is wrong', (args, named) => {
    expect(() => parseServeFlags(args)).toThrow(named);
  });
});
