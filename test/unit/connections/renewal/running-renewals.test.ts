import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRunningRenewals, type RunningRenewals } from '../../../../app/connections/renewal/running-renewals.ts';
import type { TokenSet } from '../../../../app/oauth/token-set.ts';
import { offline, tokenSet } from './played-renewals.ts';

let changed: string[];
let running: RunningRenewals;
beforeEach(() => {
  vi.useFakeTimers();
  changed = [];
  running = createRunningRenewals((id) => changed.push(`${id} ${running.has(id) ? 'runs' : 'ended'}`));
});
afterEach(() => vi.useRealTimers());

/** A renewal that ends when the test says so, and whether it was aborted. */
function renewal() {
  const { promise, resolve, reject } = Promise.withResolvers<TokenSet>();
  const renew = vi.fn((signal: AbortSignal) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    return promise;
  });
  return { renew, resolve, reject, isAborted: () => renew.mock.calls[0]?.[0].aborted };
}

it('runs one renewal for all callers of a connection, and one more for another connection [30]', async () => {
  const [one, other] = [renewal(), renewal()];
  const both = [running.join('a', one.renew), running.join('a', other.renew)];
  void running.join('b', other.renew);
  expect(one.renew).toHaveBeenCalledOnce();
  expect(other.renew).toHaveBeenCalledOnce();
  one.resolve(tokenSet(2));
  expect(await Promise.all(both)).toMatchObject([{ accessToken: 'access-2' }, { accessToken: 'access-2' }]);
  expect(running.has('a')).toBe(false);
  expect(running.has('b')).toBe(true);
});

it('reports that a renewal runs and that it ended, also when it failed', async () => {
  const { renew, reject } = renewal();
  const joined = running.join('a', renew);
  reject(offline());
  await expect(joined).rejects.toMatchObject({ code: 'http.offline' });
  expect(changed).toEqual(['a runs', 'a ended']);
});

it('counts nothing as running where a renewal cannot start', () => {
  const throwing = () => {
    throw offline();
  };
  expect(() => running.join('a', throwing)).toThrow('no network');
  expect(running.has('a')).toBe(false);
  expect(changed).toEqual([]);
});

it('lets another renewal start at once after it cancelled one, whose end does not hide it', async () => {
  const [first, second] = [renewal(), renewal()];
  const cancelled = running.join('a', first.renew).catch(() => 'cancelled');
  running.cancel('a');
  void running.join('a', second.renew);
  expect(await cancelled).toBe('cancelled');
  expect(running.has('a')).toBe(true);
});

it('settles when no renewal of the connection runs any more', async () => {
  const [first, second] = [renewal(), renewal()];
  void running.join('a', first.renew).finally(() => void running.join('a', second.renew));
  let isSettled = false;
  const settled = running.settled('a').then(() => {
    isSettled = true;
  });
  first.resolve(tokenSet(1));
  await vi.advanceTimersByTimeAsync(0);
  expect(isSettled).toBe(false);
  second.resolve(tokenSet(2));
  await settled;
});

it('starts no renewal during a pause, and the waiting ones together after it', async () => {
  const { renew, resolve } = renewal();
  const work = Promise.withResolvers<string>();
  const paused = running.pause('a', () => work.promise);
  const waiting = [running.join('a', renew), running.join('a', renew)];
  await vi.advanceTimersByTimeAsync(60_000);
  expect(renew).not.toHaveBeenCalled();
  work.resolve('done');
  expect(await paused).toBe('done');
  resolve(tokenSet(2));
  await Promise.all(waiting);
  expect(renew).toHaveBeenCalledOnce();
});

it('starts a pause when the running renewal has ended', async () => {
  const { renew, resolve, isAborted } = renewal();
  const work = vi.fn(async () => undefined);
  void running.join('a', renew);
  const paused = running.pause('a', work);
  await vi.advanceTimersByTimeAsync(2999);
  expect(work).not.toHaveBeenCalled();
  resolve(tokenSet(2));
  await paused;
  expect(work).toHaveBeenCalledOnce();
  expect(isAborted()).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

it('ends at once where the last renewal ends, and leaves no timer behind', async () => {
  const { renew, resolve } = renewal();
  void running.join('a', renew);
  const closing = running.close();
  resolve(tokenSet(2));
  await closing;
  expect(vi.getTimerCount()).toBe(0);
});

it('starts a pause after 3 s without the renewal that does not end', async () => {
  const { renew, isAborted } = renewal();
  const work = vi.fn(async () => undefined);
  void running.join('a', renew).catch(() => undefined);
  const paused = running.pause('a', work);
  await vi.advanceTimersByTimeAsync(3000);
  await paused;
  expect(isAborted()).toBe(true);
});

it('runs one pause after the other, also after one that failed', async () => {
  const log: string[] = [];
  const failing = Promise.withResolvers<never>();
  const first = running.pause('a', () => failing.promise).catch(() => log.push('first failed'));
  const second = running.pause('a', async () => log.push('second'));
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual([]);
  failing.reject(offline());
  await Promise.all([first, second]);
  expect(log.toSorted()).toEqual(['first failed', 'second']);
});
