import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureKind, waitAfterFailure } from '../../../../app/resources/schedule/failures.ts';
import { createRunNews } from '../../../../app/resources/schedule/run-news.ts';
import { createRunNotifications, runNotification } from '../../../../app/resources/schedule/run-notifications.ts';
import { createWindowFeed } from '../../../../app/resources/schedule/window-feed.ts';
import { type ErrorCode, errorCodes } from '../../../../app/shared/error-codes.ts';
import type { RunStarter } from '../../../../app/shared/resource/past-run.ts';

function build({ hasWorked = true } = {}) {
  const told: string[] = [];
  let time = 0;
  let watched: string | undefined;
  const news = createRunNews({
    hasWorked: () => hasWorked,
    isWatched: (id) => watched === id,
    tell: (kind, id) => told.push(`${kind} ${id}`),
    now: () => time,
  });
  return {
    told,
    watch: (id: string | undefined) => {
      watched = id;
    },
    run: (code: ErrorCode | null, { by = 'reload' as RunStarter, after = 10_000 } = {}) => {
      time += after;
      news.started('a');
      news.ended({ id: 'a', by }, code);
    },
  };
}

describe('news of a resource', () => {
  it('is told once when it begins to fail for good, and once when it works again', () => {
    const { told, run } = build();
    run(null);
    run('resource.unauthorized');
    run('resource.unauthorized');
    expect(told).toEqual(['fails a']);
    run(null);
    run(null);
    expect(told).toEqual(['fails a', 'works a']);
  });

  it('is told of a transient failure after its retries: the third, or one two minutes later', () => {
    const often = build();
    often.run('http.offline');
    often.run('http.offline');
    often.run('http.cancelled');
    expect(often.told).toEqual([]);
    often.run('http.offline');
    expect(often.told).toEqual(['fails a']);
    const seldom = build();
    seldom.run('resource.server_error');
    seldom.run('resource.server_error', { after: 3_600_000 });
    expect(seldom.told).toEqual(['fails a']);
    const passing = build();
    passing.run('http.timeout');
    passing.run(null);
    passing.run('http.timeout');
    passing.run('http.timeout');
    expect(passing.told).toEqual([]);
  });

  it('is not told of what the user starts or sees, nor of a resource that never worked', () => {
    const { told, run, watch } = build();
    run('resource.forbidden', { by: 'user' });
    run('resource.forbidden');
    run(null);
    watch('a');
    run('resource.forbidden');
    watch('b');
    run(null);
    expect(told).toEqual([]);
    run('resource.forbidden');
    expect(told).toEqual(['fails a']);
    const never = build({ hasWorked: false });
    never.run('resource.forbidden');
    expect(never.told).toEqual([]);
  });
});

describe('its notification', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gathers what fails together, and names the resources alone', () => {
    const shown: unknown[] = [];
    const notifications = createRunNotifications({
      notify: (...words) => shown.push(words),
      show: (kind, ids) => shown.push([kind, ids]),
      nameOf: (id) => (id === 'gone' ? undefined : `Resource ${id}`),
    });
    for (const id of ['a', 'b', 'gone']) notifications.tell('fails', id);
    notifications.tell('works', 'b');
    vi.advanceTimersByTime(2000);
    expect(shown).toEqual([
      ['A resource fails', '“Resource a”: the last data stays. Tokenboard shows the cause.'],
      ['fails', ['a', 'gone']],
      ['A resource works again', '“Resource b”'],
      ['works', ['b']],
    ]);
    expect(runNotification('fails', ['a', 'b', 'c', 'd'])).toEqual([
      '4 resources fail',
      '“a”, “b”, “c”, 1 more: the last data stays. Tokenboard shows the cause.',
    ]);
  });
});

describe('a failure', () => {
  it('is of the user, of the service, or passes; every code has one kind', () => {
    const of = (kind: string) => errorCodes.filter((code) => failureKind(code) === kind);
    expect(of('needs_user')).toEqual(
      expect.arrayContaining([
        'connection.not_authorized',
        'token.invalid_grant',
        'vault.locked',
        'resource.unauthorized',
      ]),
    );
    expect(of('transient')).toEqual(
      expect.arrayContaining([
        'http.offline',
        'http.timeout',
        'resource.server_error',
        'token.server_error',
        'preview.stopped',
      ]),
    );
    expect(of('refused')).toEqual(expect.arrayContaining(['resource.forbidden', 'resource.not_there']));
  });

  it('waits at least the interval, and as long as the service asks, up to a day', () => {
    const wait = (code: ErrorCode, intervalMs: number, failures: number, details = {}) =>
      waitAfterFailure({ code, details }, { intervalMs, failures });
    expect(wait('http.offline', 1000, 1)).toEqual({ waitMs: 5000, isAsked: false });
    expect(wait('http.offline', 1000, 30)).toEqual({ waitMs: 300_000, isAsked: false });
    expect(wait('http.offline', 3_600_000, 4)).toEqual({ waitMs: 3_600_000, isAsked: false });
    expect(wait('resource.rate_limited', 1000, 1)).toEqual({ waitMs: 60_000, isAsked: true });
    expect(wait('resource.rate_limited', 1000, 1, { retryAfterSeconds: 7 })).toEqual({ waitMs: 7000, isAsked: true });
    expect(wait('resource.server_error', 1000, 1, { retryAfterSeconds: 1e9 })).toEqual({
      waitMs: 86_400_000,
      isAsked: true,
    });
  });
});

it('a hidden window is told the latest of each when it is visible again, and nothing before', () => {
  const sent: unknown[] = [];
  const feed = createWindowFeed((event, payload) => sent.push([event, payload]));
  feed.send('resources.historyGrew', { id: 'a' }, 'history:a');
  feed.watch({ isVisible: false, hasFocus: false, shownId: 'a' });
  expect(feed.isWatched('a')).toBe(false);
  for (const newest of [1, 2, 3]) feed.send('console.changed', { newest }, 'console.changed');
  feed.send('resources.historyGrew', { id: 'b' }, 'history:b');
  expect(sent).toHaveLength(1);
  feed.watch({ isVisible: true, hasFocus: true, shownId: 'a' });
  expect(sent.slice(1)).toEqual([
    ['console.changed', { newest: 3 }],
    ['resources.historyGrew', { id: 'b' }],
  ]);
  expect([feed.isWatched('a'), feed.isWatched('b')]).toEqual([true, false]);
});
