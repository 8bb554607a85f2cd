import { describe, expect, it } from 'vitest';
import type { ExchangePage, ExchangeSummary } from '../../../../app/shared/exchange.ts';
import { createExchangeFeed } from '../../../../renderer/console/exchange-feed.ts';

const exchange = (id: number): ExchangeSummary => ({
  id,
  at: id,
  kind: 'get',
  method: 'GET',
  url: 'https://api.example.com/',
});

/** Main, played: the last `room` requests. */
function fakeMain(room: number) {
  let newest = 0;
  let oldest = 1;
  let dropped = 0;
  const asked: number[] = [];
  return {
    asked,
    add(count: number) {
      newest += count;
      const first = Math.max(oldest, newest - room + 1);
      dropped += first - oldest;
      oldest = first;
    },
    clear() {
      oldest = newest + 1;
      dropped = 0;
    },
    list: async (after: number, limit: number): Promise<ExchangePage> => {
      asked.push(after);
      const first = Math.max(after + 1, oldest);
      const count = Math.max(0, Math.min(limit, newest - first + 1));
      return {
        exchanges: Array.from({ length: count }, (_, index) => exchange(first + index)),
        newest,
        oldest,
        dropped,
      };
    },
  };
}
const idsOf = ({ exchanges }: { exchanges: readonly ExchangeSummary[] }) => exchanges.map(({ id }) => id);
const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('the feed of the console', () => {
  it('asks page by page until it has all, then only for what is new', async () => {
    const main = fakeMain(10_000);
    main.add(1200);
    const feed = createExchangeFeed(main.list);
    await feed.load();
    expect(idsOf(feed.state.getState())).toEqual(upTo(1, 1200));
    expect(main.asked).toEqual([0, 500, 1000]);
    main.add(2);
    await feed.load();
    expect(main.asked.at(-1)).toBe(1200);
    expect(idsOf(feed.state.getState())).toEqual(upTo(1, 1202));
  });

  it('lets go of what had to make room in main', async () => {
    const main = fakeMain(100);
    const feed = createExchangeFeed(main.list);
    main.add(90);
    await feed.load();
    main.add(60);
    await feed.load();
    expect(idsOf(feed.state.getState())).toEqual(upTo(51, 150));
    expect(feed.state.getState().dropped).toBe(50);
    main.add(700);
    await feed.load();
    expect(idsOf(feed.state.getState())).toEqual(upTo(751, 850));
  });

  it('is empty after Clear, and goes on with what comes then', async () => {
    const main = fakeMain(100);
    const feed = createExchangeFeed(main.list);
    main.add(5);
    await feed.load();
    main.clear();
    await feed.load();
    expect(idsOf(feed.state.getState())).toEqual([]);
    main.add(2);
    await feed.load();
    expect(idsOf(feed.state.getState())).toEqual([6, 7]);
  });

  it('asks once more when it is told of something new while it asks', async () => {
    const main = fakeMain(100);
    const feed = createExchangeFeed(main.list);
    main.add(1);
    const first = feed.load();
    main.add(1);
    void feed.load();
    await first;
    expect(idsOf(feed.state.getState())).toEqual([1, 2]);
  });

  it('tells its listeners only of changes', async () => {
    const main = fakeMain(100);
    const feed = createExchangeFeed(main.list);
    let told = 0;
    feed.state.subscribe(() => {
      told += 1;
    });
    await feed.load();
    await feed.load();
    expect(told).toBe(1);
  });

  it('keeps what it has when main does not respond, and says why', async () => {
    const main = fakeMain(100);
    main.add(3);
    let fails = false;
    const feed = createExchangeFeed((after, limit) =>
      fails ? Promise.reject(new Error('gone')) : main.list(after, limit),
    );
    await feed.load();
    fails = true;
    await feed.load();
    expect(feed.state.getState()).toMatchObject({ status: 'failed', error: { code: 'app.unexpected' } });
    expect(idsOf(feed.state.getState())).toEqual([1, 2, 3]);
  });
});
