import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScheduler, type RunEnd, type ScheduledRun } from '../../../../app/resources/schedule/scheduler.ts';
import type { ReloadState } from '../../../../app/shared/contract/reload.ts';
import type { ErrorCode } from '../../../../app/shared/error-codes.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { newResource } from '../../../../app/shared/resource/new-resource.ts';
import type { RunStarter } from '../../../../app/shared/resource/past-run.ts';
import { noReload, type Reload } from '../../../../app/shared/resource/reload.ts';
import type { Resource } from '../../../../app/shared/resource/resource.ts';

interface Started {
  id: string;
  by: RunStarter;
  at: number;
  end(end?: Partial<RunEnd>): Promise<void>;
}

const failure = (code: ErrorCode, details = {}) => ({ code, message: verbatim('It failed.'), details });
const resourceOf = (id: string, reload: Partial<Reload>, url = 'https://api.example.com/a'): Resource =>
  newResource({ id, name: id, url, reload: { ...noReload, ...reload } });

/** The scheduler with played runs. Each takes `tookMs`, or until the test ends it. */
function play(resources: Resource[], { tookMs = 50 }: { tookMs?: number | 'forever' } = {}) {
  const stored = new Map(resources.map((each) => [each.id, each]));
  const obstacles = new Map<string, ErrorCode>();
  const runs: Started[] = [];
  const states = new Map<string, ReloadState>();
  let stamp = 1;
  let outcome: Partial<RunEnd> = {};
  const scheduler = createScheduler({
    list: () => [...stored.values()],
    find: (id) => stored.get(id),
    run: (id, by) => {
      const run: ScheduledRun = { id, by };
      scheduler.started(run);
      return new Promise<void>((resolve) => {
        const end = async (how: Partial<RunEnd> = outcome): Promise<void> => {
          scheduler.ended(run, { error: undefined, allowance: undefined, ...how });
          resolve();
          await vi.advanceTimersByTimeAsync(0);
        };
        runs.push({ id, by, at: Date.now(), end });
        if (tookMs !== 'forever') setTimeout(end, tookMs);
      });
    },
    obstacle: ({ id }) => obstacles.get(id),
    stamp: () => String(stamp),
    serviceOf: ({ url }) => new URL(url).host,
    onChange: (changed) => {
      for (const each of changed) states.set(each.id, each);
    },
    now: Date.now,
    monotonic: () => performance.now(),
  });
  return {
    scheduler,
    stored,
    obstacles,
    runs,
    stateOf: (id: string) => states.get(id),
    answer: (how: Partial<RunEnd>) => {
      outcome = how;
    },
    fixed: () => {
      stamp += 1;
      scheduler.changedAround();
    },
    save: (resource: Resource) => {
      stored.set(resource.id, resource);
      scheduler.changed(resource.id);
    },
    times: (id?: string) => runs.filter((run) => id === undefined || run.id === id).map(({ at }) => at),
  };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'], now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

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

describe('a failure', () => {
  it('that may pass makes the wait longer, up to five minutes, and a success ends that', async () => {
    const { scheduler, times, answer, stateOf } = play([resourceOf('a', { seconds: 10 })], { tookMs: 1 });
    answer({ error: failure('resource.server_error') });
    scheduler.start();
    await pass(10_001);
    expect(stateOf('a')).toMatchObject({ status: 'waits', delayedBy: null });
    await pass(10_001);
    expect(stateOf('a')).toMatchObject({ delayedBy: 'failure', nextAt: 40_001 });
    await pass(2_000_000);
    const waits = times().map((at, index, all) => Math.round((at - (all[index - 1] ?? 0)) / 1000));
    expect(waits.slice(0, 9)).toEqual([10, 10, 20, 40, 80, 160, 300, 300, 300]);
    answer({});
    const { length } = times();
    await pass(340_000);
    expect(times().length - length).toBeGreaterThan(3);
  });

  it('that only the user can fix stops the reload; it goes on by itself after the fix', async () => {
    const { scheduler, times, answer, stateOf, fixed } = play([resourceOf('a', { seconds: 5 })]);
    answer({ error: failure('resource.unauthorized') });
    scheduler.start();
    await pass(60_000);
    expect(times()).toEqual([5000]);
    expect(stateOf('a')).toMatchObject({ status: 'stopped', code: 'resource.unauthorized', nextAt: null });
    scheduler.changedAround();
    await pass(60_000);
    expect(times()).toHaveLength(1);
    answer({});
    fixed();
    await pass(6500);
    expect(times()).toHaveLength(3);
    expect(stateOf('a')).toMatchObject({ status: 'waits', code: null });
  });

  it('of the connection is known before the request: nothing is sent until the login', async () => {
    const { scheduler, times, obstacles, stateOf, fixed } = play([resourceOf('a', { seconds: 5, atStart: true })]);
    obstacles.set('a', 'connection.not_authorized');
    scheduler.start();
    await pass(60_000);
    expect(times()).toEqual([]);
    expect(stateOf('a')).toMatchObject({ status: 'stopped', code: 'connection.not_authorized' });
    obstacles.set('a', 'connection.login_running');
    fixed();
    expect(stateOf('a')).toMatchObject({ status: 'stopped', code: 'connection.login_running' });
    obstacles.delete('a');
    fixed();
    await pass(1000);
    expect(times()).toHaveLength(1);
  });

  it('with Retry-After holds every resource of that service, and no other', async () => {
    const { scheduler, times, answer, stateOf } = play([
      resourceOf('a', { seconds: 5 }),
      resourceOf('b', { seconds: 7 }),
      resourceOf('c', { seconds: 7 }, 'https://other.example.com'),
    ]);
    answer({ error: failure('resource.rate_limited', { retryAfterSeconds: 120 }) });
    scheduler.start();
    await pass(5060);
    answer({});
    expect(stateOf('a')).toMatchObject({ delayedBy: 'service' });
    await pass(110_000);
    expect([times('a').length, times('b').length]).toEqual([1, 0]);
    expect(times('c').length).toBeGreaterThan(10);
    await pass(12_000);
    expect(times('b').length).toBeGreaterThan(0);
  });
});

it('waits for the end of the window once the service allows no more requests, and tells what it allows', async () => {
  const { scheduler, times, answer, stateOf } = play([resourceOf('a', { seconds: 5 })]);
  const allowance = { limit: 60, remaining: 0, resetAt: 600_000, windowSeconds: 3600 };
  answer({ allowance });
  scheduler.start();
  await pass(500_000);
  expect(times()).toEqual([5000]);
  expect(stateOf('a')).toMatchObject({ nextAt: 600_000, delayedBy: 'service', allowance });
  answer({});
  await pass(100_000);
  expect(times()).toHaveLength(2);
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

it('never overlaps runs of a resource, never goes below an interval, and never bursts, whatever happens', async () => {
  let total = 0;
  for (let seed = 1; seed <= 25; seed += 1) {
    vi.setSystemTime(0);
    let state = seed * 7919;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    const seconds = [1, 1, 2, 5, 30];
    const resources = seconds.map((each, index) =>
      resourceOf(`r${index}`, { seconds: each, atStart: random(2) === 0 }, `https://s${index % 2}.example.com/`),
    );
    const { scheduler, runs, answer, save, fixed } = play(resources, { tookMs: 'forever' });
    const open = new Map<string, Started>();
    const starts = new Map<string, number[]>();
    let seen = 0;
    const look = (): void => {
      for (const run of runs.slice(seen)) {
        expect(open.has(run.id), `seed ${seed}: overlap of ${run.id}`).toBe(false);
        open.set(run.id, run);
        starts.set(run.id, [...(starts.get(run.id) ?? []), run.at]);
      }
      seen = runs.length;
    };
    scheduler.start();
    for (let step = 0; step < 300; step += 1) {
      const what = random(10);
      const index = random(resources.length);
      const id = `r${index}`;
      const codes: ErrorCode[] = ['http.offline', 'resource.unauthorized', 'resource.rate_limited', 'http.cancelled'];
      const code = codes[random(codes.length)] ?? 'http.offline';
      if (what <= 4) {
        const run = open.get(id);
        open.delete(id);
        await run?.end(random(3) === 0 ? { error: failure(code) } : {});
      } else if (what === 5) save(resources[index] ?? resourceOf(id, {}));
      else if (what === 6) scheduler.pauseAll(random(2) === 0);
      else if (what === 7) fixed();
      else if (what === 8) scheduler.woke();
      answer({});
      look();
      await pass(random(900));
      look();
    }
    const gaps = (times: readonly number[]): number[] =>
      times.flatMap((time, at) => (at === 0 ? [] : [time - (times[at - 1] ?? 0)]));
    for (const [id, times] of starts) {
      expect(Math.min(...gaps(times), 1000), `seed ${seed}: the floor of ${id}`).toBe(1000);
      total += times.length;
    }
    for (const service of [0, 1]) {
      const all = [...starts].flatMap(([id, times]) => (Number(id[1]) % 2 === service ? times : []));
      all.sort((one, other) => one - other);
      expect(Math.min(...gaps(all), 100), `seed ${seed}: a burst at service ${service}`).toBe(100);
    }
    scheduler.close();
    vi.clearAllTimers();
  }
  expect(total).toBeGreaterThan(500);
});
