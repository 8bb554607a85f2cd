import { isExpired } from '../../oauth/expiry.ts';
import { needsLogin } from '../../oauth/token-errors.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import { reportError } from '../../shared/errors.ts';
import type { CurrentTokens } from './current-tokens.ts';
import type { FailureRecords } from './failure-records.ts';
import { renewedTokenSet } from './renewed-token-set.ts';
import type { Turns } from './turns.ts';

export interface RenewalAttemptDeps {
  tokens: CurrentTokens;
  failures: FailureRecords;
  turns: Turns;
  /** Requests a new token set from the service. Rejects with an AppError. */
  renew(id: string, tokenSet: TokenSet, signal: AbortSignal): Promise<TokenSet>;
  now(): number;
}

/**
 * Renews once and stores the result. A token that was stored after `since` (epoch ms), while this waited for its turn, counts as the result. If
 * aborted, resolves with the token that replaced this one. Rejects with an AppError, which is recorded unless aborted.
 */
export type RenewalAttempt = (id: string, known: TokenSet, signal: AbortSignal, since: number) => Promise<TokenSet>;

export function createRenewalAttempt({ tokens, failures, turns, renew, now }: RenewalAttemptDeps): RenewalAttempt {
  async function renewOrMark(id: string, tokenSet: TokenSet, signal: AbortSignal): Promise<TokenSet> {
    try {
      return await renew(id, tokenSet, signal);
    } catch (error) {
      if (needsLogin(error) && !signal.aborted) tokens.markRejected(id, tokenSet, reportError(error));
      throw error;
    }
  }

  return async (id, known, signal, since) => {
    try {
      return await turns.hold(id, signal, async () => {
        const current = tokens.reread(id, known);
        if (!isSame(current, known) && current.obtainedAt >= since && !isExpired(current, now())) {
          failures.clear(id);
          return current;
        }
        const response = await renewOrMark(id, current, signal);
        // A login or a removal happened meanwhile, and wins.
        if (signal.aborted) return tokens.usable(id);
        const renewed = renewedTokenSet(current, response);
        // Store before use: the response may already have invalidated the old refresh token (row 29).
        tokens.save(id, renewed);
        return renewed;
      });
    } catch (error) {
      if (signal.aborted) return tokens.usable(id);
      throw failures.noteFailed(id, error).error;
    }
  };
}

const isSame = (one: TokenSet, other: TokenSet): boolean =>
  one.accessToken === other.accessToken && one.refreshToken === other.refreshToken;
