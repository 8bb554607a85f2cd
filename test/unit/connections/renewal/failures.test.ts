import { expect, it } from 'vitest';
import { renewalFailure } from '../../../../app/connections/renewal/failures.ts';

it('is permanent where the app itself is at fault, which says why', () => {
  const bug = new TypeError('a bug');
  const failure = renewalFailure(bug, 0, 1000, 0);
  expect(failure).toMatchObject({ kind: 'permanent', error: { code: 'token.failed', cause: bug } });
  expect(failure).not.toHaveProperty('retryAt');
});
