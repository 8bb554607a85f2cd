import { describe, expect, it, vi } from 'vitest';
import { watchProgressiveTable } from '../../../app/resources/progressive-table.ts';
import type { ArrivingTable } from '../../../app/shared/preview/preview.ts';

const enough = 512 * 1024;
const table: ArrivingTable = { dataPath: '', rowCount: 100, columns: [] };

describe('the watch over a body that arrives', () => {
  it('looks once there is enough, one look at a time, with a rest between two', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const responses: ((table: ArrivingTable | null) => void)[] = [];
    const told: number[] = [];
    const watch = watchProgressiveTable(
      { arriving: () => new Promise((resolve) => responses.push(resolve)) },
      {
        limitBytes: 10 * enough,
        onTable: (shown) => told.push(shown?.rowCount ?? 0),
      },
    );
    vi.advanceTimersByTime(1_000);
    watch.look(enough - 1);
    expect(responses).toHaveLength(0);
    watch.look(enough);
    watch.look(enough);
    expect(responses).toHaveLength(1);
    responses[0]?.(table);
    await vi.waitFor(() => expect(told).toEqual([100]));
    watch.look(enough);
    expect(responses).toHaveLength(1);
    vi.advanceTimersByTime(400);
    watch.look(enough);
    expect(responses).toHaveLength(2);
    vi.useRealTimers();
  });

  it('tells nothing of a body that is over, or that cannot be looked at', async () => {
    const told: number[] = [];
    const options = {
      limitBytes: 10 * enough,
      onTable: (shown: ArrivingTable | null) => told.push(shown?.rowCount ?? 0),
    };
    const late = Promise.withResolvers<ArrivingTable | null>();
    const watch = watchProgressiveTable({ arriving: () => late.promise }, options);
    watch.look(enough);
    watch.end();
    late.resolve(table);
    await late.promise;
    const broken = watchProgressiveTable({ arriving: () => Promise.reject(new Error('gone')) }, options);
    broken.look(enough);
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual([]);
  });

  it('takes back what it told when the body passes the limit, and looks no more', async () => {
    const told: (number | undefined)[] = [];
    const onTable = (shown: ArrivingTable | null) => told.push(shown?.rowCount);
    let looks = 0;
    const arriving = () => {
      looks += 1;
      return Promise.resolve(table);
    };
    const watch = watchProgressiveTable({ arriving }, { limitBytes: 2 * enough, onTable });
    watch.look(enough);
    await vi.waitFor(() => expect(told).toEqual([100]));
    watch.look(3 * enough);
    watch.look(4 * enough);
    expect(told).toEqual([100, undefined]);
    expect(looks).toBe(1);
  });

  it('takes it back when it is no table after all', async () => {
    const told: (number | undefined)[] = [];
    const responses = [table, null, null];
    vi.useFakeTimers({ toFake: ['performance'] });
    const watch = watchProgressiveTable(
      { arriving: () => Promise.resolve(responses.shift() ?? null) },
      { limitBytes: 10 * enough, onTable: (shown) => told.push(shown?.rowCount) },
    );
    for (let look = 0; look < 3; look += 1) {
      vi.advanceTimersByTime(1_000);
      watch.look(enough);
      await new Promise((resolve) => setImmediate(resolve));
    }
    vi.useRealTimers();
    expect(told).toEqual([100, undefined]);
  });
});
