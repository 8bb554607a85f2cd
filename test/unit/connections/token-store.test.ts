import { expect, it } from 'vitest';
import { createTokenStore } from '../../../app/connections/token-store.ts';
import type { Vault } from '../../../app/vault/vault.ts';

it('a refused token stays refused, also with a code that only another version has', () => {
  const stored = {
    accessToken: 'at-71',
    tokenType: 'Bearer',
    obtainedAt: 1,
    rejected: { code: 'token.code_of_the_future', message: 'Log in again.' },
  };
  // The store reads one item of it.
  const vault = { read: () => JSON.stringify(stored) } as unknown as Vault;
  const read = createTokenStore(vault, { serviceMessage: (text) => text }).read('c');
  expect(read?.tokenSet.accessToken).toBe('at-71');
  expect(read?.rejected).toEqual({ code: 'token.invalid_grant', message: 'Log in again.' });
});
