import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRowKeeper, type RowKeeper } from '../../../../app/feeds/rows/row-keeper.ts';
import type { StoredRows } from '../../../../app/feeds/rows/rows-files.ts';

let written: string[];
let removed: string[];
let onDisk: StoredRows | undefined;
let isFull: boolean;
let keeper: RowKeeper;
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  [written, removed, isFull, onDisk] = [[], [], false, undefined];
  keeper = createRowKeeper(
    {
      read: () => Promise.resolve(onDisk),
      write: (id, { at, kept }) => {
        if (isFull) return Promise.reject(new Error('full'));
        written.push(`${id} ${kept.hash} ${at}`);
        return Promise.resolve();
      },
      remove: (id) => void removed.push(id),
      keepOnly: () => undefined,
      renewKeys: () => undefined,
    },
    Date.now,
  );
  return () => vi.useRealTimers();
});
const rows = (hash: string, at: number): StoredRows => ({
  at,
  request: '',
  kept: { view: '', columns: [], rowCount: 0, hash, gzipped: Buffer.alloc(0) },
});
const minute = 60_000;

describe('rows are written', () => {
  it('at once, then at most each minute, the newest ones', async () => {
    keeper.note('a', rows('one', 1));
    await vi.advanceTimersByTimeAsync(0);
    for (const [index, hash] of ['two', 'three', 'four'].entries()) keeper.note('a', rows(hash, 2 + index));
    await vi.advanceTimersByTimeAsync(minute - 1);
    expect(written).toEqual(['a one 1']);
    await vi.advanceTimersByTimeAsync(1);
    expect(written).toEqual(['a one 1', 'a four 4']);
  });

  it('not again when they are the same, but for their time', async () => {
    keeper.note('a', rows('one', 0));
    await vi.advanceTimersByTimeAsync(10 * minute);
    keeper.note('a', rows('one', 10 * minute));
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(written).toEqual(['a one 0']);
    keeper.note('a', rows('one', 20 * minute));
    await vi.advanceTimersByTimeAsync(0);
    expect(written).toEqual(['a one 0', `a one ${20 * minute}`]);
  });

  it('at the end, and after a change of the key', async () => {
    onDisk = rows('one', 1);
    await keeper.restore('a', { request: '', view: '' });
    keeper.renewKeys();
    await vi.advanceTimersByTimeAsync(0);
    expect(written).toEqual(['a one 1']);
    keeper.note('a', rows('one', 5));
    await keeper.close();
    expect(written).toEqual(['a one 1', 'a one 5']);
  });

  it('never for a feed that is gone, and no failure disturbs', async () => {
    keeper.note('a', rows('one', 1));
    keeper.forget('a');
    await vi.advanceTimersByTimeAsync(0);
    expect(written).toEqual([]);
    isFull = true;
    keeper.note('b', rows('one', 1));
    await vi.advanceTimersByTimeAsync(0);
    isFull = false;
    keeper.keepOnly(['b']);
    keeper.note('b', rows('two', 2));
    await vi.advanceTimersByTimeAsync(minute);
    expect(written).toEqual(['b two 2']);
    keeper.keepOnly([]);
    expect(removed).toEqual(['a', 'b']);
  });
});
