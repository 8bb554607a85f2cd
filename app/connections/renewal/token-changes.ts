import type { TokenSet } from '../../oauth/token-set.ts';
import type { StoredToken } from '../token-store.ts';
import type { CurrentTokens } from './current-tokens.ts';
import type { FailureRecords } from './failure-records.ts';
import type { RunningRenewals } from './running-renewals.ts';
import type { Turns } from './turns.ts';

/** Token changes that no renewal may overwrite. */
export interface TokenChanges {
  /** Discards the result of a running renewal, because the token is about to be replaced or removed. */
  supersede(id: string): void;
  /**
   * Calls `supersede`, then runs `work` while nothing renews this connection, so that nothing overwrites the result.
   */
  replace(id: string, work: () => void): Promise<void>;
  /**
   * Adds facts to the stored token without losing a renewal. `change` returns `undefined` to add nothing. Rejects if a
   * renewal takes too long, or the vault cannot be read.
   */
  amend(id: string, change: (current: TokenSet) => TokenSet | undefined): Promise<void>;
  /**
   * Removes the token after `work`, which gets the last one. A running renewal has a moment to end, and none starts
   * meanwhile. `undefined`: there is no token, or it cannot be read.
   */
  end<Value>(id: string, work: (token: StoredToken | undefined) => Promise<Value>): Promise<Value>;
}

export interface TokenChangesDeps {
  tokens: CurrentTokens;
  failures: FailureRecords;
  running: RunningRenewals;
  turns: Turns;
}

/** How long a login waits for a running renewal. After that its token is stored anyway. */
const patienceMs = 10_000;

export function createTokenChanges({ tokens, failures, running, turns }: TokenChangesDeps): TokenChanges {
  const supersede = (id: string): void => {
    running.cancel(id);
    tokens.discardUnsaved(id);
    failures.clear(id);
  };

  /** Runs `work` while nothing renews this connection, or after `patienceMs` anyway. */
  async function alone<Value>(id: string, work: () => Promise<Value>): Promise<Value> {
    let begun = false;
    const once = () => {
      begun = true;
      return work();
    };
    try {
      return await turns.hold(id, AbortSignal.timeout(patienceMs), once);
    } catch (error) {
      if (begun) throw error;
      return once();
    }
  }

  const readable = (id: string): StoredToken | undefined => {
    try {
      return tokens.newest(id);
    } catch {
      return undefined;
    }
  };

  async function workAndRemove<Value>(
    id: string,
    work: (token: StoredToken | undefined) => Promise<Value>,
  ): Promise<Value> {
    const last = readable(id);
    const value = await work(last);
    const there = readable(id);
    // A login does not wait for its turn forever. If it stored a token meanwhile, keep that token.
    if (there !== undefined && there.tokenSet.accessToken !== last?.tokenSet.accessToken) return value;
    supersede(id);
    tokens.remove(id);
    return value;
  }

  return {
    supersede,
    replace: async (id, work) => {
      supersede(id);
      await alone(id, async () => {
        // A renewal may have started while this call waited for its turn.
        supersede(id);
        work();
      });
    },
    amend: async (id, change) => {
      await running.settled(id);
      await turns.hold(id, AbortSignal.timeout(patienceMs), async () => {
        const current = tokens.newest(id);
        const changed = current === undefined || current.rejected ? undefined : change(current.tokenSet);
        if (changed) tokens.amend(id, changed);
      });
    },
    end: (id, work) => running.pause(id, () => alone(id, () => workAndRemove(id, work))),
  };
}
