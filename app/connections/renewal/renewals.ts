import { isExpired } from '../../oauth/expiry.ts';
import { needsLogin } from '../../oauth/token-errors.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import { AppError, OAuthError, RequestError, reportError } from '../../shared/errors.ts';
import { expiredReport } from '../status.ts';
import type { StoredToken, TokenStore } from '../token-store.ts';
import { type RenewalFailure, renewalFailure } from './failures.ts';
import type { RefreshLock } from './lock.ts';
import { createUnsavedTokens } from './unsaved-tokens.ts';

export interface RenewalDeps {
  tokens: TokenStore;
  /** Whether `renew` could work without the user. */
  canRenew(id: string, tokenSet: TokenSet): boolean;
  /** Why it could not, where there is more to say than that there is nothing to renew with. */
  renewalBlocker(id: string, tokenSet: TokenSet): AppError | undefined;
  /** Asks the service. Rejects with an AppError. */
  renew(id: string, tokenSet: TokenSet, signal: AbortSignal): Promise<TokenSet>;
  /** Keeps other processes of the app away from this connection meanwhile. */
  lock: RefreshLock;
  onChange(id: string): void;
  now(): number;
  /** 0 to 1. */
  random(): number;
}

/** Keeps tokens usable: one renewal at a time per connection, however many ask (row 30). */
export interface Renewals {
  /** Usable now; renewed first where it ends soon. At once where nothing is to do: a GET waits for this. */
  usableToken(id: string): TokenSet | Promise<TokenSet>;
  /** After a 401: another token than this one. `undefined` where there is no way to get one. */
  tokenInsteadOf(id: string, accessToken: string): Promise<TokenSet | undefined>;
  /** Because the user said so: also while a passing failure is waited out. */
  renewNow(id: string): Promise<TokenSet>;
  /** Because it is time: by the scheduler. Another process may have done it, which is as good. */
  renewDue(id: string): Promise<void>;
  isRenewing(id: string): boolean;
  failureOf(id: string): RenewalFailure | undefined;
  /** Another token will be stored, or it is removed: what runs must not be stored over it. */
  supersede(id: string): void;
  /**
   * Keeps the token of a login. Where the vault cannot take it, it is held in memory and written as soon as it can be:
   * the user must not have logged in for nothing.
   */
  store(id: string, tokenSet: TokenSet): void;
  /** Supersedes, and runs `work` when no process renews this connection: what it writes is the last word. */
  replace(id: string, work: () => void): Promise<void>;
  /**
   * Adds to what is stored now, whoever renewed it last; no renewal is lost. `change` answers `undefined` where nothing
   * is to be added. Rejects where another process is at it for long, or the vault cannot be read.
   */
  amend(id: string, change: (current: TokenSet) => TokenSet | undefined): Promise<void>;
  /**
   * Removes the token after `work`, which gets the one that is the last: a renewal on its way is waited for a moment,
   * and none begins meanwhile. `undefined`: none, or it cannot be read.
   */
  end<Value>(id: string, work: (token: StoredToken | undefined) => Promise<Value>): Promise<Value>;
  forgetFailure(id: string): void;
  /** What is to be tried again need not be waited for any longer. */
  forgetWait(id: string): void;
  /** Waits a moment for answers on their way: cut off, they may take the only refresh token with them (row 29). */
  close(): Promise<void>;
}

interface Running {
  promise: Promise<TokenSet>;
  controller: AbortController;
}

/** How long the end of the app waits for a renewal. */
const closingMs = 3_000;
/** How long a login waits for another process's renewal: a token that the user waits for is stored even so. */
const replacingMs = 10_000;

