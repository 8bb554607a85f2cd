import { expect, it } from 'vitest';
import { reloadProblem, reloadSchema } from '../../../../../app/shared/resource/reload.ts';
import { newResource } from '../../../../../renderer/actions/new-resource.ts';
import { intervalWords, limitNote } from '../../../../../renderer/resources/reload/reload-words.ts';

const reloading = (id: string, seconds: number | null, url = 'https://api.github.com/repos', isPaused = false) =>
  newResource({ id, url, reload: { seconds, atStart: false, isPaused } });
const hourly = { limit: 60, remaining: 50, resetAt: null, windowSeconds: 3600 };

it('tells that the intervals of a service’s resources need more than it allows', () => {
  const ten = reloading('a', 10);
  expect(limitNote(ten, [ten], hourly, 0)).toBe('The service allows 60 requests per hour; this interval needs 360.');
  const others = [reloading('b', 30), reloading('c', 5, 'https://other.example.com'), reloading('d', 1, ten.url, true)];
  expect(limitNote(ten, [ten, ...others], hourly, 0)).toBe(
    'The service allows 60 requests per hour; the intervals of 2 resources need 480.',
  );
  const slow = reloading('a', 300);
  expect(limitNote(slow, [slow], hourly, 0)).toBeUndefined();
  expect(limitNote(slow, [slow], { ...hourly, remaining: 3 }, 0)).toBe(
    'The service’s limit is near: 3 requests are left.',
  );
  expect(limitNote(reloading('a', null), [], hourly, 0)).toBeUndefined();
  expect(limitNote(ten, [ten], undefined, 0)).toBeUndefined();
  expect(limitNote(ten, [ten], { ...hourly, windowSeconds: 600 }, 0)).toBeUndefined();
  expect(limitNote(reloading('a', 1), [reloading('a', 1)], { ...hourly, windowSeconds: 600 }, 0)).toBe(
    'The service allows 60 requests in 600 s; this interval needs 600.',
  );
  expect(limitNote(ten, [ten], { limit: null, remaining: 5, resetAt: 600_000, windowSeconds: null }, 0)).toMatch(
    /^The service allows 5 more requests until .+; this interval needs 60\.$/,
  );
});

it('names an interval in its largest unit, and says what is wrong with one', () => {
  expect([1, 5, 60, 90, 300, 3600, 7200].map(intervalWords)).toEqual([
    'Every second',
    'Every 5 seconds',
    'Every minute',
    'Every 90 seconds',
    'Every 5 minutes',
    'Every hour',
    'Every 2 hours',
  ]);
  const wrong = [0, -1, 1.5, 604_801, Number.NaN];
  for (const seconds of wrong) {
    expect(reloadProblem(seconds)).toBeDefined();
    expect(reloadSchema.safeParse({ seconds, atStart: false, isPaused: false }).success).toBe(false);
  }
  for (const seconds of [1, 86_400, 604_800]) expect(reloadProblem(seconds)).toBeUndefined();
});
