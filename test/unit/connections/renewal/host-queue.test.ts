import { expect, it } from 'vitest';
import { mayRun, newHostQueue, noteFailure, noteSuccess } from '../../../../app/connections/renewal/host-queue.ts';

const queueOf = (changes: Partial<ReturnType<typeof newHostQueue>> = {}) => ({
  ...newHostQueue(),
  waiting: ['a'],
  ...changes,
});

it('runs four at a time, and one while the service fails', () => {
  const may = (changes: Parameters<typeof queueOf>[0]) => mayRun(queueOf(changes), 1_000);
  expect(may({ running: 3 })).toBe(true);
  expect(may({ running: 4 })).toBe(false);
  expect(may({ failures: 1 })).toBe(true);
  expect(may({ failures: 1, running: 1 })).toBe(false);
  expect(may({ waiting: [] })).toBe(false);
  expect(may({ pausedUntil: 1_000 })).toBe(true);
  expect(may({ pausedUntil: 1_001 })).toBe(false);
});

it('pauses for twice as long after each failure in a row, at most a minute, and for as long as was asked', () => {
  const queue = queueOf();
  const pauses: number[] = [];
  let now = 0;
  for (let failures = 0; failures < 9; failures += 1) {
    noteFailure(queue, 0, now);
    pauses.push((queue.pausedUntil - now) / 1_000);
    now = queue.pausedUntil;
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  const asked = queueOf();
  noteFailure(asked, 7_000, 0);
  expect(asked.pausedUntil).toBe(7_000);
  // What left together fails together: that is one failure.
  noteFailure(asked, 0, 6_999);
  expect(asked).toMatchObject({ failures: 1, pausedUntil: 7_000 });
  noteFailure(asked, 0, 7_000);
  expect(asked).toMatchObject({ failures: 2, pausedUntil: 9_000 });
});

it('tells that a service is back once it was away', () => {
  const queue = queueOf();
  expect(noteSuccess(queue)).toBe(false);
  noteFailure(queue, 0, 0);
  expect(noteSuccess(queue)).toBe(true);
  expect(queue).toMatchObject({ failures: 0, pausedUntil: 0 });
});