export function createRenewals(deps: RenewalDeps): Renewals {
  const { tokens, canRenew, renewalBlocker, renew, lock, onChange, now, random } = deps;
  const running = new Map<string, Running>();
  const failures = new Map<string, RenewalFailure>();
  /** Their tokens are about to be removed: who wants to renew waits for that. They never reject. */
  const ending = new Map<string, Promise<void>>();

  const kept = createUnsavedTokens(tokens, (id) => {
    if (failures.get(id)?.error.code.startsWith('vault.')) settle(id, undefined);
    onChange(id);
  });
  const { keep, newest } = kept;

  const stored = (id: string) => {
    const token = tokens.read(id);
    if (!token) throw new RequestError('connection.not_authorized', 'This connection has no token yet. Request one.');
    if (token.rejected) {
      const { code, message, serviceMessage } = token.rejected;
      throw new AppError(code, message, { serviceMessage });
    }
    return token.tokenSet;
  };

  const settle = (id: string, failure: RenewalFailure | undefined): void => {
    if (failure) failures.set(id, failure);
    else failures.delete(id);
  };

  const keepUsable = (id: string, tokenSet: TokenSet): void => {
    const error = keep(id, { tokenSet });
    settle(id, error && { kind: 'lasting', error });
  };

  /** Another process may have renewed it, marked it or removed it. */
  const latest = (id: string, old: TokenSet): TokenSet => {
    try {
      newest(id);
    } catch {
      return old;
    }
    return stored(id);
  };

  async function renewOrMark(id: string, tokenSet: TokenSet, signal: AbortSignal): Promise<TokenSet> {
    try {
      return await renew(id, tokenSet, signal);
    } catch (error) {
      // Kept, and with it why: no other process need ask in vain.
      if (needsLogin(error) && !signal.aborted) keep(id, { tokenSet, rejected: reportError(error) });
      throw error;
    }
  }

  async function attempt(id: string, first: TokenSet, signal: AbortSignal, since: number): Promise<TokenSet> {
    let old = first;
    try {
      return await lock.hold(id, signal, async () => {
        old = latest(id, first);
        if (!isSame(old, first) && old.obtainedAt >= since && !isExpired(old, now())) {
          settle(id, undefined);
          return old;
        }
        const fresh = await renewOrMark(id, old, signal);
        // A login or a removal came between: theirs is the last word.
        if (signal.aborted) return stored(id);
        const renewed = withTimes(old, fresh);
        // Stored before it is used: the service may have ended the old refresh token with this answer (row 29).
        keepUsable(id, renewed);
        return renewed;
      });
    } catch (error) {
      if (signal.aborted) return stored(id);
      const failure = renewalFailure(error, passingAttempts(failures.get(id)), now(), random());
      settle(id, failure);
      throw failure.error;
    }
  }

  /** `since`: a token that another process got before then is not what was asked for. */
  function renewOnce(id: string, since = 0): Promise<TokenSet> {
    const already = running.get(id);
    if (already) return already.promise;
    const ends = ending.get(id);
    if (ends) return ends.then(() => renewOnce(id, since));
    const controller = new AbortController();
    const old = stored(id);
    const promise = attempt(id, old, controller.signal, since).finally(() => {
      if (running.get(id)?.controller === controller) running.delete(id);
      onChange(id);
    });
    running.set(id, { promise, controller });
    onChange(id);
    return promise;
  }

  /** The passing failure that is waited out: nobody is asked meanwhile. */
  const waitingFor = (id: string): RenewalFailure | undefined => {
    const failure = failures.get(id);
    return failure?.kind === 'passing' && failure.retryAt > now() && !running.has(id) ? failure : undefined;
  };

  async function renewForUse(id: string, current: TokenSet): Promise<TokenSet> {
    const stillValid = current.expiresAt !== undefined && current.expiresAt > now();
    const failure = waitingFor(id);
    if (failure) {
      if (stillValid) return current;
      throw failure.error;
    }
    try {
      return await renewOnce(id);
    } catch (error) {
      // Renewed early, so that a passing failure costs nothing while the old one lasts.
      if (stillValid && failures.get(id)?.kind !== 'needs_login') return current;
      throw error;
    }
  }

  const cutOff = (id: string): void => {
    running.get(id)?.controller.abort();
    running.delete(id);
  };
  /** Until none runs in this process. */
  const ended = async (id: string): Promise<void> => {
    for (let last = running.get(id); last; last = running.get(id)) await last.promise.catch(() => undefined);
  };
  /** Runs `work` when no process renews this connection; after a while even so. */
  async function alone<Value>(id: string, work: () => Promise<Value>): Promise<Value> {
    let begun = false;
    const once = () => {
      begun = true;
      return work();
    };
    try {
      return await lock.hold(id, AbortSignal.timeout(replacingMs), once);
    } catch (error) {
      if (begun) throw error;
      return once();
    }
  }

  async function revokeAndRemove<Value>(
    id: string,
    work: (token: StoredToken | undefined) => Promise<Value>,
  ): Promise<Value> {
    const readable = (): StoredToken | undefined => {
      try {
        return newest(id);
      } catch {
        return undefined;
      }
    };
    const last = readable();
    const value = await work(last);
    const there = readable();
    // A login may have been tired of waiting: its token is not the one to be removed.
    if (there !== undefined && there.tokenSet.accessToken !== last?.tokenSet.accessToken) return value;
    supersede(id);
    tokens.remove(id);
    return value;
  }

  const supersede = (id: string): void => {
    cutOff(id);
    kept.drop(id);
    settle(id, undefined);
  };

  return {
    usableToken: (id) => {
      const tokenSet = stored(id);
      if (!isExpired(tokenSet, now())) return tokenSet;
      if (canRenew(id, tokenSet)) return renewForUse(id, tokenSet);
      if (tokenSet.expiresAt !== undefined && tokenSet.expiresAt > now()) return tokenSet;
      throw renewalBlocker(id, tokenSet) ?? new OAuthError(expiredReport.code, expiredReport.message);
    },
    tokenInsteadOf: async (id, accessToken) => {
      const tokenSet = stored(id);
      if (tokenSet.accessToken !== accessToken) return tokenSet;
      const inTheWay = renewalBlocker(id, tokenSet);
      if (inTheWay) throw inTheWay;
      // A service that asked to wait does not want to be asked for each GET either.
      if (!canRenew(id, tokenSet) || waitingFor(id)) return undefined;
      return renewOnce(id);
    },
    renewNow: async (id) => {
      const tokenSet = stored(id);
      if (!canRenew(id, tokenSet))
        throw renewalBlocker(id, tokenSet) ?? new OAuthError('token.no_refresh_token', noRefreshToken);
      return renewOnce(id, now());
    },
    renewDue: async (id) => {
      await renewOnce(id);
    },
    isRenewing: (id) => running.has(id),
    failureOf: (id) => failures.get(id),
    supersede,
    store: keepUsable,
    replace: async (id, work) => {
      supersede(id);
      await alone(id, async () => {
        // A renewal may have begun while the lock was waited for.
        supersede(id);
        work();
      });
    },
    amend: async (id, change) => {
      await ended(id);
      await lock.hold(id, AbortSignal.timeout(replacingMs), async () => {
        const current = newest(id);
        const changed = current === undefined || current.rejected ? undefined : change(current.tokenSet);
        const error = changed && keep(id, { tokenSet: changed });
        if (error) settle(id, { kind: 'lasting', error });
      });
    },
    end: async (id, work) => {
      while (ending.has(id)) await ending.get(id);
      const done = Promise.withResolvers<void>();
      ending.set(id, done.promise);
      try {
        const late = Promise.withResolvers<void>();
        const timer = setTimeout(late.resolve, closingMs);
        await Promise.race([ended(id), late.promise]);
        clearTimeout(timer);
        cutOff(id);
        return await alone(id, () => revokeAndRemove(id, work));
      } finally {
        ending.delete(id);
        done.resolve();
      }
    },
    forgetFailure: (id) => settle(id, undefined),
    forgetWait: (id) => {
      const failure = failures.get(id);
      if (failure?.kind === 'passing') settle(id, { ...failure, retryAt: now(), attempts: 0 });
      else if (failure?.kind === 'lasting' && failure.retryAt !== undefined) settle(id, { ...failure, retryAt: now() });
    },
    close: async () => {
      const abort = () => {
        for (const { controller } of running.values()) controller.abort();
      };
      const late = setTimeout(abort, closingMs);
      await Promise.allSettled([...running.values()].map(({ promise }) => promise));
      clearTimeout(late);
      kept.close();
    },
  };
}

const noRefreshToken = 'The service gave no refresh token. Log in again.';

const isSame = (one: TokenSet, other: TokenSet): boolean =>
  one.accessToken === other.accessToken && one.refreshToken === other.refreshToken;

/** What only the one who renews knows. A token got by a password or by the client itself is as one of a new login. */
function withTimes(old: TokenSet, fresh: TokenSet): TokenSet {
  const { refreshedAt = fresh.obtainedAt } = fresh;
  const before = old.loggedInAt ?? (old.refreshedAt === undefined ? old.obtainedAt : undefined);
  const loggedInAt = fresh.refreshedAt === undefined ? fresh.obtainedAt : before;
  return { ...fresh, refreshedAt, ...(loggedInAt === undefined ? {} : { loggedInAt }) };
}

const passingAttempts = (failure: RenewalFailure | undefined): number =>
  failure?.kind === 'passing' ? failure.attempts : 0;
