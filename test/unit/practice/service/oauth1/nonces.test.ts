import { expect, it } from 'vitest';
import { createNonces } from '../../../../../app/practice/service/oauth1/nonces.ts';

it('takes timestamps of five minutes before and after, and none beyond', () => {
  const nonces = createNonces(() => 1_000_000_000);
  const now = 1_000_000;
  expect([now - 301, now - 300, now + 300, now + 301].map(nonces.isTimely)).toEqual([false, true, true, false]);
  expect(nonces.acceptable()).toBe(`${now - 300}-${now + 300}`);
});

it('takes a nonce once for a timestamp and an owner', () => {
  const nonces = createNonces(() => 1_000_000_000);
  expect(nonces.use(1_000_000, 'client token', 'n')).toBe(true);
  expect(nonces.use(1_000_000, 'client token', 'n')).toBe(false);
  expect(nonces.use(1_000_001, 'client token', 'n')).toBe(true);
  expect(nonces.use(1_000_000, 'client other', 'n')).toBe(true);
});
