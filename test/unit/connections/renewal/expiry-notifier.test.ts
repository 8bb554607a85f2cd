import { expect, it } from 'vitest';
import { createExpiryNotifier } from '../../../../app/connections/renewal/expiry-notifier.ts';

it('tells the end of a token once, also after it passed, and none that passed before', () => {
  let now = 1_000;
  const notifier = createExpiryNotifier(() => now);
  const ending = (expiresAt?: number) => ({
    accessToken: 'a',
    tokenType: 'Bearer',
    obtainedAt: 0,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });
  expect(notifier.toTell('a', ending())).toBeUndefined();
  expect(notifier.toTell('a', ending(1_000))).toBeUndefined();
  expect(notifier.toTell('a', ending(2_000))).toBe(2_000);
  now = 3_000;
  expect(notifier.toTell('a', ending(2_000))).toBe(2_000);
  expect(notifier.toTell('b', ending(2_000))).toBeUndefined();
  expect([notifier.forget('a'), notifier.forget('a')]).toEqual([true, false]);
  expect(notifier.toTell('a', ending(2_000))).toBeUndefined();
  // Another token has taken its place.
  notifier.toTell('a', ending(4_000));
  expect(notifier.toTell('a', ending())).toBeUndefined();
});
