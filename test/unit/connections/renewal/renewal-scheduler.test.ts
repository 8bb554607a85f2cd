import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type RenewalFailure, renewalFailure } from '../../../../app/connections/renewal/failures.ts';
import { createRenewalScheduler } from '../../../../app/connections/renewal/renewal-scheduler.ts';
import { renewalTime } from '../../../../app/connections/renewal/renewal-time.ts';
import { HttpError, OAuthError } from '../../../../app/shared/errors.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';

const start = Date.UTC(2026, 0, 1);
const minute = 60_000;
const hour = 60 * minute;
/** What sleep, or the user, added to the clock on the wall. */
let wallShift = 0;
/** What sleep added to the clock that nobody sets: on Linux nothing. */
let sleepCounted = 0;
const now = () => Date.now() + wallShift;
const monotonic = () => performance.now() + sleepCounted;

beforeEach(() => {
  wallShift = 0;
  sleepCounted = 0;
  vi.useFakeTimers({ now: start });
});
afterEach(() => vi.useRealTimers());

interface Held {
  obtainedAt: number;
  expiresAt: number | undefined;
  failure?: RenewalFailure | undefined;
}

/** How long the service takes, by the fake clock: no test waits for it. */
const serviceMs = 300;

/** A scheduler over connections `0`, `1` … whose tokens last for `lifetimes` from now on. */
function build(lifetimes: (number | undefined)[], hostOf = (_id: string) => 'auth.example.com') {
  const held = new Map<string, Held>();
  lifetimes.forEach((lifetime, id) => {
    const obtainedAt = lifetime !== undefined && lifetime < 0 ? now() - 24 * hour : now();
    held.set(String(id), { obtainedAt, expiresAt: lifetime === undefined ? undefined : now() + lifetime });
  });
  const log: { id: string; at: number; early: number | undefined }[] = [];
  let service: (id: string) => Error | undefined = () => undefined;
  let atOnce = 0;
  let most = 0;
  const failureOf = (id: string) => held.get(id)?.failure;
  const scheduler = createRenewalScheduler({
    ids: () => [...held.keys()],
    renewalAt: (id) => {
      const tokenSet = held.get(id);
      const spread = held.size < 2 ? 0 : Number(id) / (held.size - 1);
      return tokenSet && renewalTime({ tokenSet, failure: tokenSet.failure, spread, now: now() });
    },
    hostOf,
    renew: async (id) => {
      const before = held.get(id);
      log.push({ id, at: now() - start, early: before?.expiresAt && before.expiresAt - now() });
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, serviceMs));
      atOnce -= 1;
      const error = service(id);
      if (error && before) {
        const attempts = before.failure?.kind === 'transient' ? before.failure.attempts : 0;
        held.set(id, { ...before, failure: renewalFailure(error, attempts, now(), 0) });
        throw error;
      }
      held.set(id, { obtainedAt: now(), expiresAt: now() + hour });
    },
    failureOf,
    forgetWait: (id) => {
      const token = held.get(id);
      if (token?.failure?.kind === 'transient')
        held.set(id, { ...token, failure: { ...token.failure, retryAt: now(), attempts: 0 } });
    },
    now,
    monotonic,
  });
  scheduler.start();
  return {
    scheduler,
    held,
    log,
    most: () => most,
    timesOf: (id: string) => log.filter((entry) => entry.id === id).map(({ at }) => at),
    respond: (next: (id: string) => Error | undefined) => {
      service = next;
    },
  };
}
const offline = () => new HttpError('http.offline', verbatim('no network'));
const busy = (retryAfterSeconds: number) =>
  new OAuthError('token.rate_limited', verbatim('wait'), { details: { status: 429, retryAfterSeconds } });
const none = (id: string): string => {
  throw new Error(`no connection ${id}`);
};
const broken = () => new OAuthError('token.server_error', verbatim('broken'), { details: { status: 503 } });

it('renews between one and two minutes before the end, again and again', async () => {
  const { log } = build([hour, hour]);
  await vi.advanceTimersByTimeAsync(58 * minute - 1);
  expect(log).toEqual([]);
  await vi.advanceTimersByTimeAsync(minute + 1);
  expect(log.map(({ id, early }) => [id, early])).toEqual([
    ['1', 2 * minute],
    ['0', minute],
  ]);
  await vi.advanceTimersByTimeAsync(hour);
  expect(log).toHaveLength(4);
});

