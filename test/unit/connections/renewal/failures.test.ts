import { expect, it } from 'vitest';
import { renewalFailure } from '../../../../app/connections/renewal/failures.ts';
import { busy, offline } from './played-renewals.ts';

it('is permanent where the app itself is at fault, which says why', () => {
  const bug = new TypeError('a bug');
  const failure = renewalFailure(bug, 0, 1000, 0);
  expect(failure).toMatchObject({ kind: 'permanent', error: { code: 'token.failed', cause: bug } });
  expect(failure).not.toHaveProperty('retryAt');
});

it('is retried a little later at random, so that what failed together does not come back together', () => {
  expect(renewalFailure(offline(), 0, 1000, 0)).toMatchObject({ retryAt: 2000 });
  expect(renewalFailure(offline(), 0, 1000, 0.5)).toMatchObject({ retryAt: 2100 });
  expect(renewalFailure(busy(3600), 0, 0, 1)).toMatchObject({ retryAt: 3_630_000 });
});
