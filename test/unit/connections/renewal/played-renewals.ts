import { vi } from 'vitest';
import { createRenewalScheduler } from '../../../../app/connections/renewal/renewal-scheduler.ts';
import { renewalTime } from '../../../../app/connections/renewal/renewal-time.ts';
import { createRenewals } from '../../../../app/connections/renewal/renewals.ts';
import type { Turns } from '../../../../app/connections/renewal/turns.ts';
import type { StoredToken, TokenStore } from '../../../../app/connections/token-store.ts';
import type { TokenSet } from '../../../../app/oauth/token-set.ts';
import { type AppError, HttpError, OAuthError, VaultError } from '../../../../app/shared/errors.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';

/** Midnight of the day on which the played renewals happen. */
export const start = Date.UTC(2026, 0, 1);

export const tokenSet = (number: number, lifetimeSeconds = 3600): TokenSet => ({
  accessToken: `access-${number}`,
  refreshToken: `refresh-${number}`,
  tokenType: 'Bearer',
  obtainedAt: Date.now(),
  expiresAt: Date.now() + lifetimeSeconds * 1000,
});
export const inSeconds = (seconds: number) => vi.setSystemTime(start + seconds * 1000);

const noTurns: Turns = { hold: (_id, _signal, work) => work() };
/** One after the other, as the real one. */
export const oneByOne = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    hold: (_id, _signal, work) => {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
};

/** Renewals over a store in memory, and the scheduler that tries again; `responses` are what the service says, in order. */
export function build(first: TokenSet, ...responses: (TokenSet | Error | ((old: TokenSet) => Promise<TokenSet>))[]) {
  let held: StoredToken | undefined = { tokenSet: first };
  const log: string[] = [];
  /** The new tokens that were told, in order. */
  const told: string[] = [];
  let fullDisk = false;
  let elsewhere: (() => void) | undefined;
  let turns = noTurns;
  let blocker: AppError | undefined;
  const tokens: TokenStore = {
    read: () => held,
    readAgain: () => {
      elsewhere?.();
      return held;
    },
    has: () => held !== undefined,
    write: (_id, token) => {
      if (fullDisk) throw new VaultError('vault.unwritable', verbatim('full'));
      log.push(`stored ${token.tokenSet.accessToken}${token.rejected ? ' rejected' : ''}`);
      held = token;
    },
    hold: (_id, token) => {
      held = token;
    },
    remove: () => {
      held = undefined;
    },
    forget: () => undefined,
  };
  const renewals = createRenewals({
    tokens,
    canRenew: (_id, token) => blocker === undefined && token.refreshToken !== undefined,
    renewalBlocker: () => blocker,
    renew: async (_id, old, signal) => {
      log.push(`asked with ${old.refreshToken}`);
      signal.addEventListener('abort', () => log.push('cut off'));
      const response = responses.shift();
      if (response === undefined) throw new Error('asked too often');
      if (response instanceof Error) throw response;
      return typeof response === 'function' ? response(old) : response;
    },
    turns: { hold: (...call) => turns.hold(...call) },
    onChange: () => scheduler.changed('c'),
    onStored: (_id, { accessToken }) => void told.push(accessToken),
    now: Date.now,
    random: () => 0,
  });
  const scheduler = createRenewalScheduler({
    ids: () => ['c'],
    renewalAt: () =>
      held &&
      (held.rejected
        ? undefined
        : renewalTime({ tokenSet: held.tokenSet, failure: renewals.failureOf('c'), spread: 0, now: Date.now() })),
    hostOf: () => 'auth.example.com',
    renew: renewals.renewDue,
    failureOf: renewals.failureOf,
    forgetWait: renewals.forgetWait,
    now: Date.now,
    monotonic: () => performance.now(),
  });
  scheduler.start();
  return {
    renewals,
    log,
    told,
    tokens,
    held: () => held,
    /** What another process of the app wrote before this one got its turn. */
    writtenElsewhere: (token: StoredToken | undefined) => {
      elsewhere = () => {
        held = token;
      };
    },
    turnsAre: (another: Turns) => {
      turns = another;
    },
    block: (reason: AppError) => {
      blocker = reason;
    },
    fillDisk: (full = true) => {
      fullDisk = full;
    },
  };
}
export const offline = () => new HttpError('http.offline', verbatim('no network'));
export const busy = (retryAfterSeconds?: number) =>
  new OAuthError('token.rate_limited', verbatim('wait'), {
    details: { status: 429, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
  });
