import { describe, expect, it } from 'vitest';
import { failure, pass, play, playClock, resourceOf } from './play-scheduler.ts';

playClock();

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
