import { expect, it } from 'vitest';
import { renewedTokenSet } from '../../../../app/connections/renewal/renewed-token-set.ts';
import type { TokenSet } from '../../../../app/oauth/token-set.ts';

const token = (times: Pick<TokenSet, 'obtainedAt' | 'refreshedAt' | 'loggedInAt'>): TokenSet => ({
  accessToken: 'at',
  tokenType: 'Bearer',
  ...times,
});
const response = token({ obtainedAt: 300, refreshedAt: 300 });

it('keeps the time of the login over renewals', () => {
  const first = renewedTokenSet(token({ obtainedAt: 100 }), response);
  expect(first).toEqual(token({ obtainedAt: 300, refreshedAt: 300, loggedInAt: 100 }));
  expect(renewedTokenSet(first, token({ obtainedAt: 500, refreshedAt: 500 }))).toMatchObject({ loggedInAt: 100 });
});

it('claims no time of login where an older version stored a renewed token without it', () => {
  expect(renewedTokenSet(token({ obtainedAt: 200, refreshedAt: 200 }), response)).not.toHaveProperty('loggedInAt');
});

it('takes a response that is not a refresh for a new login', () => {
  const renewed = renewedTokenSet(token({ obtainedAt: 100 }), token({ obtainedAt: 300 }));
  expect(renewed).toMatchObject({ refreshedAt: 300, loggedInAt: 300 });
});
