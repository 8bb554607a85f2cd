import type { TokenSet } from '../../oauth/token-set.ts';

/**
 * Adds the times that only the client knows: of this renewal, and of the login before it. A response without
 * `refreshedAt` belongs to a new login.
 */
export function renewedTokenSet(old: TokenSet, response: TokenSet): TokenSet {
  const { refreshedAt = response.obtainedAt } = response;
  const before = old.loggedInAt ?? (old.refreshedAt === undefined ? old.obtainedAt : undefined);
  const loggedInAt = response.refreshedAt === undefined ? response.obtainedAt : before;
  return { ...response, refreshedAt, ...(loggedInAt === undefined ? {} : { loggedInAt }) };
}
