import { expect, it } from 'vitest';
import { waitAfterPushFailure } from '../../../../app/feeds/push/push-failures.ts';

const after = (code: Parameters<typeof waitAfterPushFailure>[0]['code'], failures = 1, details = {}) =>
  waitAfterPushFailure({ code, details }, failures);

it('waits longer after each failure, up to ten minutes', () => {
  expect([1, 2, 3].map((failures) => after('http.offline', failures))).toEqual([10_000, 20_000, 40_000]);
  expect(after('push.server_error', 50)).toBe(600_000);
});

it('waits as long as the target asks, a day at most', () => {
  expect(after('push.rate_limited', 1, { retryAfterSeconds: 300 })).toBe(300_000);
  expect(after('push.rate_limited', 1, { retryAfterSeconds: 1e9 })).toBe(86_400_000);
});

it('waits for the user where only the user can help', () => {
  for (const code of ['push.unauthorized', 'push.foreign_table', 'push.incomplete', 'vault.locked'] as const)
    expect(after(code)).toBeUndefined();
});
