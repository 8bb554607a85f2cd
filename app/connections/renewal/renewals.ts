import type { TokenSet } from '../../oauth/token-set.ts';
import type { AppError } from '../../shared/errors.ts';
import type { TokenStore } from '../token-store.ts';
import { createCurrentTokens } from './current-tokens.ts';
import { createFailureRecords } from './failure-records.ts';
import type { RenewalFailure } from './failures.ts';
import { createOnDemandRenewals, type OnDemandRenewals } from './on-demand.ts';
import { createRenewalAttempt } from './renewal-attempt.ts';
import { createRunningRenewals } from './running-renewals.ts';
import { createTokenChanges, type TokenChanges } from './token-changes.ts';
import type { Turns } from './turns.ts';

export interface RenewalDeps {
  tokens: TokenStore;
  /** Whether `renew` can work without the user. */
  canRenew(id: string, tokenSet: TokenSet): boolean;
  /** Why the token cannot be renewed, if the reason is more than a missing refresh token. */
  renewalBlocker(id: string, tokenSet: TokenSet): AppError | undefined;
  /** Requests a new token set from the service. Rejects with an AppError. */
  renew(id: string, tokenSet: TokenSet, signal: AbortSignal): Promise<TokenSet>;
  turns: Turns;
  onChange(id: string): void;
  /** A login or a renewal brought a new token. */
  onStored(id: string, tokenSet: TokenSet): void;
  now(): number;
  /** 0 to 1. */
  random(): number;
}

/** Keeps tokens usable: one renewal at a time per connection, however many callers there are (row 30). */
export interface Renewals extends OnDemandRenewals, TokenChanges {
  /** Called by the scheduler when a token is due. A token that was stored meanwhile counts as well. */
  renewDue(id: string): Promise<void>;
  isRenewing(id: string): boolean;
  /** Resolves when no renewal runs. Never rejects. */
  settled(id: string): Promise<void>;
  failureOf(id: string): RenewalFailure | undefined;
  /** Saves the token of a login, in memory if the vault cannot store it. */
  store(id: string, tokenSet: TokenSet): void;
  forgetFailure(id: string): void;
  /** Ends the delay before the next try. */
  forgetWait(id: string): void;
  /** Gives running renewals a moment to end, and tries once more to store unsaved tokens. */
  close(): Promise<void>;
}

export function createRenewals(deps: RenewalDeps): Renewals {
  const { turns, onChange } = deps;
  const failures = createFailureRecords(deps);
  const tokens = createCurrentTokens(deps.tokens, failures, onChange, deps.onStored);
  const running = createRunningRenewals(onChange);
  const attempt = createRenewalAttempt({ ...deps, tokens, failures });

  const renewOnce = (id: string, since = 0): Promise<TokenSet> =>
    running.join(id, (signal) => attempt(id, tokens.usable(id), signal, since));

  return {
    ...createOnDemandRenewals({ ...deps, tokens, failures, running, renewOnce }),
    ...createTokenChanges({ tokens, failures, running, turns }),
    renewDue: async (id) => {
      await renewOnce(id);
    },
    isRenewing: running.has,
    settled: running.settled,
    failureOf: failures.of,
    store: tokens.save,
    forgetFailure: failures.clear,
    forgetWait: failures.endDelay,
    close: async () => {
      await running.close();
      tokens.close();
    },
  };
}