it('has one timer for 1,000 connections, and none where nothing is to come', async () => {
  build(Array.from({ length: 1000 }, () => hour));
  await vi.advanceTimersByTimeAsync(minute);
  expect(vi.getTimerCount()).toBe(1);
  vi.clearAllTimers();
  build([undefined, undefined]);
  expect(vi.getTimerCount()).toBe(0);
});

it('has one timer also after something comes sooner, or the computer woke', () => {
  const { scheduler, held } = build([hour, hour]);
  held.set('0', { obtainedAt: now(), expiresAt: now() + 10 * minute });
  scheduler.changed('0');
  expect(vi.getTimerCount()).toBe(1);
  scheduler.woke();
  expect(vi.getTimerCount()).toBe(1);
  scheduler.close();
  expect(vi.getTimerCount()).toBe(0);
});

it('renews 1,000 that end together a few at a time, each before its end and once [30]', async () => {
  const { log, most } = build(Array.from({ length: 1000 }, () => hour));
  await vi.advanceTimersByTimeAsync(hour);
  expect(new Set(log.map(({ id }) => id)).size).toBe(1000);
  expect(log).toHaveLength(1000);
  expect(most()).toBe(4);
  expect(Math.min(...log.map(({ early }) => early ?? 0))).toBeGreaterThan(30_000);
});

it('asks sixteen at once of many services, not more', async () => {
  const { most } = build(
    Array.from({ length: 1000 }, () => -hour),
    (id) => `host-${id}`,
  );
  await vi.advanceTimersByTimeAsync(minute);
  expect(most()).toBe(16);
});

it('leaves tokens of seconds to those who use them: a minute lies between two renewals', async () => {
  const { timesOf, respond, held } = build([5_000]);
  respond((id) => {
    // Whatever the response was is short again.
    queueMicrotask(() => held.set(id, { obtainedAt: now(), expiresAt: now() + 5_000 }));
    return undefined;
  });
  await vi.advanceTimersByTimeAsync(5 * minute);
  expect(timesOf('0').every((at, index, all) => index === 0 || at - (all[index - 1] ?? 0) >= 60_000)).toBe(true);
  expect(timesOf('0').length).toBeGreaterThan(1);
});

it('renews soon after a sleep, although its clock stood still and nobody told', async () => {
  const { timesOf } = build([hour]);
  await vi.advanceTimersByTimeAsync(10 * minute);
  wallShift = 8 * hour;
  await vi.advanceTimersByTimeAsync(minute);
  expect(timesOf('0')).toHaveLength(1);
});

it('renews at once when the computer says that it woke', async () => {
  const { scheduler, timesOf } = build([hour]);
  await vi.advanceTimersByTimeAsync(10 * minute);
  wallShift = 8 * hour;
  scheduler.woke();
  expect(timesOf('0')).toHaveLength(1);
});

it('renews soon after a sleep that its clock counted, too', async () => {
  const { timesOf } = build([hour]);
  await vi.advanceTimersByTimeAsync(30_000);
  // The timer stood still and still has 30 s to go.
  sleepCounted = 5 * hour;
  wallShift = 5 * hour;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(timesOf('0')).toHaveLength(1);
});

it('renews in time when the clock was set back: the token ends by the true time [28]', async () => {
  const { timesOf } = build([hour]);
  await vi.advanceTimersByTimeAsync(50 * minute);
  wallShift = -30 * minute;
  await vi.advanceTimersByTimeAsync(8 * minute);
  expect(timesOf('0')).toEqual([]);
  await vi.advanceTimersByTimeAsync(minute);
  expect(timesOf('0')).toHaveLength(1);
});

it('renews a token at once that is from the future of this clock, and then not before its time [28]', async () => {
  wallShift = 24 * hour;
  const { scheduler, timesOf } = build([hour]);
  wallShift = 0;
  scheduler.changedAll();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(timesOf('0')).toEqual([0]);
  await vi.advanceTimersByTimeAsync(58 * minute);
  expect(timesOf('0')).toHaveLength(1);
});

