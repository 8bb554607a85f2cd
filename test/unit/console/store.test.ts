import { describe, expect, it } from 'vitest';
import { createHopStore } from '../../../app/console/store.ts';
import { maskerOf } from './some-hop.ts';

const { mask } = maskerOf('a-known-secret');
const ids = (hops: readonly { id: number }[]) => hops.map(({ id }) => id);

describe('the store of hops', () => {
  it('gives pages after an id, oldest first, without bodies', () => {
    const store = createHopStore();
    for (let count = 0; count < 5; count += 1) store.add(mask({ at: count, responseBody: Buffer.from('body') }));
    const first = store.list(0, 2);
    expect(ids(first.hops)).toEqual([1, 2]);
    expect(first).toMatchObject({ newest: 5, oldest: 1, dropped: 0 });
    expect(first.hops[0]).not.toHaveProperty('responseBody');
    expect(ids(store.list(2, 10).hops)).toEqual([3, 4, 5]);
    expect(store.list(5, 10).hops).toEqual([]);
    expect(store.hop(4)).toMatchObject({ id: 4, at: 3, responseBody: 'body' });
  });

  it('keeps 10,000 hops and counts those that had to make room', () => {
    const store = createHopStore();
    for (let count = 0; count < 10_005; count += 1) store.add(mask({}));
    expect(store.list(0, 2)).toMatchObject({ newest: 10_005, oldest: 6, dropped: 5, hops: [{ id: 6 }, { id: 7 }] });
    expect(() => store.hop(5)).toThrow(expect.objectContaining({ code: 'console.hop_gone' }));
    expect(store.all()).toHaveLength(10_000);
  });

  it('drops older hops when all together are too large, but never the newest', () => {
    const store = createHopStore({ hops: 100, characters: 5_000 });
    const hop = () => mask({ responseBody: Buffer.from('x '.repeat(1_000)) });
    for (let count = 0; count < 4; count += 1) store.add(hop());
    expect(ids(store.list(0, 10).hops)).toEqual([3, 4]);
    expect(store.list(0, 10).dropped).toBe(2);
    store.add(mask({ responseBody: Buffer.from('x '.repeat(4_000)) }));
    expect(ids(store.list(0, 10).hops)).toEqual([5]);
  });

  it('counts hops that made room before they came to it', () => {
    const store = createHopStore();
    store.leaveOut(3);
    store.add(mask({}));
    expect(store.list(0, 10)).toMatchObject({ newest: 1, oldest: 1, dropped: 3 });
  });

  it('counts on after it was cleared', () => {
    const store = createHopStore();
    store.add(mask({}));
    store.clear();
    expect(store.list(0, 10)).toEqual({ hops: [], newest: 1, oldest: 2, dropped: 0 });
    store.add(mask({}));
    expect(ids(store.list(1, 10).hops)).toEqual([2]);
  });
});
