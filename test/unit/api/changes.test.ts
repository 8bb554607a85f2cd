import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createChanges } from '../../../app/api/changes.ts';
import type { ConnectionView } from '../../../app/shared/contract/contract.ts';
import { connection } from '../../servers/items.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const view = (id: string): ConnectionView => ({
  connection: connection({ id }),
  status: { status: 'unauthorized' },
  secrets: [],
  usedBy: [],
});

function build() {
  const sent: [string, unknown][] = [];
  const changes = createChanges({
    send: (event, payload) => sent.push([event, payload]),
    newestExchange: () => 0,
    onResources: () => undefined,
    onConnections: () => undefined,
    views: (ids) => ids.map(view),
  });
  return { sent, changes };
}

it('tells a burst of changes as one event, each connection once', () => {
  const { sent, changes } = build();
  for (let count = 0; count < 1000; count += 1) changes.connections([`c${count % 2}`]);
  changes.resources(['r1', 'r2']);
  changes.resources(['r2']);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(20);
  expect(sent).toEqual([
    ['connections.changed', { views: [view('c0'), view('c1')], removed: [] }],
    ['resources.changed', { ids: ['r1', 'r2'] }],
  ]);
});

it('tells what a connection became in the end: removed, or back again', () => {
  const { sent, changes } = build();
  changes.connections(['a']);
  changes.removedConnection('a');
  changes.removedConnection('b');
  changes.connections(['b']);
  vi.advanceTimersByTime(20);
  expect(sent).toEqual([['connections.changed', { views: [view('b')], removed: ['a'] }]]);
});

it('sends nothing after the app has closed', () => {
  const { sent, changes } = build();
  changes.resources(['r']);
  changes.close();
  vi.advanceTimersByTime(100);
  expect(sent).toEqual([]);
});
