import { describe, expect, it } from 'vitest';
import type { OwnAddresses } from '../../../../app/feeds/server/own-addresses.ts';
import { createVisitors, plainAddress } from '../../../../app/feeds/server/visitors.ts';
import { type FeedServerSettings, initialFeedServer } from '../../../../app/shared/feed/feed.ts';

const own: OwnAddresses = {
  interfaces: [
    { name: 'eth0', address: '192.168.1.5', cidr: '192.168.1.5/24' },
    { name: 'eth0', address: '2001:db8::5', cidr: '2001:db8::5/64' },
  ],
  names: ['board.office.example', 'board', 'board.local'],
};
function visitors(settings: Partial<FeedServerSettings>) {
  const clock = { now: 0 };
  const state = { own, settings: { ...initialFeedServer, ...settings } };
  return { ...createVisitors(() => state.settings, { own: () => state.own, now: () => clock.now }), clock, state };
}

describe('who may read feeds', () => {
  it('is this computer alone at first', () => {
    const { mayCome } = visitors({});
    expect(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'].map(mayCome)).toEqual([true, true, true, true]);
    expect(['192.168.1.5', '::ffff:192.168.1.9', '', 'x'].map(mayCome)).toEqual([false, false, false, false]);
  });

  it('are the networks of this computer, if none are chosen', () => {
    const { mayCome } = visitors({ exposure: 'network' });
    for (const address of ['192.168.1.77', '::ffff:192.168.1.77', '2001:db8::77', '127.0.0.1'])
      expect([address, mayCome(address)]).toEqual([address, true]);
    for (const address of ['192.168.2.77', '10.0.0.1', '2001:db8:1::1', '::ffff:10.0.0.1'])
      expect([address, mayCome(address)]).toEqual([address, false]);
  });

  it('are the chosen networks and this computer', () => {
    const { mayCome } = visitors({ exposure: 'network', networks: ['10.1.0.0/16', '172.16.0.9', 'fd00::/8'] });
    for (const address of ['10.1.200.3', '172.16.0.9', 'fd12::1%eth0', '192.168.1.5', '::1'])
      expect([address, mayCome(address)]).toEqual([address, true]);
    for (const address of ['10.2.0.1', '172.16.0.8', '192.168.1.6'])
      expect([address, mayCome(address)]).toEqual([address, false]);
  });

  it('follow the settings at once, and another network in 10 s', () => {
    const { mayCome, clock, state } = visitors({ exposure: 'network' });
    expect(mayCome('10.0.0.7')).toBe(false);
    state.own = { ...own, interfaces: [{ name: 'wlan0', address: '10.0.0.2', cidr: '10.0.0.2/8' }] };
    expect(mayCome('10.0.0.7')).toBe(false);
    // Settings that hold for one run are a new object each time.
    state.settings = { ...state.settings };
    expect(mayCome('10.0.0.7')).toBe(false);
    clock.now = 10_000;
    expect(mayCome('10.0.0.7')).toBe(true);
    state.settings = { ...state.settings, exposure: 'loopback' };
    expect(mayCome('10.0.0.7')).toBe(false);
  });
});

describe('the names of the server', () => {
  it('are those of this computer, with any port', () => {
    const { isOurs } = visitors({ exposure: 'network', hosts: ['feeds.example'] });
    const ours = [
      'localhost',
      'board:8439',
      'BOARD.local',
      'board.office.example.',
      '192.168.1.5:1',
      '[2001:DB8:0::5]:1',
    ];
    for (const host of [...ours, '[::1]', 'feeds.example']) expect([host, isOurs(host)]).toEqual([host, true]);
    for (const host of ['example', 'office.example', '192.168.1.6', '[2001:db8::6]', '', 'board:x', 'board/', ' board'])
      expect([host, isOurs(host)]).toEqual([host, false]);
  });

  it('are those of loopback alone at first', () => {
    const { isOurs } = visitors({});
    expect(['localhost:8439', '127.0.0.1', 'board', '192.168.1.5'].map(isOurs)).toEqual([true, true, false, false]);
  });
});

it('says an address of either family in one form', () => {
  expect(['::ffff:10.0.0.1', '::FFFF:10.0.0.1', 'fe80::1%eth0', '::1', '10.0.0.1'].map(plainAddress)).toEqual([
    '10.0.0.1',
    '10.0.0.1',
    'fe80::1',
    '::1',
    '10.0.0.1',
  ]);
});
