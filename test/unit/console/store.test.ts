import { describe, expect, it } from 'vitest';
import { createExchangeStore } from '../../../app/console/store.ts';
import { maskerOf } from './some-exchange.ts';

const { mask } = maskerOf('a-known-secret');
const ids = (exchanges: readonly { id: number }[]) => exchanges.map(({ id }) => id);

describe('the store of exchanges', () => {
  it('gives pages after an id, oldest first, without bodies', () => {
    const store = createExchangeStore();
    for (let count = 0; count < 5; count += 1) store.add(mask({ at: count, responseBody: Buffer.from('body') }));
    const first = store.list(0, 2);
    expect(ids(first.exchanges)).toEqual([1, 2]);
    expect(first).toMatchObject({ newest: 5, oldest: 1, dropped: 0 });
    expect(first.exchanges[0]).not.toHaveProperty('responseBody');
    expect(ids(store.list(2, 10).exchanges)).toEqual([3, 4, 5]);
    expect(store.list(5, 10).exchanges).toEqual([]);
    expect(store.exchange(4)).toMatchObject({ id: 4, at: 3, responseBody: 'body' });
  });

  it('keeps 10,000 exchanges and counts those that had to make room', () => {
    const store = createExchangeStore();
    for (let count = 0; count < 10_005; count += 1) store.add(mask({}));
    expect(store.list(0, 2)).toMatchObject({
      newest: 10_005,
      oldest: 6,
      dropped: 5,
      exchanges: [{ id: 6 }, { id: 7 }],
    });
    expect(() => store.exchange(5)).toThrow(expect.objectContaining({ code: 'console.exchange_gone' }));
    expect(store.all()).toHaveLength(10_000);
  });

  it('drops older exchanges when all together are too large, but never the newest', () => {
    const store = createExchangeStore({ exchanges: 100, characters: 5_000 });
    const exchange = () => mask({ responseBody: Buffer.from('x '.repeat(1_000)) });
    for (let count = 0; count < 4; count += 1) store.add(exchange());
    expect(ids(store.list(0, 10).exchanges)).toEqual([3, 4]);
    expect(store.list(0, 10).dropped).toBe(2);
    store.add(mask({ responseBody: Buffer.from('x '.repeat(4_000)) }));
    expect(ids(store.list(0, 10).exchanges)).toEqual([5]);
  });

  it('counts exchanges that made room before they came to it', () => {
    const store = createExchangeStore();
    store.leaveOut(3);
    store.add(mask({}));
    expect(store.list(0, 10)).toMatchObject({ newest: 1, oldest: 1, dropped: 3 });
  });

  it('counts on after it was cleared', () => {
    const store = createExchangeStore();
    store.add(mask({}));
    store.clear();
    expect(store.list(0, 10)).toEqual({ exchanges: [], newest: 1, oldest: 2, dropped: 0 });
    store.add(mask({}));
    expect(ids(store.list(1, 10).exchanges)).toEqual([2]);
  });
});