it('lets one try for all while there is no network, and renews all when it is back [31]', async () => {
  const { log, held, respond } = build(Array.from({ length: 100 }, () => -hour));
  respond(offline);
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(log.length).toBeLessThan(40);
  respond(() => undefined);
  await vi.advanceTimersByTimeAsync(90_000);
  expect([...held.values()].every(({ expiresAt = 0 }) => expiresAt > now())).toBe(true);
});

it('tries at once after a wake-up what failed without a network before', async () => {
  const { scheduler, respond, timesOf, held } = build([-hour]);
  respond(offline);
  await vi.advanceTimersByTimeAsync(20 * minute);
  const before = timesOf('0').length;
  respond(() => undefined);
  scheduler.woke();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(timesOf('0')).toHaveLength(before + 1);
  expect(held.get('0')?.failure).toBeUndefined();
});

it.each([
  ['tries at once after a sleep that nobody told of', 2 * minute, 1],
  ['waits as before where the clock was only set a little', 10_000, 0],
])('%s, where a service was broken before', async (_, shift, tries) => {
  const { respond, timesOf } = build([-hour]);
  respond(broken);
  await vi.advanceTimersByTimeAsync(30 * minute);
  const failed = timesOf('0').length;
  while (timesOf('0').length === failed) await vi.advanceTimersByTimeAsync(1_000);
  await vi.advanceTimersByTimeAsync(1_000);
  respond(() => undefined);
  wallShift += shift;
  await vi.advanceTimersByTimeAsync(minute);
  expect(timesOf('0')).toHaveLength(failed + 1 + tries);
});

it('renews a token once, whatever happens while it does [30]', async () => {
  const { scheduler, timesOf } = build([-hour]);
  scheduler.woke();
  scheduler.changed('0');
  scheduler.changedAll();
  await vi.advanceTimersByTimeAsync(minute);
  expect(timesOf('0')).toHaveLength(1);
});

it('does not repeat a renewal that changed nothing until something changes', async () => {
  const { scheduler, held, respond, timesOf } = build([-hour]);
  const same = held.get('0');
  respond((id) => {
    queueMicrotask(() => same && held.set(id, same));
    return undefined;
  });
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(timesOf('0')).toHaveLength(1);
  scheduler.changed('0');
  await vi.advanceTimersByTimeAsync(minute);
  expect(timesOf('0')).toHaveLength(2);
});

it('renews all tokens of a service once it works again, and leaves another service alone [31]', async () => {
  const { respond, held, timesOf } = build([-hour, -hour, -hour, -hour], (id) => (id === '3' ? 'other' : 'same'));
  respond(broken);
  await vi.advanceTimersByTimeAsync(30 * minute);
  respond((id) => (id === '3' ? broken() : undefined));
  const isBack = () => ['0', '1', '2'].some((id) => held.get(id)?.failure === undefined);
  while (!isBack()) await vi.advanceTimersByTimeAsync(100);
  const others = timesOf('3').length;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(['0', '1', '2'].map((id) => held.get(id)?.failure)).toEqual([undefined, undefined, undefined]);
  expect(timesOf('3')).toHaveLength(others);
});

it('renews in time at a service that works while another is broken [31]', async () => {
  const { respond, timesOf } = build([-hour, 12.5 * minute], (id) => `host-${id}`);
  respond((id) => (id === '0' ? broken() : undefined));
  await vi.advanceTimersByTimeAsync(11 * minute);
  expect(timesOf('1')).toEqual([10.5 * minute]);
});

it('ends no delay because another connection has wrong settings', async () => {
  const { respond, timesOf } = build([-hour, 15 * minute]);
  respond((id) => (id === '0' ? broken() : new OAuthError('token.invalid_client', verbatim('wrong'))));
  await vi.advanceTimersByTimeAsync(14 * minute);
  expect(timesOf('1')).toEqual([13 * minute]);
  expect(timesOf('0').filter((at) => at > 11 * minute)).toEqual([]);
});

it('waits as long as a service asks for, also over a wake-up [31]', async () => {
  const { scheduler, respond, timesOf } = build([-hour]);
  respond(() => busy(600));
  await vi.advanceTimersByTimeAsync(minute);
  scheduler.woke();
  await vi.advanceTimersByTimeAsync(9 * minute);
  expect(timesOf('0')).toEqual([0]);
  respond(() => undefined);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(timesOf('0')).toEqual([0, 600_300]);
});

