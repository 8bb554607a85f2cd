import { describe, expect, it, vi } from 'vitest';
import type { ScheduledRun } from '../../../../app/resources/schedule/scheduler.ts';
import { failure, pass, play, playClock, resourceOf } from './play-scheduler.ts';

playClock();

describe('the interval', () => {
  it('counts from start to start, with one timer, and none if nothing reloads', async () => {
    const { scheduler, times, stateOf } = play([resourceOf('a', { seconds: 5 })]);
    scheduler.start();
    expect(stateOf('a')).toMatchObject({ status: 'waits', nextAt: 5000 });
    expect(vi.getTimerCount()).toBe(1);
    await pass(21_000);
    expect(times()).toEqual([5000, 10_000, 15_000, 20_000]);
    const without = play([resourceOf('b', {})]);
    scheduler.close();
    without.scheduler.start();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('skips what is due while the resource runs, by whomever', async () => {
    const { scheduler, runs, times } = play([resourceOf('a', { seconds: 1 })], { tookMs: 'forever' });
    scheduler.start();
    await pass(10_000);
    expect(times()).toEqual([1000]);
    await runs[0]?.end();
    expect(times()).toEqual([1000, 10_000]);
    await runs[1]?.end();
    const own: ScheduledRun = { id: 'a', by: 'user' };
    scheduler.started(own);
    await pass(5000);
    expect(runs).toHaveLength(2);
    scheduler.ended(own, { error: undefined, allowance: undefined });
    await pass(0);
    expect(runs).toHaveLength(3);
  });

  it('takes no notice of a run that another replaced', async () => {
    const { scheduler, runs } = play([resourceOf('a', { seconds: 1 })], { tookMs: 'forever' });
    scheduler.start();
    await pass(1000);
    scheduler.started({ id: 'a', by: 'user' });
    await runs[0]?.end({ error: failure('http.cancelled') });
    await pass(5000);
    expect(runs).toHaveLength(1);
  });

  it('starts anew when it is changed, and no edit starts a run at once', async () => {
    const { scheduler, save, times, stored } = play([resourceOf('a', { seconds: 3600 })]);
    scheduler.start();
    await pass(3_599_900);
    for (let typed = 0; typed < 20; typed += 1) {
      save(resourceOf('a', { seconds: 3600 }, `https://api.example.com/${'x'.repeat(typed)}`));
      await pass(400);
    }
    expect(times()).toEqual([]);
    await pass(2000);
    expect(times()).toHaveLength(1);
    save(resourceOf('a', { seconds: 10 }));
    await pass(9_900);
    expect(times()).toHaveLength(1);
    await pass(200);
    expect(times()).toHaveLength(2);
    stored.delete('a');
    scheduler.changed('a');
    await pass(60_000);
    expect(times()).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
    save(resourceOf('a', { seconds: 10 }));
    await pass(10_000);
    expect(times()).toHaveLength(3);
  });

  it('is told as off when it is taken away', () => {
    const { scheduler, save, stateOf } = play([resourceOf('a', { seconds: 5 })]);
    scheduler.start();
    save(resourceOf('a', {}));
    expect(stateOf('a')).toMatchObject({ status: 'off', nextAt: null });
    expect(scheduler.states()).toEqual([]);
  });
});

describe('a pause', () => {
  it('keeps the interval, of one resource or of all, and makes up for nothing', async () => {
    const { scheduler, save, times, stateOf } = play([
      resourceOf('a', { seconds: 5 }),
      resourceOf('b', { seconds: 5, isPaused: true }, 'https://other.example.com'),
    ]);
    scheduler.start();
    scheduler.pauseAll(true);
    await pass(60_000);
    expect(times()).toEqual([]);
    expect([stateOf('a'), stateOf('b')].map((each) => [each?.status, each?.nextAt])).toEqual([
      ['paused', null],
      ['paused', null],
    ]);
    expect(vi.getTimerCount()).toBe(0);
    scheduler.pauseAll(false);
    await pass(5900);
    expect(times('a')).toEqual([61_000]);
    save(resourceOf('b', { seconds: 5 }, 'https://other.example.com'));
    await pass(1100);
    expect(times('b')).toEqual([66_900]);
  });
});

it('runs each resource once after the computer slept, spread and not at once', async () => {
  const { scheduler, times, runs } = play(
    Array.from({ length: 20 }, (_, index) => resourceOf(`r${index}`, { seconds: 60 })),
  );
  scheduler.start();
  await pass(1000);
  // The monotonic clock and the timers stand still meanwhile.
  vi.setSystemTime(8 * 3_600_000);
  scheduler.woke();
  await pass(2900);
  expect(runs).toHaveLength(0);
  await pass(5000);
  expect(runs).toHaveLength(20);
  const sorted = times();
  for (const [index, at] of sorted.entries())
    if (index > 0) expect(at - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(100);
  await pass(50_000);
  expect(runs).toHaveLength(20);
});

it('runs at the start of the app what asks for it, once, and not what the user has started already', async () => {
  const { scheduler, runs, obstacles } = play([
    resourceOf('a', { atStart: true }),
    resourceOf('b', { atStart: true }),
    resourceOf('c', { atStart: true, seconds: 60 }),
    resourceOf('d', {}),
    resourceOf('e', { atStart: true }),
  ]);
  obstacles.set('e', 'practice.stopped');
  scheduler.started({ id: 'b', by: 'user' });
  scheduler.start();
  expect(runs).toEqual([]);
  await pass(30_000);
  expect(runs.map(({ id, by }) => [id, by])).toEqual([
    ['a', 'start'],
    ['c', 'start'],
  ]);
  await pass(31_000);
  expect(runs.at(-1)).toMatchObject({ id: 'c', by: 'reload' });
});
