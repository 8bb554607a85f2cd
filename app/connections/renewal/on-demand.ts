import { isExpired } from '../../oauth/expiry.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import { type AppError, OAuthError } from '../../shared/errors.ts';
import { expiredReport } from '../status.ts';
import type { CurrentTokens } from './current-tokens.ts';
import type { FailureRecords } from './failure-records.ts';
import type { RunningRenewals } from './running-renewals.ts';

/** Tokens for who needs one now. Throw and reject with an AppError. */
export interface OnDemandRenewals {
  /** Usable now; renewed first where it expires soon. At once where nothing is to be done: a GET waits for this. */
  usableToken(id: string): TokenSet | Promise<TokenSet>;
  /** After a 401: another token than this one. `undefined` where there is no way to get one. */
  tokenInsteadOf(id: string, accessToken: string): Promise<TokenSet | undefined>;
  /** Because the user said so: also during the delay after a transient failure. */
  renewNow(id: string): Promise<TokenSet>;
}

export interface OnDemandDeps {
  tokens: CurrentTokens;
  failures: FailureRecords;
  running: RunningRenewals;
  /** `since`: a token that another process got before then (epoch ms) is not enough. */
  renewOnce(id: string, since?: number): Promise<TokenSet>;
  canRenew(id: string, tokenSet: TokenSet): boolean;
  renewalBlocker(id: string, tokenSet: TokenSet): AppError | undefined;
  now(): number;
}

export function createOnDemandRenewals(deps: OnDemandDeps): OnDemandRenewals {
  const { tokens, failures, running, renewOnce, canRenew, renewalBlocker, now } = deps;

  const isStillValid = ({ expiresAt }: TokenSet): boolean => expiresAt !== undefined && expiresAt > now();
  /** A renewal that the user started is not kept from others by the failure before it. */
  const delaying = (id: string) => (running.has(id) ? undefined : failures.delaying(id));

  async function renewForUse(id: string, current: TokenSet): Promise<TokenSet> {
    // Asked once: a renewal may take longer than the token lasts.
    const stillValid = isStillValid(current);
    const failure = delaying(id);
    if (failure) {
      if (stillValid) return current;
      throw failure.error;
    }
    try {
      return await renewOnce(id);
    } catch (error) {
      // Renewed early, so that a transient failure costs nothing while the old one lasts.
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
      // A service that asked to wait does not want a request for each GET either.
      if (!canRenew(id, tokenSet) || delaying(id)) return undefined;
      return renewOnce(id);
    },
    renewNow: async (id) => {
      const tokenSet = tokens.usable(id);
      if (!canRenew(id, tokenSet))
        throw renewalBlocker(id, tokenSet) ?? new OAuthError('token.no_refresh_token', noRefreshToken);
      return renewOnce(id, now());
    },
  };
}

const noRefreshToken = 'The service gave no refresh token. Log in again.';