it('finds out within a minute that the network is back, however long it was away [31]', async () => {
  const { respond, timesOf } = build([-hour]);
  respond(offline);
  await vi.advanceTimersByTimeAsync(5 * hour);
  const before = timesOf('0').length;
  respond(() => undefined);
  await vi.advanceTimersByTimeAsync(minute + 300);
  expect(timesOf('0')).toHaveLength(before + 1);
});

it('backs off from a broken service, one more request in its first eight seconds, which delays no other service [31]', async () => {
  const { respond, timesOf } = build([-hour, -hour], (id) => `host-${id}`);
  respond((id) => (id === '0' ? broken() : undefined));
  await vi.advanceTimersByTimeAsync(minute);
  const times = timesOf('0');
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(gaps).toEqual([5_300, 10_300, 20_300]);
  expect(timesOf('1')).toEqual([0]);
});

it('stops where a new login is needed or something is to be mended, until that changed [31]', async () => {
  const { scheduler, respond, timesOf, held } = build([-hour, -hour]);
  respond((id) =>
    id === '0'
      ? new OAuthError('token.invalid_grant', verbatim('revoked'))
      : new OAuthError('token.invalid_client', verbatim('wrong')),
  );
  await vi.advanceTimersByTimeAsync(24 * hour);
  expect([timesOf('0').length, timesOf('1').length]).toEqual([1, 1]);
  respond(() => undefined);
  held.set('1', { obtainedAt: start - hour, expiresAt: start });
  scheduler.changed('1');
  await vi.advanceTimersByTimeAsync(1_000);
  expect([timesOf('0').length, timesOf('1').length]).toEqual([1, 2]);
});

it('tries now and then where a network with a login page of its own may be the reason [31]', async () => {
  const { respond, timesOf } = build([-hour]);
  respond(() => new HttpError('http.certificate', verbatim('another certificate')));
  await vi.advanceTimersByTimeAsync(11 * minute);
  expect(timesOf('0')).toEqual([0, 300_300, 600_600]);
});

it('does not renew what a GET renewed while it waited for its turn [30]', async () => {
  const { log, held } = build(Array.from({ length: 40 }, () => -hour));
  for (const id of ['20', '21', '22']) held.set(id, { obtainedAt: now(), expiresAt: now() + hour });
  await vi.advanceTimersByTimeAsync(minute);
  expect(log).toHaveLength(37);
  await vi.advanceTimersByTimeAsync(hour);
  expect(log.filter(({ id }) => id === '20')).toHaveLength(1);
});

it('does not renew what was deleted while it waited for its turn, but all others', async () => {
  const { log, held } = build(Array.from({ length: 40 }, () => -hour));
  held.delete('20');
  await vi.advanceTimersByTimeAsync(minute);
  expect(log.map(({ id }) => id)).not.toContain('20');
  expect(log).toHaveLength(39);
});

it('does nothing more when it was closed', async () => {
  const { scheduler, log } = build(Array.from({ length: 40 }, () => -hour));
  scheduler.close();
  scheduler.start();
  const asked = log.length;
  await vi.advanceTimersByTimeAsync(hour);
  expect(log).toHaveLength(asked);
  expect(vi.getTimerCount()).toBe(0);
});

it('goes on renewing the others after a connection was deleted, also where nobody told', async () => {
  const gone = new Set<string>();
  const { held, timesOf } = build([hour, 2 * hour], (id) => (gone.has(id) ? none(id) : 'auth.example.com'));
  held.delete('0');
  gone.add('0');
  await vi.advanceTimersByTimeAsync(3 * hour);
  expect(timesOf('0')).toEqual([]);
  expect(timesOf('1').length).toBeGreaterThan(0);
});

it('goes on renewing the others where one cannot be looked at', async () => {
  const { timesOf } = build([hour, 2 * hour], (id) => (id === '0' ? none(id) : 'auth.example.com'));
  await vi.advanceTimersByTimeAsync(3 * hour);
  expect(timesOf('1').length).toBeGreaterThan(0);
});
