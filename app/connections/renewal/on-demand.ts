import { isExpired } from '../../oauth/expiry.ts';
import { noRefreshToken } from '../../oauth/token-errors.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import { type AppError, OAuthError } from '../../shared/errors.ts';
import { expiredReport } from '../status.ts';
import type { CurrentTokens } from './current-tokens.ts';
import type { FailureRecords } from './failure-records.ts';
import type { RunningRenewals } from './running-renewals.ts';

/** Tokens for callers that need one now. Methods throw and reject with an AppError. */
export interface OnDemandRenewals {
  /**
   * A usable token, renewed first if it expires soon. Returns it without a promise if no renewal is needed: a GET waits
   * for this.
   */
  usableToken(id: string): TokenSet | Promise<TokenSet>;
  /** After a 401: a token other than this one. `undefined` if there is no way to get one. */
  tokenInsteadOf(id: string, accessToken: string): Promise<TokenSet | undefined>;
  /** Renews because the user asked, even during the delay after a transient failure. */
  renewNow(id: string): Promise<TokenSet>;
}

export interface OnDemandDeps {
  tokens: CurrentTokens;
  failures: FailureRecords;
  running: RunningRenewals;
  /** `since`: a token that was stored before then (epoch ms) does not count. */
  renewOnce(id: string, since?: number): Promise<TokenSet>;
  canRenew(id: string, tokenSet: TokenSet): boolean;
  renewalBlocker(id: string, tokenSet: TokenSet): AppError | undefined;
  now(): number;
}

export function createOnDemandRenewals(deps: OnDemandDeps): OnDemandRenewals {
  const { tokens, failures, running, renewOnce, canRenew, renewalBlocker, now } = deps;

  const isStillValid = ({ expiresAt }: TokenSet): boolean => expiresAt !== undefined && expiresAt > now();
  /** A running renewal that the user started is shared, even if an earlier failure still delays others. */
  const delaying = (id: string) => (running.has(id) ? undefined : failures.delaying(id));

  async function renewForUse(id: string, current: TokenSet): Promise<TokenSet> {
    // Checked before the renewal, which may take longer than the token lasts.
    const stillValid = isStillValid(current);
    const failure = delaying(id);
    if (failure) {
      if (stillValid) return current;
      throw failure.error;
    }
    try {
      return await renewOnce(id);
    } catch (error) {
      // Renewed early, so a transient failure is harmless while the old token is valid.
      if (stillValid && failures.of(id)?.kind !== 'needs_login') return current;
      throw error;
    }
  }

  return {
    usableToken: (id) => {
      const tokenSet = tokens.usable(id);
      if (!isExpired(tokenSet, now())) return tokenSet;
      if (canRenew(id, tokenSet)) return renewForUse(id, tokenSet);
      if (isStillValid(tokenSet)) return tokenSet;
      throw renewalBlocker(id, tokenSet) ?? new OAuthError(expiredReport.code, expiredReport.message);
    },
    tokenInsteadOf: async (id, accessToken) => {
      const tokenSet = tokens.usable(id);
      if (tokenSet.accessToken !== accessToken) return tokenSet;
      const blocker = renewalBlocker(id, tokenSet);
      if (blocker) throw blocker;
      // A service that asked to wait must not get a request for each GET.
      if (!canRenew(id, tokenSet) || delaying(id)) return undefined;
      return renewOnce(id);
    },
    renewNow: async (id) => {
      const tokenSet = tokens.usable(id);
      if (!canRenew(id, tokenSet)) throw renewalBlocker(id, tokenSet) ?? noRefreshToken();
      return renewOnce(id, now());
    },
  };
}
